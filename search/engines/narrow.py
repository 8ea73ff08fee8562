"""The narrow tables beside the full text: what is counted, filtered and ordered by, without a record's long texts.

A record's own row carries its body; reading it for each of thirty thousand matches is what counting must not do.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import Model

from search.facets import Filters
from search.models import IndexedPlace, IndexedRecord, IndexedTitle
from search.rows import IndexRow

RECORDS: Final = IndexedRecord._meta.db_table
PLACES: Final = IndexedPlace._meta.db_table
FACETS: Final[dict[str, tuple[str, str]]] = {
    "kind": ("r.kind", "r.kind_label"),
    "place": ("p.key", "p.label"),
    "year": ("r.year", "r.year"),
    "state": ("r.state", "r.state_label"),
    "unit": ("r.unit", "r.unit"),
}
"""Columns of value and label, by facet; `r` is a narrow record, `p` one of its places."""


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
        among = f"IN ({', '.join(['%s'] * len(values))})"
        if name == "place":
            texts.append(f"EXISTS (SELECT 1 FROM {PLACES} q WHERE q.record_id = r.id AND q.key {among})")
        else:
            texts.append(f"{FACETS[name][0]} {among}")
        params.extend(values)
    return Condition(" AND ".join(texts), tuple(params))


def write_narrow(rows: Sequence[IndexRow], using: str) -> None:
    """Put the narrow rows in, in place of what was there."""
    ids = [row.record_id for row in rows]
    _upsert(IndexedRecord, [_record(row) for row in rows], using)
    _upsert(
        IndexedTitle,
        [
            IndexedTitle(
                id=row.record_id,
                site_id=row.site_id,
                number_words=_words(row.number_as_written),
                title_words=_words(row.title_as_written),
            )
            for row in rows
        ],
        using,
    )
    IndexedPlace.objects.using(using).filter(record_id__in=ids).delete()
    IndexedPlace.objects.using(using).bulk_create(
        [IndexedPlace(record_id=row.record_id, key=key, label=label) for row in rows for key, label in row.places]
    )


def _upsert(model: type[Model], rows: Sequence[Any], using: str) -> None:
    columns = [field.name for field in model._meta.concrete_fields if not field.primary_key]
    model._default_manager.using(using).bulk_create(
        rows, update_conflicts=True, unique_fields=["id"], update_fields=columns, batch_size=200
    )


def _record(row: IndexRow) -> IndexedRecord:
    return IndexedRecord(
        id=row.record_id,
        kind=row.kind,
        kind_label=row.kind_label,
        year=row.year,
        state=row.state,
        state_label=row.state_label,
        unit=row.unit,
        is_open=row.is_open,
        is_first=row.is_first,
        dated_on=row.dated_on,
        disclosed_at=row.disclosed_at,
    )


def _words(tokens: Sequence[str]) -> str:
    """Tokens between spaces, so that ` token` is a beginning and ` token ` a whole word."""
    return f" {' '.join(tokens)} "
