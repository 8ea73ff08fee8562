"""Writing many rows of a table: numbers taken beforehand, values prepared once a column, one prepared statement.

Django's own bulk insert builds one long statement anew for each batch; most of its time goes into that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from django.db import connection, models, transaction

from cms.values.fields import CleanTextMixin

Reader = Callable[[Any], Any]
MOST_REMEMBERED, LONGEST_REMEMBERED = 1000, 120
"""Texts of one column that are known to be in their one form, and characters of one: short ones come again and again,
long ones hardly ever do, and would fill the memory.
"""


def reserve(counts: Mapping[type[models.Model], int]) -> dict[type[models.Model], Sequence[int]]:
    """Numbers for new rows of each model that no other row will get, whether or not the caller writes them."""
    with transaction.atomic():
        return {model: _reserve(model, count) for model, count in counts.items()}


def _reserve(model: type[models.Model], count: int) -> Sequence[int]:
    table, column = model._meta.db_table, _column(model._meta.pk)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT nextval(pg_get_serial_sequence(%s, %s)) FROM generate_series(1, %s)", [table, column, count]
            )
            return [row[0] for row in cursor.fetchall()]
        # What SQLite keeps for AUTOINCREMENT is its sequence: a number that was taken from it does not come again.
        cursor.execute("UPDATE sqlite_sequence SET seq = seq + %s WHERE name = %s RETURNING seq", [count, table])
        moved = cursor.fetchone()
        if moved is None:
            cursor.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (%s, %s)", [table, count])
        last = moved[0] if moved else count
        return range(last - count + 1, last + 1)


def insert(model: type[models.Model], rows: Sequence[Any]) -> None:
    """Insert rows into the model's own table (of a page's tables, one); rows that have no number are given one.

    All rows have a number or none has. No signal is sent and nothing is given back.
    """
    if rows:
        pk: Any = model._meta.pk
        numbered = getattr(rows[0], pk.attname) is not None
        fields = [field for field in _fields(model) if numbered or field is not pk]
        readers = [_reader(field, connection.vendor) for field in fields]
        insert_values(model, fields, ([read(row) for read in readers] for row in rows))


def insert_values(model: type[models.Model], fields: Sequence[Any], values: Iterable[Sequence[Any]]) -> None:
    """Insert rows that are lists of values as the database takes them, in the order of `fields`."""
    quote = connection.ops.quote_name
    columns = ", ".join(quote(_column(field)) for field in fields)
    marks = ", ".join(["%s"] * len(fields))
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {quote(model._meta.db_table)} ({columns}) VALUES ({marks})",
            list(values),
        )


@cache
def _fields(model: type[models.Model]) -> tuple[Any, ...]:
    return tuple(model._meta.local_concrete_fields)


def _column(field: Any) -> str:
    return str(field.column)


@cache
def _reader(field: Any, vendor: str) -> Reader:
    """What takes a column's value from a row as `save()` would."""
    name: str = field.attname
    plain = type(field).pre_save is models.Field.pre_save
    texts: set[str] = set()

    def prepared(row: Any) -> Any:
        return field.get_db_prep_save(field.pre_save(row, add=True), connection)

    def of_text(row: Any) -> Any:
        value = row.__dict__.get(name)
        if type(value) is not str:
            return prepared(row)
        if value in texts:
            return value
        stored = prepared(row)
        if stored == value and len(value) <= LONGEST_REMEMBERED:
            if len(texts) >= MOST_REMEMBERED:
                texts.clear()
            texts.add(value)
        return stored

    def of_number(row: Any) -> Any:
        value = getattr(row, name)
        return value if value is None or type(value) in (int, bool) else prepared(row)

    if isinstance(field, CleanTextMixin) or (plain and isinstance(field, models.CharField | models.TextField)):
        return of_text
    if plain and isinstance(field, models.IntegerField | models.BooleanField | models.ForeignKey):
        return of_number
    return prepared
