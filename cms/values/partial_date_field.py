"""The model field of a partial date, and the day beside it by which lists are sorted."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Lookup, Transform

from cms.values.dates import PartialDate, format_date
from cms.values.forms import PartialDateFormField
from cms.values.mistakes import ValueMistake

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper

    DateTextField = models.Field[PartialDate | datetime.date | str | None, PartialDate | None]
    DayField = models.DateField[datetime.date | None, datetime.date | None]
else:
    DateTextField = models.Field
    DayField = models.DateField

LONGEST_EDTF = 10
ORDER_LOOKUPS = frozenset({"gt", "gte", "lt", "lte", "range"})


class PartialDateField(DateTextField):
    """A `PartialDate` or None, stored as EDTF text ("2026-34" is quarter II).

    Brings a companion `<name>_sort`: a read-only indexed date, the first day it can mean, for ordering and for
    comparison. Both are written by `save()`; `update()`, `bulk_update()` and `save(update_fields=…)` have to name both.
    `sort_companion` is False in migrations only, where the companion stands as a field of its own.
    """

    description = "Ngày có thể chỉ biết năm, quý hoặc tháng"

    def __init__(self, *args: Any, sort_companion: bool = True, **kwargs: Any) -> None:
        self.sort_companion = sort_companion
        kwargs["max_length"] = LONGEST_EDTF
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        """For migrations: without the companion, which is listed there beside it."""
        name, _, args, kwargs = super().deconstruct()
        del kwargs["max_length"]
        return name, "cms.values.fields.PartialDateField", args, {**kwargs, "sort_companion": False}

    def contribute_to_class(self, cls: type[models.Model], name: str, private_only: bool = False) -> None:
        """Add the field and, on a model with a table, its companion."""
        super().contribute_to_class(cls, name, private_only)
        if self.sort_companion and not cls._meta.abstract:
            companion = PartialDateSortField(f"{self.verbose_name} (để sắp xếp)", source=name)
            companion.contribute_to_class(cls, f"{name}_sort")

    def get_internal_type(self) -> str:
        """Stored as a short text."""
        return "CharField"

    def get_default(self) -> PartialDate | None:
        """None unless a default is given; never the empty text of a text column."""
        return self.to_python(super().get_default())

    def get_lookup(self, lookup_name: str) -> type[Lookup[Any]] | None:
        """No "before" and "after" on the text, where quarters follow December: compare the companion."""
        return None if lookup_name in ORDER_LOOKUPS else super().get_lookup(lookup_name)

    def get_transform(self, lookup_name: str) -> type[Transform] | None:
        """None for the comparisons that are refused, so that Django names the refused lookup."""
        return None if lookup_name in ORDER_LOOKUPS else super().get_transform(lookup_name)

    def to_python(self, value: Any) -> PartialDate | None:
        """A partial date from EDTF, a Vietnamese spelling or a date. Raises ValidationError."""
        if value is None or value == "":
            return None
        if isinstance(value, PartialDate):
            return value
        try:
            if isinstance(value, datetime.date):
                return PartialDate.from_date(value)
            return _from_text(str(value))
        except ValueMistake as mistake:
            raise ValidationError(mistake.message, code="invalid") from mistake

    def from_db_value(self, value: str | None, expression: Any, connection: BaseDatabaseWrapper) -> PartialDate | None:
        """The date of a stored text."""
        return PartialDate.from_edtf(value) if value else None

    def get_prep_value(self, value: Any) -> str | None:
        """The text to store; nothing is NULL, or an empty text in a column that takes no NULL."""
        date = self.to_python(value)
        if date is None:
            return None if self.null else ""
        return date.edtf

    def pre_save(self, model_instance: models.Model, add: bool) -> PartialDate | None:
        """The date to store; a text that code assigned becomes a date on the instance."""
        date = self.to_python(getattr(model_instance, self.attname))
        setattr(model_instance, self.attname, date)
        return date

    def value_to_string(self, obj: models.Model) -> str:
        """EDTF text for revisions and fixtures."""
        date = self.to_python(self.value_from_object(obj))
        return "" if date is None else date.edtf

    def formfield(self, **kwargs: Any) -> forms.Field | None:
        """A text box that takes Vietnamese spellings."""
        return super().formfield(**{"form_class": PartialDateFormField, **kwargs})

    def display(self, value: Any) -> str:
        """ "24/3/2026", "quý II/2026"; empty for nothing."""
        date = self.to_python(value)
        return "" if date is None else format_date(date)

    def canonical(self, value: Any) -> str | None:
        """EDTF text."""
        date = self.to_python(value)
        return None if date is None else date.edtf


class PartialDateSortField(DayField):
    """The first day that the partial date `source` of the same model can mean; kept in step when it is saved."""

    def __init__(self, *args: Any, source: str = "", **kwargs: Any) -> None:
        self.source = source
        super().__init__(*args, **{"null": True, "editable": False, "db_index": True, **kwargs})

    def deconstruct(self) -> Any:
        """For migrations."""
        name, _, args, kwargs = super().deconstruct()
        return name, "cms.values.fields.PartialDateSortField", args, {**kwargs, "source": self.source}

    def contribute_to_class(  # type: ignore[override]  # the stubs of its two bases disagree
        self, cls: type[models.Model], name: str, private_only: bool = False
    ) -> None:
        """Add the field once: a copy of a model (a table remade) lists it beside the field that brings it."""
        twins = [field for field in cls._meta.local_fields if field.name == name]
        for twin in twins:
            cls._meta.local_fields.remove(twin)
        super().contribute_to_class(cls, name, private_only=private_only)

    def pre_save(self, model_instance: models.Model, add: bool) -> datetime.date | None:
        """The day that follows from the source as it is now."""
        source = model_instance._meta.get_field(self.source)
        if not isinstance(source, PartialDateField):
            raise TypeError(f"{self.name} follows {self.source}, which is no PartialDateField")
        date = source.to_python(getattr(model_instance, self.source))
        day = None if date is None else date.first_day
        setattr(model_instance, self.attname, day)
        return day


def _from_text(text: str) -> PartialDate:
    """EDTF first: it is what is stored; then what a person would type."""
    try:
        return PartialDate.from_edtf(text)
    except ValueMistake:
        return PartialDate.parse(text)
