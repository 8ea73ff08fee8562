"""Index pages that a plan orders by name: they say what the plan wants, also while they list nothing."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, ObjectList, PageChooserPanel, TabbedInterface
from wagtail.models import Orderable

from cms.disclosure.facts import Facts, may, must, rows
from cms.listing.index_page import IndexPage
from cms.models.children import load_children
from cms.values.fields import LineField, ProseField
from cms.values.shape_field import ShapeField
from projects_pages.models.sourced import SourcedRow


class OrderedIndexPage(IndexPage):
    """An index with the passages of the plan that orders it, whom to ask, and other names to be found by; abstract."""

    contact = models.ForeignKey(
        "registers.Unit",
        verbose_name="Đầu mối giải đáp",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    other_names = ProseField(
        "Tên khác", blank=True, help_text="Tên gọi khác, cách viết đúng của chữ trích sai; mỗi dòng một tên."
    )

    facts = Facts(
        may("contact", with_details=True),
        may("other_names"),
        rows("orders", "Kế hoạch nói gì", must("text"), may("document"), may("passage"), key="text"),
    )
    order_panels: ClassVar = [
        FieldPanel("contact"),
        InlinePanel("orders", heading="Kế hoạch nói gì (trích nguyên văn)", label="Đoạn trích"),
        FieldPanel("other_names"),
    ]

    class Meta:
        abstract = True

    @property
    def search_keys(self) -> list[str]:
        """Its other names."""
        return [line.strip() for line in self.other_names.splitlines() if line.strip()]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Reads the children and what they point to at once."""
        load_children(self)
        return super().get_context(request, *args, **kwargs)


class LandSiteIndexPage(OrderedIndexPage):
    """The public list of clean sites (danh mục khu đất sạch), at /khu-dat/: criteria, how to apply, map, sites."""

    kind = "muc-khu-dat"
    lists = "projects_pages.LandSitePage"
    icon = "land"
    question = "Nhà đầu tư: khu đất nào sẵn sàng, quy hoạch gì, nộp hồ sơ ở đâu, đến bao giờ?"
    row_template: ClassVar = "projects_pages/_site_row.html"
    rows_class: ClassVar = "list sites"
    above_template: ClassVar = "projects_pages/_sites_map.html"
    below_template: ClassVar = "projects_pages/_sites_terms.html"
    nothing_yet: ClassVar = "Khi có khu đất được công khai, khu đất hiện ở đây cùng bản đồ, quy hoạch, hạn nộp."

    how_to_apply = ProseField("Cách nộp hồ sơ", blank=True)

    facts = Facts(
        may("how_to_apply"),
        rows(
            "criteria", "Tiêu chí chọn khu đất", must("name"), may("text"), may("document"), may("passage"), key="name"
        ),
        rows(
            "target_areas",
            "Khu vực mục tiêu",
            must("area", with_details=True),
            may("document"),
            may("passage"),
            key="area",
        ),
        rows("landmarks", "Nét vẽ trên bản đồ", must("name"), must("feature"), must("shape"), key="name"),
    )

    content_panels: ClassVar = [
        *IndexPage.content_panels,
        InlinePanel("criteria", heading="Tiêu chí chọn khu đất", label="Tiêu chí"),
        FieldPanel("how_to_apply"),
        *OrderedIndexPage.order_panels,
        InlinePanel("target_areas", heading="Khu vực mục tiêu", label="Khu vực"),
    ]
    edit_handler = TabbedInterface(
        [
            ObjectList(content_panels, heading="Nội dung"),
            ObjectList(
                [InlinePanel("landmarks", heading="Bản đồ: ranh giới, đường, sông, nơi chốn", label="Nét vẽ")],
                heading="Bản đồ",
            ),
            ObjectList(IndexPage.settings_panels, heading="Công bố"),
        ]
    )

    class Meta:
        verbose_name = "mục khu đất"
        verbose_name_plural = "mục khu đất"


