"""Old apartment blocks (chung cư cũ): how dangerous they are, what is planned, what owners were told."""

from __future__ import annotations

import datetime
from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import (
    FieldPanel,
    MultiFieldPanel,
    ObjectList,
    PageChooserPanel,
    TabbedInterface,
)
from wagtail.models import Orderable

from cms.disclosure.facts import Facts, may, must, rows, should
from cms.disclosure.states import ENDED_STATE
from cms.disclosure.uses import uses_of
from cms.models import DisclosurePage
from cms.models.panels import RowsPanel
from cms.values.fields import CountField, LineField, PartialDateField, ProseField, YearField
from projects_pages import old_building_presentation as presentation
from projects_pages.land_site_rules import OLD_BUILDING_RULES
from projects_pages.models.sourced import SourcedRow

OFFICE = "UBND cấp xã"
PROVINCE = "UBND cấp tỉnh"


class Grade(models.TextChoices):
    """Grade of danger that an inspection gives (TCVN 9381)."""

    A = "a", "Cấp A: chịu lực bình thường"
    B = "b", "Cấp B: cá biệt có cấu kiện nguy hiểm"
    C = "c", "Cấp C: nguy hiểm cục bộ"
    D = "d", "Cấp D: nguy hiểm tổng thể"


class BuildingState(models.TextChoices):
    """How far the building is."""

    LIVED_IN = "dang-o", "Đang ở, được theo dõi"
    INSPECTED = "kiem-dinh", "Đang kiểm định"
    MOVING = "di-doi", "Đang di dời"
    EMPTY = "da-di-doi", "Đã di dời hết"
    BUILDING = "dang-lam", "Đang cải tạo, xây dựng lại"
    DONE = "xong", "Đã cải tạo, xây dựng lại xong"


class Plan(models.TextChoices):
    """What is to become of the building."""

    RENOVATE = "cai-tao", "Cải tạo, sửa chữa"
    REBUILD = "xay-lai", "Phá dỡ để xây dựng lại"
    RELOCATE = "di-doi", "Di dời khẩn cấp"
    WATCH = "theo-doi", "Tiếp tục theo dõi"


class Relocation(models.TextChoices):
    """How far moving the households is."""

    NOT_NEEDED = "khong-can", "Không phải di dời"
    NOT_BEGUN = "chua-lam", "Chưa di dời"
    UNDER_WAY = "dang-lam", "Đang di dời"
    DONE = "xong", "Đã di dời xong"


def _stays(building: Any) -> str:
    """Nobody moves out of a building that is only watched."""
    return "không phải di dời" if building.relocation == Relocation.NOT_NEEDED else ""


