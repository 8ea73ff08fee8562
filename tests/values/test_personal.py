"""Numbers of persons are found in text, and other numbers are left alone."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from cms.values.personal import personal_numbers, refuse_personal_numbers


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("CCCD 001088012345 của tôi", ["001088012345"]),
        ("chứng minh 145678901.", ["145678901"]),
        ("thẻ 001 088 012 345", ["001 088 012 345"]),
        ("gọi 0912345678", ["0912345678"]),
        ("gọi 0912 345 678 hoặc 0912.345.678", ["0912 345 678", "0912.345.678"]),
        ("gọi +84912345678", ["84912345678"]),
        ("máy bàn 0213 3876 456", ["0213 3876 456"]),
    ],
)
def test_numbers_of_persons_are_found(text: str, found: list[str]) -> None:
    assert personal_numbers(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "giá 560.000.000.000 đồng",
        "vay 1 000 000 000 đồng",
        "diện tích 32.056,8 m²",
        "Quyết định số 258/QĐ-UBND ngày 10/02/2026",
        "từ 03.11.2026 đến 09.12.2026",
        "Nghị định 100/2024/NĐ-CP",
        "tổng đài 1900 1234",
        "mã hồ sơ 1234567890123",
        "",
    ],
)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert personal_numbers(text) == []


def test_the_message_does_not_repeat_the_number() -> None:
    with pytest.raises(ValidationError) as refused:
        refuse_personal_numbers("CCCD 001088012345")
    assert "001088012345" not in refused.value.messages[0]
    assert "001…" in refused.value.messages[0]