class LandOrder(SourcedRow):
    """A passage of a plan about land, as printed."""

    page = ParentalKey(LandSiteIndexPage, on_delete=models.CASCADE, related_name="orders")
    text = ProseField("Nguyên văn")

    panels: ClassVar = [FieldPanel("text"), PageChooserPanel("document"), FieldPanel("passage")]

    class Meta(SourcedRow.Meta):
        verbose_name = "đoạn trích về đất"
        verbose_name_plural = "đoạn trích về đất"


class SiteCriterion(SourcedRow):
    """What a site needs to be listed."""

    page = ParentalKey(LandSiteIndexPage, on_delete=models.CASCADE, related_name="criteria")
    name = LineField("Tiêu chí", max_length=255)
    text = ProseField("Giải thích", blank=True)

    panels: ClassVar = [
        FieldPanel("name"),
        FieldPanel("text"),
        PageChooserPanel("document"),
        FieldPanel("passage"),
    ]

    class Meta(SourcedRow.Meta):
        verbose_name = "tiêu chí chọn khu đất"
        verbose_name_plural = "tiêu chí chọn khu đất"


class IndexTargetArea(SourcedRow):
    """A target area of the ward, with where the plan names it."""

    page = ParentalKey(LandSiteIndexPage, on_delete=models.CASCADE, related_name="target_areas")
    area = models.ForeignKey("registers.TargetArea", verbose_name="Khu vực", on_delete=models.PROTECT, related_name="+")

    panels: ClassVar = [FieldPanel("area"), PageChooserPanel("document"), FieldPanel("passage")]

    class Meta(SourcedRow.Meta):
        verbose_name = "khu vực mục tiêu"
        verbose_name_plural = "khu vực mục tiêu"


class Feature(models.TextChoices):
    """What a landmark is on the map."""

    BORDER = "ranh-gioi", "Ranh giới phường, xã"
    ROAD = "duong", "Đường"
    WATER = "song", "Sông, hồ"
    PLACE = "noi-chon", "Nơi chốn"


class Landmark(Orderable):
    """Something that the ward draws itself so that people know where a site is: no map of others stands behind it."""

    page = ParentalKey(LandSiteIndexPage, on_delete=models.CASCADE, related_name="landmarks")
    name = LineField("Tên", max_length=120)
    feature = models.CharField("Là gì", max_length=20, choices=Feature.choices)
    shape = ShapeField(
        "Hình",
        help_text="Mỗi dòng một điểm: vĩ độ rồi kinh độ. Đường: các điểm nối nhau; vùng: điểm cuối trùng điểm đầu.",
    )

    class Meta(Orderable.Meta):
        verbose_name = "nét vẽ trên bản đồ"
        verbose_name_plural = "nét vẽ trên bản đồ"


class OldBuildingIndexPage(OrderedIndexPage):
    """Old apartment blocks of the ward, at /chung-cu-cu/."""

    kind = "muc-chung-cu-cu"
    lists = "projects_pages.OldBuildingPage"
    icon = "office"
    question = "Nhà tôi có nguy hiểm không, bao giờ sửa, phải dời đi đâu?"
    row_template: ClassVar = "components/card.html"
    rows_class: ClassVar = "cards"
    below_template: ClassVar = "projects_pages/_orders.html"
    nothing_yet: ClassVar = "Khi có kết quả rà soát được công khai, mỗi tòa nhà hiện ở đây."

    content_panels: ClassVar = [*IndexPage.content_panels, *OrderedIndexPage.order_panels]
    edit_handler = TabbedInterface(
        [ObjectList(content_panels, heading="Nội dung"), ObjectList(IndexPage.settings_panels, heading="Công bố")]
    )

    class Meta:
        verbose_name = "mục chung cư cũ"
        verbose_name_plural = "mục chung cư cũ"


class BuildingOrder(SourcedRow):
    """A passage of a plan about old buildings, as printed."""

    page = ParentalKey(OldBuildingIndexPage, on_delete=models.CASCADE, related_name="orders")
    text = ProseField("Nguyên văn")

    panels: ClassVar = [FieldPanel("text"), PageChooserPanel("document"), FieldPanel("passage")]

    class Meta(SourcedRow.Meta):
        verbose_name = "đoạn trích về chung cư"
        verbose_name_plural = "đoạn trích về chung cư"
