"""Which price holds on a day; what a table of prices says."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from projects_pages.price_presentation import period, standings
from projects_pages.price_table import table
from projects_pages.prices import Line, Price, Standing, in_force, last_day, standing
from search.models import PublicRecord
from tests.factories import MadeWard, PricePageFactory, ProjectPageFactory, publish

FIRST = datetime.date(2026, 10, 5)
SECOND = datetime.date(2026, 11, 16)
TODAY = datetime.date(2026, 11, 22)


def a_price(record: str, valid_from: datetime.date | None, **values: Any) -> Price:
    """A price of one line."""
    defaults = {
        "title": record,
        "url": f"/gia/{record}/",
        "transaction": "ban",
        "status": "tam-tinh",
        "valid_until": None,
        "ended_on": None,
        "replaces": "",
        "decision": "",
        "lines": (Line("2 phòng ngủ", 14_250_000),),
    }
    return Price(record=record, valid_from=valid_from, **{**defaults, **values})


OLD, NEW = a_price("cu", FIRST), a_price("moi", SECOND)


@pytest.mark.parametrize(
    ("prices", "day", "expected"),
    [
        ([], TODAY, None),
        ([a_price("khong-ngay", None)], TODAY, None),
        ([OLD, NEW], TODAY, "moi"),
        ([NEW, OLD], TODAY, "moi"),
        ([OLD, NEW], SECOND - datetime.timedelta(1), "cu"),
        ([OLD, NEW], FIRST - datetime.timedelta(1), None),
        ([a_price("het", FIRST, valid_until=SECOND)], SECOND, "het"),
        ([a_price("het", FIRST, valid_until=SECOND)], TODAY, None),
        ([a_price("het", FIRST, ended_on=SECOND)], TODAY, None),
        # Of one day the more final one.
        ([a_price("a", FIRST, status="chinh-thuc"), a_price("b", FIRST, status="tam-tinh")], TODAY, "a"),
        # What is named as replaced does not hold, whatever its date.
        ([a_price("nguon", SECOND), a_price("thay", FIRST, replaces="nguon")], TODAY, "thay"),
    ],
)
def test_the_newest_valid_price_holds(prices: list[Price], day: datetime.date, expected: str | None) -> None:
    found = in_force(prices, day)
    assert (found.record if found else None) == expected


@pytest.mark.parametrize(
    ("price", "others", "expected", "told"),
    [
        (NEW, [OLD, NEW], Standing.IN_FORCE, "Từ 16/11/2026"),
        (OLD, [OLD, NEW], Standing.REPLACED, "05/10/2026–15/11/2026"),
        (
            a_price("x", FIRST, valid_until=SECOND),
            [a_price("x", FIRST, valid_until=SECOND)],
            Standing.EXPIRED,
            "05/10/2026–16/11/2026",
        ),
        (
            a_price("sau", TODAY + datetime.timedelta(9)),
            [OLD, a_price("sau", TODAY + datetime.timedelta(9))],
            Standing.TO_COME,
            "Từ 01/12/2026",
        ),
        (a_price("khong-ngay", None), [a_price("khong-ngay", None), OLD], Standing.UNDATED, ""),
    ],
)
def test_a_price_says_how_it_stands_and_until_when(
    price: Price, others: list[Price], expected: Standing, told: str
) -> None:
    assert standing(price, others, TODAY) is expected
    assert period(price, others) == told


def test_a_price_ends_the_day_before_the_next_one_begins() -> None:
    assert last_day(OLD, [OLD, NEW]) == datetime.date(2026, 11, 15)
    assert last_day(NEW, [OLD, NEW]) is None


def test_what_holds_for_all_rows_is_said_once_and_whole_homes_are_worked_out_exactly() -> None:
    lines = (
        Line("1 phòng ngủ", 14_250_000, "2–9", Decimal("32.5"), Decimal(38), vat=True, maintenance=False),
        Line("3 phòng ngủ", 14_250_000, "", Decimal(70), None, True, False, Decimal("1.02")),
    )
    told = table(a_price("x", FIRST, lines=lines))
    assert told.note.startswith("Đã gồm thuế giá trị gia tăng. Chưa gồm kinh phí bảo trì.")
    assert [row.price for row in told.rows] == ["14.250.000", "14.250.000"]
    assert [row.whole for row in told.rows] == ["463–542", "1.017"]
    assert told.rows[0].details == "32,5–38\N{NO-BREAK SPACE}m² · tầng 2–9"
    assert told.rows[1].details == "70\N{NO-BREAK SPACE}m² · hệ số 1,02"


def test_rows_that_differ_say_so_each() -> None:
    lines = (Line("A", 1_000_000, vat=True), Line("B", 1_000_000, vat=False))
    told = table(a_price("x", FIRST, lines=lines))
    assert "thuế" not in told.note
    assert [row.details for row in told.rows] == ["đã gồm thuế giá trị gia tăng", "chưa gồm thuế giá trị gia tăng"]
    assert not told.has_whole


@pytest.mark.django_db
def test_a_list_says_of_a_replaced_price_what_its_own_page_says(ward: MadeWard, client: Client) -> None:
    project = publish(ProjectPageFactory(ward=ward)).disclosurepage_ptr
    for title, day in (("Giá cũ", FIRST), ("Giá mới", SECOND), ("Giá sắp có", datetime.date(2126, 1, 1))):
        publish(PricePageFactory(ward=ward, title=title, project=project, transaction="ban", valid_from=day))
    publish(PricePageFactory(ward=ward, title="Giá thuê", project=project, transaction="thue", valid_from=FIRST))
    expected = {
        "Giá cũ": Standing.REPLACED,
        "Giá mới": Standing.IN_FORCE,
        "Giá sắp có": Standing.TO_COME,
        "Giá thuê": Standing.IN_FORCE,
    }
    records = list(PublicRecord.objects.filter(kind="gia"))
    assert {one.title: standings(records, TODAY)[one.record] for one in records} == expected
    assert list(standings([one for one in records if one.title == "Giá cũ"], TODAY).values()).count("đã thay") == 1
    text = client.get("/gia/?xem=bang", headers={"host": ward.host}).content.decode()
    assert [text.count(f'data-l="Hiện nay">{one}</td>') for one in ("đã thay", "đang áp dụng")] == [1, 2]
