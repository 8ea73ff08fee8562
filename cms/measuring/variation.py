"""A record like its template, with other names, numbers, dates and links."""

from __future__ import annotations

import datetime
import math
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.db import models
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from cms.measuring.names import Namer
from cms.measuring.templates import Template
from cms.models import BasePage, PortalDocument, PortalImage
from cms.registers.models import WardRegister
from cms.values.dates import PartialDate
from cms.values.fields import AreaField, CountField, MoneyField, PartialDateField, ProseField

OWN_COPIES = (WardRegister, PortalDocument, PortalImage)
LONGEST_SHIFT = 36  # months
AS_THEY_ARE = frozenset({"hidden_below"})
"""Numbers that are no measure of the record."""
UNIQUE = frozenset({"reference_code", "number", "code"})


@dataclass
class World:
    """What the records of one ward may point to."""

    names: Namer
    ward_name: str
    copies: dict[tuple[type[models.Model], int], models.Model] = field(default_factory=dict)
    """The ward's own rows and files by those of the template ward."""
    pages: dict[str, list[BasePage]] = field(default_factory=dict)
    """Records of the ward by kind, as far as they are made."""

    def like(self, other: models.Model | None) -> models.Model | None:
        """What a record points to where its template points to `other`; None where the ward has nothing of the sort."""
        if other is None:
            return None
        if isinstance(other, Page):
            specific: Any = other.specific_class
            known = self.pages.get(getattr(specific, "kind", ""), [])
            return self.names.random.choice(known) if known else None
        if isinstance(other, OWN_COPIES):
            return self.copies.get((type(other), other.pk))
        return other


@dataclass(frozen=True)
class Change:
    """By how much one record differs from its template: the same for all its values, so that they still agree."""

    scale: float
    months: int

    @classmethod
    def draw(cls, names: Namer) -> Change:
        """Smaller or larger by up to a third, earlier by up to three years."""
        return cls(names.random.uniform(0.67, 1.33), -names.random.randrange(LONGEST_SHIFT))


def vary(template: Template, world: World) -> BasePage:
    """A new unsaved record with as many rows and links as its template, where the ward has something to point to."""
    names, change = world.names, Change.draw(world.names)
    number = names.number()
    page: Any = type(template.page)(title=f"{template.page.title} {names.place()} {number}")
    page.slug = f"{template.page.kind}-{number}"
    for one in template.fields:
        setattr(page, one.name, _value(one, template.page, world, change, number))
    for relation, rows in template.rows.items():
        varied = [row for one in rows if (row := _row(one, world, change)) is not None]
        setattr(page, relation, varied)
    for name, others in template.many.items():
        setattr(page, name, [like for other in others if (like := world.like(other)) is not None])
    made: BasePage = page
    return made


def _row(template: models.Model, world: World, change: Change) -> models.Model | None:
    """A row like another one; None when it would have to point to something that the ward does not have."""
    row = type(template)()
    for one in type(template)._meta.concrete_fields:
        if one.primary_key or one.name == "page":
            continue
        value = _value(one, template, world, change, None)
        if value is None and one.is_relation and not one.null:
            return None
        setattr(row, one.name, value)
    return row


def _value(one: Any, template: models.Model, world: World, change: Change, number: int | None) -> Any:
    value = getattr(template, one.name)
    if value in (None, ""):
        return value
    if one.is_relation:
        return world.like(value)
    if one.choices or one.name in AS_THEY_ARE:
        return value
    if number is not None and one.name in UNIQUE:
        return f"{number}{str(value).lstrip('0123456789')}"[: one.max_length]
    if isinstance(one, CountField | MoneyField):
        return math.floor(value * change.scale)
    if isinstance(one, AreaField):
        return (value * Decimal(str(change.scale))).quantize(Decimal(1).scaleb(-one.decimal_places))
    if isinstance(one, PartialDateField):
        return _earlier(value, change.months)
    if isinstance(one, models.DateField) and not isinstance(one, models.DateTimeField):
        return _earlier_day(value, change.months)
    if isinstance(one, ProseField):
        return f"{_local(value, world)} {world.names.sentence()}"
    if isinstance(one, models.CharField | models.TextField) and not isinstance(one, RichTextField | StreamField):
        return _local(value, world)
    return value


def _local(text: str, world: World) -> str:
    return text.replace("Minh Họa", world.ward_name)


def _earlier(date: PartialDate, months: int) -> PartialDate:
    """As precise as before; of a quarter, whole quarters earlier."""
    if date.precision == "year":
        return PartialDate(date.year + months // 12)
    if date.quarter:
        place = date.year * 4 + date.quarter - 1 + months // 3
        return PartialDate(place // 4, quarter=place % 4 + 1)
    year, month = divmod(date.year * 12 + (date.month or 1) - 1 + months, 12)
    return PartialDate(year, month + 1, min(date.day, 28) if date.day else None)


def _earlier_day(date: datetime.date, months: int) -> datetime.date:
    year, month = divmod(date.year * 12 + date.month - 1 + months, 12)
    return datetime.date(year, month + 1, min(date.day, 28))
