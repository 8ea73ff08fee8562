"""SQLite: one FTS5 table.

It keeps its own copy of the folded text: a table without content could not forget a single record before SQLite 3.43,
and one over the records' own columns would index unfolded text.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from django.db import connections

from search.engines.base import RANKED, TABLE, DatabaseEngine, Scope, Sql
from search.engines.narrow import RECORDS, Condition
from search.query import Query, Term, Unit
from search.ranking import place
from search.rows import IndexRow, site_token
from search.tiers import COLUMNS, Tier, outside, tiers_of

_BATCH: Final = 500
FEW: Final = 40
"""Matches that are put in order by their own words; looking up every word of every tier takes longer for so few."""


def _term(term: Term, *, strict: bool) -> str:
    phrase = f'"{" ".join(term.tokens)}"'
    if strict and term.marks:
        return "(" + " AND ".join([phrase, *(f'"{mark}"' for mark in term.marks)]) + ")"
    return phrase


def _units(units: Sequence[Unit], *, strict: bool) -> str:
    """FTS5 expression; tokens are ASCII letters and digits, so nothing in them can end the quotes."""
    return " AND ".join(f"({' OR '.join(_term(term, strict=strict) for term in unit.alternatives)})" for unit in units)


def _tier(query: Query, tier: Tier) -> str:
    """FTS5 expression of one tier."""
    if tier.keys:
        # The number alone: what has it has the words too, in whichever column they stand.
        keys = " AND ".join(f'"{key}"' for key in tier.keys)
        return f"(number : ({keys}) AND {_anywhere(query)})"
    return f"({{{' '.join(tier.reach)}}} : ({_units(tier.units, strict=tier.strict)}))"


def _anywhere(query: Query) -> str:
    return f"({{{' '.join(COLUMNS)}}} : ({_units(query.units, strict=False)}))"


def _texts(columns: Sequence[str]) -> dict[str, str]:
    return {name: f" {text} " for name, text in zip(COLUMNS, columns, strict=True)}


class SqliteEngine(DatabaseEngine):
    """FTS5, with columns for the tiers and the site as a token."""

    key = "rowid"

    def create_text(self) -> None:
        """Make the virtual table."""
        self.run(
            f"CREATE VIRTUAL TABLE {TABLE} USING fts5(site, {', '.join(COLUMNS)}, tokenize = 'ascii', columnsize = 0)"
        )

    def write_text(self, rows: Sequence[IndexRow]) -> None:
        """Replace the texts of these records."""
        self.delete_text([row.record_id for row in rows])
        with connections[self.using].cursor() as cursor:
            cursor.executemany(
                f"INSERT INTO {TABLE} (rowid, site, {', '.join(COLUMNS)}) VALUES (%s, %s, %s, %s, %s, %s, %s)",
                [
                    (row.record_id, site_token(row.site_id), row.number, row.title, row.keys, row.body, row.files)
                    for row in rows
                ],
            )

    def delete_text(self, ids: Sequence[int]) -> None:
        """Take out by rowid, in batches below SQLite's limit of parameters."""
        for at in range(0, len(ids), _BATCH):
            batch = ids[at : at + _BATCH]
            self.run(f"DELETE FROM {TABLE} WHERE rowid IN ({', '.join(['%s'] * len(batch))})", batch)

    def settle(self) -> None:
        """One segment instead of a dozen: every word of a query is looked up in each."""
        self.run(f"INSERT INTO {TABLE} ({TABLE}) VALUES ('optimize')")
        self.run("ANALYZE")

    def matches(self, query: Query, scope: Scope) -> Sql:
        """The site's token and every unit anywhere."""
        return self._within(scope, _anywhere(query))

    def _within(self, scope: Scope, expression: str) -> Sql:
        site = "" if scope is None else f'site : "{site_token(scope)}" AND '
        return Sql(f"{TABLE} MATCH %s", (f"{site}{expression}",))

    def ranked(self, query: Query, scope: Scope, where: Condition, limit: int, offset: int) -> list[int]:
        """Few matches by their own words, many tier by tier."""
        match = self.matches(query, scope)
        rows = self.run(
            f"SELECT rowid, {', '.join(COLUMNS)} FROM {TABLE} WHERE {match.text} LIMIT {FEW + 1}", match.params
        )
        if len(rows) > FEW:
            return self._by_tier(query, scope, where, limit, offset)
        tiers = tiers_of(query)
        placed = {row[0]: place(_texts(row[1:]), tiers) for row in rows}
        among = ", ".join(["%s"] * len(placed)) or "NULL"
        ordered = self.run(
            f"SELECT r.id FROM {RECORDS} r WHERE r.id IN ({among}) AND {where.text} ORDER BY {RANKED}",
            [*placed, *where.params],
        )
        return sorted((row[0] for row in ordered), key=placed.__getitem__)[offset : offset + limit]

    def _by_tier(self, query: Query, scope: Scope, where: Condition, limit: int, offset: int) -> list[int]:
        """Tier by tier, each without what the better ones hold; the database stops when the page is full.

        A ranking of all matches would look up every one of them in each tier; a first page needs one or two tiers.
        SQLite answers the parts of a UNION ALL one after the other and begins none that the limit does not need.
        """
        parts: list[Sql] = []
        tiers = tiers_of(query)
        for at, tier in enumerate(tiers):
            expression = _tier(query, tier)
            better = " OR ".join(_tier(query, one) for one in outside(tiers[:at]))
            match = self._within(scope, f"({expression} NOT ({better}))" if better else expression)
            parts.append(self.ordered(match, where, RANKED, limit + offset))
        rows = self.run(
            " UNION ALL ".join(f"SELECT id FROM ({part.text})" for part in parts) + " LIMIT %s OFFSET %s",
            [*(value for part in parts for value in part.params), limit, offset],
        )
        return [row[0] for row in rows]
