"""What a row of the register reads, where it holds, and which pairs of words are slips of its own."""

from __future__ import annotations

import pytest

from search.phrases import agrees
from search.query import understand
from search.register import register_of
from search.synonyms import DEFAULTS
from search.text import clean, spans, tokens
from tests.search.contract.typists import plain


def readings(text: str) -> list[list[str]]:
    """All alternatives of every unit, as text."""
    return [[" ".join(term.tokens) for term in unit.alternatives] for unit in understand(text, DEFAULTS).units]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tổ 12", [["to 12", "to so 12", "to dan pho 12", "to dan pho so 12"]]),
        ("tổ số 12", [["to 12", "to so 12", "to dan pho 12", "to dan pho so 12"]]),
        ("tờ 12", [["to"], ["12"]]),
        ("tổ quốc", [["to"], ["quoc"]]),
        ("tổ chức 12", [["to"], ["chuc"], ["12"]]),
        ("văn bản quy hoạch", [["van"], ["ban"], ["qui"], ["hoach"]]),
        ("gia ban minh hoa", [["gia"], ["ban"], ["minh"], ["hoa"]]),
        ("uy ban nhan dan", [["uy"], ["ban"], ["nhan"], ["dan"]]),
        ("mua ban nha", [["mua"], ["ban"], ["nha"]]),
        ("nha ban nam cay", [["nha"], ["ban", "thon nam"], ["nam"], ["cay"]]),
        ("Văn bản quy hoạch", [["van"], ["ban"], ["qui"], ["hoach"]]),
        ("Bản Nậm Cầy", [["ban", "thon nam"], ["nam"], ["cay"]]),
        ("trưởng bản", [["truong ban", "truong thon"]]),
        ("trưởng ban", [["truong"], ["ban"]]),
        ("P. Đông Phong", [["p", "phuong dong"], ["dong"], ["phong"]]),
        ("TP.Hải Phòng", [["tp", "thanh pho hai"], ["hai"], ["phong"]]),
        ("PCT Hưng", [["pct", "pho chu tich hung"], ["hung"]]),
        ("TDP 12", [["tdp", "to dan pho"], ["12"]]),
        ("đền bù", [["den bu", "boi thuong"]]),
        ("đền bụ", [["den"], ["bu"]]),
        ("thôn", [["thon", "xom", "lang", "ap", "buon"]]),
    ],
)
def test_a_row_is_read_where_it_holds(text: str, expected: list[list[str]]) -> None:
    assert readings(text) == expected


@pytest.mark.parametrize("row", [row for row in DEFAULTS if "{" not in row[0]], ids=lambda row: row[0])
def test_every_row_without_a_place_is_found_as_written_and_without_marks(row: tuple[str, str, str]) -> None:
    short, relation, full = row
    for text in (short, plain(short), short.upper()):
        assert " ".join(tokens(full)) in [way for unit in readings(text) for way in unit]
    if relation == "=":
        assert " ".join(tokens(short)) in [way for unit in readings(full) for way in unit]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("trung cư", "chung cu"),
        ("trung cu", "chung cu"),
        ("sã hội", "xa hoi"),
        ("sử lý", "xu li"),
        ("mặc bằng", "mat bang"),
        ("bồi thườn", "boi thuong"),
        ("dải phóng", "giai phong"),
    ],
)
def test_a_pair_that_sounds_like_one_of_the_register_is_read_as_that_too(typed: str, meant: str) -> None:
    units = readings(typed)
    assert any(meant in unit for unit in units)
    assert [unit[0] for unit in units] == tokens(typed)
    assert understand(typed, DEFAULTS).read_as


@pytest.mark.parametrize("typed", ["chung cư", "trung cũ", "trung tâm", "xã hội", "ở sa", "trung 12", "an cư"])
def test_other_pairs_say_what_they_say(typed: str) -> None:
    found = list(spans(clean(typed)))
    assert register_of(DEFAULTS).slip(found[0], found[1]) is None


@pytest.mark.parametrize(
    ("typed", "meant", "toned", "agree"),
    [
        ("", "to63", False, True),
        ("", "to63", True, False),
        ("to63", "to63", True, True),
        ("to64", "to63", True, True),
        ("to6", "to63", False, True),
        ("to2", "to63", False, False),
        ("", "", True, True),
        ("a1", "", False, False),
    ],
)
def test_accents_as_typed_agree_with_those_meant(typed: str, meant: str, toned: bool, agree: bool) -> None:
    assert agrees(typed, meant, toned=toned) is agree


def test_a_row_without_words_says_nothing() -> None:
    assert register_of((("…", "→", "nhà"), ("nhà", "→", "!"), ("{tên}", "→", "thôn {tên}"))).entries == {}
