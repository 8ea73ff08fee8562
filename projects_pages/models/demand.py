"""Demand for social housing (nhu cầu nhà ở xã hội): the survey and its counts, never the list of households."""

from __future__ import annotations

import datetime
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.http import HttpRequest
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, ObjectList, PageChooserPanel, TabbedInterface
from wagtail.models import Orderable

from cms.disclosure.facts import Facts, may, must, rows, should
from cms.disclosure.uses import uses_of
from cms.models import DisclosurePage, PortalDocument
from cms.values.fields import CountField, LineField, PartialDateField, ProseField
from projects_pages import demand_presentation
from projects_pages.rules import counts_are_given_once, small_cells_are_hidden, survey_days_in_order


class SurveyState(models.TextChoices):
    """How far a survey is."""

    ORDERED = "duoc-giao", "Đã giao việc, chưa có số liệu"
    UNDER_WAY = "dang-khao-sat", "Đang khảo sát"
    COUNTED = "da-tong-hop", "Đã tổng hợp"


def least_threshold() -> int:
    """Counts below this are hidden on this portal: households, from the setting SMALL_CELLS_BELOW."""
    return int(settings.SMALL_CELLS_BELOW)


class DemandPage(DisclosurePage):
    """A survey of demand: counts by place and group, small ones hidden so that nobody can be recognised."""

    kind = "nhu-cau"
    kind_label = "Nhu cầu nhà ở"
    template = "projects_pages/demand_page.html"
    parent_page_types: ClassVar = ["projects_pages.DemandIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    card_facts: ClassVar = ("survey_from", "survey_until", "surveyed_by")
    gap_labels: ClassVar = {"counts": "Số hộ có nhu cầu theo địa bàn và đối tượng"}

    subject = models.ForeignKey(
        DisclosurePage,
        verbose_name="Cho dự án nào",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    survey_state = models.CharField("Tình trạng khảo sát", max_length=20, choices=SurveyState.choices, blank=True)
    survey_from = PartialDateField("Khảo sát từ", null=True, blank=True)
    survey_until = PartialDateField("Khảo sát đến", null=True, blank=True)
    surveyed_by = models.ForeignKey(
        "registers.Unit",
        verbose_name="Đơn vị khảo sát",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    method = ProseField("Cách làm", blank=True)
    report = models.ForeignKey(
        DisclosurePage,
        verbose_name="Văn bản tổng hợp",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    blank_form = models.ForeignKey(
        PortalDocument,
        verbose_name="Mẫu phiếu khảo sát (để trống)",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Chỉ mẫu phiếu trống. Danh sách hộ là nội bộ, không tải lên đây.",
    )
    hidden_below = CountField(
        "Ẩn ô dưới (hộ)",
        default=least_threshold,
        help_text="Ô có số hộ nhỏ hơn số này được ẩn, và ẩn thêm những ô đủ để không tính ngược ra được.",
    )

    facts = Facts(
        may("subject"),
        should("survey_state"),
        should("survey_from"),
        should("survey_until"),
        should("surveyed_by"),
        should("method"),
        should("report"),
        should("blank_form"),
        must("hidden_below"),
        rows(
            "counts",
            "Số hộ có nhu cầu",
            may("place"),
            may("eligible"),
            may("group"),
            must("households"),
            may("note"),
            key="place",
            level="should",
            withheld=demand_presentation.withheld,
        ),
    )
    rules = (survey_days_in_order, small_cells_are_hidden, counts_are_given_once)

    content_panels: ClassVar = [
        *DisclosurePage.content_panels,
        FieldPanel("summary"),
        MultiFieldPanel(
            [
                PageChooserPanel("subject"),
                FieldPanel("survey_state"),
                FieldPanel("survey_from"),
                FieldPanel("survey_until"),
                FieldPanel("surveyed_by"),
                FieldPanel("method"),
                PageChooserPanel("report"),
                FieldPanel("blank_form"),
            ],
            heading="Cuộc khảo sát",
        ),
    ]
    count_panels: ClassVar = [
        FieldPanel("hidden_below"),
        InlinePanel("counts", heading="Số hộ theo địa bàn và đối tượng", label="Số hộ"),
    ]
    edit_handler = TabbedInterface(
        [
            ObjectList(content_panels, heading="Thông tin chính"),
            ObjectList(count_panels, heading="Số hộ"),
            ObjectList(DisclosurePage.basis_panels, heading="Nguồn, căn cứ, tệp"),
            ObjectList(DisclosurePage.record_panels, heading="Nhãn hồ sơ"),
            ObjectList(DisclosurePage.settings_panels, heading="Công bố"),
        ]
    )

    class Meta:
        verbose_name = "nhu cầu nhà ở xã hội"
        verbose_name_plural = "nhu cầu nhà ở xã hội"

    @property
    def public_state(self) -> tuple[str, str]:
        """How far the survey is."""
        return (self.survey_state, self.get_survey_state_display()) if self.survey_state else ("", "")

    @property
    def public_date(self) -> datetime.date | None:
        """When the survey ended or began."""
        known = self.survey_until or self.survey_from
        return known.first_day if known else None

    @property
    def public_date_as(self) -> str:
        """As precise as it is known."""
        known = self.survey_until or self.survey_from
        return known.edtf if known else ""

    @property
    def carried_files(self) -> list[PortalDocument]:
        """The attached documents and the blank form."""
        return [*super().carried_files, *([self.blank_form] if self.blank_form else [])]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds the counts as they may be shown and the records that point to the page."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context["grid"] = demand_presentation.grid(self)
        context["uses"] = uses_of(self)
        return context

    def clean(self) -> None:
        """Refuse a threshold under the portal's, numbers given twice, days out of order."""
        super().clean()
        for rule in self.rules:
            rule(self)


class DemandCount(Orderable):
    """Households of one group in one place; what is under the threshold leaves the form only as "hidden"."""

    page = ParentalKey(DemandPage, on_delete=models.CASCADE, related_name="counts")
    place = models.ForeignKey(
        "registers.Place",
        verbose_name="Thôn, tổ dân phố",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    eligible = models.ForeignKey(
        "registers.EligibleGroup",
        verbose_name="Nhóm đối tượng theo luật",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    group = LineField(
        "Đối tượng theo cách gọi của cuộc khảo sát",
        max_length=255,
        blank=True,
        help_text="Để trống thì lấy tên nhóm theo luật; trống cả hai khi chưa phân theo đối tượng.",
    )
    households = CountField("Số hộ")
    note = LineField("Ghi chú", max_length=255, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = "số hộ có nhu cầu"
        verbose_name_plural = "số hộ có nhu cầu"

    @property
    def group_name(self) -> str:
        """How the table calls the group; empty where the households are not divided."""
        return self.group or (self.eligible.short_name if self.eligible else "")
