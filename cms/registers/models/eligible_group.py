"""Groups who may get social housing (đối tượng được hưởng chính sách, Luật Nhà ở Điều 76)."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from cms.registers.models.form_template import FormTemplate
from cms.registers.models.national import NationalRow, code_once
from cms.values.fields import CountField, LineField, ProseField


class Permission(models.TextChoices):
    """Whether a group may, by the law itself or where the province so decides."""

    YES = "co", "Được"
    NO = "khong", "Không"
    PROVINCE = "tinh-quyet-dinh", "Khi UBND cấp tỉnh quyết định"


class Condition(models.TextChoices):
    """Whether a condition is looked at when the group buys."""

    REQUIRED = "xet", "Phải đáp ứng"
    NONE = "khong-xet", "Không xét"
    POOR = "ho-ngheo", "Phải là hộ nghèo, cận nghèo"
    SPECIAL = "rieng", "Theo quy định riêng"


class EligibleGroup(NationalRow):
    """One clause of the article; `name` is the group as the law describes it, `short_name` as tables show it."""

    shown_with: ClassVar = ("source", "form")

    clause = CountField("Khoản")
    short_name = LineField("Tên ngắn", max_length=160)
    may_buy = models.CharField("Mua", max_length=20, choices=Permission.choices)
    may_rent_to_buy = models.CharField("Thuê mua", max_length=20, choices=Permission.choices)
    may_rent = models.CharField("Thuê", max_length=20, choices=Permission.choices)
    rent_note = LineField("Ghi chú khi thuê", max_length=255, blank=True, help_text="Ví dụ: trong thời gian học tập.")
    housing = models.CharField("Điều kiện nhà ở khi mua", max_length=20, choices=Condition.choices, blank=True)
    income = models.CharField("Điều kiện thu nhập khi mua", max_length=20, choices=Condition.choices, blank=True)
    condition_note = ProseField("Ghi chú về điều kiện", blank=True)
    confirmed_by = ProseField("Ai xác nhận", blank=True)
    form = models.ForeignKey(
        FormTemplate,
        verbose_name="Mẫu giấy xác nhận",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    class Meta:
        verbose_name = "nhóm đối tượng"
        verbose_name_plural = "nhóm đối tượng"
        ordering: ClassVar = ["clause", "valid_from"]
        constraints: ClassVar = code_once("eligible_group")

    @property
    def shown_text(self) -> str:
        """Everything that a page shows of the group."""
        told: tuple[tuple[str, str], ...] = (
            ("mua", self.get_may_buy_display()),
            ("thuê mua", self.get_may_rent_to_buy_display()),
            ("thuê", self.get_may_rent_display()),
            ("nhà ở", self.get_housing_display()),
            ("thu nhập", self.get_income_display()),
            ("xác nhận", self.confirmed_by),
            ("mẫu", str(self.form) if self.form else ""),
        )
        rights = [f"{label}: {text}" for label, text in told if text]
        notes = [note for note in (self.rent_note, self.condition_note) if note]
        return ", ".join([f"Khoản {self.clause}: {self.name}", *rights, *notes])
