"""Plans (kế hoạch): what a ward sets out to do, by whom and by when."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, ObjectList, PageChooserPanel, TabbedInterface
from wagtail.models import Orderable

from cms.disclosure.facts import Facts, may, must, rows, should
from cms.models import DisclosurePage
from cms.values.fields import CountField, LineField, PartialDateField, ProseField, YearField
from projects_pages import plan_presentation
from projects_pages.models.document_fields import RECIPIENTS, DocumentPage
from projects_pages.rules import plan_replaces_another_one, plan_years_in_order


class PlanPage(DocumentPage):
    """A plan as its own record: it is a document too, and the source of most facts on a ward's projects."""

    kind = "ke-hoach"
    kind_label = "Kế hoạch"
    template = "projects_pages/plan_page.html"
    parent_page_types: ClassVar = ["projects_pages.PlanIndexPage"]
    subpage_types: ClassVar[list[str]] = []

    year_from = YearField("Từ năm", null=True, blank=True)
    year_to = YearField("Đến năm", null=True, blank=True)

    replaces = models.ForeignKey(
        "projects_pages.PlanPage",
        verbose_name="Thay cho kế hoạch",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Kế hoạch cũ vẫn đọc được; trang và danh sách ghi là đã bị thay thế.",
    )

    facts = Facts(
        should("year_from"),
        should("year_to"),
        may("replaces"),
        RECIPIENTS,
        rows("sections", "Mục của kế hoạch", must("number"), must("heading"), may("text"), key="number"),
        rows(
            "targets",
            "Chỉ tiêu",
            must("indicator"),
            must("year"),
            may("planned", approximate="planned_approximate"),
            may("achieved"),
            may("unit_of_measure"),
            may("passage"),
            may("note"),
            key="indicator",
        ),
        rows(
            "tasks",
            "Nhiệm vụ",
            must("duty"),
            may("lead_unit"),
            may("supporting_units"),
            may("due"),
            may("due_text"),
            may("state"),
            may("passage"),
            key="duty",
        ),
        rows("reports", "Báo cáo định kỳ", must("period"), may("reported_on"), may("text"), key="period"),
    )
    rules = (plan_years_in_order, plan_replaces_another_one)

    content_panels: ClassVar = [
        FieldPanel("title", heading="Trích yếu"),
        *DocumentPage.document_panels,
        FieldPanel("summary"),
        MultiFieldPanel([FieldPanel("year_from"), FieldPanel("year_to")], heading="Thời gian của kế hoạch"),
        PageChooserPanel("replaces"),
        InlinePanel("recipients", heading="Nơi nhận", label="Nơi nhận"),
    ]
    work_panels: ClassVar = [
        InlinePanel("targets", heading="Chỉ tiêu", label="Chỉ tiêu"),
        InlinePanel("tasks", heading="Nhiệm vụ", label="Nhiệm vụ"),
        InlinePanel("reports", heading="Báo cáo định kỳ", label="Báo cáo"),
    ]
    text_panels: ClassVar = [InlinePanel("sections", heading="Các mục của kế hoạch", label="Mục")]
    edit_handler = TabbedInterface(
        [
            ObjectList(content_panels, heading="Thông tin chính"),
            ObjectList(work_panels, heading="Chỉ tiêu, nhiệm vụ"),
            ObjectList(text_panels, heading="Nội dung"),
            ObjectList(DisclosurePage.basis_panels, heading="Nguồn, căn cứ, tệp"),
            ObjectList(DisclosurePage.record_panels, heading="Nhãn hồ sơ"),
            ObjectList(DisclosurePage.settings_panels, heading="Công bố"),
        ]
    )

    class Meta:
        verbose_name = "kế hoạch"
        verbose_name_plural = "kế hoạch"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds targets and tasks as the page shows them."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context["targets"] = plan_presentation.targets(self)
        context["task_groups"] = plan_presentation.task_groups(self)
        return context

    @property
    def search_keys(self) -> list[str]:
        """The word by which people ask for it, its issuer, and the units that have work in it."""
        issuer = [self.issuer.name, *self.issuer.alias_list] if self.issuer else []
        units = {task.lead_unit for task in self.tasks.all() if task.lead_unit}
        led = [name for unit in units for name in (unit.name, *unit.alias_list)]
        return [*super().search_keys, "Kế hoạch", *issuer, *sorted(led)]

    def clean(self) -> None:
        """Refuse years out of order and a plan that replaces itself."""
        super().clean()
        for rule in self.rules:
            rule(self)


class PlanSection(Orderable):
    """A passage of the plan, so that figures can point to it ("mục II.1")."""

    page = ParentalKey(PlanPage, on_delete=models.CASCADE, related_name="sections")
    number = LineField("Mục", max_length=20)
    heading = LineField("Tiêu đề", max_length=255)
    text = ProseField("Nội dung", blank=True)

    class Meta(Orderable.Meta):
        verbose_name = "mục của kế hoạch"
        verbose_name_plural = "mục của kế hoạch"


class PlanTarget(Orderable):
    """A target of one year: planned and achieved, in `unit_of_measure`."""

    page = ParentalKey(PlanPage, on_delete=models.CASCADE, related_name="targets")
    indicator = LineField("Chỉ tiêu", max_length=255)
    year = YearField("Năm")
    planned = CountField("Kế hoạch", null=True, blank=True)
    planned_approximate = models.BooleanField("Số kế hoạch là số «khoảng»", default=False)
    achieved = CountField("Thực hiện", null=True, blank=True)
    unit_of_measure = LineField("Đơn vị tính", max_length=40, blank=True)
    passage = LineField("Chỗ trong văn bản", max_length=120, blank=True)
    note = LineField("Ghi chú", max_length=255, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = "chỉ tiêu"
        verbose_name_plural = "chỉ tiêu"


class TaskState(models.TextChoices):
    """How far a task of a plan is."""

    NOT_BEGUN = "chua-lam", "Chưa làm"
    UNDER_WAY = "dang-lam", "Đang làm"
    DONE = "xong", "Đã xong"
    STANDING = "thuong-xuyen", "Thường xuyên"


class PlanTask(Orderable):
    """A task (nhiệm vụ): the duty, who leads, who supports, by when ("due_text" where the plan gives no date)."""

    page = ParentalKey(PlanPage, on_delete=models.CASCADE, related_name="tasks")
    duty = ProseField("Việc")
    lead_unit = models.ForeignKey(
        "registers.Unit",
        verbose_name="Đơn vị chủ trì",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    supporting_units = LineField("Đơn vị phối hợp", max_length=500, blank=True)
    due = PartialDateField("Hạn", null=True, blank=True)
    due_text = LineField("Hạn như kế hoạch ghi", max_length=120, blank=True)
    state = models.CharField("Tình trạng", max_length=20, choices=TaskState.choices, blank=True)
    passage = LineField("Chỗ trong văn bản", max_length=120, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = "nhiệm vụ"
        verbose_name_plural = "nhiệm vụ"


class PlanReport(Orderable):
    """A periodic report on the plan (báo cáo định kỳ)."""

    page = ParentalKey(PlanPage, on_delete=models.CASCADE, related_name="reports")
    period = LineField("Kỳ báo cáo", max_length=120)
    reported_on = models.DateField("Ngày báo cáo", null=True, blank=True)
    text = ProseField("Nội dung", blank=True)

    class Meta(Orderable.Meta):
        verbose_name = "báo cáo định kỳ"
        verbose_name_plural = "báo cáo định kỳ"
