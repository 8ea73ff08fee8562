"""Rounds are measured by the register's figures, whatever these are; staff are told, nothing is held up."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from cms.models import Role
from cms.registers.models import LegalFigure
from cms.registers.models.legal_figure import Bound, Topic
from projects_pages.models import ApplicationRound
from projects_pages.round_terms import BEFORE, WINDOW, round_doubts
from tests.factories import MadeWard, ProjectPageFactory, make_staff, publish
from tests.factories.law import LegalFigureFactory

pytestmark = pytest.mark.django_db

LAW = datetime.date(2026, 1, 1)
CHANGED = datetime.date(2026, 6, 1)
OTHER_PROVINCE = "tỉnh Thử Nghiệm"


def days_of_law(code: str, number: int, **values: Any) -> LegalFigure:
    """A figure as staff enter it."""
    defaults = {"topic": Topic.TIME, "bound": Bound.AT_LEAST, "money": None, "unit": "ngày", "valid_from": LAW}
    row: LegalFigure = LegalFigureFactory(code=code, number=number, name=code, **{**defaults, **values})
    return row


def a_round(announced: int | None, window: int | None, opens: datetime.date = CHANGED, **values: Any) -> Any:
    """Announced so many days before it opens, open for so many days."""
    return ApplicationRound(
        name="Đợt 1",
        opens_on=opens,
        announced_on=None if announced is None else opens - datetime.timedelta(announced),
        closes_on=None if window is None else opens + datetime.timedelta(window - 1),
        **values,
    )


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (a_round(20, 25), []),
        (a_round(19, 25), ["rounds.announced_on"]),
        (a_round(20, 24), ["rounds.closes_on"]),
        (a_round(0, 1), ["rounds.announced_on", "rounds.closes_on"]),
        (a_round(None, None), []),
        (a_round(0, 1, cancelled_on=CHANGED), []),
        # Before the figure held nobody asked for anything.
        (a_round(0, 1, opens=LAW - datetime.timedelta(days=1)), []),
    ],
)
def test_a_round_is_measured_by_the_figures_that_hold(row: Any, told: list[str]) -> None:
    days_of_law(BEFORE, 20)
    days_of_law(WINDOW, 25)
    assert [finding.field for finding in round_doubts([row])] == told


def test_a_figure_that_changes_is_asked_from_its_first_day_on() -> None:
    days_of_law(BEFORE, 20)
    days_of_law(BEFORE, 45, valid_from=CHANGED)
    before, after = (a_round(44, None, opens=CHANGED + datetime.timedelta(44 + late)) for late in (-1, 0))
    assert round_doubts([before]) == []
    (found,) = round_doubts([after])
    assert "44 ngày, luật quy định ít nhất 45" in found.message
    assert "Điều" in found.message


def test_a_province_has_its_own_figure_and_another_unit_is_left_to_people() -> None:
    days_of_law(BEFORE, 20)
    days_of_law(BEFORE, 60, province=OTHER_PROVINCE)
    days_of_law(WINDOW, 90, unit="ngày làm việc")
    assert round_doubts([a_round(30, 1)]) == []
    assert [one.field for one in round_doubts([a_round(30, 1)], OTHER_PROVINCE)] == ["rounds.announced_on"]


def test_without_an_entered_figure_nothing_is_asked() -> None:
    assert round_doubts([a_round(0, 1)]) == []


def test_the_form_tells_editors_and_the_public_page_shows_the_round_as_announced(
    ward: MadeWard, client: Client
) -> None:
    days_of_law(BEFORE, 20)
    page = ProjectPageFactory(ward=ward)
    page.rounds = [a_round(5, 40)]
    publish(page)
    editor = Client(HTTP_HOST=ward.host)
    editor.force_login(make_staff(ward, Role.EDITOR))
    form = editor.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert "5 ngày, luật quy định ít nhất 20" in form
    shown = client.get(page.get_url_parts()[2], headers={"host": ward.host}).content.decode()
    assert "Thông báo ngày 27/5/2026" in shown
    assert "luật quy định" not in shown
