"""Who takes applications today, whose days are nearly over, which price holds: conditions that a listing counts by."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.db.models import Case, Exists, OuterRef, Q, QuerySet, Subquery, Value, When

from cms.disclosure import posting
from cms.values.dates import format_date
from projects_pages.models.land_site_words import TAKEN
from projects_pages.prices import RANK
from projects_pages.rounds import STOPPED, RoundState, state_of
from search.models import PublicRecord

SOON = 14
"""Days up to the last one in which a listing calls applying nearly over."""


def _near(day: datetime.date, days: int = SOON) -> tuple[datetime.date, datetime.date]:
    return day, day + datetime.timedelta(days)


def _not_by(path: str, day: datetime.date) -> Q:
    """Nothing has happened at `path` by `day`."""
    return Q(**{f"{path}__isnull": True}) | Q(**{f"{path}__gt": day})


def _not_over(path: str, day: datetime.date) -> Q:
    """The last day at `path`, if there is one, has not passed."""
    return Q(**{f"{path}__isnull": True}) | Q(**{f"{path}__gte": day})


def _goes_on(day: datetime.date) -> Q:
    """A round, neither cancelled nor drawn nor settled, of a project that goes on: `rounds.state_of` as a condition."""
    ends = _not_by("rounds__cancelled_on", day) & _not_by("rounds__drawn_on", day) & _not_by("rounds__settled_on", day)
    return ~Q(stage__in=STOPPED) & Q(ended_on__isnull=True) & ends


def round_open(day: datetime.date) -> Q:
    """A project that takes applications in one of its rounds."""
    return _goes_on(day) & Q(rounds__opens_on__lte=day, rounds__closes_on__gte=day)


def round_ends_soon(day: datetime.date) -> Q:
    """A project with an open round whose last day is near."""
    return _goes_on(day) & Q(rounds__opens_on__lte=day, rounds__closes_on__range=_near(day))


def round_to_come(day: datetime.date) -> Q:
    """A project with a round whose days are announced."""
    return _goes_on(day) & Q(rounds__opens_on__gt=day, rounds__closes_on__isnull=False)


def rounds_now(records: Iterable[PublicRecord], day: datetime.date) -> dict[uuid.UUID, str]:
    """Until when projects take applications, or from when, by permanent id; one query.

    An open round is told before one to come, and of several the one whose day comes first.
    """
    ids = {record.page_id: record.record for record in records}
    rounds: Any = apps.get_model("projects_pages", "ApplicationRound")._default_manager
    rows = rounds.filter(page_id__in=ids, closes_on__isnull=False, opens_on__isnull=False, page__ended_on__isnull=True)
    found: dict[uuid.UUID, tuple[bool, datetime.date, str]] = {}
    for row in rows.exclude(page__stage__in=STOPPED):
        state = state_of(row, day)
        if state is RoundState.OPEN:
            told = (False, row.closes_on, f"Nhận hồ sơ đến hết {format_date(row.closes_on)}")
        elif state is RoundState.UPCOMING:
            told = (True, row.opens_on, f"Nhận hồ sơ từ {format_date(row.opens_on)}")
        else:
            continue
        found[ids[row.page_id]] = min(told, found.get(ids[row.page_id], told))
    return {record: text for record, (_, _, text) in found.items()}


def site_open(day: datetime.date) -> Q:
    """A land site for which investors apply now (`land_site_presentation.window` as a condition)."""
    days = Q(apply_from__isnull=False) | Q(apply_until__isnull=False)
    begun = Q(apply_from__isnull=True) | Q(apply_from__lte=day)
    return days & begun & _not_over("apply_until", day) & ~Q(state__in=TAKEN) & Q(ended_on__isnull=True)


def site_ends_soon(day: datetime.date) -> Q:
    """A land site whose last day of applying is near."""
    return site_open(day) & Q(apply_until__range=_near(day))


def posting_ends_soon(day: datetime.date) -> Q:
    """A notice that hangs for few days more, as its own page counts them."""
    return Q(posted_from__lte=day, posted_until__range=_near(day, posting.SOON), ended_on__isnull=True)


def price_in_force(day: datetime.date) -> Q:
    """A price that holds among the public ones of its project and transaction: `prices.in_force` as a condition.

    The newest, then the most final; one that another valid price names as replaced does not hold.
    """
    rivals = _valid_prices(day).filter(project=OuterRef("project"), transaction=OuterRef("transaction"))
    standing = rivals.filter(~Exists(rivals.filter(replaces=OuterRef("pk"))))
    first = standing.annotate(rank=_rank()).order_by("-valid_from", "-rank", "-record")
    return _valid(day) & (Q(project__isnull=True) | Q(pk=Subquery(first.values("pk")[:1])))


def price_to_come(day: datetime.date) -> Q:
    """A price whose first day is yet to come."""
    return Q(valid_from__gt=day)


def price_over(day: datetime.date) -> Q:
    """A price that has begun and holds no more: expired or replaced."""
    holds = _prices().filter(price_in_force(day), pk=OuterRef("pk"))
    return Q(valid_from__lte=day) & Q(~Exists(holds))


def _valid(day: datetime.date) -> Q:
    return Q(valid_from__lte=day) & _not_over("valid_until", day) & _not_over("ended_on", day)


def _valid_prices(day: datetime.date) -> QuerySet[Any]:
    """Public prices by their own dates."""
    public = PublicRecord.objects.order_by().filter(page_id=OuterRef("pk"))
    return _prices().filter(_valid(day), Exists(public))


def _prices() -> QuerySet[Any]:
    rows: QuerySet[Any] = apps.get_model("projects_pages", "PricePage")._base_manager.order_by()
    return rows


def _rank() -> Case:
    return Case(*(When(status=status, then=Value(rank)) for status, rank in RANK.items()), default=Value(-1))
