"""An editor uploads the signed file: a draft with proposed values, and the words are found once it is public."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from cms.extraction.tasks import extract
from cms.models import Attachment, PortalDocument, Role, TextState
from cms.models.disclosure_page import SCAN
from projects_pages.models import LegalDocumentPage
from search.indexing import index
from search.models import PublicRecord
from tests.extraction.files import DECISION, SIGNED, docx, pdf
from tests.factories import LegalDocumentPageFactory, MadeWard, PortalDocumentFactory, make_staff, publish
from tests.factories.wards import again

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(ward: MadeWard) -> Client:
    client = Client(HTTP_HOST=ward.host)
    client.force_login(make_staff(ward, Role.EDITOR), "django.contrib.auth.backends.ModelBackend")
    return client


def upload(editor: Client, ward: MadeWard, content: bytes, name: str = "quyet-dinh.pdf") -> Any:
    return editor.post(
        reverse("from_file:new", args=[ward.documents.pk]), {"file": SimpleUploadedFile(name, content)}, follow=True
    )


def test_a_signed_file_becomes_a_draft_with_what_it_says(ward: MadeWard, editor: Client) -> None:
    answer = upload(editor, ward, pdf((*DECISION, "", "Điều 1.", *SIGNED)))
    assert "xin đối chiếu từng ô" in answer.content.decode()
    page = LegalDocumentPage.objects.get()
    assert (page.live, page.number, str(page.issued_on), page.signer) == (
        False,
        "258/QĐ-UBND",
        "10/02/2026",
        "Nguyễn Văn Thử",
    )
    assert page.attachments.get().document.collection == ward.ward.collection
    assert not PublicRecord.objects.filter(page_id=page.pk).exists()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"GIF89a", "Chỉ nhận tệp PDF hoặc DOCX"),
        (b"%PDF-1.4 nothing", "Không đọc được tệp PDF"),
        (docx(body=b"<w:document"), "nội dung hỏng"),
    ],
)
def test_a_file_that_cannot_be_read_leaves_nothing(ward: MadeWard, editor: Client, content: bytes, said: str) -> None:
    answer = upload(editor, ward, content)
    assert said in answer.content.decode()
    assert not LegalDocumentPage.objects.exists()
    assert not PortalDocument.objects.exists()


def test_a_scan_becomes_a_draft_without_proposals(ward: MadeWard, editor: Client) -> None:
    assert "không có lớp chữ" in upload(editor, ward, pdf((), ())).content.decode()
    page = LegalDocumentPage.objects.get()
    assert (page.number, page.document_type) == ("", "")


def test_only_what_is_ticked_is_written_to_the_draft(ward: MadeWard, editor: Client) -> None:
    document = PortalDocumentFactory(ward=ward)
    PortalDocument.objects.filter(pk=document.pk).update(extracted_text="\n".join([*DECISION, *SIGNED]))
    document.refresh_from_db()
    page = LegalDocumentPageFactory(ward=ward, title="Trích yếu của người", number="1/QĐ")
    page.attachments.add(Attachment(title="Toàn văn", document=document))
    page.save_revision()
    address = reverse("from_file:propose", args=[page.pk])
    shown = editor.get(address).content.decode()
    assert "258/QĐ-UBND" in shown
    assert "Trích yếu của người" in shown
    editor.post(
        address, {"take_number": "on", "number": "259/QĐ-UBND", "title": "Không lấy", "issued_on": "10/02/2026"}
    )
    draft = again(page).get_latest_revision_as_object()
    assert (draft.number, draft.title, draft.issued_on) == ("259/QĐ-UBND", "Trích yếu của người", None)
    told = editor.post(address, {"take_issued_on": "on", "issued_on": "03/04"}).content.decode()
    assert "error-message" in told


def test_nothing_to_propose_is_said(ward: MadeWard, editor: Client) -> None:
    page = LegalDocumentPageFactory(ward=ward)
    assert "Chưa đọc được gì" in editor.get(reverse("from_file:propose", args=[page.pk])).content.decode()


def test_other_pages_have_no_such_screen(ward: MadeWard, editor: Client) -> None:
    assert editor.get(reverse("from_file:new", args=[ward.projects.pk])).status_code == 404
    assert editor.get(reverse("from_file:propose", args=[ward.home.pk])).status_code == 404


def with_file(ward: MadeWard, content: bytes) -> tuple[Any, PortalDocument]:
    document = PortalDocumentFactory(ward=ward, file=ContentFile(content, name="tep.pdf"))
    page = LegalDocumentPageFactory(ward=ward)
    page.attachments.add(Attachment(title="Toàn văn", document=document))
    return publish(page), document


def test_what_was_read_is_found_by_the_public(ward: MadeWard) -> None:
    page, document = with_file(ward, pdf(("Trạm xử lý nước thải ngầm",)))
    assert extract.call(document.pk, document.sha256) == TextState.READ
    assert "nước thải ngầm" in PublicRecord.objects.get(page_id=page.pk).files_text


@pytest.mark.parametrize(
    ("content", "state"),
    [(pdf((), ()), TextState.SCAN), (b"%PDF-1.4 x", TextState.UNREADABLE), (b"GIF89a", TextState.OTHER)],
)
def test_what_cannot_be_read_is_marked(ward: MadeWard, content: bytes, state: TextState) -> None:
    _, document = with_file(ward, content)
    assert extract.call(document.pk, document.sha256) == state
    document.refresh_from_db()
    assert (document.text_state, document.extracted_text) == (state, "")


def test_a_scan_is_told_wherever_staff_meet_it(ward: MadeWard, editor: Client) -> None:
    """Numbers of pages are no text."""
    page, document = with_file(ward, pdf(("1/2",), ("2/2",)))
    assert extract.call(document.pk, document.sha256) == TextState.SCAN
    page = type(page).objects.get(pk=page.pk)
    assert [str(doubt) for doubt in page.doubts] == [SCAN]
    told = "không có lớp chữ: không tìm được bằng chữ"
    for address in (reverse("wagtailadmin_pages:edit", args=[page.pk]), reverse("wagtaildocs:index")):
        assert told in editor.get(address).content.decode(), address
    desk = editor.get(reverse("desk:home")).content.decode()
    assert "Tệp công khai là bản chụp, không tìm được bằng chữ (1)" in desk
    assert "Bản chụp, không có lớp chữ" in editor.get(reverse("wagtaildocs:edit", args=[document.pk])).content.decode()


def test_what_is_found_in_a_file_names_file_and_page(ward: MadeWard, client: Client) -> None:
    page, document = with_file(ward, pdf(("Điều 1. Phê duyệt quy hoạch",), ("Điều 2. Trạm xử lý nước thải ngầm",)))
    extract.call(document.pk, document.sha256)
    index([PublicRecord.objects.get(page_id=page.pk)])
    answer = client.get("/tim-kiem/", {"q": "nuoc thai ngam"}, headers={"host": ward.host})
    html = answer.content.decode()
    assert f'<a href="{document.url}#page=2">«Toàn văn», trang 2</a>' in html
    data = client.get("/tim-kiem/", {"q": "nuoc thai ngam", "dinh-dang": "json"}, headers={"host": ward.host}).json()
    assert data["ket-qua"][0]["tep"]["trang"] == 2
    assert client.get(document.url, headers={"host": ward.host}).headers["Content-Disposition"].startswith("inline")


def test_the_text_of_a_replaced_file_is_not_kept(ward: MadeWard) -> None:
    document = PortalDocumentFactory(ward=ward, file=ContentFile(pdf(("Bản đầu",)), name="tep.pdf"))
    assert extract.call(document.pk, "0" * 64) == "replaced"
    document.file.save("khac.pdf", ContentFile(pdf(("Bản sau",))))
    document.refresh_from_db()
    assert (document.text_state, document.extracted_text) == (TextState.WAITING, "")


def test_a_new_file_is_read_once_it_is_stored(ward: MadeWard, django_capture_on_commit_callbacks: Any) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        document = PortalDocumentFactory(ward=ward, file=ContentFile(pdf(("Chữ trong tệp",)), name="a.pdf"))
    document.refresh_from_db()
    assert document.extracted_text == "Chữ trong tệp"
