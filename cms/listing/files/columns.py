"""Columns of CSV and XLSX: what identifies a record, then its facts under their labels, each value with its type."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db import models

from cms.disclosure import canonical
from cms.disclosure.facts import BoundFacts, Fact, Rows
from cms.listing.files.contents import Contents, Row
from cms.values.dates import PartialDate
from cms.values.fields import AreaField, MoneyField, PartialDateField, ShareField
from cms.values.render import display_canonical, local_time
from search.illustrative import LABEL

Value = str | int | Decimal | datetime.date | None
UNITS = ((AreaField, "m²"), (ShareField, "%"))
LEFT_OUT = frozenset({"sources"})
"""Relations that say where figures come from: they repeat what the JSON has in its place."""


@dataclass(frozen=True)
class Column:
    """One column: its head, and the value of a row."""

    label: str
    value: Callable[[Row], Value]
    is_text: bool = True


def columns_of(contents: Contents) -> list[Column]:
    """All columns of a listing's table."""
    bound: BoundFacts = contents.listing.model().facts
    found = [
        Column("Mã bản ghi", lambda row: str(row.record.record)),
        Column("Địa chỉ", lambda row: contents.url(row.record)),
        Column("Số, ký hiệu của hồ sơ", lambda row: row.record.number),
        Column("Tình trạng", lambda row: row.record.state_label),
        Column("Còn hiệu lực", lambda row: "có" if row.record.is_open else "không"),
        Column("Công khai lần đầu", lambda row: local_time(row.record.disclosed_at).date(), is_text=False),
        Column("Công khai lần cuối", lambda row: local_time(row.record.changed_at).date(), is_text=False),
        Column("Lần công bố", lambda row: row.record.version, is_text=False),
    ]
    if contents.listing.says_now():
        found.insert(4, Column("Hiện nay", lambda row: row.now))
    for item in bound:
        if item.name == contents.listing.state_column:
            found.append(Column(bound.label(item), lambda row: row.record.state_label))
        else:
            found += _of_relation(bound, item) if isinstance(item, Rows) else _of_fact(bound, item)
    if contents.notice:
        found.insert(0, Column(LABEL, lambda row: "có"))
    return found


def _of_fact(bound: BoundFacts, item: Fact) -> list[Column]:
    field = bound.field(item.name)
    found = [
        Column(
            _with_unit(bound.label(item), field),
            _reader(bound, item, field),
            is_text=not isinstance(field, models.IntegerField | models.DecimalField | models.DateField),
        )
    ]
    if item.approximate:
        found.append(
            Column(
                f"{bound.label(item)}: là số «khoảng»",
                lambda row: "có" if _approximate(row.facts.get(item.name)) else "",
            )
        )
    return found


def _of_relation(bound: BoundFacts, item: Rows) -> list[Column]:
    if item.name in LEFT_OUT:
        return []
    model = bound.row_model(item)

    def text(row: Row) -> str:
        lines = []
        for child in row.facts.get(item.name) or []:
            parts = [bound.text(fact, child.get(fact.name), row.names, model) for fact in item.facts]
            lines.append(", ".join(" ".join(part.split()) for part in parts if part))
        return "; ".join(line for line in lines if line)

    return [Column(item.label, text)]


def _approximate(value: Any) -> bool:
    return isinstance(value, dict) and value.get("approximate") is True


def _reader(bound: BoundFacts, item: Fact, field: Any) -> Callable[[Row], Value]:
    """Reads a fact as a number, a day or a text; what the field decides is decided once for all rows."""
    typed = _typed(field)
    name = item.name

    def value(row: Row) -> Value:
        found: Any = row.facts.get(name)
        if _approximate(found):
            found = found["value"]
        if canonical.is_empty(found):
            return None
        return typed(found) if typed else bound.text(item, found, row.names)

    return value


def _typed(field: Any) -> Callable[[Any], Value] | None:
    """How a canonical value becomes a value of its own type; None for what is read as people read it."""
    if isinstance(field, PartialDateField):
        return _day
    told = functools.partial(display_canonical, field)
    if field.choices:
        labels = {key: str(label) for key, label in field.flatchoices if isinstance(key, str)}
        return lambda value: labels[value] if isinstance(value, str) and value in labels else told(value)
    if isinstance(field, models.DecimalField):
        return lambda value: Decimal(str(value))
    if isinstance(field, models.IntegerField):
        return int
    if isinstance(field, models.DateField) and not isinstance(field, models.DateTimeField):
        return lambda value: datetime.date.fromisoformat(str(value))
    return None


def _day(value: Any) -> Value:
    """A day; a date of which only the month is known is a text."""
    known = PartialDate.from_edtf(str(value))
    return known.first_day if known.precision == "day" else str(known)


def _with_unit(label: str, field: Any) -> str:
    unit = next((unit for kind, unit in UNITS if isinstance(field, kind)), "")
    if isinstance(field, MoneyField):
        unit = "đồng/m²" if field.per_m2 else "đồng"
    return f"{label} ({unit})" if unit and "(" not in label else label
