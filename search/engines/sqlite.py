"""SQLite: one FTS5 table.

It keeps its own copy of the folded text: a table without content could not forget a single record before SQLite 3.43,
and one over the records' own columns would index unfolded text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from django.db import connections

from search.engines.base import RECORDS, TABLE, DatabaseEngine, Sql
from search.query import Query, Term, Unit
from search.rows import IndexRow, site_token

_COLUMNS: Final = ("number", "title", "keys", "body", "files")
_REACH: Final = ("number title", "number title keys", "number title keys body", "number title keys body files")
_BATCH: Final = 500


def _term(term: Term, strict: bool) -> str:
    phrase = f'"{" ".join(term.tokens)}"'
    if strict and term.marks:
        return "(" + " AND ".join([phrase, *(f'"{mark}"' for mark in term.marks)]) + ")"
    return phrase


def _units(units: Sequence[Unit], strict: bool) -> str:
    """FTS5 expression; tokens are ASCII letters and digits, so nothing in them can end the quotes."""
    return " AND ".join(f"({' OR '.join(_term(term, strict) for term in unit.alternatives)})" for unit in units)


class SqliteEngine(DatabaseEngine):
    """FTS5, with columns for the tiers and the site as a token."""

    source = f"{RECORDS} r"

    def create(self) -> None:
        """Make the virtual table."""
        self.run(
            f"CREATE VIRTUAL TABLE {TABLE} USING fts5(site, {', '.join(_COLUMNS)}, tokenize = 'ascii', columnsize = 0)"
        )

    def destroy(self) -> None:
        """Remove it, with its shadow tables."""
        self.run(f"DROP TABLE IF EXISTS {TABLE}")

    def write(self, rows: Sequence[IndexRow]) -> None:
        """Replace the rows of these records."""
        self.delete([row.record_id for row in rows])
        with connections[self.using].cursor() as cursor:
            cursor.executemany(
                f"INSERT INTO {TABLE} (rowid, site, {', '.join(_COLUMNS)}) VALUES (%s, %s, %s, %s, %s, %s, %s)",
                [
                    (
                        row.record_id,
                        site_token(row.site_id),
                        *(" ".join(column) for column in (row.number, row.title, row.keys, row.body, row.files)),
                    )
                    for row in rows
                ],
            )

    def delete(self, ids: Iterable[int]) -> None:
        """Take out by rowid, in batches below SQLite's limit of parameters."""
        wanted = list(ids)
        for at in range(0, len(wanted), _BATCH):
            batch = wanted[at : at + _BATCH]
            self.run(f"DELETE FROM {TABLE} WHERE rowid IN ({', '.join(['%s'] * len(batch))})", batch)

    def delete_orphans(self) -> None:
        """Take out rows without a record."""
        if self.has_index():
            self.run(f"DELETE FROM {TABLE} WHERE rowid NOT IN (SELECT id FROM {RECORDS})")

    def _within(self, expression: str) -> Sql:
        return Sql(f"r.id IN (SELECT rowid FROM {TABLE} WHERE {TABLE} MATCH %s)", (expression,))

    def matches(self, query: Query, site_id: int) -> Sql:
        """The site's token and every unit anywhere."""
        return self._within(f'site : "{site_token(site_id)}" AND {_anywhere(query, _REACH[-1], strict=False)}')

    def tiers(self, query: Query, site_id: int) -> list[Sql]:
        """The number, then reach by reach, each first with the accents as typed."""
        site = f'site : "{site_token(site_id)}"'
        tiers: list[Sql] = []
        if query.number:
            keys = " AND ".join(f'"{key}"' for key in query.number)
            tiers.append(self._within(f"{site} AND number : ({keys})"))
        for reach in _REACH:
            for strict in (True, False) if query.marked else (False,):
                tiers.append(self._within(f"{site} AND {_anywhere(query, reach, strict=strict)}"))
        return tiers[:-1]


def _anywhere(query: Query, reach: str, *, strict: bool) -> str:
    return f"{{{reach}}} : ({_units(query.units, strict)})"
