"""Documents (văn bản): decisions, resolutions, letters."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, ObjectList, PageChooserPanel, TabbedInterface
from wagtail.models import Orderable

from cms.disclosure.facts import Facts, may, must, rows
from cms.models import DisclosurePage
from cms.values.fields import LineField, PartialDateField
from projects_pages.models.document_fields import RECIPIENTS, DocumentPage, DocumentType
from projects_pages.successors import FATES


class Validity(models.TextChoices):
    """State of force (tình trạng hiệu lực)."""

    NOT_YET = "chua-hieu-luc", "Chưa có hiệu lực"
    IN_FORCE = "con-hieu-luc", "Còn hiệu lực"
    PARTLY = "het-mot-phan", "Hết hiệu lực một phần"
    EXPIRED = "het-hieu-luc", "Hết hiệu lực"


class LegalDocumentPage(DocumentPage):
    """A document in the register; its text need not be on file. The title is the abstract (trích yếu)."""

    kind = "van-ban"
    kind_label = "Văn bản"
    template = "projects_pages/legal_document_page.html"
    parent_page_types: ClassVar = ["projects_pages.LegalDocumentIndexPage"]
    subpage_types: ClassVar[list[str]] = []

    document_type = models.CharField("Loại văn bản", max_length=20, choices=DocumentType.choices)
    validity = models.CharField("Tình trạng hiệu lực", max_length=20, choices=Validity.choices, blank=True)
    field_of_work = LineField("Lĩnh vực", max_length=120, blank=True)
    scope = LineField("Phạm vi", max_length=255, blank=True)
    gazette_number = LineField("Số công báo", max_length=60, blank=True)
    gazette_date = PartialDateField("Ngày công báo", null=True, blank=True)
    official_url = models.URLField("Địa chỉ bản chính thức", blank=True)

    facts = Facts(
        must("document_type"),
        may("validity"),
        may("field_of_work"),
        may("scope"),
        may("gazette_number"),
        may("gazette_date"),
        may("official_url"),
        RECIPIENTS,
        rows("relations", "Văn bản liên quan", must("relation"), may("document"), may("text"), key="text"),
    )

    content_panels: ClassVar = [
        FieldPanel("title", heading="Trích yếu"),
        MultiFieldPanel([FieldPanel("document_type"), FieldPanel("validity")], heading="Loại, hiệu lực"),
        *DocumentPage.document_panels,
        FieldPanel("summary"),
        MultiFieldPanel(
            [
                FieldPanel("field_of_work"),
                FieldPanel("scope"),
                FieldPanel("gazette_number"),
                FieldPanel("gazette_date"),
                FieldPanel("official_url"),
            ],
            heading="Thuộc tính khác",
        ),
        InlinePanel("recipients", heading="Nơi nhận", label="Nơi nhận"),
        InlinePanel("relations", heading="Văn bản liên quan", label="Quan hệ"),
    ]
    edit_handler = TabbedInterface(
        [
            ObjectList(content_panels, heading="Thông tin chính"),
            ObjectList(DisclosurePage.basis_panels, heading="Nguồn, căn cứ, tệp"),
            ObjectList(DisclosurePage.record_panels, heading="Nhãn hồ sơ"),
            ObjectList(DisclosurePage.settings_panels, heading="Công bố"),
        ]
    )

    class Meta:
        verbose_name = "văn bản"
        verbose_name_plural = "văn bản"

    @property
    def public_state(self) -> tuple[str, str]:
        """State of force; of a document that is over not that it were in force."""
        if self.over[0] and self.validity != Validity.EXPIRED:
            return self.over
        return (self.validity, self.get_validity_display()) if self.validity else ("", "")

    @property
    def in_force_partly(self) -> bool:
        """Whether a part of it goes on, whatever replaced or repealed the rest."""
        return self.validity == Validity.PARTLY

    @property
    def over(self) -> tuple[str, str]:
        """What is replaced or repealed in part only goes on."""
        found = super().over
        return ("", "") if self.in_force_partly and found in FATES.values() else found

    @property
    def ended(self) -> bool:
        """Ended by the ward, or no longer in force."""
        return super().ended or self.validity == Validity.EXPIRED

    @property
    def search_keys(self) -> list[str]:
        """Type, issuer and signer, by which people ask for a document."""
        issuer = [self.issuer.name, *self.issuer.alias_list] if self.issuer else []
        return [*super().search_keys, f"{self.get_document_type_display()} số {self.shown_number}", *issuer]


class RelationKind(models.TextChoices):
    """How a document stands to another one."""

    AMENDS = "sua-doi", "Sửa đổi, bổ sung"
    REPLACES = "thay-the", "Thay thế"
    REPEALS = "bai-bo", "Bãi bỏ"
    GUIDES = "huong-dan", "Hướng dẫn"
    BASED_ON = "can-cu", "Căn cứ"
    CARRIES_OUT = "thuc-hien", "Triển khai thực hiện"
    MENTIONS = "dan-chieu", "Dẫn chiếu"
    CONSOLIDATES = "hop-nhat", "Hợp nhất"


class DocumentRelation(Orderable):
    """A relation to another document, which need not be in the register."""

    page = ParentalKey(LegalDocumentPage, on_delete=models.CASCADE, related_name="relations")
    relation = models.CharField("Quan hệ", max_length=20, choices=RelationKind.choices)
    document = models.ForeignKey(
        DisclosurePage, verbose_name="Văn bản", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    text = LineField("Tên văn bản, điều khoản", max_length=500, blank=True)

    panels: ClassVar = [FieldPanel("relation"), PageChooserPanel("document"), FieldPanel("text")]

    class Meta(Orderable.Meta):
        verbose_name = "văn bản liên quan"
        verbose_name_plural = "văn bản liên quan"
