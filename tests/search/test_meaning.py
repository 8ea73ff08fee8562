"""Whole questions and amounts of money, read into what must be found."""

from __future__ import annotations

import pytest

from search.query import understand
from search.synonyms import DEFAULTS


def required(text: str) -> list[str]:
    """The first reading of every unit."""
    return [" ".join(unit.alternatives[0].tokens) for unit in understand(text, DEFAULTS).units]


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("nộp hồ sơ ở đâu", "nop ho so"),
        ("nop ho so o dau?", "nop ho so"),
        ("ở đâu bán căn hộ", "ban can ho"),
        ("mua nhà ở đâu", "mua nha"),
        ("nhà ở xã hội", "nha o xa hoi"),
        ("nha o dau tu", "nha o dau tu"),
        ("đất ở đô thị", "dat o do thi"),
        ("dự án ở Tân Lập bao giờ xong", "du an tan lap"),
        ("khi nào nhận nhà", "nhan nha"),
        ("quy hoạch là gì", "qui hoach"),
        ("qui hoach nhu the nao", "qui hoach"),
        ("tôi có được mua không", "mua"),
        ("toi muon mua nha", "mua nha"),
        ("diện tích tối đa", "dien tich toi da"),
        ("dien tich toi da", "dien tich toi da"),
        ("hồ sơ của người nghèo", "ho so nguoi ngheo"),
        ("ho so cua nguoi ngheo", "ho so cua nguoi ngheo"),
        ("một cửa", "mot cua"),
        ("sua chua", "sua chua"),
        ("vốn cho vay", "von cho vay"),
        ("khu A", "khu a"),
        ("cần giấy tờ gì", "can giay to"),
        ("ai được mua", "mua"),
        ("ở đâu", "o dau"),
        ("bao giờ xong", "bao gio xong"),
        ("văn bản năm 2026", "van ban 2026"),
        ("năm 12", "nam 12"),
    ],
)
def test_a_whole_question_asks_for_its_words_of_meaning(question: str, words: str) -> None:
    assert " ".join(required(question)) == words


@pytest.mark.parametrize(
    ("typed", "ways"),
    [
        ("25tr", {"25 tr", "25000000", "25 trieu"}),
        ("25 triệu", {"25 tr", "25000000", "25 trieu"}),
        ("25.000.000", {"25 tr", "25000000", "25 trieu"}),
        ("16,2 triệu", {"16c2 tr", "16200000", "16c2 trieu"}),
        ("16tr2", {"16 tr 2", "16c2 tr", "16200000", "16c2 trieu"}),
        ("1,5 tỷ", {"1c5 ti", "1500000000", "1500 trieu", "1500 tr"}),
        ("500 nghìn", {"500 nghin", "500000"}),
        ("500k", {"500 k", "500 nghin", "500000"}),
    ],
)
def test_an_amount_is_looked_for_in_every_way_it_is_written(typed: str, ways: set[str]) -> None:
    (unit,) = understand(typed, DEFAULTS).units
    assert {" ".join(term.tokens) for term in unit.alternatives} == ways


@pytest.mark.parametrize("typed", ["2026", "587 căn", "1/500 tỷ lệ", "12 km", "32.056,8"])
def test_other_numbers_are_no_amounts(typed: str) -> None:
    assert all(len(term.tokens) == 1 for unit in understand(typed).units for term in unit.alternatives)
