"""The page of open data (dữ liệu mở): which datasets there are, under which licence."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, TabbedInterface

from cms.disclosure.facts import Facts, may, should
from cms.models import BasePage
from cms.values.fields import LineField, ProseField

LICENCE_NAME = "Dùng lại tự do, ghi rõ nguồn"
LICENCE = (
    "Ai cũng được sao chép, chia sẻ, dùng lại dữ liệu này cho mọi mục đích, kể cả thương mại, không phải xin phép, "
    "không phải trả tiền.\n\n"
    "Khi phát hành lại phải ghi rõ nguồn: tên cơ quan, địa chỉ trang và ngày lấy dữ liệu; không làm sai lệch nội dung, "
    "không nói như thể cơ quan bảo trợ cho sản phẩm của mình.\n\n"
    "Dữ liệu ở đây để tra cứu. Khi khác với văn bản đã ký thì theo văn bản đã ký."
)


class OpenDataPage(BasePage):
    """All datasets of a ward with formats, dictionary, API and licence, at /du-lieu-mo/.

    A page and not a bare address, so that the licence is said by somebody who may say it: staff edit it, a second
    person approves it, the log keeps it, and the page stands in the menu, the search and the site map as others do.
    """

    kind = "du-lieu-mo"
    kind_label = "Dữ liệu mở"
    template = "open_data/open_data_page.html"
    parent_page_types: ClassVar = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = []
    max_count_per_parent = 1

    intro = ProseField("Lời dẫn", blank=True)
    licence_name = LineField("Tên điều khoản dùng lại", max_length=120, default=LICENCE_NAME)
    licence = ProseField(
        "Điều khoản dùng lại",
        default=LICENCE,
        help_text="Ai được dùng lại dữ liệu, phải làm gì. Hiện trên trang và đi kèm mô tả dữ liệu cho máy đọc.",
    )
    licence_url = models.URLField(
        "Địa chỉ của giấy phép",
        blank=True,
        help_text="Để trống nếu điều khoản chỉ có ở trang này.",
    )

    facts = Facts(may("intro"), should("licence_name"), should("licence"), may("licence_url"))

    content_panels: ClassVar = [
        *BasePage.content_panels,
        FieldPanel("intro"),
        MultiFieldPanel(
            [FieldPanel("licence_name"), FieldPanel("licence"), FieldPanel("licence_url")],
            heading="Dùng lại dữ liệu",
        ),
    ]
    edit_handler = TabbedInterface(
        [
            ObjectList(content_panels, heading="Nội dung"),
            ObjectList(BasePage.settings_panels, heading="Công bố"),
        ]
    )

    class Meta:
        verbose_name = "trang dữ liệu mở"
        verbose_name_plural = "trang dữ liệu mở"

    @property
    def public_summary(self) -> str:
        """The introduction; without one the name of the licence."""
        return self.intro or f"{self.licence_name}."

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds the catalogue of the site."""
        from cms.open_data.catalogue import catalogue_of

        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context["catalogue"] = catalogue_of(self.get_site(), self)
        return context
