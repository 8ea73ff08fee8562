"""Reading content that points to what was deleted since: another draft, or a file that no public record carries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from django.db import models
from modelcluster.fields import ParentalKey
from modelcluster.models import get_all_child_relations

from cms.models.existing import existing

Json = dict[str, Any]


def without_gone(model: type[models.Model], data: Mapping[str, Any]) -> Json:
    """A revision's content without its pointers to rows that are gone; a row that must point to one goes with it.

    modelcluster does so for CASCADE and SET_NULL and raises for PROTECT, which guards the tables and knows no drafts:
    without this the page could not be opened, reviewed or restored any more. It asks for each pointer by itself, this
    once for all of them: what comes from here needs no `check_fks`.
    """
    kept = _copied(model, data)
    named: dict[type[models.Model], set[Any]] = defaultdict(set)
    for field, row in _pointers(model, kept):
        named[field.related_model].add(row[field.name])
    there = existing(named)
    dropped: set[int] = set()
    for field, row in _pointers(model, kept):
        if row[field.name] not in there[field.related_model]:
            row[field.name] = None
            goes_with_it = field.remote_field.on_delete is models.CASCADE and row is not kept
            if goes_with_it or not field.null:
                dropped.add(id(row))
    if dropped:
        _drop(model, kept, dropped)
    return kept


def _rows(model: type[models.Model], data: Mapping[str, Any]) -> Iterator[tuple[str, type[models.Model], list[Json]]]:
    """The children that the content carries, by relation; children may have children."""
    for relation in get_all_child_relations(model):
        name = relation.get_accessor_name()
        if rows := data.get(name):
            yield name, relation.related_model, rows


def _copied(model: type[models.Model], data: Mapping[str, Any]) -> Json:
    return {**data, **{name: [_copied(child, row) for row in rows] for name, child, rows in _rows(model, data)}}


def _pointers(model: type[models.Model], data: Json) -> Iterator[tuple[Any, Json]]:
    for field in _pointing(model):
        if data.get(field.name) is not None:
            yield field, data
    for _, child, rows in _rows(model, data):
        for row in rows:
            yield from _pointers(child, row)


def _drop(model: type[models.Model], data: Json, dropped: set[int]) -> None:
    for name, child, rows in _rows(model, data):
        data[name] = [row for row in rows if id(row) not in dropped]
        for row in data[name]:
            _drop(child, row, dropped)


@cache
def _pointing(model: type[models.Model]) -> list[Any]:
    """The pointers of a model, but for those to its own parts: of a row to its page, of a page to what it inherits."""
    fields: Any = model._meta.get_fields()
    return [
        field
        for field in fields
        if (field.many_to_one or field.one_to_one)
        and field.concrete
        and field.remote_field.on_delete in {models.PROTECT, models.CASCADE, models.SET_NULL}
        and not field.remote_field.parent_link
        and not isinstance(field, ParentalKey)
    ]


def names(model: type[models.Model], data: Mapping[str, Any], row: models.Model) -> bool:
    """Whether a revision's content, or one of its children, points to `row`."""
    if any(data.get(field.name) == row.pk for field in _pointing_at(model, row)):
        return True
    return any(
        child.get(field.name) == row.pk
        for rel in get_all_child_relations(model)
        for field in _pointing_at(rel.related_model, row)
        for child in data.get(rel.get_accessor_name()) or []
    )


def _pointing_at(model: type[models.Model], row: models.Model) -> list[Any]:
    fields: Any = model._meta.get_fields()
    return [
        field for field in fields if field.many_to_one and field.related_model and isinstance(row, field.related_model)
    ]
