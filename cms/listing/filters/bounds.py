"""Filters by a lowest and a highest value: areas, prices, days."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.core.exceptions import ValidationError

from cms.listing.fields import Bounds, BoundsField
from cms.listing.filters.base import Filter
from cms.values.forms import PartialDateFormField
from search.models import PublicRecordQuerySet


class Range(Filter):
    """Between two numbers at `path`, typed as the field of the model takes them: "1.500", "16,2 triệu"."""

    template = "listing/_bounds.html"
    suffixes = ("-tu", "-den")
    inputmode = "decimal"

    @property
    def field(self) -> BoundsField:
        """A field that reads as the model's own does."""
        return BoundsField(read=self.read, label=self.label, required=False)

    def read(self, text: str, upper: bool) -> Any:
        """The number of a typed text. Raises ValidationError."""
        formfield: Any = self.column.formfield()
        value = formfield.clean(text)
        if value is None:
            raise ValidationError("Không đọc được.")
        return value

    def narrow(self, records: PublicRecordQuerySet, value: Bounds) -> PublicRecordQuerySet:
        """Both ends count."""
        return self.joined(records, **self.condition(self.ordered_path, value))

    def condition(self, path: str, value: Bounds) -> dict[str, Any]:
        """Lookups for the ends that are there; of one child row both have to hold."""
        ends = {f"{path}__gte": value.low, f"{path}__lte": value.high}
        return {lookup: end for lookup, end in ends.items() if end is not None}

    def pairs(self, value: Bounds) -> list[tuple[str, str]]:
        """In the words in which they were typed."""
        texts = zip(self.names, (value.low_text, value.high_text), strict=True)
        return [(name, text) for name, text in texts if text]

    def without_each(self, value: Bounds) -> list[tuple[str, Any]]:
        """One chip an end."""
        found: list[tuple[str, Any]] = []
        if value.low is not None:
            found.append((f"{self.label}: từ {value.low_text}", replace(value, low=None, low_text="")))
        if value.high is not None:
            found.append((f"{self.label}: đến {value.high_text}", replace(value, high=None, high_text="")))
        return found


class Days(Range):
    """Between two days of the record's own date, or of the date at `path`; a month or year means all its days."""

    inputmode = "text"

    def read(self, text: str, upper: bool) -> Any:
        """The first day that a typed date can mean, or the last one. Raises ValidationError."""
        value = PartialDateFormField(required=False).clean(text)
        if value is None:
            raise ValidationError("Không đọc được.")
        return value.last_day if upper else value.first_day

    def narrow(self, records: PublicRecordQuerySet, value: Bounds) -> PublicRecordQuerySet:
        """Records without a date are in no range."""
        return super().narrow(records, value) if self.path else records.filter(**self.condition("dated_on", value))
