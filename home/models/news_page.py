"""News (tin tức): what the ward tells, by which unit, with its source."""

from __future__ import annotations

import datetime
from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from modelcluster.fields import ParentalKey
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, ObjectList, PageChooserPanel, TabbedInterface
from wagtail.fields import StreamField
from wagtail.images.blocks import ImageChooserBlock
from wagtail.models import Orderable

from cms.disclosure.facts import Facts, may, must, rows, should
from cms.disclosure.uses import uses_of
from cms.models import DisclosurePage, PortalImage
from cms.models.images import with_renditions
from cms.values.fields import LineField


class PictureBlock(blocks.StructBlock):
    """A picture within a text; what it shows is said to those who cannot see it."""

    image = ImageChooserBlock(label="Ảnh")
    alt = blocks.CharBlock(
        label="Ảnh cho thấy gì", max_length=255, help_text="Người không nhìn thấy ảnh nghe câu này. Bắt buộc."
    )
    caption = blocks.CharBlock(label="Chú thích, nguồn ảnh", max_length=255, required=False)

    class Meta:
        label = "Ảnh"
        icon = "image"
        template = "blocks/picture.html"


class NewsPage(DisclosurePage):
    """An article; the summary is its lead. It explains records and never takes their place."""

    kind = "tin-tuc"
    kind_label = "Tin tức"
    template = "home/news_page.html"
    parent_page_types: ClassVar = ["home.NewsIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    card_facts: ClassVar = ("dated_on", "author_unit")

    dated_on = models.DateField("Ngày đăng")
    author_unit = models.ForeignKey(
        "registers.Unit",
        verbose_name="Đơn vị viết tin",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    body = StreamField(
        [
            (
                "heading",
                blocks.CharBlock(label="Tiêu đề", max_length=160, icon="title", template="blocks/heading.html"),
            ),
            ("text", blocks.RichTextBlock(label="Đoạn văn", features=["bold", "italic", "ol", "ul", "link"])),
            ("picture", PictureBlock()),
        ],
        verbose_name="Nội dung",
        blank=True,
    )
    source_credit = LineField("Nguồn tin", max_length=255, blank=True, help_text="Khi tin lấy của nơi khác.")
    source_url = models.URLField("Địa chỉ nguồn tin", blank=True)

    facts = Facts(
        must("dated_on"),
        should("author_unit"),
        should("body"),
        may("source_credit"),
        may("source_url"),
        rows("related", "Hồ sơ liên quan", must("document"), may("note"), key="document"),
    )

    content_panels: ClassVar = [
        *DisclosurePage.content_panels,
        MultiFieldPanel([FieldPanel("dated_on"), FieldPanel("author_unit")], heading="Ngày, đơn vị"),
        FieldPanel("summary", heading="Lời dẫn"),
        FieldPanel("body"),
        MultiFieldPanel([FieldPanel("source_credit"), FieldPanel("source_url")], heading="Nguồn tin"),
        InlinePanel("related", heading="Hồ sơ liên quan", label="Hồ sơ"),
    ]
    edit_handler = TabbedInterface(
        [
            ObjectList(content_panels, heading="Nội dung"),
            ObjectList(DisclosurePage.basis_panels, heading="Nguồn, căn cứ, tệp"),
            ObjectList(DisclosurePage.record_panels, heading="Nhãn hồ sơ"),
            ObjectList(DisclosurePage.settings_panels, heading="Công bố"),
        ]
    )

    class Meta:
        verbose_name = "tin tức"
        verbose_name_plural = "tin tức"

    @property
    def public_date(self) -> datetime.date | None:
        """The day of the article."""
        return self.dated_on

    @property
    def public_unit(self) -> str:
        """The unit that wrote it."""
        return self.author_unit.name if self.author_unit else super().public_unit

    @property
    def pictures(self) -> list[tuple[PortalImage, str]]:
        """Images within the text, in its order, each with what it shows."""
        blocks = [block.value for block in self.body if block.block_type == "picture"]
        return [(value["image"], value["alt"]) for value in blocks if value["image"] is not None]

    @property
    def carried_images(self) -> list[PortalImage]:
        """Those within the text."""
        return list(dict.fromkeys([*super().carried_images, *(image for image, _ in self.pictures)]))

    @property
    def shared_picture(self) -> tuple[PortalImage, str] | None:
        """The first one within the text."""
        return next(iter(self.pictures), None)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds the public records that point to the article."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        with_renditions(image for image, _ in self.pictures)
        context["uses"] = uses_of(self)
        return context


class RelatedRecord(Orderable):
    """A record that an article or an answer is about; abstract."""

    document = models.ForeignKey(DisclosurePage, verbose_name="Hồ sơ", on_delete=models.PROTECT, related_name="+")
    note = LineField("Ghi chú", max_length=255, blank=True)

    panels: ClassVar = [PageChooserPanel("document"), FieldPanel("note")]

    class Meta(Orderable.Meta):
        abstract = True


class NewsRelation(RelatedRecord):
    """A record that an article is about."""

    page = ParentalKey(NewsPage, on_delete=models.CASCADE, related_name="related")

    class Meta(RelatedRecord.Meta):
        verbose_name = "hồ sơ liên quan"
        verbose_name_plural = "hồ sơ liên quan"
