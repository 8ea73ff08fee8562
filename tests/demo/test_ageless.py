"""On whatever day the made-up ward is loaded, something is to come, is open, is over; what it says of a day agrees."""

from __future__ import annotations

import datetime

import pytest

from cms.disclosure.posting import PostingState, posting
from cms.values.dates import PartialDate, format_date
from projects_pages.demo.minh_hoa import WARD
from projects_pages.demo.minh_hoa.days import (
    WRITTEN,
    carried_on,
    carry_page,
    quarter_in_english,
    quarter_of,
    written_for,
    years_on,
)
from projects_pages.demo.minh_hoa.land_sites import sites
from projects_pages.demo.minh_hoa.posted import of_rounds, of_the_ward
from projects_pages.models import ApplicationRound, ProjectPage

DAYS = [
    WRITTEN,
    WRITTEN - datetime.timedelta(days=1),
    datetime.date(2026, 1, 1),
    datetime.date(2027, 11, 22),
    datetime.date(2027, 11, 23),
    datetime.date(2028, 2, 29),
    datetime.date(2031, 7, 15),
]


@pytest.mark.parametrize(
    ("text", "later"),
    [
        ("Quyết định số 01/QĐ-MH ngày 15/01/2026", "Quyết định số 01/QĐ-MH ngày 15/01/2028"),
        ("quý III/2026, hoàn thành năm 2029", "quý III/2028, hoàn thành năm 2031"),
        ("năm 2026 và giai đoạn 2026 - 2028", "năm 2028 và giai đoạn 2028 - 2030"),
        ("Ngày 29/02/2028.", "Ngày 28/02/2030."),
        ("12.480 m², 2.026 căn, 2026,5 m², vn2026-9216, 0200 000 0100", None),
        (datetime.date(2026, 9, 28), datetime.date(2028, 9, 28)),
        (PartialDate(2026, quarter=3), PartialDate(2028, quarter=3)),
        ((1, {"năm": "2026"}), (1, {"năm": "2028"})),
    ],
)
def test_years_are_carried_on_and_nothing_else(text: object, later: object) -> None:
    assert carried_on(text, 2) == (text if later is None else later)


@pytest.mark.parametrize(("today", "years"), list(zip(DAYS, (0, -1, -1, 0, 1, 1, 4), strict=True)))
def test_a_day_lies_in_the_year_that_was_written(today: datetime.date, years: int) -> None:
    assert years_on(today) == years
    assert 0 <= (written_for(today) - WRITTEN).days <= 366
    assert abs((carried_on(written_for(today), years) - today).days) <= 1


def test_the_plan_is_carried_on_whole() -> None:
    assert WARD.plan is not None
    assert WARD.carried_on is not None
    plan = WARD.carried_on(WARD, datetime.date(2029, 1, 5)).plan
    assert plan is not None
    assert (plan.year_from, plan.year_to) == (2028, 2030)
    assert [target.year for target in plan.targets] == [2028, 2029, 2030]
    assert "năm 2028 và giai đoạn 2028 - 2030" in plan.title
    assert "22/6/2028" in plan.reports[0].text
    assert plan.slug == WARD.plan.slug


def test_a_page_is_carried_on_with_its_rows() -> None:
    page = ProjectPage(title="Dự án năm 2026", slug="du-an-2026", completion_planned=PartialDate(2027))
    page.rounds = [ApplicationRound(name="Đợt 1 năm 2026", opens_on=datetime.date(2026, 12, 1))]
    carry_page(page, 1)
    row = page.rounds.get()
    assert (page.title, page.slug, page.completion_planned) == ("Dự án năm 2027", "du-an-2026", PartialDate(2028))
    assert (row.name, row.opens_on) == ("Đợt 1 năm 2027", datetime.date(2027, 12, 1))


@pytest.mark.parametrize("today", DAYS)
def test_sites_of_each_kind_stand_in_every_state_of_applying(today: datetime.date) -> None:
    then = written_for(today)
    windows = {
        site.title: (site.values["apply_from"], site.values["apply_until"])
        for site in sites(then)
        if "apply_from" in site.values
    }
    assert {(first > then) - (last < then) for first, last in windows.values()} == {-1, 0, 1}
    coming = next(site for site in sites(then) if site.values.get("apply_from", then) > then)
    assert format_date(coming.values["apply_from"]) in coming.summary
    first = sites(then)[0]
    assert f"{first.values['apply_until']:%B %Y}" in first.values["apply_en"]
    drained = then + datetime.timedelta(days=150)
    assert quarter_in_english(drained) in first.values["summary_en"]
    assert any(str(quarter_of(drained)) in note for _, _, note in first.readiness)


@pytest.mark.parametrize("today", DAYS)
def test_notices_are_to_come_posted_and_over(today: datetime.date) -> None:
    then = written_for(today)
    notices = (*of_the_ward(then), *of_rounds(then))
    states = [posting(one.first, one.last, then).state for one in notices if one.first]
    assert {PostingState.UPCOMING, PostingState.POSTED, PostingState.OVER} <= set(states)
    for one in notices:
        issued = PartialDate.parse(one.day)
        assert one.first is None or issued.first_day <= one.first
        assert issued.first_day <= then, one.number
