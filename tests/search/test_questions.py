"""A question about one thing is known by its words; where it may be another one, none is asked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.questions import Topic, names, question_of


@pytest.mark.parametrize(
    ("text", "topic", "subject"),
    [
        ("giá noxh Minh Họa 1", Topic.PRICE, "minh hoa 1"),
        ("gia nha o xa hoi minh hoa 1 bao nhieu", Topic.PRICE, "minh hoa 1"),
        ("Minh Họa 1 bao nhiêu tiền?", Topic.PRICE, "minh hoa 1"),
        ("giá thuê mua dự án Minh Họa 1", Topic.PRICE, "minh hoa 1"),
        ("Minh Họa 1 nộp hồ sơ ở đâu", Topic.PLACE, "minh hoa 1"),
        ("minh hoa 1 nop ho so o dau", Topic.PLACE, "minh hoa 1"),
        ("nơi nộp đơn mua nhà Minh Họa 1", Topic.PLACE, "minh hoa 1"),
        ("bao giờ hết hạn nộp hồ sơ Minh Họa 1", Topic.TIME, "minh hoa 1"),
        ("hạn nộp hồ sơ minh họa 1", Topic.TIME, "minh hoa 1"),
        ("khi nào Minh Họa 1 nhận hồ sơ", Topic.TIME, "minh hoa 1"),
    ],
)
def test_a_question_is_understood(text: str, topic: Topic, subject: str) -> None:
    question = question_of(text)
    assert question is not None
    assert (question.topic, " ".join(question.subject)) == (topic, subject)


@pytest.mark.parametrize(
    "text",
    [
        "", "Minh Họa 1", "giá", "giá nhà ở xã hội bao nhiêu", "nộp hồ sơ ở đâu", "Minh Họa 1 bao giờ xong",
        "Minh Họa 1 ở đâu", "đấu giá Minh Họa 1", "danh gia minh hoa 1", "chương trình quốc gia", "giá đất Minh Họa 1",
        "giá Minh Họa 1 nộp hồ sơ ở đâu", '"giá Minh Họa 1"', "hồ sơ Minh Họa 1", "già Minh Họa 1",
    ],
)  # fmt: skip
def test_what_asks_nothing_in_particular_is_no_question(text: str) -> None:
    assert question_of(text) is None


@given(st.text(max_size=300))
def test_no_text_is_an_error(text: str) -> None:
    question = question_of(text)
    assert question is None or question.subject


@pytest.mark.parametrize(
    ("title", "named"),
    [("Khu nhà ở xã hội Minh Họa 1", True), ("Khu Minh Họa 15", False), ("Minh Họa, lô 1", False), ("Họa 1", False)],
)
def test_a_title_is_named_by_its_own_words(title: str, named: bool) -> None:
    assert names(title, ("minh", "hoa", "1")) is named
