"""What a land site has several of."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, PageChooserPanel
from wagtail.models import Orderable

from cms.models import PortalImage
from cms.values.fields import CountField, LineField, PartialDateField, RatioField, ShareField
from projects_pages.models.land_site import LandSitePage
from projects_pages.models.land_site_words import Met
from projects_pages.models.sourced import SourcedRow


class FormerPlanning(SourcedRow):
    """What might be built before the planning was changed (điều chỉnh quy hoạch)."""

    page = ParentalKey(LandSitePage, on_delete=models.CASCADE, related_name="former_planning")
    title = LineField("Quy hoạch", max_length=255, help_text="Ví dụ: Quy hoạch chi tiết năm 2019.")
    replaced_on = PartialDateField("Thay bằng quy hoạch mới", null=True, blank=True)
    function = LineField("Chức năng đất", max_length=255, blank=True)
    storeys = CountField("Tầng cao tối đa", null=True, blank=True)
    density = ShareField("Mật độ xây dựng tối đa", null=True, blank=True)
    ratio = RatioField("Hệ số sử dụng đất tối đa", null=True, blank=True)
    homes = CountField("Số căn dự kiến", null=True, blank=True)

    panels: ClassVar = [
        FieldPanel("title"),
        FieldPanel("replaced_on"),
        FieldPanel("function"),
        FieldPanel("storeys"),
        FieldPanel("density"),
        FieldPanel("ratio"),
        FieldPanel("homes"),
        PageChooserPanel("document"),
        FieldPanel("passage"),
    ]

    class Meta(SourcedRow.Meta):
        verbose_name = "quy hoạch trước đây"
        verbose_name_plural = "quy hoạch trước đây"


class ReadinessCriterion(SourcedRow):
    """A criterion of readiness (tiêu chí sẵn sàng): met or not, and by which document."""

    page = ParentalKey(LandSitePage, on_delete=models.CASCADE, related_name="readiness")
    criterion = LineField("Tiêu chí", max_length=255)
    met = models.CharField("Kết quả", max_length=10, choices=Met.choices, blank=True)
    note = LineField("Ghi chú", max_length=255, blank=True)

    panels: ClassVar = [
        FieldPanel("criterion"),
        FieldPanel("met"),
        FieldPanel("note"),
        PageChooserPanel("document"),
        FieldPanel("passage"),
    ]

    class Meta(SourcedRow.Meta):
        verbose_name = "tiêu chí sẵn sàng"
        verbose_name_plural = "tiêu chí sẵn sàng"


class SitePhoto(Orderable):
    """A photo of the site; pages show smaller copies of it, never the file itself."""

    page = ParentalKey(LandSitePage, on_delete=models.CASCADE, related_name="photos")
    image = models.ForeignKey(PortalImage, verbose_name="Ảnh", on_delete=models.PROTECT, related_name="+")
    alt = LineField("Ảnh cho thấy gì", max_length=255, help_text="Đọc cho người không nhìn thấy ảnh.")
    caption = LineField("Chú thích", max_length=255, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = "ảnh khu đất"
        verbose_name_plural = "ảnh khu đất"
