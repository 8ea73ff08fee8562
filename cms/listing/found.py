"""What a listing found: how many, each filter's values with their numbers, what to drop when there is nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import CharField, Count, QuerySet, Value

from cms.listing.asked import Asked
from cms.listing.filters import Filter, Option, Options
from cms.listing.listing import BY_RELEVANCE
from cms.values.number import format_integer
from search.models import PublicRecord, PublicRecordQuerySet

TEXT = CharField()
A_TOTAL = "="
"""Begins the name of a part that counts records, not values; no filter is called so."""
TOTAL = "=found"
UNFILTERED = "=all"

Counts = dict[str, dict[str, tuple[str, int]]]
"""Label and number, by filter and value."""


@dataclass(frozen=True)
class Chip:
    """A condition that holds, and the address without it."""

    label: str
    href: str


@dataclass(frozen=True)
class Hint:
    """A condition that could be dropped, and how many records that would bring."""

    label: str
    href: str
    count: int


@dataclass(frozen=True)
class Control:
    """A filter in the form: `options` for one with values, the typed texts for one with bounds."""

    filter: Filter
    options: Sequence[Option]
    value: Any
    active: bool

    @property
    def bounds(self) -> list[tuple[str, str, str]]:
        """Parameter, label and typed text of both ends."""
        low, high = self.filter.names
        value = self.value
        return [
            (low, "Từ", value.low_text if value else ""),
            (high, "đến", value.high_text if value else ""),
        ]


class Found:
    """The answer to what was asked; three queries at most, however many filters there are."""

    def __init__(self, asked: Asked) -> None:
        self.asked = asked

    @cached_property
    def _counts(self) -> Counts:
        """The totals and the values in use; each filter leaves out its own choice."""
        asked = self.asked
        parts = [_total(asked.narrowed(), TOTAL), _total(asked.everything, UNFILTERED)]
        for one in asked.filters.in_order():
            if isinstance(one, Options):
                parts += one.counts(asked.narrowed(without=one))
        return _read(parts)

    @property
    def total(self) -> int:
        """Records that satisfy all."""
        return _number(self._counts, TOTAL)

    @property
    def unfiltered(self) -> int:
        """Records of the listing."""
        return _number(self._counts, UNFILTERED)

    @cached_property
    def controls(self) -> list[Control]:
        """The filters that can be used here: with a value in use or chosen, or with bounds."""
        found: list[Control] = []
        for one in self.asked.filters.in_order():
            value = self.asked.values.get(one.param)
            options = self._options(one, value) if isinstance(one, Options) else []
            if options or not isinstance(one, Options):
                found.append(Control(one, options, value, value is not None))
        return found

    def _options(self, one: Options, value: Any) -> list[Option]:
        counted = {
            key: (one.label_of(key, label), number) for key, (label, number) in self._counts.get(one.param, {}).items()
        }
        chosen = value or one.field.clean([])
        for key in chosen.values:
            counted.setdefault(key, (one.label_in_chip(key), 0))
        return one.options(counted, chosen)

    @property
    def chips(self) -> list[Chip]:
        """What holds, each with a link that drops it."""
        asked = self.asked
        return [
            Chip(label, asked.address(asked.replaced(one, rest)))
            for one, value in asked.active
            for label, rest in one.without_each(value)
        ]

    @cached_property
    def hints(self) -> list[Hint]:
        """What each dropped filter would bring, the most first; one query."""
        asked = self.asked
        if len(asked.active) == 0:
            return []
        counts = _read([_total(asked.narrowed(without=one), A_TOTAL + one.param) for one, _ in asked.active])
        found = [
            Hint(one.said(value), asked.address(asked.dropped(one)), _number(counts, A_TOTAL + one.param))
            for one, value in asked.active
        ]
        return sorted(found, key=lambda hint: -hint.count)

    def page(self, offset: int, limit: int) -> list[PublicRecord]:
        """Records from `offset` on, in the order asked for."""
        if self._by_relevance:
            return self.asked.everything.in_order_of(self.ids[offset : offset + limit])
        return list(self._ordered[offset : offset + limit])

    @cached_property
    def ids(self) -> Sequence[int]:
        """Ids of all records found, in the order asked for."""
        found = self.asked.found_ids
        if found is not None and self._by_relevance:
            kept = set(self.asked.narrowed().order_by().values_list("pk", flat=True))
            return [one for one in found if one in kept]
        return list(self._ordered.values_list("pk", flat=True))

    @property
    def _by_relevance(self) -> bool:
        return self.asked.order.name == BY_RELEVANCE

    @property
    def _ordered(self) -> PublicRecordQuerySet:
        asked = self.asked
        return asked.order.apply(asked.narrowed(), asked.listing.model(), asked.filters.day)

    def counted(self, number: int) -> str:
        """ "5 dự án"."""
        return f"{format_integer(number)} {self.asked.listing.noun}"


def _total(records: PublicRecordQuerySet, name: str) -> QuerySet[Any, Any]:
    """One row as the filters give them, with the number of all."""
    return (
        records.order_by()
        .annotate(found_in=Value(name, TEXT), found_value=Value("", TEXT), found_label=Value("", TEXT))
        .values("found_in", "found_value", "found_label")
        .annotate(found_count=Count("pk"))
    )


def _read(parts: list[QuerySet[Any, Any]]) -> Counts:
    """One query for all parts. A record without a value counts for no value, and no value counts no record."""
    found: Counts = {}
    for row in parts[0].union(*parts[1:], all=True):
        name, value, number = row["found_in"], row["found_value"], row["found_count"]
        if (value and number) or name.startswith(A_TOTAL):
            label, before = found.setdefault(name, {}).get(value, (row["found_label"] or "", 0))
            found[name][value] = (label, before + number)
    return found


def _number(counts: Counts, name: str) -> int:
    """A total; a part that cannot have a row was not asked."""
    return counts[name][""][1] if name in counts else 0
