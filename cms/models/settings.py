"""What a ward says of itself on every page."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

from cms.models.forms import PortalSettingsForm
from cms.models.image import PortalImage
from cms.values.fields import LineField


@register_setting(icon="site", order=10)
class PortalSettings(BaseSiteSetting):
    """Name, address and people of a ward's portal; empty ones are shown as "chưa có thông tin"."""

    ward_name = LineField("Tên phường, xã", max_length=120, blank=True, help_text="Ví dụ: phường Đoàn Kết.")
    province_name = LineField("Tên tỉnh, thành phố", max_length=120, blank=True, help_text="Ví dụ: tỉnh Lai Châu.")
    emblem = models.ForeignKey(
        PortalImage, verbose_name="Biểu trưng", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    guide_unit = models.ForeignKey(
        "registers.Unit",
        verbose_name="Đơn vị hướng dẫn",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    address = LineField("Địa chỉ", max_length=255, blank=True)
    phone = LineField("Điện thoại", max_length=60, blank=True)
    email = models.EmailField("Thư điện tử", blank=True)
    hours = LineField("Giờ tiếp dân", max_length=255, blank=True)
    responsible = LineField("Người chịu trách nhiệm chính", max_length=255, blank=True)
    search_examples = LineField(
        "Ví dụ trong ô tìm", max_length=255, blank=True, help_text="Vài từ người dân hay gõ, cách nhau bằng dấu phẩy."
    )
    notice = LineField("Dải báo đầu trang", max_length=400, blank=True)

    select_related: ClassVar = ["emblem", "guide_unit"]  # every page's frame shows both

    panels: ClassVar = [
        MultiFieldPanel(
            [FieldPanel("ward_name"), FieldPanel("province_name"), FieldPanel("emblem"), FieldPanel("notice")],
            heading="Tên cổng",
        ),
        MultiFieldPanel(
            [
                FieldPanel("guide_unit"),
                FieldPanel("address"),
                FieldPanel("phone"),
                FieldPanel("email"),
                FieldPanel("hours"),
                FieldPanel("responsible"),
            ],
            heading="Liên hệ",
        ),
        FieldPanel("search_examples"),
    ]
    edit_handler = ObjectList(panels, base_form_class=PortalSettingsForm)

    class Meta:
        verbose_name = "thông tin cổng"

    @property
    def office(self) -> str:
        """The office in whose name entries are logged: "UBND phường Đoàn Kết"."""
        return f"UBND {self.ward_name}" if self.ward_name else "UBND"
