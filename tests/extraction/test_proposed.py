"""What a document's text says of itself."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bin.lib.environment import ROOT
from cms.values.dates import PartialDate
from projects_pages.proposed import LONGEST_SUBJECT, Proposed, propose
from tests.extraction.files import DECISION, SIGNED


def text(*lines: str) -> str:
    return "\n".join(lines)


def test_a_decision_proposes_all_of_it() -> None:
    assert propose(text(*DECISION, "", "Điều 1.", "", "Nơi nhận:", *SIGNED)) == Proposed(
        number="258/QĐ-UBND",
        issued_on=PartialDate(2026, 2, 10),
        document_type="quyet-dinh",
        title="Giao chủ đầu tư thực hiện dự án Khu nhà ở xã hội Đoàn Kết",
        signer="Nguyễn Văn Thử",
        signer_position="Phó Chủ tịch",
        signing_capacity="KT. CHỦ TỊCH",
    )


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Số: 258/QĐ-UBND", "258/QĐ-UBND"),
        ("Số 02-NQ/TU", "02-NQ/TU"),
        ("Số: /KH-UBND", "/KH-UBND"),
        ("Số : 3314 / UBND-KTN", "3314/UBND-KTN"),
        ("Nghị quyết số: 201/2025/QH15", ""),
        ("Số lượng: 587 căn", ""),
    ],
)
def test_numbers_as_papers_write_them(line: str, number: str) -> None:
    assert propose(line).number == number


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Hà Bắc, ngày 05 tháng 5 năm 2026", PartialDate(2026, 5, 5)),
        ("Hà Bắc, ngày tháng 5 năm 2026", PartialDate(2026, 5)),
        ("Đoàn Kết, ngày … tháng … năm 2026", PartialDate(2026)),
        ("ngày 31 tháng 02 năm 2026", None),
        ("không có ngày", None),
    ],
)
def test_dates_may_be_blank_in_part(line: str, date: PartialDate | None) -> None:
    assert propose(line).issued_on == date


def test_a_letter_says_its_matter_in_the_head() -> None:
    found = propose(text("Số: 3314/UBND-KTN", "V/v triển khai thực hiện", "Công điện số 08/CĐ-BXD", "", "Kính gửi:"))
    assert (found.document_type, found.title) == ("cong-van", "Triển khai thực hiện Công điện số 08/CĐ-BXD")


@pytest.mark.parametrize(
    ("plan", "signer", "year"),
    [("doan-ket", "Đặng Việt Hưng", PartialDate(2026)), ("ha-bac", "Nguyễn Đắc Chiếm", PartialDate(2026, 5))],
)
def test_the_two_plans_propose_what_stands_in_them(plan: str, signer: str, year: PartialDate) -> None:
    found = propose((ROOT / f"tests/demo/plans/{plan}.txt").read_text(encoding="utf-8"))
    assert (found.number, found.document_type, found.issued_on) == ("/KH-UBND", "ke-hoach", year)
    assert (found.signer, found.signer_position) == (signer, "Phó Chủ tịch")


@given(st.text(max_size=2000))
def test_no_text_is_an_error(anything: str) -> None:
    assert len(propose(anything).title) <= LONGEST_SUBJECT
