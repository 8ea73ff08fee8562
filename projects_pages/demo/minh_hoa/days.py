"""Days of the made-up ward. It never ages: whatever day it is loaded on, something opens, is open, is over.

What a person plans by (rounds, windows, postings) is written in days from the day of loading. The rest (documents,
years of the plan) is written for one autumn and carried on by whole years, in dates and in words alike, so that months,
quarters and numbers of documents keep fitting each other. Pages are written as if `written_for` were today; carrying
them on brings both kinds to the day of loading.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import wraps
from typing import Any, TypeVar

from modelcluster.models import get_all_child_relations

from cms.models import BasePage, DisclosurePage
from cms.values.dates import PartialDate
from cms.values.text import slugify_vi
from projects_pages.demo.building import Builder, Built

WRITTEN = datetime.date(2026, 11, 23)
"""The first day on which all that is written for one autumn is so."""
Value = TypeVar("Value")
_TOLD = re.compile(r"(?:\b(?P<day>\d{1,2})/(?P<month>\d{1,2})/)?(?<![\w.,])(?P<year>20[1-4]\d)(?!\w|[.,]\d)")
"""A year in words, with the day before it if there is one."""
_SEASON = ("first", "second", "third", "fourth")


def years_on(today: datetime.date) -> int:
    """How many whole years `today` is after the day for which the ward was written; fewer than none before it."""
    return today.year - WRITTEN.year - ((today.month, today.day) < (WRITTEN.month, WRITTEN.day))


def written_for(today: datetime.date) -> datetime.date:
    """`today`, brought back by whole years into the one that begins with the day of writing."""
    return _moved(today, -years_on(today))


def quarter_of(day: datetime.date) -> PartialDate:
    """The quarter in which a day lies."""
    return PartialDate(day.year, quarter=(day.month + 2) // 3)


def quarter_in_english(day: datetime.date) -> str:
    """The same in words: "second quarter of 2027"."""
    return f"{_SEASON[(day.month - 1) // 3]} quarter of {day.year}"


def carried_on(value: Value, years: int) -> Value:
    """The value with its dates and years so many years later: text, dates, tuples, mappings, dataclasses.

    A number is a year where the field of its dataclass is called so.
    """
    return _carried(value, years) if years else value


def ageless(builder: Builder) -> Builder:
    """The builder, its new pages carried on to the day of loading; it finds what is public by the names it wrote."""

    @wraps(builder)
    def carrying(built: Built) -> Iterator[tuple[str, BasePage]]:
        years = years_on(built.today)
        known = _Known(built.published, years)
        for slug, page in builder(replace(built, published=known)):
            if page.pk is None and years:
                carry_page(page, years)
            yield slug, page

    return carrying


def carry_page(page: BasePage, years: int) -> None:
    """Carry an unsaved page and its rows on; its address stays as it was written."""
    page.slug = page.slug or slugify_vi(page.title, max_length=100)
    rows = [
        row for relation in get_all_child_relations(page) for row in getattr(page, relation.get_accessor_name()).all()
    ]
    for one in (page, *rows):
        for field in one._meta.concrete_fields:
            value = getattr(one, field.attname)
            if field.name not in {"slug", "url_path", "path"} and isinstance(value, str | datetime.date | PartialDate):
                setattr(one, field.attname, carried_on(value, years))


class _Known(Mapping[str, DisclosurePage]):
    """Public records by the names under which they were written."""

    def __init__(self, published: Mapping[str, DisclosurePage], years: int) -> None:
        self._published, self._years = published, years

    def __getitem__(self, name: str) -> DisclosurePage:
        return self._published[carried_on(name, self._years)]

    def __iter__(self) -> Iterator[str]:
        return iter(self._published)

    def __len__(self) -> int:
        return len(self._published)


def _carried(value: Any, years: int) -> Any:
    if type(value) is str:
        return _TOLD.sub(lambda found: _told(found, years), value)
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        return _moved(value, years)
    if isinstance(value, PartialDate):
        return replace(value, year=value.year + years)
    if isinstance(value, Mapping):
        return {name: _carried(one, years) for name, one in value.items()}
    if type(value) in (tuple, list):
        return type(value)(_carried(one, years) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{one.name: _field(one.name, getattr(value, one.name), years) for one in fields(value)})
    return value


def _field(name: str, value: Any, years: int) -> Any:
    if name == "slug":
        return value
    return value + years if name.startswith("year") and isinstance(value, int) else _carried(value, years)


def _told(found: re.Match[str], years: int) -> str:
    year = int(found["year"])
    if found["day"] is None:
        return str(year + years)
    day = _moved(datetime.date(year, int(found["month"]), int(found["day"])), years)
    return f"{day.day:0{len(found['day'])}}/{found['month']}/{day.year}"


def _moved(day: datetime.date, years: int) -> datetime.date:
    last = 28 if day.month == 2 else day.day
    return day.replace(year=day.year + years, day=min(day.day, last))
