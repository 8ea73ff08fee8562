"""What searching must answer, worked out record by record: slow, without any engine, and plain to read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from search.query import Query, Term, Unit
from search.rows import IndexRow
from search.tiers import together

COLUMNS: Final = ("number", "title", "keys", "body", "files")
REACHES: Final = (COLUMNS[:2], COLUMNS[:3], COLUMNS[:4], COLUMNS)
FACETS: Final = ("kind", "place", "year", "state", "unit")
Chosen = Mapping[str, Sequence[str]]
"""Values chosen by facet."""


def has_run(row: IndexRow, run: Sequence[str], columns: Sequence[str]) -> bool:
    """Whether the tokens stand side by side in one of the columns."""
    return any(f" {' '.join(run)} " in f" {' '.join(getattr(row, column))} " for column in columns)


def has_term(row: IndexRow, term: Term, columns: Sequence[str], *, accented: bool) -> bool:
    """Whether a term is there; `accented`: with the accents that were typed."""
    if accented and not all(has_run(row, [mark], columns) for mark in term.marks):
        return False
    return has_run(row, term.tokens, columns)


def has_all(row: IndexRow, units: Sequence[Unit], columns: Sequence[str], *, accented: bool) -> bool:
    """Whether every unit is there in one of its readings."""
    return all(any(has_term(row, term, columns, accented=accented) for term in unit.alternatives) for unit in units)


def tier(row: IndexRow, query: Query) -> int | None:
    """How well a record fits, 0 the best; None when it does not match."""
    if not has_all(row, query.units, COLUMNS, accented=False):
        return None
    if query.number and all(has_run(row, [key], ["number"]) for key in query.number):
        return 0
    near = (*query.units, *together(query.units))
    close = [(near, columns, accented) for columns in REACHES for accented in (True, False)]
    loose = [(query.units, columns, accented) for columns in REACHES for accented in (True, False)]
    if len(query.units) <= 4:
        steps = [*close[0:6:2], *close[1:6:2], *loose[:6], *close[6:], *loose[6:]]
    else:
        steps = [step for at in range(0, 8, 2) for step in (*close[at : at + 2], *loose[at : at + 2])]
    return next(at for at, step in enumerate(steps, 1) if has_all(row, step[0], step[1], accented=step[2]))


def values_of(row: IndexRow, facet: str) -> list[tuple[str, str]]:
    """Value and label of what a record is counted under."""
    if facet == "place":
        return list(row.places)
    if facet == "year":
        return [(str(row.year), str(row.year))] if row.year is not None else []
    value = getattr(row, facet)
    return [(value, value if facet == "unit" else getattr(row, f"{facet}_label"))] if value else []


def passes(row: IndexRow, chosen: Chosen, without: str = "") -> bool:
    """Whether a record passes what was chosen, one facet left out."""
    return all(
        {value for value, _ in values_of(row, facet)} & set(values)
        for facet, values in chosen.items()
        if values and facet != without
    )


def found(rows: Sequence[IndexRow], query: Query, chosen: Chosen, *, newest: bool = False) -> list[int]:
    """Ids of what is found, in order."""
    tiers = {row.record_id: tier(row, query) for row in rows}

    def place(row: IndexRow) -> tuple[object, ...]:
        own = (
            -(row.dated_on.toordinal() if row.dated_on else 0),
            -row.disclosed_at.timestamp(),
            row.record_id,
        )
        return own if newest else (tiers[row.record_id], not row.is_open, not row.is_first, *own)

    matching = [row for row in rows if tiers[row.record_id] is not None and passes(row, chosen)]
    return [row.record_id for row in sorted(matching, key=place)]


def counts(rows: Sequence[IndexRow], query: Query, chosen: Chosen) -> dict[str, dict[str, int]]:
    """How many records each value of each facet brings, whatever is chosen in that facet."""
    matching = [row for row in rows if tier(row, query) is not None]
    return {
        facet: dict(
            Counter(value for row in matching if passes(row, chosen, facet) for value, _ in values_of(row, facet))
        )
        for facet in FACETS
    }
