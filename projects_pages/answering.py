"""What a search that asks of one project is answered with: the sentences of the project's own page."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from cms.disclosure.cited import cite, last_facts
from cms.disclosure.uses import uses_of
from projects_pages import presentation, price_presentation, round_presentation
from projects_pages.models import ApplicationRound, HomeType, ProjectPage
from search.answers import Told
from search.models import PublicRecord
from search.questions import Topic

DATES = ("opens_on", "closes_on", "drawn_on", "settled_on", "cancelled_on")
OF_ROUND = ("name", "apply_at", "homes_for_sale", "homes_for_rent_to_buy", "homes_for_rent")
OF_HOMES = ("name", "sale_price", "rent_price")
OF_PROJECT = ("stage", "apply_at")


def answer_of(record: PublicRecord, topic: Topic) -> Told | None:
    """The price, the time or the place of applying as the page says it; None where it says that it is not known.

    One query, and for a price four more at most: who else published it, and by which decision.
    """
    facts = last_facts([record.record]).get(record.record)
    if facts is None:
        return None
    project, today = _project(facts), timezone.localdate()
    if topic is Topic.PRICE:
        return _price(project, record, today)
    rounds = [round_presentation.view(row, today, apply_at=project.apply_at) for row in project.rounds.all()]
    if topic is Topic.PLACE:
        place = presentation.where_to_apply(project, rounds)
        return Told(place.strong, place.text, record.url, "Hồ sơ dự án") if place.strong else None
    _, strong, text = round_presentation.when(rounds, list(project.rounds.all()), today)
    if not strong or presentation.halted(project):
        return None
    return Told(strong, text, f"{record.url}#dot-nhan", "Các đợt nhận hồ sơ")


def _price(project: ProjectPage, record: PublicRecord, today: datetime.date) -> Told | None:
    published = [one for one in uses_of(ProjectPage(pk=record.page_id)) if one.kind == price_presentation.KIND]
    prices = price_presentation.current_prices(cite(published).values(), today) if published else []
    found = presentation.price(project, prices)
    if not found.strong:
        return None
    decisions = tuple(dict.fromkeys(one.decision for one in prices if one.decision))
    return Told(found.strong, found.text, f"{record.url}{found.link}", found.link_text, decisions)


def _project(facts: Mapping[str, Any]) -> ProjectPage:
    """A project of what was last published of it, as far as the answers ask; it is never saved."""
    project = ProjectPage(ended_on=_day(facts.get("ended_on")), **{name: facts.get(name) or "" for name in OF_PROJECT})
    project.rounds = [
        ApplicationRound(
            **{name: row[name] for name in OF_ROUND if row.get(name)}, **{name: _day(row.get(name)) for name in DATES}
        )
        for row in facts.get("rounds") or []
    ]
    project.home_types = [
        HomeType(**{name: row[name] for name in OF_HOMES if row.get(name)}) for row in facts.get("home_types") or []
    ]
    return project


def _day(value: Any) -> datetime.date | None:
    return datetime.date.fromisoformat(value) if value else None
