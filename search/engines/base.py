"""What an engine does, and the part that the two database engines share."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.db import connections

from search.models import PublicRecord
from search.query import Query
from search.rows import IndexRow

TABLE: Final = "search_index"
FIRST_KINDS: Final = ("du-an",)
"""Kinds that stand before the others where words decide nothing: who types a project's name wants the project."""


@dataclass(frozen=True, slots=True)
class Filters:
    """What narrows a search: kinds (any of them) and a year."""

    kinds: tuple[str, ...] = ()
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """How many matching records share a kind and a year."""

    kind: str
    label: str
    year: int | None
    count: int


class Engine(ABC):
    """Takes rows in and says which records match, how many, and which come first.

    The order by relevance is fixed: the very number or day asked for, then every word within the title, then with the
    keys, the body, the files; in each, as accented before folded, open before ended, projects before the rest, newest
    first, lowest id first.
    """

    def __init__(self, using: str) -> None:
        self.using = using

    @abstractmethod
    def create(self) -> None:
        """Make the index, empty."""

    @abstractmethod
    def destroy(self) -> None:
        """Remove the index."""

    @abstractmethod
    def write(self, rows: Sequence[IndexRow]) -> None:
        """Put rows in, in place of what was there under the same id."""

    @abstractmethod
    def delete(self, ids: Iterable[int]) -> None:
        """Take rows out; ids that are not there are no error."""

    @abstractmethod
    def delete_orphans(self) -> None:
        """Take out every row whose record is gone."""

    @abstractmethod
    def summary(self, query: Query, site_id: int) -> list[Cell]:
        """All matches on a site, counted by kind and year, whatever the filters."""

    @abstractmethod
    def page(self, query: Query, site_id: int, filters: Filters, *, newest: bool, limit: int, offset: int) -> list[int]:
        """Ids of the matching records on one page, by relevance or newest first."""


@dataclass(frozen=True, slots=True)
class Sql:
    """A piece of SQL with its parameters. The text comes from this package alone, never from a person."""

    text: str
    params: tuple[Any, ...] = ()


class DatabaseEngine(Engine):
    """An index in the database of the records: matching is an expression of it, the rest is SQL over the records."""

    source: str
    """What is selected from; the records are `r`."""

    @abstractmethod
    def matches(self, query: Query, site_id: int) -> Sql:
        """Condition: this record matches."""

    @abstractmethod
    def tiers(self, query: Query, site_id: int) -> list[Sql]:
        """Conditions, best tier first; what satisfies none comes last."""

    def run(self, sql: str, params: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Rows of a query."""
        with connections[self.using].cursor() as cursor:
            cursor.execute(sql, params)
            return cursor.fetchall() if cursor.description else []

    def has_index(self) -> bool:
        """Whether the index is there (before its migration it is not)."""
        connection = connections[self.using]
        with connection.cursor() as cursor:
            return TABLE in connection.introspection.table_names(cursor)

    def summary(self, query: Query, site_id: int) -> list[Cell]:
        """See the base class: one grouped query."""
        match = self.matches(query, site_id)
        rows = self.run(
            f"SELECT r.kind, r.kind_label, r.year, COUNT(*) FROM {self.source}"
            f" WHERE {match.text} AND r.site_id = %s GROUP BY r.kind, r.kind_label, r.year",
            [*match.params, site_id],
        )
        return [Cell(*row) for row in rows]

    def page(self, query: Query, site_id: int, filters: Filters, *, newest: bool, limit: int, offset: int) -> list[int]:
        """See the base class: one query."""
        match = self.matches(query, site_id)
        where, params = [match.text, "r.site_id = %s"], [*match.params, site_id]
        if filters.kinds:
            where.append(f"r.kind IN ({', '.join(['%s'] * len(filters.kinds))})")
            params.extend(filters.kinds)
        if filters.year is not None:
            where.append("r.year = %s")
            params.append(filters.year)
        order = "r.dated_on DESC NULLS LAST, r.disclosed_at DESC, r.id"
        if not newest:
            tiers = self.tiers(query, site_id)
            cases = " ".join(f"WHEN {tier.text} THEN {at}" for at, tier in enumerate(tiers))
            ranks = [
                f"CASE {cases} ELSE {len(tiers)} END",
                "CASE WHEN r.is_open THEN 0 ELSE 1 END",
                f"CASE WHEN r.kind IN ({', '.join(['%s'] * len(FIRST_KINDS))}) THEN 0 ELSE 1 END",
            ]
            order = f"{', '.join(ranks)}, {order}"
            for tier in tiers:
                params.extend(tier.params)
            params.extend(FIRST_KINDS)
        rows = self.run(
            f"SELECT r.id FROM {self.source} WHERE {' AND '.join(where)} ORDER BY {order} LIMIT %s OFFSET %s",
            [*params, limit, offset],
        )
        return [row[0] for row in rows]


RECORDS: Final = PublicRecord._meta.db_table
