"""What a mistyped syllable may have been meant to be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.slips import respellings, sound
from search.syllables import is_syllable


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("trung", "chung"),
        ("chieu", "trieu"),
        ("sa", "xa"),
        ("xo", "so"),
        ("giai", "dai"),
        ("dai", "giai"),
        ("lam", "nam"),
        ("nang", "lang"),
        ("can", "cang"),
        ("mac", "mat"),
        ("ce", "ke"),
        ("fuong", "phuong"),
        ("ghia", "gia"),
        ("nghanh", "nganh"),
    ],
)
def test_sounds_that_are_taken_for_each_other_come_before_slips_of_the_fingers(typed: str, meant: str) -> None:
    assert meant in respellings(typed)[:6]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("hoij", "hoi"), ("nhaa", "nha"), ("hpi", "hoi"), ("htue", "thue"), ("huyn", "huyen"), ("phuogn", "phuong"),
     ("hoahc", "hoach"), ("dtat", "dat"), ("thuw", "thu"), ("duongg", "duong"), ("chuung", "chung")],
)  # fmt: skip
def test_one_slip_of_the_fingers_is_undone(typed: str, meant: str) -> None:
    assert meant in respellings(typed)


def test_the_nearest_comes_first() -> None:
    assert respellings("trung")[0] == "chung"
    assert respellings("sa")[0] == "xa"
    assert respellings("phuogn")[0] == "phuong"


@pytest.mark.parametrize("typed", ["", "a", "12", "m2", "2026d0210", "0no258", "nghiengnghieng", "đoàn", "a b", "\x00"])
def test_what_is_no_word_of_letters_is_left_alone(typed: str) -> None:
    assert respellings(typed) == ()


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", max_size=9))
def test_every_respelling_is_another_syllable_and_they_are_few(typed: str) -> None:
    found = respellings(typed)
    assert all(is_syllable(word) and word != typed for word in found)
    assert len(set(found)) == len(found) < 400


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("trung", "chung", True),
        ("sa", "xa", True),
        ("giai", "dai", True),
        ("nang", "lan", True),
        ("mac", "mat", True),
        ("quan", "kuan", True),
        ("tai", "tay", False),
        ("ba", "pa", False),
        ("hao", "hau", False),
        ("an", "ang", True),
        ("xa", "ca", False),
    ],
)
def test_a_sound_is_one_for_syllables_often_confused(one: str, other: str, same: bool) -> None:
    assert (sound(one) == sound(other)) is same


def test_what_is_no_word_has_its_own_sound() -> None:
    assert sound("258") == "258"
    assert sound("2026d0210") == "2026d0210"
