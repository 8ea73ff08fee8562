"""PostgreSQL: one table of weighted tsvectors with a GIN index.

The vectors are written by us token by token, never by PostgreSQL's parser, which reads `258/Q` as the name of a file.
Weights: A number and title, B keys, C body, D files.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import Final

from django.db import connections

from search.engines.base import RANKED, TABLE, DatabaseEngine, Scope, Sql
from search.engines.narrow import PLACES, RECORDS, Condition
from search.query import Query, Term, Unit
from search.rows import IndexRow, site_token
from search.tiers import COLUMNS, Tier, tiers_of

logger = logging.getLogger(__name__)

_WEIGHTS: Final = {"number": "A", "title": "A", "keys": "B", "body": "C", "files": "D"}
_LAST_POSITION: Final = 16_383
_MOST_POSITIONS: Final = 255
_MOST_BYTES: Final = 900_000
"""A tsvector holds at most 1 MB; what of a record's files lies beyond is left out, and the log says so."""


def vector(row: IndexRow) -> str:
    """The row as a tsvector literal. Positions are those of the text, with a gap between two columns."""
    places: dict[str, list[str]] = {site_token(row.site_id): []}
    position, size, full = 0, 0, False
    for column in COLUMNS:
        weight = _WEIGHTS[column]
        position += 2
        for token in getattr(row, column):
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


def _term(term: Term, weights: str, *, strict: bool) -> str:
    label = f":{weights}" if weights else ""
    phrase = " <-> ".join(f"{token}{label}" for token in term.tokens)
    if strict and term.marks:
        return "(" + " & ".join([f"({phrase})", *(f"{mark}{label}" for mark in term.marks)]) + ")"
    return f"({phrase})"


def _units(units: Sequence[Unit], weights: str = "", *, strict: bool = False) -> str:
    """tsquery text; tokens are ASCII letters and digits, so they need no quoting."""
    return " & ".join(
        f"({' | '.join(_term(term, weights, strict=strict) for term in unit.alternatives)})" for unit in units
    )


def _tier(tier: Tier) -> str:
    if tier.keys:
        return " & ".join(f"{key}:A" for key in tier.keys)
    weights = "".join(dict.fromkeys(_WEIGHTS[column] for column in tier.reach))
    return _units(tier.units, weights, strict=tier.strict)


class PostgresEngine(DatabaseEngine):
    """Weighted tsvectors, with the site as a lexeme."""

    key = "record_id"

    def create_text(self) -> None:
        """Make the table and its index. No foreign key: emptying the tables must stay possible."""
        self.run(f"CREATE TABLE {TABLE} (record_id bigint PRIMARY KEY, vector tsvector NOT NULL)")
        self.run(f"CREATE INDEX {TABLE}_vector ON {TABLE} USING gin (vector)")

    def write_text(self, rows: Sequence[IndexRow]) -> None:
        """Insert or replace."""
        with connections[self.using].cursor() as cursor:
            cursor.executemany(
                f"INSERT INTO {TABLE} (record_id, vector) VALUES (%s, %s::tsvector)"
                " ON CONFLICT (record_id) DO UPDATE SET vector = EXCLUDED.vector",
                [(row.record_id, vector(row)) for row in rows],
            )

    def delete_text(self, ids: Sequence[int]) -> None:
        """Take out by id."""
        self.run(f"DELETE FROM {TABLE} WHERE record_id = ANY(%s)", [list(ids)])

    def settle(self) -> None:
        """Rows that wait beside the index are looked through one by one until they are in it."""
        self.run("SELECT gin_clean_pending_list(%s)", [f"{TABLE}_vector"])
        for table in (TABLE, RECORDS, PLACES):
            self.run(f"ANALYZE {table}")

    def matches(self, query: Query, scope: Scope) -> Sql:
        """Unweighted, so that the GIN index answers it (weights would make it read each row first)."""
        site = "" if scope is None else f"{site_token(scope)} & "
        return Sql("i.vector @@ %s::tsquery", (f"{site}{_units(query.units)}",))

    def ranked(self, query: Query, scope: Scope, where: Condition, limit: int, offset: int) -> list[int]:
        """One query: the index finds the matches, each is put into its tier by the weights in its own row.

        A query for a tier alone would make PostgreSQL read every row that has the words anywhere, once a tier.
        """
        tiers = [_tier(tier) for tier in tiers_of(query)][:-1]
        cases = " ".join(f"WHEN i.vector @@ %s::tsquery THEN {at}" for at in range(len(tiers)))
        match = self.matches(query, scope)
        rows = self.run(
            f"SELECT r.id FROM {TABLE} i JOIN {RECORDS} r ON r.id = i.{self.key}"
            f" WHERE {match.text} AND {where.text}"
            f" ORDER BY CASE {cases} ELSE {len(tiers)} END, {RANKED} LIMIT %s OFFSET %s",
            [*match.params, *where.params, *tiers, limit, offset],
        )
        return [row[0] for row in rows]
