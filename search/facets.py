"""Filters of a search and what their values bring, each leaving out its own selection."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final


@dataclass(frozen=True, slots=True)
class Filters:
    """What narrows a search: any of the values of each facet; years are numbers, the rest texts."""

    kind: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    year: tuple[int, ...] = ()
    state: tuple[str, ...] = ()
    unit: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return any(getattr(self, name) for name in NAMES)


EVERYTHING: Final = Filters()
NAMES: Final = ("kind", "place", "year", "state", "unit")


@dataclass(slots=True)  # an answer over all wards holds thousands, and freezing them takes longer than making them
class FacetValue:
    """A value in use: what stands in the address, what a person reads, how many it brings, whether it is chosen."""

    value: str
    label: str
    count: int
    selected: bool = False


@dataclass(frozen=True, slots=True)
class Summary:
    """How many records pass all filters, how many match whatever the filters, the facets, and for each filter in use
    how many there are without it."""

    count: int = 0
    unfiltered: int = 0
    facets: Mapping[str, tuple[FacetValue, ...]] = field(default_factory=dict)
    without: Mapping[str, int] = field(default_factory=dict)


def summary_of(rows: Iterable[tuple[str, str | None, str | None, int]], filters: Filters) -> Summary:
    """The summary from rows of (part, value, label, count): part `=` is the count, `*` the count whatever the filters
    where there are any, `-kind` the count without that filter, `kind` a value of that facet under one label. The order
    of rows says nothing.
    """
    totals: dict[str, int] = {}
    values: dict[str, dict[str, list[tuple[int, str]]]] = {name: {} for name in NAMES}
    for part, value, label, number in rows:
        found = values.get(part)
        if found is None:
            totals[part] = number
        elif value and value in found:
            found[value].append((number, label or value))
        elif value:
            found[value] = [(number, label or value)]
    count = totals.get("=", 0)
    return Summary(
        count=count,
        unfiltered=totals.get("*", count),
        facets={name: _sorted(name, found, getattr(filters, name)) for name, found in values.items()},
        without={name: totals[f"-{name}"] for name in NAMES if f"-{name}" in totals},
    )


def _sorted(
    name: str, found: Mapping[str, Sequence[tuple[int, str]]], chosen: Sequence[str | int]
) -> tuple[FacetValue, ...]:
    """Years newest first, other values by their number; a value under two labels is called by the more frequent one."""
    selected = {str(value) for value in chosen}
    ordered = sorted((*_together(labels), value) for value, labels in found.items())
    if name == "year":
        ordered.sort(key=lambda one: -int(one[2]))
    return tuple([FacetValue(value, label, -less, value in selected) for less, label, value in ordered])


def _together(labels: Sequence[tuple[int, str]]) -> tuple[int, str]:
    """The number of all of a value's labels, below zero so that more comes first, and the label of most records."""
    if len(labels) == 1:
        ((number, label),) = labels
        return -number, label
    return -sum(number for number, _ in labels), min((-number, label) for number, label in labels)[1]
