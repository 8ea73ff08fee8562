"""The base of everything that a ward discloses (hồ sơ công khai)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import cached_property
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import (
    FieldPanel,
    HelpPanel,
    InlinePanel,
    MultiFieldPanel,
    MultipleChooserPanel,
    PageChooserPanel,
)
from wagtail.models import Orderable
from wagtail.search import index

from cms.disclosure.facts import Facts, may, must, rows, should
from cms.disclosure.figures import gaps
from cms.disclosure.missing import Finding
from cms.models.base_page import BasePage
from cms.models.children import load_children
from cms.models.document import PortalDocument
from cms.models.panels import SourcesPanel
from cms.values.fields import LineField, ProseField
from search.files import FileText

SCAN = "là bản chụp, không có lớp chữ: không tìm được bằng chữ. Có bản ký số hoặc bản gốc Word thì thay vào."


class DisclosurePage(BasePage):
    """What all disclosed records share: concrete, so that every record can point to every other."""

    title_en = LineField("Tên tiếng Anh", max_length=255, blank=True)
    summary = ProseField("Tóm tắt", blank=True, help_text="Một, hai câu người dân đọc trước tiên.")
    summary_en = ProseField("Tóm tắt tiếng Anh", blank=True)
    reference_code = LineField(
        "Mã hồ sơ của phường", max_length=60, blank=True, help_text="Không trùng trong một cổng."
    )
    other_names = ProseField(
        "Tên khác", blank=True, help_text="Tên cũ, tên gọi khác, cách viết khác; mỗi dòng một tên."
    )
    places = ParentalManyToManyField("registers.Place", verbose_name="Địa bàn", blank=True, related_name="+")
    unit = models.ForeignKey(
        "registers.Unit",
        verbose_name="Đơn vị phụ trách",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    provider = models.ForeignKey(
        "registers.Organisation",
        verbose_name="Bên cung cấp thông tin",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    posted_from = models.DateField("Niêm yết từ ngày", null=True, blank=True)
    posted_until = models.DateField("Niêm yết đến hết ngày", null=True, blank=True)
    confirmed_on = models.DateField("Xác nhận lại ngày", null=True, blank=True)
    confirm_again_by = models.DateField("Phải xác nhận lại trước ngày", null=True, blank=True)
    ended_on = models.DateField(
        "Kết thúc từ ngày", null=True, blank=True, help_text="Hồ sơ đã công khai thì kết thúc, không xóa."
    )
    ended_reason = LineField("Lý do kết thúc", max_length=500, blank=True)

    exclude_fields_in_copy: ClassVar = [*BasePage.exclude_fields_in_copy, "reference_code"]
    search_fields: ClassVar = [
        *BasePage.search_fields,
        *(index.AutocompleteField(name) for name in ("public_number", "reference_code", "other_names")),
        *(index.SearchField(name) for name in ("public_number", "reference_code", "other_names")),
    ]
    """By what the administration finds a record besides its title."""

    facts = Facts(
        may("title_en"),
        should("summary"),
        may("summary_en"),
        may("reference_code"),
        may("other_names"),
        may("places"),
        should("unit", asked_by="A3"),
        may("provider"),
        may("posted_from"),
        may("posted_until"),
        may("confirmed_on"),
        may("confirm_again_by"),
        may("ended_on"),
        may("ended_reason"),
        rows("legal_bases", "Căn cứ", may("document"), may("note"), key="document"),
        rows("attachments", "Tệp đính kèm", must("title"), must("document"), key="title"),
        rows(
            "sources",
            "Nguồn của số liệu",
            must("fact"),
            must("document"),
            may("passage"),
            key="fact",
            names_facts="fact",
        ),
        rows("corrections", "Đính chính", must("corrected_on"), must("text"), key="corrected_on"),
    )

    class Meta:
        verbose_name = "hồ sơ công khai"
        verbose_name_plural = "hồ sơ công khai"

    basis_panels: ClassVar = [
        SourcesPanel(
            "sources",
            [FieldPanel("fact"), PageChooserPanel("document"), FieldPanel("passage")],
            heading="Nguồn của từng số liệu",
            label="Nguồn",
        ),
        InlinePanel(
            "legal_bases", [PageChooserPanel("document"), FieldPanel("note")], heading="Căn cứ", label="Căn cứ"
        ),
        MultipleChooserPanel(
            "attachments",
            chooser_field_name="document",
            heading="Tệp đính kèm",
            label="Tệp",
            panels=[FieldPanel("title"), FieldPanel("document")],
        ),
        HelpPanel(template="cms/scans.html"),
    ]
    record_panels: ClassVar = [
        MultiFieldPanel(
            [
                FieldPanel("reference_code"),
                FieldPanel("other_names"),
                FieldPanel("places"),
                FieldPanel("unit"),
                FieldPanel("provider"),
            ],
            heading="Nhãn hồ sơ",
        ),
        MultiFieldPanel(
            [
                FieldPanel("posted_from"),
                FieldPanel("posted_until"),
                FieldPanel("confirmed_on"),
                FieldPanel("confirm_again_by"),
            ],
            heading="Niêm yết, xác nhận lại",
        ),
        MultiFieldPanel([FieldPanel("ended_on"), FieldPanel("ended_reason")], heading="Kết thúc"),
        InlinePanel(
            "corrections", [FieldPanel("corrected_on"), FieldPanel("text")], heading="Đính chính", label="Đính chính"
        ),
        MultiFieldPanel([FieldPanel("title_en"), FieldPanel("summary_en")], heading="Tiếng Anh"),
    ]

    @property
    def public_summary(self) -> str:
        """The summary as written."""
        return self.summary

    @property
    def public_number(self) -> str:
        """The ward's own code of the record."""
        return self.reference_code

    @property
    def public_places(self) -> list[dict[str, str]]:
        """The places in the order of their names."""
        return [{"key": place.key, "label": place.full_name} for place in self.places.all()]

    @property
    def public_unit(self) -> str:
        """The unit's name."""
        return self.unit.name if self.unit else ""

    @property
    def search_keys(self) -> list[str]:
        """Other names of the record, of its places and of its unit."""
        keys = [line.strip() for line in self.other_names.splitlines() if line.strip()]
        for row in [*self.places.all(), *([self.unit] if self.unit else [])]:
            keys += row.alias_list
        return keys

    @property
    def ended(self) -> bool:
        """Ended records stay readable and come after those in force."""
        return self.ended_on is not None

    @property
    def carried_files(self) -> list[PortalDocument]:
        """The attached documents."""
        return [row.document for row in self.attachments.all()]

    @property
    def scans(self) -> list[Attachment]:
        """Attached files that nobody finds by their words."""
        return [row for row in self.attachments.all() if row.document_id and row.document.is_scan]

    @property
    def doubts(self) -> list[Finding]:
        """Files without words, too."""
        return [
            *super().doubts,
            *(Finding("must", f"Tệp «{row.title}»", field="attachments", message=SCAN) for row in self.scans),
        ]

    @property
    def file_texts(self) -> list[FileText]:
        """The words of the attached documents; pages of a PDF alone have numbers that everybody sees."""
        return [
            FileText(row.title, row.document.url, row.document.extracted_text, row.document.file_extension == "pdf")
            for row in self.attachments.all()
        ]

    @cached_property
    def sources_by_fact(self) -> dict[str, FigureSource]:
        """Where each key figure comes from."""
        return {source.fact: source for source in self.sources.all()}

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Reads the children and what they point to at once."""
        load_children(self)
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context["gaps"] = gaps(self, timezone.localdate(), self.unknown_in_rows)
        return context

    gap_labels: ClassVar[Mapping[str, str]] = {}
    """How a fact is called in the list of what is lacking, where its label says too little."""

    @property
    def unknown_in_rows(self) -> list[str]:
        """What nobody has said within the rows, for the list of what is lacking; types know theirs."""
        return []

    def clean(self) -> None:
        """Refuse contradictions that a form can show at the field."""
        from cms.models.checks import clean_record

        super().clean()
        clean_record(self)


class LegalBasis(Orderable):
    """A document on which a record rests (căn cứ)."""

    page = ParentalKey(DisclosurePage, on_delete=models.CASCADE, related_name="legal_bases")
    document = models.ForeignKey(DisclosurePage, verbose_name="Văn bản", on_delete=models.PROTECT, related_name="+")
    note = LineField("Vai trò, điều khoản", max_length=255, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = "căn cứ"
        verbose_name_plural = "căn cứ"


class Attachment(Orderable):
    """A file of a record, with the title by which people ask for it."""

    page = ParentalKey(DisclosurePage, on_delete=models.CASCADE, related_name="attachments")
    title = LineField("Tên tệp", max_length=255)
    document = models.ForeignKey(PortalDocument, verbose_name="Tệp", on_delete=models.PROTECT, related_name="+")

    class Meta(Orderable.Meta):
        verbose_name = "tệp đính kèm"
        verbose_name_plural = "tệp đính kèm"


class FigureSource(Orderable):
    """Which document, and where in it, a figure of the record comes from."""

    page = ParentalKey(DisclosurePage, on_delete=models.CASCADE, related_name="sources")
    fact = models.SlugField("Số liệu", max_length=60)
    document = models.ForeignKey(DisclosurePage, verbose_name="Văn bản", on_delete=models.PROTECT, related_name="+")
    passage = LineField("Chỗ trong văn bản", max_length=120, blank=True, help_text="Ví dụ: mục III.1.")

    class Meta(Orderable.Meta):
        verbose_name = "nguồn của số liệu"
        verbose_name_plural = "nguồn của số liệu"


class Correction(Orderable):
    """A public note that something published was wrong and what is right (Luật Tiếp cận thông tin, Điều 22)."""

    page = ParentalKey(DisclosurePage, on_delete=models.CASCADE, related_name="corrections")
    corrected_on = models.DateField("Ngày đính chính")
    text = ProseField("Nội dung đính chính")

    class Meta(Orderable.Meta):
        verbose_name = "đính chính"
        verbose_name_plural = "đính chính"


def fact_choices(model: type[Any]) -> list[tuple[str, str]]:
    """Facts of a type that can have a source of their own, for the form."""
    bound = model.facts
    return [
        (item.name, bound.label(item)) for item in bound if item.name not in {"sources", "legal_bases", "attachments"}
    ]
