"""Dates are read in the spellings of Vietnamese documents, kept as EDTF text, written by the rule of form."""

from __future__ import annotations

import datetime
import unicodedata
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.values.dates import (
    PartialDate,
    format_date,
    format_datetime,
    format_long_date,
    iso_datetime_attr,
)
from cms.values.mistakes import ValueMistake

MAR_24 = PartialDate(2026, 3, 24)
FEB_10 = PartialDate(2026, 2, 10)
MAY = PartialDate(2026, 5)
QUARTER_2 = PartialDate(2026, quarter=2)
YEAR = PartialDate(2026)


@st.composite
def partial_dates(draw: st.DrawFn) -> PartialDate:
    day = draw(st.dates(min_value=datetime.date(1945, 1, 1), max_value=datetime.date(2100, 12, 31)))
    return draw(
        st.sampled_from(
            [
                PartialDate.from_date(day),
                PartialDate(day.year, day.month),
                PartialDate(day.year, quarter=(day.month + 2) // 3),
                PartialDate(day.year),
            ]
        )
    )


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("24/3/2026", MAR_24),
        ("24/03/2026", MAR_24),
        ("24-3-2026", MAR_24),
        ("24.3.2026", MAR_24),
        ("24 / 3 / 2026", MAR_24),
        ("ngày 24/3/2026", MAR_24),
        ("10-02-2026", FEB_10),
        ("2026-02-10", FEB_10),
        ("ngày 10 tháng 02 năm 2026", FEB_10),
        ("Ngày 10 Tháng 02, năm 2026", FEB_10),
        ("ngay 10 thang 2 nam 2026", FEB_10),
        ("ngày\u00a010\u00a0tháng 02   năm 2026", FEB_10),
        ("tháng 5/2026", MAY),
        ("THÁNG 5/2026", MAY),
        ("5/2026", MAY),
        ("05/2026", MAY),
        ("5-2026", MAY),
        ("2026-05", MAY),
        ("tháng 5 năm 2026", MAY),
        ("quý II/2026", QUARTER_2),
        ("quý ii/2026", QUARTER_2),
        ("QUÝ II/2026", QUARTER_2),
        ("quý 2/2026", QUARTER_2),
        ("quý II năm 2026", QUARTER_2),
        ("quý II - 2026", QUARTER_2),
        ("quy 2 nam 2026", QUARTER_2),
        ("quí II/2026", QUARTER_2),
        ("quý IV/2026", PartialDate(2026, quarter=4)),
        ("quý I/2026", PartialDate(2026, quarter=1)),
        ("quý III/2026", PartialDate(2026, quarter=3)),
        ("2026", YEAR),
        ("năm 2026", YEAR),
        (" 2026 ", YEAR),
        ("29/2/2028", PartialDate(2028, 2, 29)),
    ],
)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_date_is_read_in_every_common_spelling(text: str, date: PartialDate, form: Literal["NFC", "NFD"]) -> None:
    assert PartialDate.parse(unicodedata.normalize(form, text)) == date


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("03/04", "năm đủ bốn chữ số"),
        ("3/4/26", "năm đủ bốn chữ số"),
        ("5/26", "năm đủ bốn chữ số"),
        ("quý II/26", "năm đủ bốn chữ số"),
        ("26", "năm đủ bốn chữ số"),
        ("20260210", "năm đủ bốn chữ số"),
        ("31/2/2026", "Tháng 2 năm 2026 không có ngày 31"),
        ("29/2/2026", "không có ngày 29"),
        ("0/3/2026", "không có ngày 0"),
        ("13/2026", "Không có tháng 13"),
        ("1/13/2026", "Không có tháng 13"),
        ("0/2026", "Không có tháng 0"),
        ("2026-33", "Không có tháng 33"),
        ("quý V/2026", "Không hiểu ngày"),
        ("quý 5/2026", "quý từ I đến IV"),
        ("quý 0/2026", "quý từ I đến IV"),
        ("1944", "từ 1945 đến 2100"),
        ("1/1/2101", "từ 1945 đến 2100"),
        ("0000", "từ 1945 đến 2100"),
        ("24/3-2026", "Không hiểu ngày"),
        ("March 24, 2026", "Không hiểu ngày"),
        ("2026 - 2028", "Không hiểu ngày"),
        ("２０２６", "Không hiểu ngày"),
        ("2026\x00", "Không hiểu ngày"),
        ("", "Hãy ghi ngày"),
        (" \n", "Hãy ghi ngày"),
        ("2" * 101, "quá dài"),
    ],
)
def test_a_date_that_is_not_sure_is_refused_with_an_example(text: str, says: str) -> None:
    with pytest.raises(ValueMistake) as caught:
        PartialDate.parse(text)
    assert says in caught.value.message
    assert "Ví dụ đúng: " in caught.value.message


