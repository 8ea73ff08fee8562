"""Text has one form; slugs and order follow the Vietnamese alphabet."""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.values.text import clean_line, clean_prose, nfc, slugify_vi, vietnamese_sort_key

ANY_TEXT = st.text(alphabet=st.characters())


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("  Đoàn   Kết ", "Đoàn Kết"),
        (unicodedata.normalize("NFD", "Đoàn Kết"), "Đoàn Kết"),
        ("Đoàn\u00a0Kết\r\nLai\tChâu", "Đoàn Kết Lai Châu"),
        ("Đoàn\u200b\ufeff Kết\x00\x07", "Đoàn Kết"),
        ("a\ud800b", "ab"),
        ("a\x85b\x1cc", "a b c"),
        ("", ""),
    ],
)
def test_a_line_is_cleaned(text: str, line: str) -> None:
    assert clean_line(text) == line


def test_prose_keeps_its_lines() -> None:
    assert clean_prose("  một\r\nhai\rba\n\n\x00bốn\n") == "một\nhai\nba\n\nbốn"


@given(ANY_TEXT)
def test_clean_text_is_storable_and_stays_as_it_is(text: str) -> None:
    for clean in (clean_line, clean_prose):
        cleaned = clean(text)
        assert clean(cleaned) == cleaned == nfc(cleaned)
        assert "\x00" not in cleaned
        cleaned.encode("utf-8")
    assert "\n" not in clean_line(text)


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Khu nhà ở xã hội Đoàn Kết", "khu-nha-o-xa-hoi-doan-ket"),
        (unicodedata.normalize("NFD", "Khu nhà ở xã hội Đoàn Kết"), "khu-nha-o-xa-hoi-doan-ket"),
        ("258/QĐ-UBND ngày 10/02/2026", "258-qd-ubnd-ngay-10-02-2026"),
        ("ĐƯỜNG Ỷ ÐƠN", "duong-y-don"),
        ("32.056,8 m²", "32-056-8-m2"),
        ("---", "muc"),
        ("", "muc"),
        ("日本", "muc"),
    ],
)
def test_a_slug_has_no_marks(text: str, slug: str) -> None:
    assert slugify_vi(text) == slug


def test_a_slug_ends_with_a_word() -> None:
    assert slugify_vi("Khu nhà ở xã hội", max_length=10) == "khu-nha-o"
    assert slugify_vi("Khu nhà ở xã hội", max_length=9) == "khu-nha-o"
    assert slugify_vi("Khu nhà ở xã hội", max_length=8) == "khu-nha"
    assert slugify_vi("abcdefghij", max_length=4) == "abcd"
    assert slugify_vi("!", default="du-an") == "du-an"


@given(ANY_TEXT, st.integers(min_value=3, max_value=50))
def test_any_text_has_a_slug(text: str, length: int) -> None:
    slug = slugify_vi(text, max_length=length)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug)
    assert len(slug) <= length


@pytest.mark.parametrize(
    "names",
    [
        ["a", "ă", "â", "b", "c", "d", "đ", "e", "ê", "g", "i", "o", "ô", "ơ", "u", "ư", "v", "x", "y"],
        ["ma", "mà", "mả", "mã", "má", "mạ", "mă", "mắ", "mâ", "mấ", "mb"],
        ["Tổ dân phố số 2", "Tổ dân phố số 12", "Tổ dân phố số 12a", "Tổ dân phố số 100"],
        ["Quyết Tiến", "Quyết Tiến 1", "Quyết Tiến 3", "Quyết Tiến 10"],
        ["Dân", "Đa", "Đoàn Kết", "Hà Bắc", "Lai Châu", "Ứng"],
        ["bản Hà", "Bản Hán", "bản Hàn Quốc"],
        ["", "1", "a"],
    ],
)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_names_stand_in_vietnamese_order(names: list[str], form: Literal["NFC", "NFD"]) -> None:
    typed = [unicodedata.normalize(form, name) for name in names]
    by_code_point = sorted(typed, reverse=True)
    assert sorted(by_code_point, key=vietnamese_sort_key) == typed


@given(ANY_TEXT, ANY_TEXT)
def test_any_two_texts_have_an_order_whatever_their_normal_form(one: str, other: str) -> None:
    keys = [vietnamese_sort_key(unicodedata.normalize("NFD", text)) for text in (one, other)]
    assert keys == [vietnamese_sort_key(nfc(text)) for text in (one, other)]
    assert (keys[0] < keys[1]) + (keys[1] < keys[0]) == (nfc(one) != nfc(other))


def test_a_very_long_number_has_a_place_in_the_order() -> None:
    assert vietnamese_sort_key("9" * 5_000) < vietnamese_sort_key("1" + "0" * 5_000)
