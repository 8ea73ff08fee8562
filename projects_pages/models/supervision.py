"""Community supervision (giám sát cộng đồng): who watches what, what was found, what was answered."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, ObjectList, PageChooserPanel, TabbedInterface
from wagtail.models import Orderable

from cms.disclosure.facts import Facts, may, must, rows, should
from cms.disclosure.uses import uses_of
from cms.models import DisclosurePage
from cms.values.fields import LineField, ProseField
from projects_pages.models.sourced import SourcedRow
from projects_pages.rules import answers_come_after_findings


class SupervisionPage(DisclosurePage):
    """What a plan or a law lets citizens watch over; a board of supervision is named only where there is one."""

    kind = "giam-sat"
    kind_label = "Giám sát cộng đồng"
    template = "projects_pages/supervision_page.html"
    parent_page_types: ClassVar = ["projects_pages.SupervisionIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    card_facts: ClassVar = ("ground",)
    gap_labels: ClassVar = {
        "findings": "Kết quả giám sát và trả lời",
        "channels": "Nơi nhận phản ánh của người dân",
    }

    subject = models.ForeignKey(
        DisclosurePage,
        verbose_name="Giám sát dự án, khu đất nào",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    ground = ProseField("Giám sát theo căn cứ nào", blank=True)
    board = models.BooleanField(
        "Có Ban Giám sát đầu tư của cộng đồng",
        null=True,
        blank=True,
        help_text="Chỉ chọn «có» khi Mặt trận Tổ quốc đã có quyết định lập Ban. Luật lập Ban cho dự án đầu tư công, "
        "đối tác công tư, dự án do cộng đồng góp vốn; dự án vốn tư nhân không nằm trong đó.",
    )
    board_note = ProseField("Giải thích về Ban Giám sát", blank=True)
    may_ask_for = ProseField("Người giám sát được xem gì", blank=True)
    broker_warning = ProseField("Cảnh báo môi giới, trục lợi", blank=True)

    facts = Facts(
        should("subject"),
        should("ground"),
        may("board"),
        may("board_note"),
        may("may_ask_for"),
        may("broker_warning"),
        rows(
            "supervisors",
            "Ai giám sát",
            must("unit"),
            must("task"),
            may("document"),
            may("passage"),
            key="unit",
            level="should",
        ),
        rows(
            "findings",
            "Kết quả giám sát",
            must("finding"),
            may("found_on"),
            may("state"),
            may("answer"),
            may("answered_on"),
            may("unit"),
            may("document"),
            may("passage"),
            key="finding",
            level="should",
        ),
        rows("channels", "Phản ánh ở đâu", must("unit", with_details=True), may("matter"), key="unit", level="should"),
    )
    rules = (answers_come_after_findings,)

    content_panels: ClassVar = [
        *DisclosurePage.content_panels,
        FieldPanel("summary"),
        MultiFieldPanel([PageChooserPanel("subject"), FieldPanel("ground")], heading="Giám sát gì, theo căn cứ nào"),
        InlinePanel("supervisors", heading="Ai giám sát, giám sát việc gì", label="Bên giám sát"),
        MultiFieldPanel(
            [FieldPanel("board"), FieldPanel("board_note"), FieldPanel("may_ask_for")],
            heading="Ban Giám sát đầu tư của cộng đồng",
        ),
    ]
    result_panels: ClassVar = [
        InlinePanel("findings", heading="Kết quả giám sát và trả lời", label="Kết quả"),
        InlinePanel("channels", heading="Người dân phản ánh ở đâu", label="Nơi nhận"),
        FieldPanel("broker_warning"),
    ]
    edit_handler = TabbedInterface(
        [
            ObjectList(content_panels, heading="Thông tin chính"),
            ObjectList(result_panels, heading="Kết quả, phản ánh"),
            ObjectList(DisclosurePage.basis_panels, heading="Nguồn, căn cứ, tệp"),
            ObjectList(DisclosurePage.record_panels, heading="Nhãn hồ sơ"),
            ObjectList(DisclosurePage.settings_panels, heading="Công bố"),
        ]
    )

    class Meta:
        verbose_name = "giám sát cộng đồng"
        verbose_name_plural = "giám sát cộng đồng"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds the public records that point to the page, and whether any contact is known."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        units = [channel.unit for channel in self.channels.all()]
        context["uses"] = uses_of(self)
        context["unreachable"] = not any(unit.address or unit.phone or unit.email for unit in units)
        return context

    @property
    def search_keys(self) -> list[str]:
        """Who supervises, by all names: people ask for "mặt trận giám sát"."""
        units = [row.unit for row in self.supervisors.all()]
        return [*super().search_keys, *(name for unit in units for name in (unit.name, *unit.alias_list))]

    def clean(self) -> None:
        """Refuse answers before what they answer."""
        super().clean()
        for rule in self.rules:
            rule(self)


class Supervisor(SourcedRow):
    """Who supervises, and what: as a plan or a law orders it."""

    page = ParentalKey(SupervisionPage, on_delete=models.CASCADE, related_name="supervisors")
    unit = models.ForeignKey("registers.Unit", verbose_name="Bên giám sát", on_delete=models.PROTECT, related_name="+")
    task = ProseField("Giám sát việc gì")

    panels: ClassVar = [FieldPanel("unit"), FieldPanel("task"), PageChooserPanel("document"), FieldPanel("passage")]

    class Meta(SourcedRow.Meta):
        verbose_name = "bên giám sát"
        verbose_name_plural = "bên giám sát"


class FindingState(models.TextChoices):
    """How far the answer to a finding is."""

    RECEIVED = "da-nhan", "Đã tiếp nhận"
    UNDER_WAY = "dang-xu-ly", "Đang xử lý"
    ANSWERED = "da-tra-loi", "Đã trả lời"
    SETTLED = "da-khac-phuc", "Đã khắc phục"


class SupervisionFinding(SourcedRow):
    """What was found, and what was answered to it."""

    page = ParentalKey(SupervisionPage, on_delete=models.CASCADE, related_name="findings")
    finding = ProseField("Phát hiện, kiến nghị")
    found_on = models.DateField("Ngày phát hiện", null=True, blank=True)
    state = models.CharField("Tình trạng", max_length=20, choices=FindingState.choices, blank=True)
    answer = ProseField("Trả lời, khắc phục", blank=True)
    answered_on = models.DateField("Ngày trả lời", null=True, blank=True)
    unit = models.ForeignKey(
        "registers.Unit",
        verbose_name="Đơn vị trả lời",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    panels: ClassVar = [
        FieldPanel("finding"),
        FieldPanel("found_on"),
        FieldPanel("state"),
        FieldPanel("answer"),
        FieldPanel("answered_on"),
        FieldPanel("unit"),
        PageChooserPanel("document"),
        FieldPanel("passage"),
    ]

    class Meta(SourcedRow.Meta):
        verbose_name = "kết quả giám sát"
        verbose_name_plural = "kết quả giám sát"


class ReportChannel(Orderable):
    """Where citizens report what they see."""

    page = ParentalKey(SupervisionPage, on_delete=models.CASCADE, related_name="channels")
    unit = models.ForeignKey(
        "registers.Unit", verbose_name="Đơn vị nhận phản ánh", on_delete=models.PROTECT, related_name="+"
    )
    matter = LineField("Phản ánh việc gì", max_length=500, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = "nơi nhận phản ánh"
        verbose_name_plural = "nơi nhận phản ánh"
