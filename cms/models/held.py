"""A page's rows in memory: read once for all that is done with them, and written only where they changed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from django.db import models
from modelcluster.models import ClusterableModel, get_all_child_relations

from cms.models.existing import filled


def hold(page: Any) -> list[str]:
    """Read the rows of all facts of a saved page; the page keeps them and asks no more. Gives what was read now."""
    held = page.__dict__.setdefault("_cluster_related_objects", {})
    names = [name for name in _relations_of_facts(page._meta.model) if name not in held]
    there = filled(page, names)
    for name in names:
        if name in there:
            getattr(page, name).get_object_list()
        else:
            held[name] = []
    return names


@contextmanager
def holding(page: Any) -> Iterator[None]:
    """As `hold`, and let go of again what was not in memory before: whoever saves the page writes no old rows."""
    names = hold(page) if page.pk else []
    try:
        yield
    finally:
        for name in names:
            page._cluster_related_objects.pop(name, None)


@cache
def _relations_of_facts(model: Any) -> tuple[str, ...]:
    bound = model.facts
    many = [fact.name for fact in bound.singles if bound.field(fact.name).many_to_many]
    return (*(relation.name for relation in bound.relations), *many)


def leave_unchanged(page: Any, *, new: bool) -> None:
    """Let go of rows that stand in the database as they are in memory: saving the page need not write them again.

    For a page whose own row was just saved, before modelcluster saves its children. With `new` nothing is there yet.
    """
    held: dict[str, list[Any]] = page.__dict__.get("_cluster_related_objects") or {}
    names = [name for name in _child_relations(page._meta.model) if name in held]
    there = set() if new else filled(page, names)
    for name in names:
        rows = held[name]
        if bool(rows) == (name in there) and (not rows or _is_unchanged(page, name, rows)):
            del held[name]


@cache
def _child_relations(model: type[models.Model]) -> tuple[str, ...]:
    return tuple(relation.get_accessor_name() for relation in get_all_child_relations(model))


def _is_unchanged(page: Any, name: str, rows: list[Any]) -> bool:
    model: Any = getattr(page, name).model
    columns = model._meta.concrete_fields
    if issubclass(model, ClusterableModel) or any(isinstance(column, models.FileField) for column in columns):
        return False  # what hangs on a row is not looked at here
    if any(row.pk is None or row._state.adding for row in rows):
        return False
    stored = {row.pk: row for row in getattr(page, name).get_live_queryset()}
    return stored.keys() == {row.pk for row in rows} and all(
        field.pre_save(row, False) == getattr(stored[row.pk], field.attname) for row in rows for field in columns
    )
