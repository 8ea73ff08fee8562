"""What a notice's page says of where it was posted."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cms.registers.figures import figure
from cms.values.dates import format_date

if TYPE_CHECKING:
    from projects_pages.models import NoticePage

OF_COMPENSATION = "niem-yet-phuong-an"
OF_ALL = "niem-yet"
"""Codes of the figures of law that say for how many days something is posted."""


@dataclass(frozen=True)
class Posted:
    """A place or another way, with its days as text (empty where nobody said them)."""

    where: str
    first: str
    last: str
    note: str


@dataclass(frozen=True)
class Record:
    """A record of posting: its name, day and file."""

    title: str
    day: str
    url: str


@dataclass(frozen=True)
class Duty:
    """For how long the law wants the notice posted, and whether it is."""

    text: str
    """ "ít nhất 30 ngày liên tục"."""
    provision: str
    days: int
    """From the first to the last day, both counted."""
    kept: bool


def duty(notice: NoticePage) -> Duty | None:
    """The figure of the register that held on the first day; one query.

    None for kinds whose time another law sets, for unknown days, and while nobody has entered the figure.
    """
    from projects_pages.models import NoticeKind

    kinds: dict[str, str] = dict.fromkeys(
        (NoticeKind.RESULT, NoticeKind.CONSULTATION, NoticeKind.PLANNING, NoticeKind.RENT_BY_INDIVIDUAL), OF_ALL
    )
    code = (kinds | {NoticeKind.COMPENSATION: OF_COMPENSATION}).get(notice.notice_kind)
    if code is None or notice.posted_from is None or notice.posted_until is None:
        return None
    asked = figure(code, on=notice.posted_from)
    if asked is None or asked.number is None:
        return None
    days = (notice.posted_until - notice.posted_from).days + 1
    return Duty(asked.shown_text, asked.source.provision if asked.source else "", days, days >= asked.number)


def postings(notice: NoticePage) -> list[Posted]:
    """The places in the notice's order, then the other ways; a place without days of its own has the notice's."""
    rows = []
    for row in notice.posted_at.all():
        where = ", ".join(str(part) for part in (row.name, row.unit, row.place and row.place.full_name) if part)
        first, last = row.posted_from or notice.posted_from, row.posted_until or notice.posted_until
        rows.append(Posted(where, _day(first), _day(last), _joined(row.posted_by, row.note)))
    for way in notice.channels.all():
        last = way.held_until or way.held_from
        rows.append(Posted(way.get_channel_display(), _day(way.held_from), _day(last), way.note))
    return rows


def records(notice: NoticePage) -> list[Record]:
    """The records of posting and of its end."""
    return [Record(row.title, _day(row.recorded_on), row.document.url) for row in notice.posting_records.all()]


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _day(day: datetime.date | None) -> str:
    return format_date(day) if day else ""
