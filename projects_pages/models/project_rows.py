"""What a project has several of."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, PageChooserPanel
from wagtail.models import Orderable

from cms.models import DisclosurePage
from cms.values.fields import AreaField, CountField, LineField, MoneyField, PartialDateField, ProseField, ShareField
from projects_pages.models.project import ProjectPage
from projects_pages.models.sourced import SourcedRow


class Milestone(SourcedRow):
    """A milestone (mốc): planned at first, planned now, actual, and why it moved."""

    page = ParentalKey(ProjectPage, on_delete=models.CASCADE, related_name="milestones")
    title = LineField("Mốc", max_length=255)
    planned_first = PartialDateField("Kế hoạch ban đầu", null=True, blank=True)
    planned_now = PartialDateField("Kế hoạch hiện nay", null=True, blank=True)
    actual = PartialDateField("Thực tế", null=True, blank=True)
    reason = LineField("Lý do thay đổi", max_length=500, blank=True)

    panels: ClassVar = [
        FieldPanel("title"),
        FieldPanel("planned_first"),
        FieldPanel("planned_now"),
        FieldPanel("actual"),
        FieldPanel("reason"),
        PageChooserPanel("document"),
        FieldPanel("passage"),
    ]

    class Meta(SourcedRow.Meta):
        verbose_name = "mốc tiến độ"
        verbose_name_plural = "mốc tiến độ"


class HomeType(Orderable):
    """A type of home (loại căn): how many, how large, at which provisional price (đồng/m², VAT as the note says)."""

    page = ParentalKey(ProjectPage, on_delete=models.CASCADE, related_name="home_types")
    name = LineField("Loại căn", max_length=120)
    count = CountField("Số căn", null=True, blank=True)
    area_from = AreaField("Diện tích từ", null=True, blank=True)
    area_to = AreaField("Diện tích đến", null=True, blank=True)
    sale_price = MoneyField("Giá bán tạm tính", per_m2=True, null=True, blank=True)
    rent_price = MoneyField("Giá thuê tạm tính mỗi tháng", per_m2=True, null=True, blank=True)
    price_note = LineField("Ghi chú về giá", max_length=255, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = "loại căn hộ"
        verbose_name_plural = "loại căn hộ"


class InfrastructureCategory(models.TextChoices):
    """Technical or social infrastructure."""

    TECHNICAL = "ky-thuat", "kỹ thuật"
    SOCIAL = "xa-hoi", "xã hội"


class InfrastructureState(models.TextChoices):
    """How far an item is."""

    NOT_BEGUN = "chua-lam", "Chưa làm"
    UNDER_WAY = "dang-lam", "Đang làm"
    DONE = "xong", "Đã xong"
    IN_USE = "da-dung", "Đã đưa vào sử dụng"


class InfrastructureItem(SourcedRow):
    """Infrastructure that has to come with the homes (hạ tầng phải có)."""

    page = ParentalKey(ProjectPage, on_delete=models.CASCADE, related_name="infrastructure")
    name = LineField("Hạng mục", max_length=255)
    category = models.CharField("Loại", max_length=20, choices=InfrastructureCategory.choices)
    requirement = LineField("Yêu cầu", max_length=255, blank=True)
    required_share = ShareField("Mức phải đạt (%)", null=True, blank=True)
    required_by_planning = models.BooleanField("Có trong quy hoạch được duyệt", null=True, blank=True)
    state = models.CharField("Tình trạng", max_length=20, choices=InfrastructureState.choices, blank=True)
    done_share = ShareField("Đã làm (%)", null=True, blank=True)
    evidence = LineField("Bằng chứng", max_length=255, blank=True)

    class Meta(SourcedRow.Meta):
        verbose_name = "hạng mục hạ tầng"
        verbose_name_plural = "hạng mục hạ tầng"


class ProjectContact(Orderable):
    """Whom to ask about what (hỏi ở đâu)."""

    page = ParentalKey(ProjectPage, on_delete=models.CASCADE, related_name="contacts")
    unit = models.ForeignKey(
        "registers.Unit", verbose_name="Đơn vị, đầu mối", on_delete=models.PROTECT, related_name="+"
    )
    matter = ProseField("Hỏi việc gì", blank=True, help_text="Để trống thì lấy theo danh mục đơn vị.")

    class Meta(Orderable.Meta):
        verbose_name = "nơi hỏi"
        verbose_name_plural = "nơi hỏi"


class ProgressReport(Orderable):
    """A report on progress (báo cáo tiến độ), with a share of 100 % where one is known."""

    page = ParentalKey(ProjectPage, on_delete=models.CASCADE, related_name="progress_reports")
    reported_on = models.DateField("Ngày báo cáo")
    done_share = ShareField("Khối lượng đã làm (%)", null=True, blank=True)
    text = ProseField("Nội dung")
    unit = models.ForeignKey(
        "registers.Unit",
        verbose_name="Đơn vị báo cáo",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    document = models.ForeignKey(
        DisclosurePage, verbose_name="Văn bản", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta(Orderable.Meta):
        verbose_name = "báo cáo tiến độ"
        verbose_name_plural = "báo cáo tiến độ"


class Obstacle(Orderable):
    """An obstacle (khó khăn, vướng mắc): the part that is public, and what is done about it."""

    page = ParentalKey(ProjectPage, on_delete=models.CASCADE, related_name="obstacles")
    title = LineField("Vướng mắc", max_length=255)
    text = ProseField("Nội dung", blank=True)
    solution = ProseField("Cách giải quyết", blank=True)
    raised_on = models.DateField("Nêu ra ngày", null=True, blank=True)
    resolved_on = models.DateField("Giải quyết xong ngày", null=True, blank=True)
    unit = models.ForeignKey(
        "registers.Unit",
        verbose_name="Đơn vị giải quyết",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    class Meta(Orderable.Meta):
        verbose_name = "khó khăn, vướng mắc"
        verbose_name_plural = "khó khăn, vướng mắc"
