"""Which of many rows are there, asked of many tables in one statement."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache
from typing import Any

from django.db import connection, models


def existing(wanted: Mapping[type[models.Model], Collection[int]]) -> dict[type[models.Model], set[int]]:
    """Of the numbers asked for of each model, those that a row has."""
    found: dict[type[models.Model], set[int]] = {model: set() for model in wanted}
    asked = [(model, list(numbers)) for model, numbers in wanted.items() if numbers]
    if asked:
        parts = [_part(place, model, len(numbers)) for place, (model, numbers) in enumerate(asked)]
        with connection.cursor() as cursor:
            cursor.execute(" UNION ALL ".join(parts), [number for _, numbers in asked for number in numbers])
            for place, number in cursor.fetchall():
                found[asked[place][0]].add(number)
    return found


def filled(page: Any, names: Collection[str]) -> set[str]:
    """Of these relations of a saved page those that have rows in the database."""
    asked, model = tuple(names), page._meta.model
    if not asked:
        return set()
    with connection.cursor() as cursor:
        cursor.execute(_any_rows(model, asked), [page.pk] * len(asked))
        return {asked[place] for (place,) in cursor.fetchall()}


@cache
def _part(place: int, model: type[models.Model], count: int) -> str:
    quoted = connection.ops.quote_name
    column, marks = quoted(str(model._meta.pk.column)), ", ".join(["%s"] * count)
    return f"SELECT {place}, {column} FROM {quoted(model._meta.db_table)} WHERE {column} IN ({marks})"


@cache
def _any_rows(model: type[models.Model], names: tuple[str, ...]) -> str:
    """Django would take longer to write a dozen such statements than the database to answer them in one."""
    quoted, parts = connection.ops.quote_name, []
    for place, name in enumerate(names):
        field: Any = model._meta.get_field(name)
        if field.many_to_many:
            table, column = field.m2m_db_table(), field.m2m_column_name()
        else:
            table, column = field.related_model._meta.db_table, field.field.column
        parts.append(f"SELECT {place} WHERE EXISTS (SELECT 1 FROM {quoted(table)} WHERE {quoted(column)} = %s)")
    return " UNION ALL ".join(parts)


@cache
def pointing_fields(model: type[models.Model]) -> tuple[Any, ...]:
    """Fields that point to rows of other tables by their numbers, and ask no more than that these are there."""
    fields: Any = model._meta.concrete_fields
    return tuple(
        field
        for field in fields
        if (field.many_to_one or field.one_to_one)
        and not field.remote_field.parent_link
        and not field.remote_field.limit_choices_to
        and not field.validators
        and field.target_field.primary_key
    )
