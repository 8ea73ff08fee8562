"""Figures of law (số liệu của luật): limits, areas, terms, each with the days on which it holds."""

from __future__ import annotations

from decimal import Decimal
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models

from cms.registers.models.national import NationalRow, code_once
from cms.values.fields import ExactField, LineField, MoneyField
from cms.values.money import format_round_money
from cms.values.number import format_decimal, with_unit


class Bound(models.TextChoices):
    """How a figure limits: what is compared with it."""

    EXACTLY = "bang", "đúng bằng"
    AT_MOST = "khong-qua", "không quá"
    LESS = "duoi", "dưới"
    AT_LEAST = "it-nhat", "ít nhất"


class Topic(models.TextChoices):
    """What a figure is about; guides show the figures of a topic together."""

    INCOME = "thu-nhap", "Thu nhập"
    HOUSING = "nha-o", "Nhà ở hiện có"
    TIME = "thoi-han", "Thời hạn"
    HOME = "can-nha", "Căn nhà"
    PAYMENT = "thanh-toan", "Trả tiền"
    RESALE = "ban-lai", "Bán lại, thuê mua"
    LOAN = "vay", "Vay ưu đãi"
    DISCLOSURE = "cong-khai", "Công khai, niêm yết"


class LegalFigure(NationalRow):
    """One value of one figure: đồng in `money`, anything else in `number` with its unit."""

    topic = models.CharField("Về", max_length=20, choices=Topic.choices)
    bound = models.CharField("So sánh", max_length=20, choices=Bound.choices, default=Bound.EXACTLY)
    money = MoneyField("Số tiền", null=True, blank=True, help_text="Đồng. Điền ô này hoặc ô «Số».")
    number = ExactField("Số", null=True, blank=True, help_text="Mọi số không phải tiền: m², ngày, năm, %.")
    unit = LineField(
        "Đơn vị tính", max_length=60, blank=True, help_text="Với số tiền: tháng. Với số: m² sàn/người, ngày, năm, %."
    )

    class Meta:
        verbose_name = "số liệu của luật"
        verbose_name_plural = "số liệu của luật"
        ordering: ClassVar = ["topic", "position", "code", "valid_from"]
        constraints: ClassVar = code_once("legal_figure")

    @property
    def value(self) -> Decimal | int | None:
        """The bare value: whole đồng, or a decimal in `unit`."""
        return self.money if self.money is not None else self.number

    @property
    def value_text(self) -> str:
        """ "25 triệu đồng/tháng", "15 m² sàn/người", "80%"; without the word of comparison."""
        if self.money is not None:
            amount = format_round_money(self.money)
            return f"{amount}/{self.unit}" if self.unit else amount
        if self.number is None:
            return ""
        digits = format_decimal(Decimal(self.number))
        if self.unit.startswith("%"):
            return f"{digits}{self.unit}"
        return with_unit(digits, self.unit) if self.unit else digits

    @property
    def shown_text(self) -> str:
        """With the word of comparison: "không quá 25 triệu đồng/tháng"."""
        word = "" if self.bound == Bound.EXACTLY else str(Bound(self.bound).label)
        return " ".join(part for part in (word, self.value_text) if part)

    def allows(self, value: Decimal | int) -> bool:
        """Whether `value` keeps the limit. Raises ValueError for a row without a value."""
        limit = self.value
        if limit is None:
            raise ValueError(f"{self.code} has no value")
        return {
            Bound.EXACTLY: value == limit,
            Bound.AT_MOST: value <= limit,
            Bound.LESS: value < limit,
            Bound.AT_LEAST: value >= limit,
        }[Bound(self.bound)]

    def clean(self) -> None:
        """Refuse a row with two values or none."""
        super().clean()
        if (self.money is None) == (self.number is None):
            raise ValidationError({"money": "Điền đúng một ô: «Số tiền» hoặc «Số»."})
