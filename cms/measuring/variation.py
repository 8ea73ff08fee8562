"""A record like its template, with other names, numbers, dates and links."""

from __future__ import annotations

import datetime
import math
import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.db import models
from django.db.models.base import ModelState
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
TEMPLATE_NAME = "Minh Họa"
OF_ONE_ROW = frozenset({"_state", "_cluster_related_objects"})
"""What no two rows share, though the model's own making puts it into each."""


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
            return self.one_of(getattr(specific, "kind", ""))
        if isinstance(other, OWN_COPIES):
            return self.copies.get((type(other), other.pk))
        return other

    def one_of(self, kind: str) -> BasePage | None:
        """Any of the ward's records of a kind; None while it has none."""
        known = self.pages.get(kind)
        return self.names.random.choice(known) if known else None


@dataclass(frozen=True, slots=True)
class Change:
    """By how much one record differs from its template: the same for all its values, so that they still agree."""

    scale: float
    months: int

    @classmethod
    def draw(cls, names: Namer) -> Change:
        """Smaller or larger by up to a third, earlier by up to three years."""
        return cls(names.random.uniform(0.67, 1.33), -names.random.randrange(LONGEST_SHIFT))


Vary = Callable[[World, Change, int], Any]
"""From ward, change and number of a record to a value of it."""


class Pattern:
    """A row taken apart into what every copy of it shares and what differs, so that copies cost only the latter."""

    def __init__(self, template: models.Model, fields: Iterable[Any], *, numbered: bool = False) -> None:
        self.model = type(template)
        shared: Any = self.model()
        self.varying: list[tuple[Any, Vary]] = []
        for one in fields:
            value = getattr(template, one.name)
            change = _variation(one, value, numbered=numbered)
            if change is None:
                setattr(shared, one.name, value)
            else:
                self.varying.append((one, change))
        self.values = {name: value for name, value in vars(shared).items() if name not in OF_ONE_ROW}
        self.known_rows = dict(shared._state.fields_cache)
        self.unique = [one.attname for one in self.model._meta.concrete_fields if one.default is uuid.uuid4]

    def copy(self, world: World, change: Change, number: int) -> Any:
        """A new row; None when it would have to point to something that the ward does not have."""
        row: Any = self.model.__new__(self.model)
        row.__dict__.update(self.values)
        row._state = ModelState()
        row._state.fields_cache = self.known_rows.copy()
        for name in self.unique:
            setattr(row, name, uuid.uuid4())
        for one, vary_value in self.varying:
            value = vary_value(world, change, number)
            if value is None and one.is_relation and not one.null:
                return None
            setattr(row, one.name, value)
        return row


class Variations:
    """A template made ready for many copies."""

    def __init__(self, template: Template) -> None:
        self.template = template
        self.page = Pattern(template.page, template.fields, numbered=True)
        self.rows = {
            relation: [Pattern(row, _fields_of_row(type(row))) for row in rows]
            for relation, rows in template.rows.items()
        }

    def draw(self, world: World) -> BasePage:
        """A new unsaved record with as many rows and links as the template, where the ward has what to point to."""
        names, change = world.names, Change.draw(world.names)
        number = names.number()
        page = self.page.copy(world, change, number)
        page.title = f"{self.template.page.title} {names.place()} {number}"
        page.slug = f"{self.template.page.kind}-{number}"
        for relation, patterns in self.rows.items():
            rows = (pattern.copy(world, change, number) for pattern in patterns)
            setattr(page, relation, [row for row in rows if row is not None])
        for name, others in self.template.many.items():
            setattr(page, name, [like for other in others if (like := world.like(other)) is not None])
        made: BasePage = page
        return made


def _fields_of_row(model: type[models.Model]) -> list[Any]:
    return [one for one in model._meta.concrete_fields if not one.primary_key and one.name != "page"]


def _variation(one: Any, value: Any, *, numbered: bool) -> Vary | None:
    """How a value differs from record to record; None when it does not."""
    if value in (None, ""):
        return None
    if isinstance(value, Page):
        kind = getattr(value.specific_class, "kind", "")
        return lambda world, *_: world.one_of(kind)
    if one.is_relation:
        return (lambda world, *_: world.like(value)) if isinstance(value, OWN_COPIES) else None
    if one.choices or one.name in AS_THEY_ARE:
        return None
    if numbered and one.name in UNIQUE:
        rest = str(value).lstrip("0123456789")
        return lambda _, __, number: f"{number}{rest}"[: one.max_length]
    if isinstance(one, CountField | MoneyField):
        return lambda _, change, __: math.floor(value * change.scale)
    if isinstance(one, AreaField):
        unit = Decimal(1).scaleb(-one.decimal_places)
        return lambda _, change, __: (value * Decimal(str(change.scale))).quantize(unit)
    if isinstance(one, PartialDateField):
        return lambda _, change, __: _earlier(value, change.months)
    if isinstance(one, models.DateField) and not isinstance(one, models.DateTimeField):
        return lambda _, change, __: _earlier_day(value, change.months)
    if isinstance(one, ProseField):
        return lambda world, *_: f"{_local(value, world)} {world.names.sentence()}"
    is_text = isinstance(one, models.CharField | models.TextField) and not isinstance(one, RichTextField | StreamField)
    return (lambda world, *_: _local(value, world)) if is_text and TEMPLATE_NAME in value else None


def _local(text: str, world: World) -> str:
    return text.replace(TEMPLATE_NAME, world.ward_name)


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
