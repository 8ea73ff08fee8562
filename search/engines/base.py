"""What an engine does, and the part that the two database engines share."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.db import connections

from search.engines.narrow import FACETS, PLACES, RECORDS, VALUES, Condition, conditions, write_narrow
from search.facets import EVERYTHING, Filters, Summary, summary_of
from search.models import IndexedRecord, IndexedTitle
from search.query import Query
from search.rows import IndexRow

TABLE: Final = "search_index"
MOST_PARTS: Final = 250
"""Of one statement: SQLite takes five hundred."""
NEWEST: Final = "r.dated_on DESC NULLS LAST, r.disclosed_at DESC, r.id"
RANKED: Final = f"r.is_open DESC, r.is_first DESC, {NEWEST}"

Scope = int | None
"""The site that is searched; None: all wards of the installation, for commands of the province, never for a page."""


class Engine(ABC):
    """Takes rows in and says which records match, how many, and which come first.

    The order by relevance is fixed: the very number or day asked for, then every word within the title, then with the
    keys, the body, the files; in each, as accented before folded; then open before ended, projects before the rest,
    newest first, lowest id first (`search.tiers`).
    """

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
    def summary(self, query: Query, scope: Scope, filters: Filters) -> Summary:
        """How many match, and the values of every facet, each leaving out its own selection."""

    def found(
        self, query: Query, scope: Scope, filters: Filters, *, newest: bool, limit: int, offset: int
    ) -> tuple[Summary, list[int]]:
        """Summary and page together; an engine that is asked over a network tells both at once."""
        summary = self.summary(query, scope, filters)
        there = summary.count > offset
        page = self.page(query, scope, filters, newest=newest, limit=limit, offset=offset) if there else []
        return summary, page

    @abstractmethod
    def first(self, query: Query, scope: Scope, *, limit: int) -> tuple[int, list[int]]:
        """How many match, and the ids of the first of them by relevance; without facets."""

    @abstractmethod
    def page(self, query: Query, scope: Scope, filters: Filters, *, newest: bool, limit: int, offset: int) -> list[int]:
        """Ids of the matching records on one page, by relevance or newest first."""


@dataclass(frozen=True, slots=True)
class Sql:
    """A piece of SQL with its parameters. The text comes from this package alone, never from a person."""

    text: str
    params: tuple[Any, ...] = ()


class DatabaseEngine(Engine):
    """An index in the database of the records: full text in `search_index`, everything else in narrow tables."""

    key: str
    """Column of `search_index` that holds the record's id."""

    def __init__(self, using: str) -> None:
        self.using = using

    @abstractmethod
    def create_text(self) -> None:
        """Make the table of the texts."""

    @abstractmethod
    def write_text(self, rows: Sequence[IndexRow]) -> None:
        """Put the texts of rows in."""

    @abstractmethod
    def delete_text(self, ids: Sequence[int]) -> None:
        """Take texts out."""

    @abstractmethod
    def matches(self, query: Query, scope: Scope) -> Sql:
        """Condition over `search_index`: this record matches."""

    @abstractmethod
    def ranked(self, query: Query, scope: Scope, where: Condition, limit: int, offset: int) -> list[int]:
        """One page by relevance."""

    def run(self, sql: str, params: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Rows of a query."""
        with connections[self.using].cursor() as cursor:
            cursor.execute(sql, params)
            return cursor.fetchall() if cursor.description else []

    def create(self) -> None:
        """See the base class; the narrow tables belong to the migrations."""
        self.create_text()

    def destroy(self) -> None:
        """See the base class."""
        self.run(f"DROP TABLE IF EXISTS {TABLE}")

    def settle(self) -> None:
        """After many rows at once: put the index in its quickest form and let the database count its rows anew."""

    def has_index(self) -> bool:
        """Whether the index is there (before its migration it is not)."""
        connection = connections[self.using]
        with connection.cursor() as cursor:
            names = connection.introspection.table_names(cursor)
        return TABLE in names and RECORDS in names

    def write(self, rows: Sequence[IndexRow]) -> None:
        """See the base class; in the caller's transaction."""
        if rows:
            self.write_text(rows)
            write_narrow(rows, self.using, self.insert)

    def insert(self, table: str, rows: Sequence[Sequence[Any]], conflict: str = "") -> None:
        """Put rows into a table, named with its columns."""
        if rows:
            with connections[self.using].cursor() as cursor:
                places = ", ".join(["%s"] * len(rows[0]))
                cursor.executemany(f"INSERT INTO {table} VALUES ({places}) {conflict}", rows)

    def delete(self, ids: Iterable[int]) -> None:
        """See the base class."""
        wanted = list(ids)
        self.delete_text(wanted)
        for model in (IndexedRecord, IndexedTitle):
            model._default_manager.using(self.using).filter(pk__in=wanted).delete()

    def delete_orphans(self) -> None:
        """See the base class."""
        if not self.has_index():
            return
        source = "SELECT id FROM search_publicrecord"
        self.run(f"DELETE FROM {TABLE} WHERE {self.key} NOT IN ({source})")
        for table in (RECORDS, IndexedTitle._meta.db_table):
            self.run(f"DELETE FROM {table} WHERE id NOT IN ({source})")

    def summary(self, query: Query, scope: Scope, filters: Filters) -> Summary:
        """See the base class: one query, which reads the matches once."""
        match = self.matches(query, scope)
        everything = conditions(filters)
        parts = [
            Sql(f"SELECT '=' AS part, 0 AS value, COUNT(*) AS n FROM m r WHERE {everything.text}", everything.params)
        ]
        if filters:
            parts.append(Sql("SELECT '*', 0, COUNT(*) FROM m r"))
        for name, column in FACETS.items():
            where = conditions(filters, without=name)
            if getattr(filters, name):
                parts.append(Sql(f"SELECT '-{name}', 0, COUNT(*) FROM m r WHERE {where.text}", where.params))
            counted = f"SELECT '{name}', {column} AS value, COUNT(*) AS n FROM m r WHERE {where.text} GROUP BY {column}"
            if name == "place":
                counted = (
                    f"SELECT '{name}', p.place, CAST(SUM(g.n) AS bigint)"
                    f" FROM ({counted}) g JOIN {PLACES} p ON p.places = g.value GROUP BY p.place"
                )
            parts.append(Sql(counted, where.params))
        rows = self.run(
            "WITH m AS MATERIALIZED (SELECT r.kind, r.year, r.state, r.unit, r.places"
            f" FROM {TABLE} i JOIN {RECORDS} r ON r.id = i.{self.key} WHERE {match.text})"
            " SELECT c.part, CASE WHEN c.part = 'year' THEN CAST(c.value AS text) ELSE v.value END, v.label, c.n"
            f" FROM ({' UNION ALL '.join(part.text for part in parts)}) c"
            f" LEFT JOIN {VALUES} v ON v.id = c.value AND v.facet = c.part",
            [*match.params, *(value for part in parts for value in part.params)],
        )
        return summary_of(rows, filters)

    def page(self, query: Query, scope: Scope, filters: Filters, *, newest: bool, limit: int, offset: int) -> list[int]:
        """See the base class."""
        where = conditions(filters)
        if not newest:
            return self.ranked(query, scope, where, limit, offset)
        found = self.ordered(self.matches(query, scope), where, NEWEST, limit, offset)
        return [row[0] for row in self.run(found.text, found.params)]

    def first(self, query: Query, scope: Scope, *, limit: int) -> tuple[int, list[int]]:
        """See the base class."""
        (count,) = self.numbers([query], scope)
        return count, self.page(query, scope, EVERYTHING, newest=False, limit=limit, offset=0)

    def ordered(self, match: Sql, where: Condition, order: str, limit: int, offset: int = 0) -> Sql:
        """Ids of what matches, in an order."""
        return Sql(
            f"SELECT r.id FROM {TABLE} i JOIN {RECORDS} r ON r.id = i.{self.key}"
            f" WHERE {match.text} AND {where.text} ORDER BY {order} LIMIT %s OFFSET %s",
            (*match.params, *where.params, limit, offset),
        )

    def numbers(self, queries: Sequence[Query], scope: Scope) -> list[int]:
        """How many records match each of some queries, without filters; one statement for 250 of them."""
        found: list[int] = []
        for at in range(0, len(queries), MOST_PARTS):
            matches = [self.matches(query, scope) for query in queries[at : at + MOST_PARTS]]
            rows = self.run(
                " UNION ALL ".join(
                    f"SELECT {place}, COUNT(*) FROM {TABLE} i WHERE {match.text}" for place, match in enumerate(matches)
                ),
                [value for match in matches for value in match.params],
            )
            numbers = dict(rows)
            found += [int(numbers[place]) for place in range(len(matches))]
        return found

    def having(self, queries: Sequence[Query], scope: Scope) -> dict[int, int]:
        """How many records match which of at most 60 queries: their number by the sum of 2 to the power of the places.

        A record that matches none is not counted. One statement.
        """
        matches = [self.matches(query, scope) for query in queries]
        parts = [
            f"SELECT {1 << place} AS bit, i.{self.key} AS id FROM {TABLE} i WHERE {match.text}"
            for place, match in enumerate(matches)
        ]
        masks = f"SELECT SUM(p.bit) AS mask FROM ({' UNION ALL '.join(parts)}) p GROUP BY p.id"
        rows = self.run(
            f"SELECT m.mask, COUNT(*) FROM ({masks}) m GROUP BY m.mask",
            [value for match in matches for value in match.params],
        )
        return {int(mask): int(number) for mask, number in rows}
