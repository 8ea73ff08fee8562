"""Numbers of persons are found in text, and other numbers are left alone."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from cms.registers.models import Unit
from cms.values.personal import personal_numbers, refuse_personal_numbers


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("CCCD 001088012345 của tôi", ["001088012345"]),
        ("chứng minh 145678901.", ["145678901"]),
        ("thẻ 001 088 012 345", ["001 088 012 345"]),
        ("gọi 0912345678", ["0912345678"]),
        ("gọi 0912 345 678 hoặc 0912.345.678", ["0912 345 678", "0912.345.678"]),
        ("gọi +84912345678", ["+84912345678"]),
        ("máy bàn 0213 3876 456", ["0213 3876 456"]),
        ("gọi +84 912 345 678", ["+84 912 345 678"]),
        ("gọi (+84) 912.345.678", ["(+84) 912.345.678"]),
        ("gọi +84 (0)912 345 678", ["+84 (0)912 345 678"]),
        ("gọi +84.24.3825.1234", ["+84.24.3825.1234"]),
        ("gọi 0084 912 345 678", ["0084 912 345 678"]),
        ("gọi 84-912-345-678", ["84-912-345-678"]),
        ("gọi 84 912 345 678 nhé", ["84 912 345 678"]),
        ("gọi 84912345678", ["84912345678"]),
        ("gọi (024) 3825 1234", ["(024) 3825 1234"]),
        ("gọi (024)38251234", ["(024)38251234"]),
        ("gọi 024-3825-1234", ["024-3825-1234"]),
        ("gọi 0 912 345 678", ["0 912 345 678"]),
        ("gọi 09 12 34 56 78", ["09 12 34 56 78"]),
        ("ĐT.0912345678", ["0912345678"]),
        ("tổ 12 0912345678", ["0912345678"]),
        ("gọi 0912 345 678 ngày 03/11/2026", ["0912 345 678"]),
        ("gọi 0912345678, 0987654321", ["0912345678", "0987654321"]),
        ("gọi ０９１２３４５６７８", ["0912345678"]),
        ("gọi 0912\u00a0345\u202f678", ["0912 345 678"]),
        ("gọi 0912 . 345 . 678", ["0912.345.678"]),
        ("gọi 0912\u2013345\u2011678", ["0912-345-678"]),
        ("gọi 0912·345·678", ["0912.345.678"]),
        ("gọi 09\u200b12\u2060345\ufeff678", ["0912345678"]),
        ("gọi 0912\u00ad345\u034f678", ["0912345678"]),
        ("CCCD 001-088-012-345", ["001-088-012-345"]),
        ("CCCD 0010 8801 2345", ["0010 8801 2345"]),
        ("CCCD ٠٠١٠٨٨٠١٢٣٤٥", ["001088012345"]),
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
        "vay 84.912.345.678 đồng",
        "tổng mức đầu tư 84 912 345 678 đồng",
        "vay 1 012 345 678 đồng",
        "vay 1.012.345.678 đồng",
        "giá 560000000 đồng, 145678901đ, 145678901 VND",
        "rộng 123456789,5 m² hoặc 123456789 m2",
        "16.207.395 đồng/m²",
        "từ 03.11.2026 10 giờ đến 09.12.2026 16 giờ",
        "từ 03-11-2026 đến 09-12-2026",
        "từ 03/11/2026 - 09/12/2026",
        "giai đoạn 2026 - 2030, 2031 - 2035",
        "Văn bản 0912/UBND-KT, 02/2026/NQ-HĐND, 1234/SXD-QLN",
        "thủ tục 1.012888.000.00.00.H35",
        "mã số thuế 0100109106, 0100109106-001",
        "tờ bản đồ 12, thửa 345, 346, 347",
        "tọa độ 2345678,90 và 567890,12; 21.028511, 105.804817",
        "hệ số 0,912345678",
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


def test_a_unit_keeps_its_official_telephone_in_any_spelling() -> None:
    for phone in ("0213 3876 456", "(024) 3825 1234", "+84 24 3825 1234", "1900 1234"):
        Unit._meta.get_field("phone").clean(phone, None)
