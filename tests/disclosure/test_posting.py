"""The state of a posting is told by its days and the day."""

from __future__ import annotations

import datetime

import pytest

from cms.disclosure.posting import posting

FIRST, LAST = datetime.date(2026, 3, 10), datetime.date(2026, 4, 9)


def day(number: int, month: int = 3) -> datetime.date:
    return datetime.date(2026, month, number)


@pytest.mark.parametrize(
    ("first", "last", "today", "label", "words"),
    [
        (None, None, day(10), "Chưa rõ ngày niêm yết", ""),
        (FIRST, LAST, day(9), "Sắp niêm yết", "Còn 1 ngày nữa thì niêm yết"),
        (FIRST, LAST, day(10), "Đang niêm yết", "Còn 30 ngày"),
        (FIRST, LAST, day(8, 4), "Đang niêm yết", "Còn 1 ngày"),
        (FIRST, LAST, day(9, 4), "Đang niêm yết", "Hôm nay là ngày cuối"),
        (FIRST, LAST, day(10, 4), "Đã hết hạn niêm yết", ""),
        (FIRST, None, day(1, 12), "Đang niêm yết", ""),
        (None, LAST, day(10), "Chưa rõ ngày niêm yết", ""),
        (None, LAST, day(10, 4), "Đã hết hạn niêm yết", ""),
    ],
)
def test_a_posting_stands_as_its_days_say(
    first: datetime.date | None, last: datetime.date | None, today: datetime.date, label: str, words: str
) -> None:
    stands = posting(first, last, today)
    assert (stands.label, stands.in_words) == (label, words)


@pytest.mark.parametrize(("today", "soon"), [(day(2, 4), True), (day(1, 4), False), (day(10, 4), False)])
def test_the_last_seven_days_are_marked(today: datetime.date, soon: bool) -> None:
    assert posting(FIRST, LAST, today).ends_soon is soon
