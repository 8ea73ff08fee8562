"""What the typed words mean."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search import syllables
from search.query import MAX_CHARACTERS, MAX_UNITS, understand
from search.synonyms import DEFAULTS


def readings(text: str) -> list[list[str]]:
    """All alternatives of every unit, as text."""
    return [[" ".join(term.tokens) for term in unit.alternatives] for unit in understand(text, DEFAULTS).units]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("nhà ở xã hội", [["nha"], ["o"], ["xa"], ["hoi"]]),
        ("NOXH Đoàn Kết", [["noxh", "nha o xa hoi"], ["doan"], ["ket"]]),
        ("đền bù", [["den bu", "boi thuong"]]),
        ("bồi thường", [["boi thuong", "den bu"]]),
        ("giấy chứng nhận", [["giay"], ["chung"], ["nhan"]]),  # one way: not sổ đỏ
        ("số 12", [["12"]]),
        ("sổ đỏ", [["so do", "giay chung nhan"]]),
        ("Sở 12", [["so"], ["12"]]),
        ('"quy hoạch chi tiết" 1/500', [["qui hoach chi tiet"], ["1"], ["500"]]),
        ("“đoàn kết”", [["doan ket"]]),
        ('258"', [["258"]]),
        ("hooij", [["hooij", "hoi"]]),
        ("nha2 o73", [["nha"], ["o"]]),
        ("to12", [["to 12", "to so 12", "to dan pho 12", "to dan pho so 12"]]),
        ("hoj", [["hoj", "ho", "hoi"]]),
        ("quyhoach", [["quyhoach", "qui hoach", "qui ho ach"]]),
        ("qdd", [["qdd", "qd"]]),
        ("doan", [["doan"]]),
    ],
)
def test_words_mean_what_they_say_and_what_they_stand_for(text: str, expected: list[list[str]]) -> None:
    assert readings(text) == expected


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("258/QĐ-UBND", ("0no258xqdxubnd",)),
        ("258qd-ubnd", ("0no258xqdxubnd",)),
        ("258 QĐ", ("0no258xqd",)),
        ("qđ 258", ("0no258xqd",)),
        ("quyết định số 0258", ("0no258xqd",)),
        ("nghi quyet 02 nq tu", ("0no2xnqxtu", "0no2xnq")),
        ("nq 201/2025", ("0no201x2025", "0no201xnq")),
        ("3314", ("0no3314",)),
        ("số 3314", ("0no3314",)),
        ("10/2/2026", ("0day2026d0210",)),
        ("tổ dân phố số 12", ()),
        ("587 căn hộ", ()),
        ("đoàn kết", ()),
    ],
)
def test_a_document_number_is_recognised(text: str, keys: tuple[str, ...]) -> None:
    assert understand(text).number == keys


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("nhaf", ("nha", "nha2")),
        ("owr", ("o", "o73")),
        ("xax", ("xa", "xa4")),
        ("hooij", ("hoi", "ho6i5")),
        ("ddoanf", ("doan", "d9oan2")),
        ("nguowif", ("nguoi", "ngu7o7i2")),
        ("kyx", ("ki", "ki4")),
        ("doan", None),
        ("housing", None),
    ],
)
def test_telex_is_read_only_where_it_makes_a_syllable(typed: str, read: tuple[str, str] | None) -> None:
    assert syllables.telex(typed) == read


@pytest.mark.parametrize(("typed", "read"), [("nha2", "nha2"), ("nguo7i2", "ngu7o7i2"), ("d9oan2", "d9oan2")])
def test_vni_is_read_where_it_makes_a_syllable(typed: str, read: str) -> None:
    decoded = syllables.vni(typed)
    assert decoded is not None
    assert decoded[1] == read


@pytest.mark.parametrize("typed", ["m2", "qh15", "tdp12", "to12", "ab99"])
def test_vni_is_not_read_into_other_things(typed: str) -> None:
    assert syllables.vni(typed) is None


def test_vni_has_the_accents_that_were_meant() -> None:
    assert [unit.alternatives[0].marks for unit in understand("nha2 o73 xa4 ho6i5").units] == [
        ("nha2",),
        ("o73",),
        ("xa4",),
        ("ho6i5",),
    ]


@pytest.mark.parametrize("text", ["nhà " * 2_500, "a" * 10_000, "1" * 10_000, '"' * 10_000, "1,1" * 3_000])
def test_a_long_text_is_cut_and_says_so(text: str) -> None:
    query = understand(text, DEFAULTS)
    assert query.cut
    assert len(query.text) <= MAX_CHARACTERS
    assert len(query.units) <= MAX_UNITS


def test_many_words_are_cut_and_say_so() -> None:
    query = understand(" ".join("abcdefghijklmnopqrstuvwxyz"))
    assert query.cut
    assert len(query.units) == MAX_UNITS


def test_a_short_text_is_not_cut() -> None:
    assert not understand("nhà ở xã hội").cut


@given(st.text(max_size=400))
def test_no_text_makes_understanding_fail(text: str) -> None:
    query = understand(text, DEFAULTS)
    assert all(
        token.isascii() and token.isalnum()
        for unit in query.units
        for term in unit.alternatives
        for token in (*term.tokens, *term.marks)
    )
    assert all(key.isascii() and key.isalnum() for key in query.number)
