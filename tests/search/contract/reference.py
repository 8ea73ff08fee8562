"""What searching must answer, worked out record by record: slow, without any engine, and plain to read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from search.facets import NAMES, Filters
from search.query import Query, Term, Unit
from search.rows import IndexRow
from search.tiers import together

COLUMNS = ("number", "title", "keys", "body", "files")
REACHES = (COLUMNS[:2], COLUMNS[:3], COLUMNS[:4], COLUMNS)
SHORT = 5
"""Words of a query that is taken for a name or a set phrase."""


@dataclass(frozen=True)
class Known:
    """A record, and the tokens of each of its columns in one line."""

    row: IndexRow
    lines: dict[str, str]

    @classmethod
    def of(cls, row: IndexRow) -> Known:
        """A record as it is indexed."""
        return cls(row, {column: f" {getattr(row, column)} " for column in COLUMNS})

    def has_run(self, run: Sequence[str], columns: Sequence[str]) -> bool:
        """Whether the tokens stand side by side in one of the columns."""
        sought = f" {' '.join(run)} "
        return any(sought in self.lines[column] for column in columns)

    def has_term(self, term: Term, columns: Sequence[str], *, accented: bool) -> bool:
        """Whether a term is there; `accented`: with the accents that were typed."""
        if accented and not all(self.has_run([mark], columns) for mark in term.marks):
            return False
        return self.has_run(term.tokens, columns)

    def has_all(self, units: Sequence[Unit], columns: Sequence[str], *, accented: bool) -> bool:
        """Whether every unit is there in one of its readings."""
        return all(any(self.has_term(term, columns, accented=accented) for term in unit.alternatives) for unit in units)

    def values(self, facet: str) -> list[str]:
        """What it is counted under."""
        if facet == "place":
            return [key for key, _ in self.row.places]
        value = getattr(self.row, facet)
        return [str(value)] if value not in {None, ""} else []

    def passes(self, filters: Filters, without: str = "") -> bool:
        """Whether it passes what was chosen, one facet left out."""
        return all(
            name == without or not chosen or {str(value) for value in chosen} & set(self.values(name))
            for name in NAMES
            for chosen in [getattr(filters, name)]
        )

    def tier(self, query: Query) -> int:
        """How well it fits a query that it matches, 0 the best."""
        if query.number and all(self.has_run([key], ["number"]) for key in query.number):
            return 0
        steps = enumerate(_steps(query), 1)
        return next(at for at, (units, columns, accented) in steps if self.has_all(units, columns, accented=accented))


def _steps(query: Query) -> Iterator[tuple[Sequence[Unit], Sequence[str], bool]]:
    """What is asked of a record, the best first: which units, where, with the accents or without.

    All words of the question in a title first. In a title, then with the keys, the body, the files; accented first. Of
    a short query without a number everything side by side but in files comes before anything that is not.
    """
    if query.question:
        yield query.question, REACHES[0], False
    beside = together(query.units)
    near = (*query.units, *beside)
    if len(query.units) > SHORT or query.number or not beside:
        for columns in REACHES:
            yield query.units, columns, True
            yield query.units, columns, False
        return
    for accented in (True, False):
        for columns in REACHES[:3]:
            yield near, columns, accented
    for columns in REACHES[:3]:
        yield query.units, columns, True
        yield query.units, columns, False
    for units in (near, query.units):
        yield units, COLUMNS, True
        yield units, COLUMNS, False


@dataclass(frozen=True)
class Answer:
    """Everything that is found, in order, and how many records each value of each facet brings."""

    ids: list[int]
    unfiltered: int
    facets: dict[str, dict[str, int]]


def answer(records: Iterable[Known], query: Query, filters: Filters, *, newest: bool) -> Answer:
    """What a search on a site with these records must answer."""
    matching = [record for record in records if record.has_all(query.units, COLUMNS, accented=False)]

    def place(record: Known) -> tuple[object, ...]:
        row = record.row
        own = (-(row.dated_on.toordinal() if row.dated_on else 0), -row.disclosed_at.timestamp(), row.record_id)
        return own if newest else (record.tier(query), not row.is_open, not row.is_first, *own)

    found = sorted((record for record in matching if record.passes(filters)), key=place)
    return Answer(
        [record.row.record_id for record in found],
        len(matching),
        {
            name: dict(Counter(value for one in matching if one.passes(filters, name) for value in one.values(name)))
            for name in NAMES
        },
    )
