"""Supervision and demand of the real wards say what their plans order, and nothing more."""

from __future__ import annotations

import pytest

from search.api import search
from tests.demo.conftest import Demo


def read(demo: Demo, code: str, path: str) -> str:
    answer = demo.opened(code, path)
    assert answer.status == 200
    return " ".join(answer.text.split())


@pytest.mark.parametrize(
    "quote",
    [
        "Được đề nghị giám sát đảm bảo việc xét duyệt hồ sơ mua, thuê nhà ở xã hội được thực hiện công khai",
        "không để xảy ra tiêu cực, trục lợi chính sách",
        "trường Mầm Non, bãi đỗ xe, cây xanh",
        "Ủy ban Mặt trận Tổ quốc Việt Nam phường",
        "Kết quả giám sát: <span",
        "không nói đã lập Ban Giám sát đầu tư của cộng đồng",
    ],
)
def test_supervision_in_doan_ket_quotes_the_plan(demo: Demo, quote: str) -> None:
    assert quote in read(demo, "doan-ket", demo.record("doan-ket", "giam-sat").url)


@pytest.mark.parametrize("typed", ["mặt trận giám sát", "mat tran giam sat", "giam sat cong dong"])
def test_supervision_is_found_first(demo: Demo, typed: str) -> None:
    hits = search(typed, site_id=demo.site_id("doan-ket")).hits
    assert hits[0].record.pk == demo.record("doan-ket", "giam-sat").pk


@pytest.mark.parametrize(
    ("code", "quote"),
    [
        ("doan-ket", "lập danh sách tổng hợp các hộ gia đình thực sự có nhu cầu bức thiết"),
        ("doan-ket", "các hộ gia đình chính sách, hộ nghèo và người lao động"),
        ("ha-bac", "thống kê nhu cầu nhà ở xã hội của cán bộ, công chức, viên chức, người lao động"),
        ("ha-bac", "khi có hướng dẫn của cấp trên"),
    ],
)
def test_demand_says_who_counts_and_gives_no_figure(demo: Demo, code: str, quote: str) -> None:
    page = read(demo, code, demo.record(code, "nhu-cau").url)
    assert quote in page
    assert "Số hộ có nhu cầu: <span" in page
    assert "Danh sách hộ là nội bộ" in page


def test_the_made_up_ward_shows_notices_of_every_state(demo: Demo) -> None:
    told = {record.state for record in demo.records("minh-hoa") if record.kind == "thong-bao"}
    assert {"dang-niem-yet", "het-han-niem-yet"} <= told
    kinds = {record.kind for record in demo.records("minh-hoa")}
    assert {"thong-bao", "giam-sat", "nhu-cau", "tin-tuc", "hoi-dap"} <= kinds
