"""Projects (dự án) of social housing."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from wagtail.admin.panels import (
    FieldPanel,
    HelpPanel,
    MultiFieldPanel,
    ObjectList,
    PageChooserPanel,
    TabbedInterface,
)

from cms.disclosure.facts import Facts, may, must, should
from cms.disclosure.missing import Finding
from cms.disclosure.uses import uses_by_kind
from cms.models import DisclosurePage
from cms.models.panels import RowsPanel
from cms.values.fields import (
    AreaField,
    CountField,
    LineField,
    MoneyField,
    PartialDateField,
    ProseField,
    RatioField,
    ShareField,
)
from projects_pages import presentation, price_presentation, round_presentation
from projects_pages.law_presentation import province_of
from projects_pages.models.checked_rows import CheckedRows
from projects_pages.models.project_facts import (
    CONTACTS,
    HOME_TYPES,
    INFRASTRUCTURE,
    INVESTOR,
    MILESTONES,
    OBSTACLES,
    PROGRESS_REPORTS,
)
from projects_pages.models.round import ROUND_RESULTS, ROUNDS
from projects_pages.round_terms import round_doubts
from projects_pages.rounds import stage_on
from projects_pages.rules import project_numbers_agree, results_name_rounds, rounds_agree
from projects_pages.stages import CLOSED, Stage


class ProjectKind(models.TextChoices):
    """How a project came to be social housing."""

    INDEPENDENT = "doc-lap", "Nhà ở xã hội độc lập"
    SHARE_OF_COMMERCIAL = "quy-20", "Trong quỹ đất 20% của dự án thương mại"
    WORKER_LODGING = "nha-luu-tru", "Nhà lưu trú công nhân"
    ARMED_FORCES = "luc-luong-vu-trang", "Nhà ở cho lực lượng vũ trang"
    INDIVIDUAL = "ca-nhan", "Cá nhân xây để cho thuê"


LOOKED_BACK = datetime.timedelta(31)
"""A day on which nobody renewed the stages is made up for as long as this."""


def _rents_to_firms_only(project: Any) -> str:
    """Worker lodgings are rented by firms for their workers (Luật Nhà ở 2023, Điều 93): nothing is sold."""
    return "nhà lưu trú công nhân chỉ cho thuê" if project.project_kind == ProjectKind.WORKER_LODGING else ""


def _rounds_have_dates(project: Any) -> str:
    return "ngày nhận ghi ở từng đợt" if any(row.opens_on for row in project.rounds.all()) else ""


class ProjectPage(CheckedRows, DisclosurePage):
    """A social-housing project as NĐ 100/2024 Điều 38 (NĐ 54/2026 Điều 34) and the ward's plan make it public."""

    kind = "du-an"
    kind_label = "Dự án"
    template = "projects_pages/project_page.html"
    parent_page_types: ClassVar = ["projects_pages.ProjectIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    checked_relations = frozenset({"rounds", "round_results"})

    gap_labels: ClassVar = {
        "home_types": "Loại căn hộ: số căn, diện tích, giá bán tạm tính",
        "milestones": "Thời điểm khởi công, hoàn thành",
    }
    card_facts: ClassVar = ("homes_total", "land_area", "completion_planned")

    project_kind = models.CharField("Loại dự án", max_length=20, choices=ProjectKind.choices, blank=True)
    stage = models.CharField(
        "Giai đoạn",
        max_length=20,
        choices=Stage.choices,
        blank=True,
        help_text="Trong ngày có đợt nhận hồ sơ đang mở, trang tự ghi «Đang nhận hồ sơ».",
    )
    priority_lane = models.BooleanField(
        "Luồng ưu tiên", null=True, blank=True, help_text="Thuộc nhóm được rút ngắn thời gian giải quyết."
    )

    # Parties
    investor = models.ForeignKey(
        "registers.Organisation",
        verbose_name="Chủ đầu tư",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    operator = models.ForeignKey(
        "registers.Organisation",
        verbose_name="Đơn vị quản lý vận hành",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    contact_address = LineField("Địa chỉ liên lạc của chủ đầu tư", max_length=255, blank=True)
    apply_at = LineField("Nơi nộp đơn đăng ký", max_length=255, blank=True)
    applications_expected = PartialDateField("Dự kiến bắt đầu nhận hồ sơ", null=True, blank=True)

    # Land and scale
    location = LineField("Địa điểm", max_length=255, blank=True)
    land_area = AreaField("Diện tích đất", null=True, blank=True)
    land_site = models.ForeignKey(
        "projects_pages.LandSitePage",
        verbose_name="Khu đất",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    land_origin = LineField("Nguồn gốc, hình thức giao đất", max_length=255, blank=True)
    homes_total = CountField("Tổng số căn hộ", null=True, blank=True)
    homes_total_approximate = models.BooleanField("Số căn hộ là số «khoảng»", default=False)
    homes_for_sale = CountField("Số căn để bán", null=True, blank=True)
    homes_for_rent = CountField("Số căn cho thuê", null=True, blank=True)
    homes_for_rent_to_buy = CountField("Số căn cho thuê mua", null=True, blank=True)
    buildings = CountField("Số tòa nhà", null=True, blank=True)
    storeys = CountField("Số tầng", null=True, blank=True)
    basements = CountField("Số tầng hầm", null=True, blank=True)
    floor_area = AreaField("Tổng diện tích sàn", null=True, blank=True)
    building_density = ShareField("Mật độ xây dựng", null=True, blank=True)
    land_use_ratio = RatioField("Hệ số sử dụng đất", null=True, blank=True)
    population = CountField("Dân số dự kiến", null=True, blank=True)

    # Investment and time
    total_investment = MoneyField("Tổng mức đầu tư", null=True, blank=True)
    capital_source = LineField("Nguồn vốn", max_length=255, blank=True)
    incentives = ProseField("Ưu đãi", blank=True)
    completion_planned = PartialDateField("Hoàn thành theo kế hoạch", null=True, blank=True)

    # Policy, approvals, people
    investment_policy = ProseField("Chủ trương đầu tư", blank=True)
    detailed_plan = ProseField("Quy hoạch chi tiết", blank=True)
    role_in_plan = ProseField("Vai trò", blank=True)
    intended_for = ProseField("Dành cho ai", blank=True)
    needs_note = ProseField("Người đang cần nhà làm gì", blank=True)

    facts = Facts(
        may("project_kind"),
        should("stage"),
        may("priority_lane"),
        must("investor", asked_by="A1", owed_by=INVESTOR),
        may("operator"),
        must("contact_address", asked_by="A1", owed_by=INVESTOR),
        must("apply_at", asked_by="A1", owed_by=INVESTOR),
        must("applications_expected", asked_by="A1", owed_by=INVESTOR, not_applicable=_rounds_have_dates),
        must("location", asked_by="A1", owed_by=INVESTOR),
        should("land_area"),
        may("land_site"),
        may("land_origin"),
        must("homes_total", asked_by="A1", owed_by=INVESTOR, approximate="homes_total_approximate"),
        must("homes_for_sale", asked_by="A1", owed_by=INVESTOR, not_applicable=_rents_to_firms_only),
        should("homes_for_rent"),
        should("homes_for_rent_to_buy", not_applicable=_rents_to_firms_only),
        may("buildings"),
        may("storeys"),
        may("basements"),
        may("floor_area"),
        may("building_density"),
        may("land_use_ratio"),
        may("population"),
        may("total_investment"),
        may("capital_source"),
        may("incentives"),
        should("completion_planned"),
        may("investment_policy"),
        may("detailed_plan"),
        may("role_in_plan"),
        may("intended_for"),
        may("needs_note"),
        MILESTONES,
        HOME_TYPES,
        ROUNDS,
        ROUND_RESULTS,
        INFRASTRUCTURE,
        CONTACTS,
        PROGRESS_REPORTS,
        OBSTACLES,
    )
    rules = (project_numbers_agree,)
    key_figures: ClassVar = ("homes_total", "land_area", "completion_planned")

    content_panels: ClassVar = [
        *DisclosurePage.content_panels,
        FieldPanel("summary"),
        MultiFieldPanel(
            [
                FieldPanel("project_kind"),
                FieldPanel("stage"),
                FieldPanel("priority_lane"),
                FieldPanel("completion_planned"),
            ],
            heading="Giai đoạn",
        ),
        MultiFieldPanel(
            [
                FieldPanel("homes_total"),
                FieldPanel("homes_total_approximate"),
                FieldPanel("homes_for_sale"),
                FieldPanel("homes_for_rent"),
                FieldPanel("homes_for_rent_to_buy"),
                FieldPanel("buildings"),
                FieldPanel("storeys"),
                FieldPanel("basements"),
                FieldPanel("floor_area"),
                FieldPanel("building_density"),
                FieldPanel("land_use_ratio"),
                FieldPanel("population"),
            ],
            heading="Quy mô",
        ),
        MultiFieldPanel(
            [
                FieldPanel("location"),
                PageChooserPanel("land_site", "projects_pages.LandSitePage"),
                FieldPanel("land_area"),
                FieldPanel("land_origin"),
            ],
            heading="Đất",
        ),
        MultiFieldPanel(
            [
                FieldPanel("investor"),
                FieldPanel("contact_address"),
                FieldPanel("apply_at"),
                FieldPanel("applications_expected"),
                FieldPanel("operator"),
            ],
            heading="Chủ đầu tư, nơi nộp đơn",
        ),
        MultiFieldPanel(
            [FieldPanel("total_investment"), FieldPanel("capital_source"), FieldPanel("incentives")], heading="Vốn"
        ),
        MultiFieldPanel(
            [
                FieldPanel("investment_policy"),
                FieldPanel("detailed_plan"),
                FieldPanel("role_in_plan"),
                FieldPanel("intended_for"),
                FieldPanel("needs_note"),
            ],
            heading="Chủ trương, quy hoạch, đối tượng",
        ),
    ]
    progress_panels: ClassVar = [
        RowsPanel("milestones", heading="Mốc tiến độ", label="Mốc"),
        RowsPanel("progress_reports", heading="Báo cáo tiến độ", label="Báo cáo"),
        RowsPanel("obstacles", heading="Khó khăn, vướng mắc (phần công khai)", label="Vướng mắc"),
        RowsPanel("infrastructure", heading="Hạ tầng phải có", label="Hạng mục"),
    ]
    homes_panels: ClassVar = [
        RowsPanel("home_types", heading="Loại căn hộ", label="Loại căn"),
        HelpPanel(template="projects_pages/admin/round_doubts.html"),
        RowsPanel("rounds", heading="Đợt nhận hồ sơ", label="Đợt"),
        RowsPanel("round_results", heading="Kết quả của đợt: chỉ số lượng, không ghi tên người", label="Kết quả"),
        RowsPanel("contacts", heading="Hỏi ở đâu", label="Nơi hỏi"),
    ]
    edit_handler = TabbedInterface(
        [
            ObjectList(content_panels, heading="Thông tin chính"),
            ObjectList(progress_panels, heading="Tiến độ, hạ tầng"),
            ObjectList(homes_panels, heading="Căn hộ, đợt nhận, nơi hỏi"),
            ObjectList(DisclosurePage.basis_panels, heading="Nguồn, căn cứ, tệp"),
            ObjectList(DisclosurePage.record_panels, heading="Nhãn hồ sơ"),
            ObjectList(DisclosurePage.settings_panels, heading="Công bố"),
        ]
    )

    class Meta:
        verbose_name = "dự án"
        verbose_name_plural = "dự án"

    @property
    def stage_today(self) -> str:
        """The stage as it is shown: typed, or derived from the rounds on Vietnam's day; empty for unknown."""
        return stage_on(self.stage, self.rounds.all(), timezone.localdate())

    @property
    def public_state(self) -> tuple[str, str]:
        """The stage."""
        stage = self.stage_today
        return (stage, Stage(stage).label) if stage else ("", "")

    @classmethod
    def changing(cls, day: datetime.date) -> models.QuerySet[ProjectPage]:
        """Public projects whose stage the calendar may have changed on `day` or within the month before it."""
        since = day - LOOKED_BACK
        turned = models.Q()
        for name in ("opens_on", "closes_on", "drawn_on", "settled_on", "cancelled_on"):
            turned |= models.Q(**{f"rounds__{name}__range": (since, day)})
        return cls.objects.filter(turned, live=True).distinct()

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds what the page says beyond single facts."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        today = timezone.localdate()
        uses = uses_by_kind(self)
        prices = price_presentation.current_prices(uses.get(price_presentation.KIND, []), today)
        lists = uses.get("ket-qua", [])
        rounds = round_presentation.rounds_of(self, lists, today)
        context.update(
            linked=round_presentation.linked(uses, rounds, prices),
            halted="" if self.ended_on else presentation.halted(self),
            stage=self.public_state,
            stage_tone=presentation.STAGE_TONES.get(self.stage_today, ""),
            answers=presentation.answers(self, rounds, prices, today),
            steps=presentation.steps(self, today),
            checklist=presentation.checklist(self),
            checklist_sources=presentation.checklist_sources(self),
            states_unknown=presentation.states_unknown(self),
            contacts_chip=presentation.contacts_source(self),
            contacts_unreachable=presentation.contacts_unreachable(self),
            homes_table=presentation.homes_table(self, {price.transaction for price in prices}),
            rounds=rounds,
            prices=prices,
            lists=lists,
        )
        return context

    @property
    def track(self) -> list[presentation.Step]:
        """The milestones in short, as the home page shows them."""
        return presentation.steps(self, timezone.localdate())

    @property
    def unknown_in_rows(self) -> list[str]:
        """Milestones that should have happened, and infrastructure of which nobody has told the state."""
        states = ["Tình trạng từng hạng mục hạ tầng"] if presentation.states_unknown(self) else []
        return [*presentation.overdue(self, timezone.localdate()), *states]

    @property
    def public_date(self) -> datetime.date | None:
        """When the project is planned to be completed is not its date; it has none of its own."""
        return None

    @property
    def ended(self) -> bool:
        """Ended by the ward, or cancelled."""
        return super().ended or self.stage in CLOSED

    @property
    def doubts(self) -> list[Finding]:
        """Rounds whose times are shorter than the law has them, too."""
        return [*super().doubts, *(round_doubts(self.rounds.all(), province_of(self)) if self.pk else [])]

    def clean(self) -> None:
        """Refuse numbers that contradict each other."""
        super().clean()
        for rule in self.rules:
            rule(self)

    def check_rows(self, rows: Mapping[str, Sequence[Any]], portal: Any = None) -> None:
        """Refuse rounds that contradict each other, the stage or their results."""
        rounds_agree(self, rows["rounds"])
        if portal is not None:
            results_name_rounds(rows["rounds"], rows["round_results"])
