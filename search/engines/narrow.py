"""The narrow tables beside the full text: what is counted, filtered and ordered by, without a record's long texts.

A record's own row carries its body; reading it for each of thirty thousand matches is what counting must not do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Final

from django.db import connections
from django.db.backends.base.operations import BaseDatabaseOperations
from django.db.models import Model

from search.facets import Filters
from search.models import IndexedPlace, IndexedRecord, IndexedTitle, IndexedValue
from search.rows import IndexRow

RECORDS: Final = IndexedRecord._meta.db_table
PLACES: Final = IndexedPlace._meta.db_table
VALUES: Final = IndexedValue._meta.db_table
FACETS: Final = {"kind": "r.kind", "place": "r.places", "year": "r.year", "state": "r.state", "unit": "r.unit"}
"""Column by facet: the number of the value, of the set of places, the year itself; `r` is a narrow record."""


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition over a narrow record `r`, with its parameters."""

    text: str
    params: tuple[Any, ...] = ()


def conditions(filters: Filters, *, without: str = "") -> Condition:
    """What the filters ask for, one of them left out."""
    texts, params = ["1 = 1"], list[Any]()
    for name in FACETS:
        values = getattr(filters, name)
        if name == without or not values:
            continue
        among = ", ".join(["%s"] * len(values))
        if name != "year":
            among = f"SELECT v.id FROM {VALUES} v WHERE v.facet = '{name}' AND v.value IN ({among})"
        if name == "place":
            among = f"SELECT p.places FROM {PLACES} p WHERE p.place IN ({among})"
        texts.append(f"{FACETS[name]} IN ({among})")
        params.extend(values)
    return Condition(" AND ".join(texts), tuple(params))


Insert = Callable[[str, Sequence[Sequence[Any]], str], None]
"""Puts rows in: table with its columns, the rows, what to do about those that are there."""


def write_narrow(rows: Sequence[IndexRow], using: str, insert: Insert) -> None:
    """Put the narrow rows in, in place of what was there."""
    ops = connections[using].ops
    number, _ = _numbers({named for row in rows for named in _named(row)}, using, insert)
    places = _sets({row.places: [number["place", *place] for place in row.places] for row in rows}, using, insert)
    insert(*upsert(IndexedRecord, [_record(row, number, places, ops) for row in rows]))
    titles = [(row.record_id, row.site_id, _words(row.number_as_written), _words(row.title_as_written)) for row in rows]
    insert(*upsert(IndexedTitle, titles))


Named = tuple[str, str, str]
"""Facet, value and label."""
Places = tuple[tuple[str, str], ...]
"""Key and label of each."""


def _named(row: IndexRow) -> Iterator[Named]:
    """The values that a row is counted under; it has no place twice."""
    yield "kind", row.kind, row.kind_label
    if row.state:
        yield "state", row.state, row.state_label
    if row.unit:
        yield "unit", row.unit, row.unit
    yield from (("place", *place) for place in row.places)


def _numbers(wanted: Set[Named], using: str, insert: Insert) -> tuple[dict[Named, int], list[Named]]:
    """The number of each value, and those that were new a moment ago, whoever else is numbering them."""
    found = _known(wanted, using)
    new = sorted(wanted - found.keys())
    if new:
        insert(f"{VALUES} (facet, value, label)", new, "ON CONFLICT (value, facet, label) DO NOTHING")
        found |= _known(new, using)
    return found, new


def _known(wanted: Iterable[Named], using: str) -> dict[Named, int]:
    values = sorted({value for _, value, _ in wanted})
    with connections[using].cursor() as cursor:
        cursor.execute(
            f"SELECT facet, value, label, id FROM {VALUES} WHERE value IN ({', '.join(['%s'] * len(values))})", values
        )
        return {(facet, value, label): number for facet, value, label, number in cursor.fetchall()}


def _sets(members: Mapping[Places, Sequence[int]], using: str, insert: Insert) -> dict[Places, int]:
    """The number of each set of places, in whichever order they are told; a new set is written with its places."""
    named = {places: ("places", _digest(numbers), "") for places, numbers in members.items() if numbers}
    if not named:
        return {}
    numbers_of = {named[places]: numbers for places, numbers in members.items() if numbers}
    found, new = _numbers(numbers_of.keys(), using, insert)
    rows = [(found[name], number) for name in new for number in sorted(numbers_of[name])]
    insert(f"{PLACES} (places, place)", rows, "ON CONFLICT (places, place) DO NOTHING")
    return {places: found[name] for places, name in named.items()}


def _digest(numbers: Iterable[int]) -> str:
    """What a set of places is known by; a record may have hundreds."""
    return sha256(" ".join(map(str, sorted(numbers))).encode()).hexdigest()


def upsert(model: type[Model], rows: Sequence[Sequence[Any]]) -> tuple[str, Sequence[Sequence[Any]], str]:
    """What puts rows into a model's table, in place of those of the same key: values in the order of its columns.

    A tenth of the time that the same takes by instances.
    """
    columns = [field.column or field.name for field in model._meta.concrete_fields]
    updates = ", ".join(f"{column} = excluded.{column}" for column in columns[1:])
    table = f"{model._meta.db_table} ({', '.join(columns)})"
    return table, rows, f"ON CONFLICT ({columns[0]}) DO UPDATE SET {updates}"


def _record(
    row: IndexRow, number: Mapping[Named, int], places: Mapping[Places, int], ops: BaseDatabaseOperations
) -> tuple[Any, ...]:
    return (
        row.record_id,
        number["kind", row.kind, row.kind_label],
        row.year,
        number.get(("state", row.state, row.state_label)),
        number.get(("unit", row.unit, row.unit)),
        places.get(row.places),
        row.is_open,
        row.is_first,
        ops.adapt_datefield_value(row.dated_on),
        ops.adapt_datetimefield_value(row.disclosed_at),
    )


def _words(tokens: str) -> str:
    """Tokens between spaces, so that ` token` is a beginning and ` token ` a whole word."""
    return f" {tokens} "
