"""One spelling for every text."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.text import MAX_TOKEN, chunks, clean, fold, fold_with_map, marks, parts, spans, tokens, unmark


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Nhà ở xã hội", "nha o xa hoi"),
        ("NHÀ Ở XÃ HỘI", "nha o xa hoi"),
        (unicodedata.normalize("NFD", "Đoàn Kết, Đặng Xá"), "doan ket dang xa"),
        ("kê\u0301t", "ket"),  # half composed, as the Windows keyboard types it
        ("hoà hòa", "hoa hoa"),
        ("kĩ kỹ lí lý mĩ mỹ tỉ tỷ hi hy sĩ sỹ", "ki ki li li mi mi ti ti hi hi si si"),
        ("quí quý", "qui qui"),
        ("tây tái giấy giải quyết quít", "tay tai giay giai quyet quit"),
        ("258/QĐ-UBND", "258 qd ubnd"),
        ("258\u2011QĐ – 1", "258 qd 1"),
        ("m² ½", "m2 1"),
        ("a\x00b\u200bc", "abc"),
        ("", ""),
        ("!!! — …", ""),
        ("中文 Привет", ""),
    ],
)
def test_folding_leaves_what_is_compared(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_an_address_keeps_the_letters_as_written() -> None:
    assert unmark("Quy hoạch kỹ thuật, Đoàn Kết") == "quy hoach ky thuat doan ket"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("258/QĐ-UBND", ["258", "qd", "ubnd"]),
        ("258qd-ubnd", ["258", "qd", "ubnd"]),
        ("201/2025/QH15", ["201", "2025", "qh", "15"]),
        ("09/2025/TT-BXD", ["9", "2025", "tt", "bxd"]),
        ("08 000 0", ["8", "0", "0"]),
        ("1/500 1:500", ["1", "500", "1", "500"]),
        ("32.056,8 m²", ["32056c8", "m2"]),
        ("32056,8m2", ["32056c8", "m2"]),
        ("32,056.8", ["32056c8"]),
        ("32.056,80", ["32056c8"]),
        ("16.207.395", ["16207395"]),
        ("32,056", ["32c056"]),
        ("1.5", ["1c5"]),
        ("20%", ["20"]),
        ("10/2/2026", ["2026d0210"]),
        ("10/02/2026", ["2026d0210"]),
        ("10.2.2026", ["2026d0210"]),
        ("2026-02-10", ["2026d0210"]),
        ("ngày 10 tháng 02 năm 2026", ["2026d0210"]),
        ("Ngày 10/02/2026", ["2026d0210"]),
        ("40/13/2026", ["40", "13", "2026"]),
        ("tháng 5/2026", ["2026t5"]),
        ("tháng 05 năm 2026", ["2026t5"]),
        ("quý II/2026", ["2026q2"]),
        ("quý 2 năm 2026", ["2026q2"]),
        ("2026 - 2028", ["2026", "2028"]),
        ("9" * 500, ["9" * MAX_TOKEN]),
    ],
)
def test_tokens_have_one_spelling(text: str, expected: list[str]) -> None:
    assert tokens(text) == expected


def test_a_record_of_a_day_is_found_by_its_month_quarter_and_year() -> None:
    assert {"2026t2", "2026q1", "2026"} <= set(parts("2026d0210"))
    assert parts("doan") == []


@pytest.mark.parametrize(
    ("word", "spelled"),
    [
        ("đoàn", "d9oan2"),
        ("Hoà", "hoa2"),
        ("hòa", "hoa2"),
        ("người", "ngu7o7i2"),
        ("kỹ", "ki4"),
        ("kĩ", "ki4"),
        ("nha", ""),
        ("258", ""),
    ],
)
def test_accents_have_one_spelling(word: str, spelled: str) -> None:
    assert marks(word) == spelled


@given(st.text())
def test_any_text_folds_to_ascii_words_once_and_for_all(text: str) -> None:
    folded = fold(text)
    assert folded.isascii()
    assert folded == " ".join(folded.split())
    assert fold(folded) == folded


@given(st.text())
def test_the_map_leads_back_to_the_text(text: str) -> None:
    folded, places = fold_with_map(text)
    cleaned = clean(text)
    assert folded == fold(text)
    assert len(places) == len(folded)
    for char, place in zip(folded, places, strict=True):
        # Between two words the map stands on the sign before the second; a folded i may have been a y.
        assert char == " " or unmark(cleaned[place]) in ({"i", "y"} if char == "i" else {char})


@given(st.text(alphabet="0123456789./-, qđmIVnăgthà²", max_size=80))
def test_tokens_lie_in_the_text_in_order(text: str) -> None:
    cleaned = clean(text)
    end = 0
    for token in spans(cleaned):
        assert token.text.isascii()
        assert token.text.isalnum()
        assert end <= token.start < token.end <= len(cleaned)
        end = token.end


_PIECES = [
    *("tháng", "(quý", "ngày", "năm", "II/2026", "5", "/", "-", "2026", "10/2/2026,", "ii", "32.056,8", "m²", "m2."),
    *("258/QĐ-UBND", "Đoàn", "kĩ", "🏠", "quý 2", "năm,", "1,5", "tháng5", "\n", "a,tháng", "II/", "x-", ".", "\x1c"),
]


@given(
    st.lists(st.one_of(st.sampled_from(_PIECES), st.text(max_size=4)), max_size=14), st.sampled_from([" ", "", "\n"])
)
def test_the_quick_way_gives_the_same_tokens(pieces: list[str], between: str) -> None:
    cleaned = clean(between.join(pieces))
    found, whole = chunks(cleaned), list(spans(cleaned))
    assert [token for chunk in found for token in chunk.tokens] == [token.text for token in whole]
    marked = dict.fromkeys(token.marks for token in whole if token.marks)
    apart = dict.fromkeys(mark for chunk in found for mark in chunk.apart)
    assert [mark for mark in apart if mark in marked] == list(marked)
