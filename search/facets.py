"""Counts by kind and by year, each leaving out its own selection: from one grouped query, whatever is selected."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from search.engines.base import Cell, Filters


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value in use: what stands in the address, what a person reads, how many it brings, whether it is chosen."""

    value: str
    label: str
    count: int
    selected: bool


@dataclass(frozen=True, slots=True)
class Facets:
    """Kinds in the order of their numbers, years newest first; the totals are those without the selection."""

    kinds: tuple[FacetValue, ...] = ()
    years: tuple[FacetValue, ...] = ()
    any_kind: int = 0
    any_year: int = 0
    unfiltered: int = 0


def count(cells: Iterable[Cell], filters: Filters) -> int:
    """How many records pass the filters."""
    return sum(cell.count for cell in cells if _kind_passes(cell, filters) and _year_passes(cell, filters))


def facets(cells: Sequence[Cell], filters: Filters) -> Facets:
    """Both facets."""
    labels: dict[str, str] = {}
    kinds: Counter[str] = Counter()
    years: Counter[int | None] = Counter()
    for cell in cells:
        labels[cell.kind] = cell.label
        if _year_passes(cell, filters):
            kinds[cell.kind] += cell.count
        if _kind_passes(cell, filters):
            years[cell.year] += cell.count
    return Facets(
        kinds=tuple(
            FacetValue(kind, labels[kind], number, kind in filters.kinds)
            for kind, number in sorted(kinds.items(), key=lambda item: (-item[1], labels[item[0]]))
        ),
        years=tuple(
            FacetValue(str(year), str(year), years[year], year == filters.year)
            for year in sorted((year for year in years if year is not None), reverse=True)
        ),
        any_kind=sum(kinds.values()),
        any_year=sum(years.values()),
        unfiltered=sum(cell.count for cell in cells),
    )


def _kind_passes(cell: Cell, filters: Filters) -> bool:
    return not filters.kinds or cell.kind in filters.kinds


def _year_passes(cell: Cell, filters: Filters) -> bool:
    return filters.year is None or cell.year == filters.year