class OldBuildingPage(DisclosurePage):
    """An old block with what owners have to be told (Luật Nhà ở 2023 Điều 65.5, 73.4), and what the plan orders."""

    kind = "chung-cu-cu"
    kind_label = "Chung cư cũ"
    template = "projects_pages/old_building_page.html"
    parent_page_types: ClassVar = ["projects_pages.OldBuildingIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    card_facts: ClassVar = ("address", "grade", "plan", "households")
    key_figures: ClassVar = ("year_built", "storeys", "homes", "households")
    gap_labels: ClassVar = {"owner_notices": "Thông báo cho chủ sở hữu, người sử dụng nhà"}

    state = models.CharField("Tình trạng", max_length=20, choices=BuildingState.choices, blank=True)

    # The building
    address = LineField("Địa chỉ", max_length=255, blank=True)
    year_built = YearField("Năm xây dựng", null=True, blank=True)
    storeys = CountField("Số tầng", null=True, blank=True)
    homes = CountField("Số căn hộ", null=True, blank=True)
    households = CountField("Số hộ đang ở", null=True, blank=True)

    # The danger
    grade = models.CharField("Mức độ nguy hiểm", max_length=5, choices=Grade.choices, blank=True)
    inspected_on = PartialDateField("Kiểm định", null=True, blank=True)
    risk = ProseField("Nguy cơ", blank=True, help_text="Chỗ nào hư hỏng, người ở phải tránh gì.")
    advice = ProseField("Người đang ở cần làm gì", blank=True)

    # What is to happen
    plan = models.CharField("Phương án", max_length=20, choices=Plan.choices, blank=True)
    plan_note = ProseField("Nội dung phương án", blank=True)
    starts = PartialDateField("Dự kiến bắt đầu", null=True, blank=True)
    ends = PartialDateField("Dự kiến hoàn thành", null=True, blank=True)

    # Moving out
    relocation = models.CharField("Di dời", max_length=20, choices=Relocation.choices, blank=True)
    households_moved = CountField("Số hộ đã di dời", null=True, blank=True)
    move_by = models.DateField("Hạn di dời", null=True, blank=True)
    moved_to = ProseField("Chỗ ở tạm thời", blank=True)
    contact = models.ForeignKey(
        "registers.Unit",
        verbose_name="Đầu mối giải đáp",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    facts = Facts(
        should("state"),
        must("address", asked_by="C10", owed_by=OFFICE),
        should("year_built"),
        may("storeys"),
        may("homes"),
        should("households"),
        should("grade"),
        may("inspected_on"),
        should("risk"),
        may("advice"),
        must("plan", asked_by="C10", owed_by=PROVINCE),
        may("plan_note"),
        may("starts"),
        may("ends"),
        should("relocation"),
        may("households_moved", not_applicable=_stays),
        may("move_by", not_applicable=_stays),
        may("moved_to", not_applicable=_stays),
        should("contact", with_details=True),
        rows(
            "decisions",
            "Quyết định",
            must("title"),
            may("document"),
            may("passage"),
            key="title",
        ),
        rows(
            "owner_notices",
            "Thông báo cho chủ sở hữu",
            must("notified_on"),
            must("text"),
            may("how"),
            may("document"),
            may("passage"),
            key="notified_on",
            level="must",
            asked_by="C10",
            owed_by=OFFICE,
        ),
    )
    rules = OLD_BUILDING_RULES

    content_panels: ClassVar = [
        *DisclosurePage.content_panels,
        FieldPanel("summary"),
        MultiFieldPanel(
            [
                FieldPanel("state"),
                FieldPanel("address"),
                FieldPanel("year_built"),
                FieldPanel("storeys"),
                FieldPanel("homes"),
                FieldPanel("households"),
            ],
            heading="Tòa nhà",
        ),
        MultiFieldPanel(
            [FieldPanel("grade"), FieldPanel("inspected_on"), FieldPanel("risk"), FieldPanel("advice")],
            heading="Mức độ nguy hiểm",
        ),
    ]
    plan_panels: ClassVar = [
        MultiFieldPanel(
            [FieldPanel("plan"), FieldPanel("plan_note"), FieldPanel("starts"), FieldPanel("ends")],
            heading="Phương án",
            help_text="Kế hoạch cải tạo, xây dựng lại và quyết định di dời phải được công khai và gửi cho UBND cấp xã "
            "để thông báo cho chủ sở hữu, người sử dụng nhà.",
        ),
        MultiFieldPanel(
            [
                FieldPanel("relocation"),
                FieldPanel("households_moved"),
                FieldPanel("move_by"),
                FieldPanel("moved_to"),
                FieldPanel("contact"),
            ],
            heading="Di dời",
        ),
        RowsPanel("decisions", heading="Quyết định", label="Quyết định"),
        RowsPanel("owner_notices", heading="Thông báo cho chủ sở hữu", label="Thông báo"),
    ]
    edit_handler = TabbedInterface(
        [
            ObjectList(content_panels, heading="Tòa nhà"),
            ObjectList(plan_panels, heading="Phương án, di dời"),
            ObjectList(DisclosurePage.basis_panels, heading="Nguồn, căn cứ, tệp"),
            ObjectList(DisclosurePage.record_panels, heading="Nhãn hồ sơ"),
            ObjectList(DisclosurePage.settings_panels, heading="Công bố"),
        ]
    )

    class Meta:
        verbose_name = "chung cư cũ"
        verbose_name_plural = "chung cư cũ"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds what the page says beyond single facts."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context.update(
            grade_tone=presentation.GRADE_TONES.get(self.grade, ""),
            answers=presentation.answers(self),
            uses=uses_of(self),
        )
        return context

    @property
    def public_state(self) -> tuple[str, str]:
        """How far it is."""
        if self.ended_on and self.state != BuildingState.DONE:
            return ENDED_STATE
        return (self.state, self.get_state_display()) if self.state else ("", "")

    @property
    def public_date(self) -> datetime.date | None:
        """A deadline for moving is not the date of the record; it has none of its own."""
        return None

    @property
    def ended(self) -> bool:
        """Ended by the ward, or built anew."""
        return super().ended or self.state == BuildingState.DONE

    @property
    def search_keys(self) -> list[str]:
        """The words by which people ask, with the slip of the plan that orders the review."""
        worn = ["chung cư cũ xuống cấp", "xống cấp"] if self.grade in {Grade.C, Grade.D} else ["chung cư cũ"]
        return [*super().search_keys, *worn]

    def clean(self) -> None:
        """Refuse values that contradict each other."""
        super().clean()
        for rule in self.rules:
            rule(self)


class BuildingDecision(SourcedRow):
    """A decision about the building (plan, relocation, demolition)."""

    page = ParentalKey(OldBuildingPage, on_delete=models.CASCADE, related_name="decisions")
    title = LineField("Quyết định gì", max_length=255)

    panels: ClassVar = [FieldPanel("title"), PageChooserPanel("document"), FieldPanel("passage")]

    class Meta(SourcedRow.Meta):
        verbose_name = "quyết định về chung cư"
        verbose_name_plural = "quyết định về chung cư"


class OwnerNotice(Orderable):
    """A notice to owners and users (Luật Nhà ở 2023 Điều 65.5, 73.4): when, what, in which form."""

    page = ParentalKey(OldBuildingPage, on_delete=models.CASCADE, related_name="owner_notices")
    notified_on = models.DateField("Ngày thông báo")
    text = ProseField("Thông báo gì")
    how = LineField("Bằng cách nào", max_length=255, blank=True, help_text="Niêm yết, gửi từng hộ, họp dân.")
    document = models.ForeignKey(
        DisclosurePage, verbose_name="Văn bản", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    passage = LineField("Chỗ trong văn bản", max_length=120, blank=True)

    panels: ClassVar = [
        FieldPanel("notified_on"),
        FieldPanel("text"),
        FieldPanel("how"),
        PageChooserPanel("document"),
        FieldPanel("passage"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = "thông báo cho chủ sở hữu"
        verbose_name_plural = "thông báo cho chủ sở hữu"
