"""Form fields that take numbers, money and dates as Vietnamese people write them, and show them so again.

What was typed wrongly is shown again as typed; a value that only looks different ("32056,8") counts as unchanged.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError

from cms.values.dates import PartialDate, format_date
from cms.values.mistakes import ValueMistake
from cms.values.money import parse_money
from cms.values.number import (
    format_decimal,
    format_integer,
    parse_area,
    parse_decimal,
    parse_integer,
    parse_percent,
    plain,
)
from cms.values.text import clean_line, clean_prose


class TypedValueMixin:
    """One typed line turned into a value by `parse` and back by `spell`; goes before a Django form field."""

    inputmode: ClassVar[str] = "text"

    def parse(self, text: str) -> Any:
        """The value of a typed text. Raises ValueMistake."""
        raise NotImplementedError

    def spell(self, value: Any) -> str:
        """The text that stands in the box for a value."""
        raise NotImplementedError

    def adopt(self, value: Any) -> Any:
        """A value that is none typed: given by code or by the database. Raises ValueMistake."""
        return value

    def to_python(self, value: Any) -> Any:
        """The value of what was typed; None for nothing. Raises ValidationError with the mistake's message."""
        if value is None or (isinstance(value, str) and not value.strip()):
            return None
        try:
            return self.parse(value) if isinstance(value, str) else self.adopt(value)
        except ValueMistake as mistake:
            raise ValidationError(mistake.message, code="invalid") from mistake

    def prepare_value(self, value: Any) -> Any:
        """What the box shows: typed text as typed, a value in Vietnamese spelling."""
        return value if value is None or isinstance(value, str) else self.spell(value)

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether the typed text means another value than before; a text that means nothing is a change."""
        if getattr(self, "disabled", False):
            return False
        try:
            return bool(self.to_python(initial) != self.to_python(data))
        except ValidationError:
            return bool(initial != data)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """The keyboard that phones show."""
        return {"inputmode": self.inputmode, "autocomplete": "off"}


class MoneyFormField(TypedValueMixin, forms.IntegerField):
    """An amount of đồng: "16.207.395", "16,2 triệu"; with `per_m2` also "16,2 triệu đồng/m²"."""

    widget = forms.TextInput

    def __init__(self, *, per_m2: bool = False, **kwargs: Any) -> None:
        self.per_m2 = per_m2
        super().__init__(**kwargs)

    def parse(self, text: str) -> int:
        """Whole đồng."""
        return parse_money(text, per_m2=self.per_m2)

    def spell(self, value: Any) -> str:
        """Without unit: the label names it."""
        return format_integer(int(value))


class VietnameseIntegerField(TypedValueMixin, forms.IntegerField):
    """A whole number: "587", "1.587"."""

    widget = forms.TextInput
    inputmode = "numeric"

    def parse(self, text: str) -> int:
        """A whole number."""
        return parse_integer(text)

    def spell(self, value: Any) -> str:
        """With points between thousands."""
        return format_integer(int(value))


class YearFormField(TypedValueMixin, forms.IntegerField):
    """A year: "2026", "năm 2026"."""

    widget = forms.TextInput
    inputmode = "numeric"

    def parse(self, text: str) -> int:
        """A year between 1945 and 2100."""
        date = PartialDate.parse(text)
        if date.precision != "year":
            raise ValueMistake("Chỉ ghi năm, đủ bốn chữ số. Ví dụ đúng: 2026.")
        return date.year

    def spell(self, value: Any) -> str:
        """Four digits, no point."""
        return f"{value}"


class DecimalFormField(TypedValueMixin, forms.DecimalField):
    """A number with decimals: "1,5", "32.056,8"."""

    widget = forms.TextInput
    inputmode = "decimal"

    def parse(self, text: str) -> Decimal:
        """A number, without unit."""
        return parse_decimal(text, units=(), example="1,5")

    def adopt(self, value: Any) -> Decimal:
        """An integer or decimal; a float is refused, it has no exact digits."""
        if isinstance(value, float):
            raise ValueMistake("Số phải được ghi chính xác. Ví dụ đúng: 1,5.")
        return plain(Decimal(value))

    def spell(self, value: Any) -> str:
        """Without unit, without trailing zeros."""
        return format_decimal(Decimal(value))


class AreaFormField(DecimalFormField):
    """An area in m²: "32.056,8", "32.056,8 m²", "3,2 ha"."""

    def parse(self, text: str) -> Decimal:
        """Square metres."""
        return parse_area(text)


class ShareFormField(DecimalFormField):
    """A share in percent: "20", "12,5%"."""

    def parse(self, text: str) -> Decimal:
        """Percent."""
        return parse_percent(text)


class PartialDateFormField(TypedValueMixin, forms.Field):
    """A year, quarter, month or day: "2026", "quý II/2026", "tháng 5/2026", "24/3/2026"."""

    widget = forms.TextInput

    def parse(self, text: str) -> PartialDate:
        """A partial date."""
        return PartialDate.parse(text)

    def adopt(self, value: Any) -> PartialDate:
        """A partial date, or a full one."""
        return value if isinstance(value, PartialDate) else PartialDate.from_date(value)

    def spell(self, value: Any) -> str:
        """As documents write it."""
        return format_date(value)


class CleanTextMixin:
    """Text that is brought into one form before it is measured, compared and kept."""

    multiline: ClassVar[bool] = False

    def to_python(self, value: Any) -> Any:
        """The cleaned text; Django's empty value for nothing, also when the form did not send the field at all."""
        text = "" if value is None else value
        cleaned = clean_prose(text) if self.multiline else clean_line(text)
        return super().to_python(cleaned)  # type: ignore[misc]  # the mixin stands before a form field

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether the text differs once both are cleaned: a browser's line ends are no change."""
        if getattr(self, "disabled", False):
            return False
        return bool(self.to_python(initial or "") != self.to_python(data or ""))


class LineFormField(CleanTextMixin, forms.CharField):
    """One line of text."""


class ProseFormField(CleanTextMixin, forms.CharField):
    """Text of several lines."""

    multiline = True
    widget = forms.Textarea
