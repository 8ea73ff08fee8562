"""PostgreSQL: one table of weighted tsvectors with a GIN index.

The vectors are written by us token by token, never by PostgreSQL's parser, which reads `258/Q` as the name of a file.
Weights: A number and title, B keys, C body, D files. Long vectors lie outside their row, and to unpack one takes longer
than all else that is done with a match: what tells most tiers apart is kept in the row beside them.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import Any, Final

from search.engines.base import RANKED, TABLE, DatabaseEngine, Scope, Sql
from search.engines.narrow import PLACES, RECORDS, Condition
from search.query import Query, Term, Unit
from search.rows import IndexRow, site_token
from search.tiers import COLUMNS, Tier, tiers_of

logger = logging.getLogger(__name__)

_WEIGHTS: Final = {"number": "A", "title": "A", "keys": "B", "body": "C", "files": "D"}
_LAST_POSITION: Final = 16_383
_MOST_POSITIONS: Final = 255
_SHORT: Final = 10_000
"""Tokens that surely find room, with a position of their own each."""
_ROWS: Final = 200
"""Of one statement, which takes 65,535 values."""
_MOST_BYTES: Final = 900_000
"""A tsvector holds at most 1 MB; what of a record's files lies beyond is left out, and the log says so."""


def vector(row: IndexRow) -> str:
    """The row as a tsvector literal. Positions are those of the text, with a gap between two columns."""
    site, columns = site_token(row.site_id), [(_WEIGHTS[name], getattr(row, name).split()) for name in COLUMNS]
    if sum(len(tokens) for _, tokens in columns) > _SHORT:
        return _long_vector(row.record_id, site, columns)
    places: dict[str, list[str]] = {}
    position = 0
    for weight, tokens in columns:
        position += 2
        for token in tokens:
            position += 1
            places.setdefault(token, []).append(f"{position}{weight}")
    return " ".join([site, *[f"{token}:{','.join(at[:_MOST_POSITIONS])}" for token, at in places.items()]])


def _long_vector(record_id: int, site: str, columns: Sequence[tuple[str, Sequence[str]]]) -> str:
    """The same for a row that may be too long for PostgreSQL, which is counted on the way."""
    places: dict[str, list[str]] = {site: []}
    position, size, full = 0, 0, False
    for weight, tokens in columns:
        position += 2
        for token in tokens:
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
        logger.warning("Record %s is too long for the index; its end is not searched.", record_id)
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


NAMES: Final = "tsvector GENERATED ALWAYS AS (ts_filter(vector, '{a,b}')) STORED"
FILED: Final = "boolean GENERATED ALWAYS AS (length(ts_filter(vector, '{d}')) > 0) STORED"
STORAGE: Final = (
    f"ALTER TABLE {TABLE} ALTER COLUMN vector SET STORAGE EXTERNAL",
    f"ALTER TABLE {TABLE} ALTER COLUMN names SET STORAGE MAIN",
)
"""Vectors hardly get smaller by packing, and packing them is half of what writing them takes; names stay in the row."""


def _within_tier(tier: Tier) -> Sql:
    """Condition over a match: it is in this tier."""
    if tier.keys:
        return Sql("i.names @@ %s::tsquery", (" & ".join(f"{key}:A" for key in tier.keys),))
    weights = "".join(dict.fromkeys(_WEIGHTS[column] for column in tier.reach))
    asked, anywhere = (_units(tier.units, within, strict=tier.strict) for within in (weights, ""))
    if "C" not in weights:
        return Sql("i.names @@ %s::tsquery", (asked,))
    if tier.close:
        return Sql("i.vector @@ %s::tsquery", (asked,))
    # What matches has the words somewhere; where their accents stand somewhere, the index says once for all matches.
    parts = [Sql(f"i.record_id IN (SELECT s.record_id FROM {TABLE} s WHERE s.vector @@ %s::tsquery)", (anywhere,))]
    if "D" not in weights:
        parts.append(Sql("(NOT i.filed OR i.vector @@ %s::tsquery)", (asked,)))
    if not tier.strict:
        del parts[0]
    return Sql(" AND ".join(part.text for part in parts), tuple(value for part in parts for value in part.params))


class PostgresEngine(DatabaseEngine):
    """Weighted tsvectors, with the site as a lexeme."""

    key = "record_id"

    def create_text(self) -> None:
        """Make the table and its index. No foreign key: emptying the tables must stay possible."""
        self.run(
            f"CREATE TABLE {TABLE} (record_id bigint PRIMARY KEY, vector tsvector NOT NULL,"
            f" names {NAMES}, filed {FILED})"
        )
        for statement in STORAGE:
            self.run(statement)
        self.run(f"CREATE INDEX {TABLE}_vector ON {TABLE} USING gin (vector)")

    def insert(self, table: str, rows: Sequence[Sequence[Any]], conflict: str = "") -> None:
        """Many rows a statement: PostgreSQL reads and plans each statement anew."""
        for at in range(0, len(rows), _ROWS):
            some = rows[at : at + _ROWS]
            places = f"({', '.join(['%s'] * len(some[0]))})"
            values = [value for row in some for value in row]
            self.run(f"INSERT INTO {table} VALUES {', '.join([places] * len(some))} {conflict}", values)

    def write_text(self, rows: Sequence[IndexRow]) -> None:
        """Insert or replace."""
        conflict = "ON CONFLICT (record_id) DO UPDATE SET vector = EXCLUDED.vector"
        self.insert(f"{TABLE} (record_id, vector)", [(row.record_id, vector(row)) for row in rows], conflict)

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
        tiers = [_within_tier(tier) for tier in tiers_of(query)[:-1]]
        cases = " ".join(f"WHEN {tier.text} THEN {at}" for at, tier in enumerate(tiers))
        match = self.matches(query, scope)
        rows = self.run(
            f"SELECT r.id FROM {TABLE} i JOIN {RECORDS} r ON r.id = i.{self.key}"
            f" WHERE {match.text} AND {where.text}"
            f" ORDER BY CASE {cases} ELSE {len(tiers)} END, {RANKED} LIMIT %s OFFSET %s",
            [*match.params, *where.params, *(value for tier in tiers for value in tier.params), limit, offset],
        )
        return [row[0] for row in rows]
