"""PostgreSQL: one table of weighted tsvectors with a GIN index.

The vectors are written by us token by token, never by PostgreSQL's parser, which reads `258/Q` as the name of a file.
Weights: A number and title, B keys, C body, D files.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from typing import Final

from django.db import connections

from search.engines.base import RECORDS, TABLE, DatabaseEngine, Sql
from search.query import Query, Term, Unit
from search.rows import IndexRow, site_token

logger = logging.getLogger(__name__)

_REACH: Final = ("A", "AB", "ABC", "ABCD")
_LAST_POSITION: Final = 16_383
_MOST_POSITIONS: Final = 255
_MOST_BYTES: Final = 900_000
"""A tsvector holds at most 1 MB; what of a record's files lies beyond is left out, and the log says so."""


def vector(row: IndexRow) -> str:
    """The row as a tsvector literal. Positions are those of the text, with a gap between two columns."""
    places: dict[str, list[str]] = {site_token(row.site_id): []}
    position, size, full = 0, 0, False
    for column, weight in (
        (row.number, "A"),
        (row.title, "A"),
        (row.keys, "B"),
        (row.body, "C"),
        (row.files, "D"),
    ):
        position += 2
        for token in column:
            position += 1
            known = places.get(token)
            size += 4 if known is not None else len(token) + 12
            if size > _MOST_BYTES:
                full = True
                break
            if known is None:
                known = places[token] = []
            if len(known) < _MOST_POSITIONS:
                known.append(f"{min(position, _LAST_POSITION)}{weight}")
    if full:
        logger.warning("Record %s is too long for the index; its end is not searched.", row.record_id)
    return " ".join(f"{token}:{','.join(at)}" if at else token for token, at in places.items())


def _term(term: Term, reach: str, strict: bool) -> str:
    phrase = " <-> ".join(f"{token}:{reach}" for token in term.tokens)
    if strict and term.marks:
        return "(" + " & ".join([f"({phrase})", *(f"{mark}:{reach}" for mark in term.marks)]) + ")"
    return f"({phrase})"


def _units(units: Sequence[Unit], reach: str, strict: bool) -> str:
    """tsquery text; tokens are ASCII letters and digits, so they need no quoting."""
    return " & ".join(f"({' | '.join(_term(term, reach, strict) for term in unit.alternatives)})" for unit in units)


class PostgresEngine(DatabaseEngine):
    """Weighted tsvectors, with the site as a lexeme."""

    source = f"{RECORDS} r JOIN {TABLE} i ON i.record_id = r.id"

    def create(self) -> None:
        """Make the table and its index. No foreign key: emptying the tables must stay possible."""
        self.run(f"CREATE TABLE {TABLE} (record_id bigint PRIMARY KEY, vector tsvector NOT NULL)")
        self.run(f"CREATE INDEX {TABLE}_vector ON {TABLE} USING gin (vector)")

    def destroy(self) -> None:
        """Remove the table."""
        self.run(f"DROP TABLE IF EXISTS {TABLE}")

    def write(self, rows: Sequence[IndexRow]) -> None:
        """Insert or replace."""
        with connections[self.using].cursor() as cursor:
            cursor.executemany(
                f"INSERT INTO {TABLE} (record_id, vector) VALUES (%s, %s::tsvector)"
                " ON CONFLICT (record_id) DO UPDATE SET vector = EXCLUDED.vector",
                [(row.record_id, vector(row)) for row in rows],
            )

    def delete(self, ids: Iterable[int]) -> None:
        """Take out by id."""
        self.run(f"DELETE FROM {TABLE} WHERE record_id = ANY(%s)", [list(ids)])

    def delete_orphans(self) -> None:
        """Take out rows without a record."""
        if self.has_index():
            self.run(f"DELETE FROM {TABLE} i WHERE NOT EXISTS (SELECT 1 FROM {RECORDS} r WHERE r.id = i.record_id)")

    def matches(self, query: Query, site_id: int) -> Sql:
        """Unweighted, so that the GIN index answers it (weights would make it read each row first)."""
        text = " & ".join(
            [
                site_token(site_id),
                *(
                    f"({' | '.join('(' + ' <-> '.join(term.tokens) + ')' for term in unit.alternatives)})"
                    for unit in query.units
                ),
            ]
        )
        return Sql("i.vector @@ %s::tsquery", (text,))

    def tiers(self, query: Query, site_id: int) -> list[Sql]:
        """The number, then reach by reach, each first with the accents as typed."""
        tiers: list[Sql] = []
        if query.number:
            tiers.append(Sql("i.vector @@ %s::tsquery", (" & ".join(f"{key}:A" for key in query.number),)))
        for reach in _REACH:
            for strict in (True, False) if query.marked else (False,):
                tiers.append(Sql("i.vector @@ %s::tsquery", (_units(query.units, reach, strict),)))
        return tiers[:-1]
