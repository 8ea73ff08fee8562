"""Pages of plain text."""

from __future__ import annotations

from typing import ClassVar

from wagtail import blocks
from wagtail.admin.panels import FieldPanel, ObjectList, TabbedInterface
from wagtail.fields import StreamField

from cms.disclosure.facts import Facts, may
from cms.models import BasePage
from cms.values.fields import ProseField


class StandardPage(BasePage):
    """An introduction and paragraphs under headings."""

    kind = "trang"
    kind_label = "Trang"
    template = "home/standard_page.html"
    parent_page_types: ClassVar = ["home.HomePage", "home.StandardPage"]
    subpage_types: ClassVar = ["home.StandardPage"]

    intro = ProseField("Lời dẫn", blank=True)
    body = StreamField(
        [
            (
                "heading",
                blocks.CharBlock(label="Tiêu đề", max_length=160, icon="title", template="blocks/heading.html"),
            ),
            (
                "text",
                blocks.RichTextBlock(label="Đoạn văn", features=["bold", "italic", "ol", "ul", "link"]),
            ),
        ],
        verbose_name="Nội dung",
        blank=True,
    )

    facts = Facts(may("intro"), may("body"))

    content_panels: ClassVar = [*BasePage.content_panels, FieldPanel("intro"), FieldPanel("body")]
    edit_handler = TabbedInterface(
        [
            ObjectList(content_panels, heading="Nội dung"),
            ObjectList(BasePage.settings_panels, heading="Công bố"),
        ]
    )

    class Meta:
        verbose_name = "trang nội dung"
        verbose_name_plural = "trang nội dung"

    @property
    def public_summary(self) -> str:
        """The introduction."""
        return self.intro
