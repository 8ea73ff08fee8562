"""Reading what rows point to with one query a model, however many rows there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db import models

from cms.registers.models.national import NationalRow, read_schedules

Place = tuple[Any, Any, bool]
"""A field, a row that has it, and whether more is shown of what it points to than its name."""


def read(places: Iterable[Place]) -> None:
    """Let each row know what its field points to, as if it had been asked; what is gone is left to be asked for.

    Within `schedules_read_once` the schedules that are shown are read with it.
    """
    waiting: dict[type[models.Model], list[tuple[Any, Any]]] = defaultdict(list)
    detailed: dict[type[NationalRow], list[tuple[Any, Any]]] = defaultdict(list)
    for field, row, with_details in places:
        if not field.many_to_one or getattr(row, field.attname) is None:
            continue
        if not field.is_cached(row):
            waiting[field.related_model].append((field, row))
        if with_details and issubclass(field.related_model, NationalRow):
            detailed[field.related_model].append((field, row))
    for model, asking in waiting.items():
        found = model._base_manager.in_bulk({getattr(row, field.attname) for field, row in asking})
        for field, row in asking:
            if (there := found.get(getattr(row, field.attname))) is not None:
                field.set_cached_value(row, there)
    for of_law, shown in detailed.items():
        read_schedules(of_law, {field.get_cached_value(row).code for field, row in shown if field.is_cached(row)})
