"""Model fields of the values: stored plainly, typed and shown in Vietnamese.

Each has `display(value)`, the text people read, and `canonical(value)`, the one JSON spelling that is hashed and
logged; `to_python(canonical)` is the way back.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from cms.values.dates import FIRST_YEAR, LAST_YEAR
from cms.values.forms import (
    AreaFormField,
    DecimalFormField,
    LineFormField,
    MoneyFormField,
    ProseFormField,
    ShareFormField,
    VietnameseIntegerField,
    YearFormField,
)
from cms.values.money import MAX_MONEY, format_money, format_price_per_m2
from cms.values.number import format_area, format_decimal, format_integer, format_percent, plain
from cms.values.partial_date_field import PartialDateField, PartialDateSortField
from cms.values.text import clean_line, clean_prose

__all__ = [
    "AreaField",
    "CountField",
    "ExactField",
    "LineField",
    "MoneyField",
    "PartialDateField",
    "PartialDateSortField",
    "ProseField",
    "RatioField",
    "ShareField",
    "YearField",
]

if TYPE_CHECKING:
    # The stubs' fields are generic and Django's are not; Any leaves a model's own types to the plugin.
    Text = models.Field[Any, Any]
    Char = models.CharField[Any, Any]
    Prose = models.TextField[Any, Any]
    Number = models.DecimalField[Any, Any]
    Count = models.PositiveIntegerField[Any, Any]
    Year = models.PositiveSmallIntegerField[Any, Any]
    BigCount = models.PositiveBigIntegerField[Any, Any]
else:
    Text = object
    Char, Prose, Number = models.CharField, models.TextField, models.DecimalField
    Count, Year = models.PositiveIntegerField, models.PositiveSmallIntegerField
    BigCount = models.PositiveBigIntegerField


class MoneyField(BigCount):
    """Whole đồng, from 0 to 18 digits (checked by the database too); with `per_m2` shown as "đồng/m²"."""

    description = "Số tiền (đồng)"
    default_validators = [MinValueValidator(0), MaxValueValidator(MAX_MONEY)]  # noqa: RUF012 - typed so by Django

    def __init__(self, *args: Any, per_m2: bool = False, **kwargs: Any) -> None:
        self.per_m2 = per_m2
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        """For migrations."""
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, {**kwargs, "per_m2": True} if self.per_m2 else kwargs

    def to_python(self, value: Any) -> Any:
        """Whole đồng. Raises ValidationError, also on a float: it has no exact digits."""
        if isinstance(value, float):
            raise ValidationError("Số tiền phải là số nguyên đồng. Ví dụ đúng: 16.207.395.", code="invalid")
        return super().to_python(value)

    def formfield(self, **kwargs: Any) -> forms.Field | None:
        """A text box that takes "16,2 triệu"."""
        return super().formfield(
            **{"form_class": MoneyFormField, "per_m2": self.per_m2, "max_value": MAX_MONEY, **kwargs}
        )

    def display(self, value: Any) -> str:
        """ "16.207.395 đồng"; empty for nothing."""
        if value is None:
            return ""
        return format_price_per_m2(value) if self.per_m2 else format_money(value)

    def canonical(self, value: Any) -> int | None:
        """Whole đồng."""
        return None if value is None else int(self.to_python(value))


class CountField(Count):
    """A number of homes, households, floors …: typed and shown as "1.587"."""

    description = "Số đếm"

    def formfield(self, **kwargs: Any) -> forms.Field | None:
        """A text box that takes "1.587"."""
        return super().formfield(**{"form_class": VietnameseIntegerField, **kwargs})

    def display(self, value: Any) -> str:
        """ "1.587"; empty for nothing."""
        return "" if value is None else format_integer(value)

    def canonical(self, value: Any) -> int | None:
        """The number."""
        return None if value is None else int(value)


class YearField(Year):
    """A calendar year, shown without the point of thousands."""

    description = "Năm"
    default_validators = [MinValueValidator(FIRST_YEAR), MaxValueValidator(LAST_YEAR)]  # noqa: RUF012 - typed so by Django

    def formfield(self, **kwargs: Any) -> forms.Field | None:
        """A text box that takes four digits."""
        return super().formfield(**{"form_class": YearFormField, **kwargs})

    def display(self, value: Any) -> str:
        """ "2026"; empty for nothing."""
        return "" if value is None else f"{value}"

    def canonical(self, value: Any) -> int | None:
        """The year."""
        return None if value is None else int(value)


class ExactField(Number):
    """A decimal that is not negative; the kinds below say digits, unit and form field."""

    default_validators = [MinValueValidator(0)]  # noqa: RUF012 - typed so by Django
    digits: ClassVar[int] = 14
    places: ClassVar[int] = 2
    form_class: ClassVar[type[forms.Field]] = DecimalFormField

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"max_digits": self.digits, "decimal_places": self.places, **kwargs})

    def formfield(self, **kwargs: Any) -> forms.Field | None:
        """A text box that takes "32.056,8"."""
        return super().formfield(**{"form_class": self.form_class, "min_value": 0, **kwargs})

    def display(self, value: Any) -> str:
        """The number and its unit; empty for nothing."""
        return "" if value is None else self.spell(Decimal(self.to_python(value)))

    def spell(self, value: Decimal) -> str:
        """The rendered number."""
        return format_decimal(value)

    def canonical(self, value: Any) -> str | None:
        """Decimal text with a point, without trailing zeros and without exponent: "32056.8"."""
        return None if value is None else f"{plain(Decimal(self.to_python(value))):f}"


class AreaField(ExactField):
    """An area in m², to the square decimetre or so: 14 digits, 2 of them decimals."""

    description = "Diện tích (m²)"
    form_class = AreaFormField

    def spell(self, value: Decimal) -> str:
        """ "32.056,8 m²"."""
        return format_area(value)


class ShareField(ExactField):
    """A share in percent, 0 to 100, two decimals."""

    description = "Tỷ lệ (%)"
    default_validators = [MinValueValidator(0), MaxValueValidator(100)]  # noqa: RUF012 - typed so by Django
    digits = 5
    form_class = ShareFormField

    def formfield(self, **kwargs: Any) -> forms.Field | None:
        """A text box that takes "12,5%"."""
        return super().formfield(**{"max_value": 100, **kwargs})

    def spell(self, value: Decimal) -> str:
        """ "12,5%"."""
        return format_percent(value)


class RatioField(ExactField):
    """A coefficient, such as floor area to land (hệ số sử dụng đất): 6 digits, 2 of them decimals."""

    description = "Hệ số"
    digits = 6


class CleanTextMixin(Text):
    """Text that is cleaned when it is validated, compared, and written; goes before a Django text field."""

    def tidy(self, text: str) -> str:
        """The one form of a text."""
        raise NotImplementedError

    def to_python(self, value: Any) -> Any:
        """The text in its one form."""
        return self._tidied(super().to_python(value))

    def get_prep_value(self, value: Any) -> Any:
        """The text in its one form: `update()` and exact lookups too."""
        return self._tidied(super().get_prep_value(value))

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        """The text in its one form, also on the instance."""
        value = self._tidied(super().pre_save(model_instance, add))
        setattr(model_instance, self.attname, value)
        return value

    def display(self, value: Any) -> str:
        """The text; empty for nothing."""
        return "" if value is None else self.tidy(str(value))

    def canonical(self, value: Any) -> str | None:
        """The text in its one form."""
        return None if value is None else self.tidy(str(value))

    def _tidied(self, value: Any) -> Any:
        return self.tidy(value) if isinstance(value, str) else value


class LineField(CleanTextMixin, Char):
    """One line of text: NFC, no white space at the ends or in runs."""

    description = "Một dòng chữ"

    def tidy(self, text: str) -> str:
        """One storable line."""
        return clean_line(text)

    def formfield(self, **kwargs: Any) -> forms.Field | None:
        """A text box."""
        return super().formfield(**({} if self.choices else {"form_class": LineFormField}) | kwargs)


class ProseField(CleanTextMixin, Prose):
    """Text of several lines: NFC, lines end with \\n."""

    description = "Đoạn văn"

    def tidy(self, text: str) -> str:
        """Storable lines."""
        return clean_prose(text)

    def formfield(self, **kwargs: Any) -> forms.Field | None:
        """The box of Wagtail's admin that grows with its text."""
        from wagtail.admin.widgets import AdminAutoHeightTextInput  # needs the app registry

        return super().formfield(**{"form_class": ProseFormField, "widget": AdminAutoHeightTextInput, **kwargs})
