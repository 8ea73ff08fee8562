"""A document's record from its signed file: values are proposed, a person accepts or corrects them."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from cms.extraction.errors import NotAText, Unreadable
from cms.extraction.reading import read_text
from cms.models import Attachment, PortalDocument, Ward
from projects_pages.models import LegalDocumentIndexPage, LegalDocumentPage
from projects_pages.proposed import Proposed, propose

LARGEST = 30_000_000  # bytes


class FileForm(forms.Form):
    """The signed file."""

    file = forms.FileField(
        label="Tệp văn bản", help_text="PDF đã ký số hoặc DOCX, không quá 30 MB.", widget=forms.ClearableFileInput
    )
    text = ""

    def clean_file(self) -> UploadedFile[Any]:
        """Read its text; a file that cannot be read is told at the field, a scan is taken without proposals."""
        file: UploadedFile[Any] = self.cleaned_data["file"]
        if (file.size or 0) > LARGEST:
            raise forms.ValidationError("Tệp lớn hơn 30 MB.")
        with tempfile.NamedTemporaryFile() as copy:
            for chunk in file.chunks():
                copy.write(chunk)
            copy.flush()
            try:
                self.text = read_text(Path(copy.name))
            except NotAText as error:
                raise forms.ValidationError("Chỉ nhận tệp PDF hoặc DOCX.") from error
            except Unreadable as error:
                raise forms.ValidationError(str(error)) from error
        file.seek(0)
        return file


class ProposalForm(forms.Form):
    """A value for each field, taken only where its box is ticked."""

    def __init__(self, *args: Any, page: LegalDocumentPage, proposed: Proposed, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, value in proposed.found.items():
            field: Any = page._meta.get_field(name)
            present = getattr(page, name)
            self.fields[f"take_{name}"] = forms.BooleanField(
                label=str(field.verbose_name if name != "title" else "Trích yếu"), required=False, initial=not present
            )
            self.fields[name] = field.formfield(required=False, initial=value, label="Giá trị")

    def rows(self, page: LegalDocumentPage) -> Iterator[dict[str, Any]]:
        """What the screen shows of each field: the box, the proposal, and what stands there now."""
        for name in [name for name in self.fields if not name.startswith("take_")]:
            field = page._meta.get_field(name)
            value = getattr(page, name)
            shown = dict(field.flatchoices).get(value, value) if field.choices else value
            yield {"take": self[f"take_{name}"], "value": self[name], "now": "" if shown is None else str(shown)}

    @property
    def taken(self) -> dict[str, Any]:
        """The values that the person wants, as he left them."""
        return {
            name: self.cleaned_data[name]
            for name in self.fields
            if not name.startswith("take_") and self.cleaned_data.get(f"take_{name}")
        }


class FromFileMixin(WagtailAdminTemplateMixin, View):
    """Wagtail's frame, with the tree as the way back."""

    header_icon = "doc-full-inverse"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Home and this screen."""
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.get_page_title()}]


class NewFromFileView(FromFileMixin):
    """Makes a draft of a new document from its file."""

    template_name = "projects_pages/admin/new_from_file.html"
    page_title = "Thêm văn bản từ tệp"

    def get(self, request: HttpRequest, page_id: int) -> HttpResponse:
        """Ask for the file."""
        return self._ask(_index(request, page_id), FileForm())

    def post(self, request: HttpRequest, page_id: int) -> HttpResponse:
        """Keep the file, make the draft and open it; nothing is kept of a file that cannot be read."""
        index = _index(request, page_id)
        form = FileForm(request.POST, request.FILES)
        if not form.is_valid():
            return self._ask(index, form)
        proposed = propose(form.text)
        with transaction.atomic():
            page = _draft(request, index, form.cleaned_data["file"], proposed)
        if proposed.found:
            messages.success(request, "Đã lập bản nháp. Các ô điền sẵn lấy từ tệp: xin đối chiếu từng ô với văn bản.")
        else:
            messages.warning(request, "Đã lập bản nháp, nhưng tệp không có lớp chữ nên không có gì để điền sẵn.")
        return redirect("wagtailadmin_pages:edit", page.pk)

    def _ask(self, index: Page, form: FileForm) -> HttpResponse:
        return self.render_to_response(self.get_context_data(index=index, form=form))


class ProposeView(FromFileMixin):
    """Shows what the attached file proposes for a document that is there already."""

    template_name = "projects_pages/admin/propose_from_file.html"
    page_title = "Đề xuất từ tệp"

    def get(self, request: HttpRequest, page_id: int) -> HttpResponse:
        """Each value beside the present one."""
        page, proposed = _document(request, page_id)
        return self._show(page, ProposalForm(page=page, proposed=proposed))

    def post(self, request: HttpRequest, page_id: int) -> HttpResponse:
        """Save what was ticked as a draft, which goes the way of every draft."""
        page, proposed = _document(request, page_id)
        form = ProposalForm(request.POST, page=page, proposed=proposed)
        if not form.is_valid():
            return self._show(page, form)
        for name, value in form.taken.items():
            setattr(page, name, value)
        if form.taken:
            page.save_revision(user=request.user, log_action=True, clean=False)
            messages.success(request, "Đã ghi vào bản nháp; xin đọc lại trước khi gửi duyệt.")
        return redirect("wagtailadmin_pages:edit", page.pk)

    def _show(self, page: LegalDocumentPage, form: ProposalForm) -> HttpResponse:
        return self.render_to_response(self.get_context_data(page=page, form=form, rows=list(form.rows(page))))


def _index(request: HttpRequest, page_id: int) -> LegalDocumentIndexPage:
    page = Page.objects.filter(pk=page_id).first()
    specific = page.specific if page else None
    if not isinstance(specific, LegalDocumentIndexPage):
        raise Http404
    if not specific.permissions_for_user(request.user).can_add_subpage():
        raise PermissionDenied
    return specific


def _document(request: HttpRequest, page_id: int) -> tuple[LegalDocumentPage, Proposed]:
    """The latest draft of a document and what the first attached file with words proposes."""
    page = LegalDocumentPage.objects.filter(pk=page_id).first()
    if page is None:
        raise Http404
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    latest: LegalDocumentPage = page.get_latest_revision_as_object()
    return latest, propose(next(iter(texts_of(latest)), ""))


def texts_of(page: LegalDocumentPage) -> list[str]:
    """The words of the attached files that have some."""
    return [row.document.extracted_text for row in page.attachments.all() if row.document.extracted_text]


def _draft(
    request: HttpRequest, index: LegalDocumentIndexPage, file: UploadedFile[Any], proposed: Proposed
) -> LegalDocumentPage:
    name = Path(file.name or "van-ban").stem[:200]
    ward = Ward.objects.get(site=index.get_site())
    document = PortalDocument(title=name, collection=ward.collection, uploaded_by_user=request.user)
    document.file.save(file.name or "van-ban.pdf", file, save=False)
    document.file_size = file.size
    document.save()
    page = LegalDocumentPage(**{"title": name, **proposed.found}, owner=request.user, live=False)
    page.attachments.add(Attachment(title="Toàn văn", document=document, sort_order=0))
    index.add_child(instance=page)
    page.save_revision(user=request.user, log_action=True, clean=False)
    return page


def buttons(page: Page, user: Any, *_: Any, **__: Any) -> Iterator[Button]:
    """ "Thêm từ tệp" on the index of documents, "Đề xuất từ tệp" on a document with a file."""
    kind = page.specific_class
    tester = page.permissions_for_user(user)
    if kind is LegalDocumentIndexPage and tester.can_add_subpage():
        yield Button("Thêm từ tệp", url=reverse("from_file:new", args=[page.pk]), icon_name="upload", priority=40)
    elif kind is LegalDocumentPage and tester.can_edit():
        yield Button(
            "Đề xuất từ tệp", url=reverse("from_file:propose", args=[page.pk]), icon_name="upload", priority=46
        )
