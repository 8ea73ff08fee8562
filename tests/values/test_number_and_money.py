"""Numbers and money are read exactly or refused with a Vietnamese sentence, and written as documents write them."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.values.mistakes import LONGEST_QUOTE, ValueMistake, quoted
from cms.values.money import MAX_MONEY, format_money, format_price_per_m2, parse_money
from cms.values.number import (
    approximately,
    format_area,
    format_decimal,
    format_integer,
    format_percent,
    parse_area,
    parse_decimal,
    parse_integer,
    parse_percent,
    with_unit,
)

NBSP = "\u00a0"
READERS: list[Callable[[str], Any]] = [parse_money, parse_decimal, parse_integer, parse_area, parse_percent]


@pytest.mark.parametrize(
    ("text", "dong"),
    [
        ("0", 0),
        ("16207395", 16_207_395),
        ("16.207.395", 16_207_395),
        ("16.207.395 đồng", 16_207_395),
        (f"16.207.395{NBSP}đồng", 16_207_395),
        ("16.207.395 đ", 16_207_395),
        ("16.207.395,00 đồng", 16_207_395),
        ("  16.207.395  ĐỒNG ", 16_207_395),
        (unicodedata.normalize("NFD", "16.207.395 đồng"), 16_207_395),
        ("16,2 triệu", 16_200_000),
        ("16,2 triệu đồng", 16_200_000),
        ("16,2 trieu dong", 16_200_000),
        ("16,2 TRIỆU", 16_200_000),
        ("491,12 tỷ đồng", 491_120_000_000),
        ("491,12 tỉ", 491_120_000_000),
        ("1.234,5 tỷ", 1_234_500_000_000),
        ("1,2 nghìn tỷ đồng", 1_200_000_000_000),
        ("25tr", 25_000_000),
        ("25 nghìn đồng", 25_000),
        ("16,200001 triệu", 16_200_001),
        ("999.999.999.999.999.999", MAX_MONEY),
        ("123.456.789,123456789 tỷ", 123_456_789_123_456_789),
    ],
)
def test_money_is_read_exactly(text: str, dong: int) -> None:
    assert parse_money(text) == dong
    assert type(parse_money(text)) is int


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("16,2", "thiếu đơn vị"),
        ("16.207.395,00", "thiếu đơn vị"),
        ("32,056.8", "dấu chấm ngăn hàng nghìn"),
        ("1,234,567", "dấu chấm ngăn hàng nghìn"),
        ("1.5", "không rõ nghĩa"),
        ("1.5 triệu", "không rõ nghĩa"),
        ("0.500", "không rõ nghĩa"),
        ("1.23.456", "không phải là số viết đúng"),
        ("-5", "không được âm"),
        ("−5 triệu", "không được âm"),
        ("16,2000001 triệu", "không tròn đồng"),
        ("16,5 đồng", "không tròn đồng"),
        ("1.000.000.000.000.000.000", "tối đa 18 chữ số"),
        ("1.000.000.000 tỷ", "tối đa 18 chữ số"),
        ("9" * 31, "quá nhiều chữ số"),
        ("9" * 101, "quá dài"),
        ("16 USD", "Không hiểu đơn vị tiền"),
        ("16 triệu/m²", "Không hiểu đơn vị tiền"),
        ("25tr5", "Không hiểu đơn vị tiền"),
        ("", "Hãy ghi một số"),
        ("   ", "Hãy ghi một số"),
        ("triệu", "không phải là số"),
        ("16\x002", "Không hiểu đơn vị tiền"),
        ("\x00", "không phải là số"),
        ("１６ triệu", "không phải là số"),
        ("٣", "không phải là số"),
        ("1_000", "Không hiểu đơn vị tiền"),
        ("1e3", "Không hiểu đơn vị tiền"),
    ],
)
def test_money_that_is_not_sure_is_refused_with_an_example(text: str, says: str) -> None:
    with pytest.raises(ValueMistake) as caught:
        parse_money(text)
    assert says in caught.value.message
    assert "Ví dụ đúng: " in caught.value.message
    assert str(caught.value) == caught.value.message


@pytest.mark.parametrize("text", ["16.207.395 đồng/m²", "16.207.395 đ / m2", "16.207.395", f"16.207.395{NBSP}đồng/m²"])
def test_a_price_may_name_its_square_metre(text: str) -> None:
    assert parse_money(text, per_m2=True) == 16_207_395


def test_money_is_written_with_its_unit_on_the_same_line() -> None:
    assert format_money(16_207_395) == f"16.207.395{NBSP}đồng"
    assert format_price_per_m2(16_207_395) == f"16.207.395{NBSP}đồng/m²"


@given(st.integers(min_value=0, max_value=MAX_MONEY))
def test_written_money_is_read_back(dong: int) -> None:
    assert parse_money(format_money(dong)) == dong
    assert parse_money(format_integer(dong)) == dong
    assert parse_money(format_price_per_m2(dong), per_m2=True) == dong


@given(st.integers(min_value=0, max_value=10**12 - 1))
def test_millions_with_six_decimals_are_whole_dong(dong: int) -> None:
    text = format_decimal(Decimal(dong).scaleb(-6))
    assert parse_money(f"{text} triệu đồng") == dong


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("32.056,8", "32056.8"),
        ("32056,8", "32056.8"),
        ("32.056,80", "32056.8"),
        ("4.800", "4800"),
        ("4800", "4800"),
        ("1,5", "1.5"),
        ("0,05", "0.05"),
        ("-3,5", "-3.5"),
        ("−3,5", "-3.5"),
        ("-0", "0"),
        ("32.056,8 m2", "32056.8"),
        ("32.056,8 m²", "32056.8"),
        ("32.056,8m²", "32056.8"),
        (f"32.056,8{NBSP}M2", "32056.8"),
        ("100", "100"),
    ],
)
def test_a_number_is_read_by_vietnamese_separators(text: str, value: str) -> None:
    assert str(parse_decimal(text)) == value


@pytest.mark.parametrize(
    "text",
    [
        "32,056.8",
        "1.5",
        "1.50",
        "1,234,567",
        "0.500",
        "32.0568",
        "32 056,8",
        ",5",
        "5,",
        ".",
        ",",
        "-",
        "--5",
        "+5",
        "",
        " ",
        "abc",
        "NaN",
        "inf",
        "-Infinity",
        "5\x00",
        "\x00",
        "３２",
        "1e5",
        "5 căn",
        "1" * 31,
    ],
)
def test_what_is_no_vietnamese_number_is_refused(text: str) -> None:
    with pytest.raises(ValueMistake, match="Ví dụ đúng: "):
        parse_decimal(text)


@pytest.mark.parametrize(
    ("text", "square_metres"),
    [("32.056,8", "32056.8"), ("32.056,8 m2", "32056.8"), ("3,2 ha", "32000"), ("3,2ha", "32000"), ("0,5 HA", "5000")],
)
def test_an_area_is_read_in_square_metres(text: str, square_metres: str) -> None:
    assert str(parse_area(text)) == square_metres


@pytest.mark.parametrize("text", ["-5", "-5 ha", "5 km2", "5 mẫu", "3.2 ha", "32,056.8 m²", "m²", ""])
def test_an_area_that_is_not_sure_is_refused(text: str) -> None:
    with pytest.raises(ValueMistake, match="Ví dụ đúng: "):
        parse_area(text)


@pytest.mark.parametrize(("text", "value"), [("20%", "20"), ("20 %", "20"), ("12,5%", "12.5"), ("20", "20")])
def test_a_share_is_read_with_or_without_its_sign(text: str, value: str) -> None:
    assert str(parse_percent(text)) == value


@pytest.mark.parametrize(("text", "value"), [("587", 587), ("1.587", 1587), ("-5", -5), ("007", 7)])
def test_a_whole_number_is_read(text: str, value: int) -> None:
    assert parse_integer(text) == value


@pytest.mark.parametrize("text", ["587,0", "1,587", "58.7", "587 căn", "587 m2", ""])
def test_what_is_no_whole_number_is_refused(text: str) -> None:
    with pytest.raises(ValueMistake, match="Ví dụ đúng: "):
        parse_integer(text)


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [
        ("32056.80", None, "32.056,8"),
        ("32056.00", None, "32.056"),
        ("32056.8", 2, "32.056,80"),
        ("0.125", 2, "0,13"),
        ("-1234.5", None, "-1.234,5"),
        ("-0.001", 2, "0,00"),
        ("-0", None, "0"),
        ("1E+5", None, "100.000"),
        ("123456789012345678901234567890.5", None, "123.456.789.012.345.678.901.234.567.890,5"),
    ],
)
def test_a_number_is_written_by_vietnamese_separators(value: str, places: int | None, text: str) -> None:
    assert format_decimal(Decimal(value), places) == text


@pytest.mark.parametrize("value", ["NaN", "Infinity", "sNaN"])
def test_nothing_that_is_no_number_reaches_a_page(value: str) -> None:
    with pytest.raises(ValueError, match="not a number"):
        format_decimal(Decimal(value))


def test_units_stand_on_the_line_of_their_number() -> None:
    assert format_area(Decimal("32056.80")) == f"32.056,8{NBSP}m²"
    assert format_percent(Decimal("20.00")) == "20%"
    assert with_unit(format_integer(1587), "căn") == f"1.587{NBSP}căn"
    assert approximately("587") == f"khoảng{NBSP}587"


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6, min_value=-(10**20), max_value=10**20))
def test_written_numbers_are_read_back(value: Decimal) -> None:
    assert parse_decimal(format_decimal(value)) == value


@given(st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=0, max_value=10**12))
def test_written_areas_and_shares_are_read_back(value: Decimal) -> None:
    assert parse_area(format_area(value)) == value
    assert parse_percent(format_percent(value)) == value


@given(st.one_of(st.text(), st.text(alphabet="0123456789.,- tỷriệuđồngm²%/ha\u00a0"), st.from_regex(r"[0-9.,]{1,40}")))
def test_any_text_is_read_or_is_a_mistake(text: str) -> None:
    for read in READERS:
        try:
            value = read(text)
        except ValueMistake:
            continue
        assert Decimal(value).is_finite()


@pytest.mark.parametrize("read", READERS)
def test_ten_thousand_characters_are_refused(read: Callable[[str], Any]) -> None:
    for text in ("1" * 10_000, "." * 10_000, "1.000" * 2_000, " " * 10_000, "đ" * 10_000):
        with pytest.raises(ValueMistake):
            read(text)


@given(st.text())
def test_a_quote_is_one_short_printable_line(text: str) -> None:
    quote = quoted(text)
    assert quote.isprintable()
    assert len(quote) <= LONGEST_QUOTE + len("«…»") + 1
