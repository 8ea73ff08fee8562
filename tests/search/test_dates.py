"""Dates with a short year are read as the date they are, unless they are something else."""

from __future__ import annotations

import pytest

from search.query import understand
from search.synonyms import DEFAULTS

DAY = "2026d0324"


def dated(text: str) -> list[str]:
    """The last alternative of each unit."""
    return [" ".join(unit.alternatives[-1].tokens) for unit in understand(text, DEFAULTS).units]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("24/3/26", [DAY]),
        ("24/03/26", [DAY]),
        ("24-3-26", [DAY]),
        ("24.3.26", [DAY]),
        ("24 / 3 / 26", [DAY]),
        ("ngày 24 tháng 3 năm 26", ["ngay", DAY]),
        ("24 thang 3 nam 26", [DAY]),
        ("12/5/98", ["1998d0512"]),
        ("1/2/05", ["2005d0201"]),
        ("họp ngày 24/3/26.", ["hop", "ngay", DAY]),
        ("tháng 5/26", ["2026t5"]),
        ("thang 5-26", ["2026t5"]),
        ("Tháng 05 năm 26", ["2026t5"]),
        ("T5/2026", ["2026t5"]),
        ("th5/2026", ["2026t5"]),
        ("quý II/26", ["2026q2"]),
        ("quy 2/26", ["2026q2"]),
        ("quý 4 năm 26", ["2026q4"]),
        ("Q2/2026", ["2026q2"]),
        ("tháng 5/2026", ["2026t5"]),
        ("24/3/2026", [DAY]),
    ],
)
def test_a_short_year_is_a_year(text: str, expected: list[str]) -> None:
    assert dated(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "24/13/26", "32/3/26", "0/3/26", "24/3-26", "24 3 26", "24, 3, 26", "24/3/6", "24/3/126", "5/26", "1/500",
        "tháng 13/26", "tháng 5 26", "quý 5/26", "q5/2026", "q2/26", "t5/26", "thăng 5/26", "quỹ 2/26",
        "24/3/26/QĐ", "24/3/26-UBND", "1/24/3/26", "số 24/3/26", "qđ 24/3/26", "quyết định số 24/3/26",
        "số 12, 13 và 14", "1.2.3",
    ],
)  # fmt: skip
def test_what_may_be_something_else_stays_what_was_typed(text: str) -> None:
    query = understand(text, DEFAULTS)
    read = {token for unit in query.units for term in unit.alternatives for token in term.tokens}
    assert not [token for token in read if "2026" in token and token not in text]
    assert not any(key.startswith("0day") for key in query.number)


def test_the_digits_as_typed_are_found_as_well() -> None:
    (unit,) = understand("24/3/26").units
    assert [term.tokens for term in unit.alternatives] == [("24", "3", "26"), (DAY,)]


def test_a_record_of_that_day_is_the_very_one() -> None:
    assert understand("24/3/26").number == understand("24/3/2026").number == (f"0day{DAY}",)
    assert understand("qđ 258 ngày 24/3/26").number == ("0no258xqd",)


@pytest.mark.parametrize("text", ["số 12, 13 và 14", "tổ dân phố số 12, 13 và 14", "quyết định 12, 13"])
def test_of_a_list_of_numbers_a_record_has_all(text: str) -> None:
    """Which of them would do, and whether each stands for itself, the words do not say."""
    numbers = {"12", "13"} | ({"14"} if "14" in text else set())
    asked = [unit for unit in understand(text, DEFAULTS).units if numbers & set(unit.alternatives[0].tokens)]
    assert len(asked) == len(numbers)


@pytest.mark.parametrize(
    "text", ["1/0²/2026", "ngày ² tháng 3 năm 26", "tháng ²/26", "²/QĐ-UBND", "² triệu", "q²/26", "٣/٤/26"]
)
def test_a_digit_that_counts_for_no_number_is_no_error(text: str) -> None:
    assert understand(text, DEFAULTS).units
