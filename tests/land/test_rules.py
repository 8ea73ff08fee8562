"""What a land site and an old block may not say at the same time, and what staff are only told."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from cms.values.dates import PartialDate
from cms.values.shape import Shape
from projects_pages.land_site_presentation import window
from projects_pages.land_site_rules import LAND_SITE_RULES, doubts, moved_households_exist
from projects_pages.models import Compensation, LandSitePage, OldBuildingPage, SiteKind, SiteState
from tests.factories.land import SQUARE

TODAY = datetime.date(2026, 11, 22)


def day(offset: int) -> datetime.date:
    """A day before or after today."""
    return TODAY + datetime.timedelta(days=offset)


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"apply_from": day(1), "apply_until": day(0)}, "apply_until"),
        ({"clean_land": True, "compensation": Compensation.UNDER_WAY}, "clean_land"),
        ({"clean_land": False, "state": SiteState.READY}, "state"),
        ({"compensation": Compensation.NOT_BEGUN, "cleared_on": PartialDate(2026)}, "cleared_on"),
        ({"fund_owed": 5, "fund_paid": 6}, "fund_paid"),
        ({"surveyed_in": "vn2000-9210"}, "surveyed_in"),
    ],
)
def test_a_contradiction_is_refused_at_its_field(values: dict[str, Any], field: str) -> None:
    refused = []
    for rule in LAND_SITE_RULES:
        try:
            rule(LandSitePage(**values))
        except ValidationError as error:
            refused += list(error.message_dict)
    assert refused == [field]


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"apply_from": day(0), "apply_until": day(0)},
        {"clean_land": True, "compensation": Compensation.DONE, "cleared_on": PartialDate(2026)},
        {"clean_land": True, "state": SiteState.READY},
        {"fund_owed": 5, "fund_paid": 5},
        {"surveyed_in": "wgs84", "boundary": Shape.from_wkt(SQUARE)},
    ],
)
def test_what_fits_together_is_taken(values: dict[str, Any]) -> None:
    for rule in LAND_SITE_RULES:
        rule(LandSitePage(**values))


@pytest.mark.parametrize(
    ("values", "fields"),
    [
        ({"boundary": Shape.from_wkt(SQUARE), "area": Decimal(11_500)}, []),
        ({"boundary": Shape.from_wkt(SQUARE), "area": Decimal(14_000)}, ["boundary"]),
        ({"boundary": Shape.from_wkt("POINT (106.55 20.94)"), "area": Decimal(14_000)}, []),
        ({"site_kind": SiteKind.INDEPENDENT, "fund_owed": 5}, ["fund_owed"]),
        ({"site_kind": SiteKind.AUCTION, "fund_owed": 5}, []),
        ({"site_kind": SiteKind.SHARE_OF_COMMERCIAL, "built_as_noxh": True, "fund_owed": 5}, ["built_as_noxh"]),
    ],
)
def test_staff_are_told_of_what_hardly_fits(values: dict[str, Any], fields: list[str]) -> None:
    assert [doubt.field for doubt in doubts(LandSitePage(**values))] == fields


@pytest.mark.parametrize(
    ("state", "opens", "closes", "heading", "left"),
    [
        (SiteState.READY, None, day(0), "Đang nhận hồ sơ", 0),
        (SiteState.READY, day(-5), day(54), "Đang nhận hồ sơ", 54),
        (SiteState.READY, day(23), day(60), "Nhận hồ sơ từ 15/12/2026", 23),
        (SiteState.READY, None, day(-1), "Đã hết hạn nộp hồ sơ", None),
        (SiteState.READY, day(-1), None, "Đang nhận hồ sơ", None),
    ],
)
def test_the_window_of_applying_is_told_as_of_today(
    state: SiteState, opens: Any, closes: Any, heading: str, left: int | None
) -> None:
    found = window(LandSitePage(state=state, apply_from=opens, apply_until=closes), TODAY)
    assert found is not None
    assert (found.heading, found.days_left) == (heading, left)


@pytest.mark.parametrize(
    "values",
    [
        {"state": SiteState.HAS_INVESTOR, "apply_until": day(9)},
        {"state": SiteState.AUCTIONED, "apply_until": day(9)},
        {},
    ],
)
def test_nobody_is_invited_to_a_site_that_takes_no_applications(values: dict[str, Any]) -> None:
    assert window(LandSitePage(**values), TODAY) is None


def test_not_more_households_move_than_live_there() -> None:
    moved_households_exist(OldBuildingPage(households=5, households_moved=5))
    with pytest.raises(ValidationError):
        moved_households_exist(OldBuildingPage(households=5, households_moved=6))
