"""Reading content that points to what was deleted since: another draft, or a file that no public record carries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from django.db import models
from modelcluster.models import get_all_child_relations

Json = dict[str, Any]


def without_gone(model: type[models.Model], data: Mapping[str, Any]) -> Json:
    """A revision's content without its pointers to rows that are gone; a row that must point to one goes with it.

    modelcluster does so for CASCADE and SET_NULL and raises for PROTECT, which guards the tables and knows no drafts:
    without this the page could not be opened, reviewed or restored any more. One query a model that is pointed to.
    """
    relations = {rel.get_accessor_name(): rel.related_model for rel in get_all_child_relations(model)}
    kept: Json = {**data, **{name: [dict(row) for row in data[name]] for name in relations if data.get(name)}}
    named: dict[type[models.Model], set[Any]] = defaultdict(set)
    for field, row in _pointers(model, kept, relations):
        named[field.related_model].add(row[field.name])
    there = {
        target: set(target._default_manager.filter(pk__in=idents).values_list("pk", flat=True))
        for target, idents in named.items()
    }
    dropped: set[int] = set()
    for field, row in _pointers(model, kept, relations):
        if row[field.name] not in there[field.related_model]:
            row[field.name] = None
            if not field.null:
                dropped.add(id(row))
    for name in relations:
        if kept.get(name):
            kept[name] = [row for row in kept[name] if id(row) not in dropped]
    return kept


def _pointers(
    model: type[models.Model], data: Json, relations: Mapping[str, type[models.Model]]
) -> Iterator[tuple[Any, Json]]:
    for field in _guarded(model):
        if data.get(field.name) is not None:
            yield field, data
    for name, child in relations.items():
        for field in _guarded(child):
            yield from ((field, row) for row in data.get(name) or [] if row.get(field.name) is not None)


def _guarded(model: type[models.Model]) -> list[Any]:
    fields: Any = model._meta.get_fields()
    return [field for field in fields if field.many_to_one and field.remote_field.on_delete is models.PROTECT]


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
