"""Application rounds (đợt nhận hồ sơ) of a project and their results."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, PageChooserPanel
from wagtail.models import Orderable

from cms.disclosure.facts import may, must, rows
from cms.models import DisclosurePage
from cms.values.fields import CountField, LineField
from projects_pages.models.project_facts import INVESTOR
from projects_pages.rules import result_counts_agree, round_dates_in_order

ROUNDS = rows(
    "rounds",
    "Đợt nhận hồ sơ",
    must("name"),
    may("homes_for_sale"),
    may("homes_for_rent_to_buy"),
    may("homes_for_rent"),
    may("notice"),
    may("announced_on"),
    may("opens_on"),
    may("closes_on"),
    may("hours"),
    may("apply_at"),
    may("draw_on"),
    may("draw_at"),
    may("drawn_on"),
    may("settled_on"),
    may("cancelled_on"),
    may("cancelled_reason"),
    key="name",
    asked_by="B1",
    owed_by=INVESTOR,
)
ROUND_RESULTS = rows(
    "round_results",
    "Kết quả của đợt",
    must("round_name"),
    must("group"),
    may("homes"),
    may("applications"),
    may("eligible"),
    may("chosen"),
    key="group",
)


class ApplicationRound(Orderable):
    """A round in which applications are taken: the investor's, elsewhere; the portal takes none.

    Its state is never typed: `projects_pages.rounds.state_of` derives it from these facts and the day.
    """

    page = ParentalKey("projects_pages.ProjectPage", on_delete=models.CASCADE, related_name="rounds")
    name = LineField("Tên đợt", max_length=120, help_text="Ví dụ: Đợt 1.")
    homes_for_sale = CountField("Số căn để bán", null=True, blank=True)
    homes_for_rent_to_buy = CountField("Số căn cho thuê mua", null=True, blank=True)
    homes_for_rent = CountField("Số căn cho thuê", null=True, blank=True)
    notice = models.ForeignKey(
        DisclosurePage, verbose_name="Thông báo", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    announced_on = models.DateField(
        "Thông báo ngày", null=True, blank=True, help_text="Ngày chủ đầu tư công bố thông báo nhận hồ sơ (B1)."
    )
    opens_on = models.DateField("Nhận từ ngày", null=True, blank=True)
    closes_on = models.DateField("Nhận đến hết ngày", null=True, blank=True)
    hours = LineField("Giờ nhận", max_length=255, blank=True, help_text="Ví dụ: 7:30–11:30, trừ thứ Bảy, Chủ Nhật.")
    apply_at = LineField(
        "Nơi nộp hồ sơ", max_length=255, blank=True, help_text="Để trống thì lấy nơi nộp đơn của dự án."
    )
    draw_on = models.DateField("Dự kiến bốc thăm ngày", null=True, blank=True)
    draw_at = LineField("Nơi bốc thăm", max_length=255, blank=True)
    drawn_on = models.DateField("Đã bốc thăm ngày", null=True, blank=True)
    settled_on = models.DateField(
        "Chốt danh sách ngày",
        null=True,
        blank=True,
        help_text="Khi không phải bốc thăm: hồ sơ đủ điều kiện không nhiều hơn số căn.",
    )
    cancelled_on = models.DateField("Hủy đợt từ ngày", null=True, blank=True)
    cancelled_reason = LineField("Lý do hủy", max_length=500, blank=True)

    panels: ClassVar = [
        FieldPanel("name"),
        MultiFieldPanel(
            [FieldPanel("homes_for_sale"), FieldPanel("homes_for_rent_to_buy"), FieldPanel("homes_for_rent")],
            heading="Số căn của đợt",
        ),
        MultiFieldPanel([PageChooserPanel("notice"), FieldPanel("announced_on")], heading="Thông báo"),
        MultiFieldPanel(
            [FieldPanel("opens_on"), FieldPanel("closes_on"), FieldPanel("hours"), FieldPanel("apply_at")],
            heading="Nhận hồ sơ",
        ),
        MultiFieldPanel(
            [FieldPanel("draw_on"), FieldPanel("draw_at"), FieldPanel("drawn_on"), FieldPanel("settled_on")],
            heading="Bốc thăm, chốt danh sách",
        ),
        MultiFieldPanel([FieldPanel("cancelled_on"), FieldPanel("cancelled_reason")], heading="Hủy đợt"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = "đợt nhận hồ sơ"
        verbose_name_plural = "đợt nhận hồ sơ"

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Refuse dates out of order."""
        super().clean()
        round_dates_in_order(self)


class RoundResult(Orderable):
    """What became of one group's applications in a round: counts, never names."""

    page = ParentalKey("projects_pages.ProjectPage", on_delete=models.CASCADE, related_name="round_results")
    round_name = LineField("Đợt", max_length=120, help_text="Tên đợt như ghi ở trên.")
    group = LineField("Nhóm đối tượng", max_length=255)
    homes = CountField("Số căn", null=True, blank=True)
    applications = CountField("Hồ sơ đã nộp", null=True, blank=True)
    eligible = CountField("Hồ sơ đủ điều kiện", null=True, blank=True)
    chosen = CountField("Được chọn", null=True, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = "kết quả của đợt"
        verbose_name_plural = "kết quả của đợt"

    def clean(self) -> None:
        """Refuse counts that contradict each other."""
        super().clean()
        result_counts_agree(self)