@pytest.mark.parametrize(
    "parts",
    [
        {"year": 2026, "day": 5},
        {"year": 2026, "month": 5, "quarter": 2},
        {"year": 2026, "quarter": 5},
        {"year": 2026, "month": 0},
        {"year": 2026, "month": 2, "day": 30},
        {"year": 1944},
    ],
)
def test_parts_that_make_no_date_cannot_be_put_together(parts: dict[str, int]) -> None:
    with pytest.raises(ValueMistake):
        PartialDate(**parts)


@pytest.mark.parametrize(
    ("date", "edtf", "precision", "first", "last", "attribute"),
    [
        (YEAR, "2026", "year", (2026, 1, 1), (2026, 12, 31), "2026"),
        (PartialDate(2026, quarter=1), "2026-33", "quarter", (2026, 1, 1), (2026, 3, 31), None),
        (QUARTER_2, "2026-34", "quarter", (2026, 4, 1), (2026, 6, 30), None),
        (PartialDate(2026, quarter=4), "2026-36", "quarter", (2026, 10, 1), (2026, 12, 31), None),
        (MAY, "2026-05", "month", (2026, 5, 1), (2026, 5, 31), "2026-05"),
        (PartialDate(2028, 2), "2028-02", "month", (2028, 2, 1), (2028, 2, 29), "2028-02"),
        (FEB_10, "2026-02-10", "day", (2026, 2, 10), (2026, 2, 10), "2026-02-10"),
    ],
)
def test_a_date_knows_its_text_and_its_days(
    date: PartialDate,
    edtf: str,
    precision: str,
    first: tuple[int, int, int],
    last: tuple[int, int, int],
    attribute: str | None,
) -> None:
    assert date.edtf == edtf
    assert PartialDate.from_edtf(edtf) == date
    assert date.precision == precision
    assert date.first_day == datetime.date(*first)
    assert date.last_day == datetime.date(*last)
    assert date.iso_datetime_attr == attribute
    assert iso_datetime_attr(date) == attribute


@pytest.mark.parametrize("text", ["", "26", "2026-5", "2026-37", "2026-32", "2026-00", "2026-33-01", "2026-02-30", "x"])
def test_text_that_is_no_edtf_is_refused(text: str) -> None:
    with pytest.raises(ValueMistake):
        PartialDate.from_edtf(text)


@pytest.mark.parametrize(
    ("date", "short", "long"),
    [
        (MAR_24, "24/3/2026", "ngày 24 tháng 3 năm 2026"),
        (FEB_10, "10/02/2026", "ngày 10 tháng 02 năm 2026"),
        (PartialDate(2026, 4, 2), "02/4/2026", "ngày 02 tháng 4 năm 2026"),
        (PartialDate(2026, 12, 9), "09/12/2026", "ngày 09 tháng 12 năm 2026"),
        (MAY, "tháng 5/2026", "tháng 5 năm 2026"),
        (PartialDate(2026, 1), "tháng 01/2026", "tháng 01 năm 2026"),
        (QUARTER_2, "quý II/2026", "quý II năm 2026"),
        (YEAR, "2026", "năm 2026"),
    ],
)
def test_a_date_is_written_by_the_rule_of_form(date: PartialDate, short: str, long: str) -> None:
    assert format_date(date) == str(date) == short
    assert format_long_date(date) == long
    assert PartialDate.parse(short) == PartialDate.parse(long) == date


def test_days_and_moments_are_written_alike() -> None:
    moment = datetime.datetime(2026, 2, 10, 8, 5, tzinfo=datetime.UTC)
    assert format_date(moment.date()) == "10/02/2026"
    assert format_long_date(moment.date()) == "ngày 10 tháng 02 năm 2026"
    assert format_datetime(moment) == "08:05, 10/02/2026"
    assert iso_datetime_attr(moment.date()) == "2026-02-10"
    assert iso_datetime_attr(moment) == "2026-02-10T08:05:00+00:00"


@given(partial_dates())
def test_written_dates_are_read_back(date: PartialDate) -> None:
    assert PartialDate.parse(str(date)) == date
    assert PartialDate.parse(format_long_date(date)) == date
    assert PartialDate.from_edtf(date.edtf) == date
    assert date.first_day <= date.last_day
    assert hash(PartialDate.from_edtf(date.edtf)) == hash(date)


@given(
    st.one_of(
        st.text(),
        st.text(alphabet="0123456789/-. quýIVthángnămngày"),
        st.from_regex(r"(ngày |tháng |quý |năm )?[0-9]{1,4}[/-][0-9]{1,4}"),
    )
)
def test_any_text_is_a_date_or_a_mistake(text: str) -> None:
    for read in (PartialDate.parse, PartialDate.from_edtf):
        try:
            date = read(text)
        except ValueMistake:
            continue
        assert 1945 <= date.year <= 2100
