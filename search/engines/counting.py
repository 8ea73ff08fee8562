"""One statement that says how many records match and counts the values of five facets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Final

from search.engines.narrow import FACETS, PLACES, RECORDS, Condition, conditions
from search.facets import Filters

TABLE: Final = "search_index"
_VALUES: Final = "r.kind, r.kind_label, r.year, r.state, r.state_label, r.unit"


@dataclass(frozen=True, slots=True)
class Sql:
    """A piece of SQL with its parameters. The text comes from this package alone, never from a person."""

    text: str
    params: tuple[Any, ...] = ()


def counting(key: str, match: Sql, filters: Filters) -> Sql:
    """Count the matches of the index `i`, whose column `key` is the record's id: each is read once."""
    source = f"{TABLE} i JOIN {RECORDS} r ON r.id = i.{key}"
    rows = Sql(f"SELECT r.id, {_VALUES} FROM {source} WHERE {match.text}", match.params)
    where = conditions(filters, without="place")
    places = Sql(f"m r JOIN {PLACES} p ON p.record_id = r.id WHERE {where.text}", where.params)
    return _statement(rows, "COUNT(*)", places, filters, lambda without: conditions(filters, without=without))


def counting_groups(key: str, match: Sql, filters: Filters) -> Sql:
    """The same for a database that sorts in order to group: matches that are alike are put together first.

    Places are counted beside them, from the index itself.
    """
    source, placed = f"{TABLE} i JOIN {RECORDS} r ON r.id = i.{key}", conditions(Filters(place=filters.place))
    rows = Sql(
        f"SELECT {_VALUES}, ({placed.text}) AS placed, COUNT(*) AS n FROM {source} WHERE {match.text}"
        " GROUP BY 1, 2, 3, 4, 5, 6, 7",
        (*placed.params, *match.params),
    )
    elsewhere = conditions(filters, without="place")
    if not any(getattr(filters, name) for name in FACETS if name != "place"):
        source = f"{TABLE} i"
    places = Sql(
        f"{source} JOIN {PLACES} p ON p.record_id = i.{key} WHERE {match.text} AND {elsewhere.text}",
        (*match.params, *elsewhere.params),
    )

    def where(without: str) -> Condition:
        found = conditions(replace(filters, place=()), without=without)
        return found if without == "place" else replace(found, text=f"{found.text} AND r.placed")

    return _statement(rows, "COALESCE(SUM(r.n), 0)", places, filters, where)


def _statement(rows: Sql, count: str, places: Sql, filters: Filters, where: Callable[[str], Condition]) -> Sql:
    """Parts of (name, value, label, count); `rows` are read as `m`, of which `where` keeps what passes the filters."""
    everything = where("")
    parts = [
        Sql(f"SELECT '=', '', '', {count} FROM m r WHERE {everything.text}", everything.params),
        Sql(f"SELECT '*', '', '', {count} FROM m r"),
    ]
    for name, columns in FACETS.items():
        kept = where(name)
        if getattr(filters, name):
            parts.append(Sql(f"SELECT '-{name}', '', '', {count} FROM m r WHERE {kept.text}", kept.params))
        source, number = Sql(f"m r WHERE {kept.text}", kept.params), count
        if name == "place":
            source, number = places, "COUNT(*)"
        parts.append(
            Sql(
                f"SELECT '{name}', CAST({columns[0]} AS text), CAST({columns[1]} AS text), {number}"
                f" FROM {source.text} GROUP BY {columns[0]}, {columns[1]}",
                source.params,
            )
        )
    return Sql(
        f"WITH m AS MATERIALIZED ({rows.text}) " + " UNION ALL ".join(part.text for part in parts),
        (*rows.params, *(value for part in parts for value in part.params)),
    )
