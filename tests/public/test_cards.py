"""A card in a list tells that a record has ended, whatever its type says of its state; an end is no alarm."""

from __future__ import annotations

import datetime
from types import SimpleNamespace

import pytest
from django.template.loader import render_to_string

ENDED, ALARM = '<span class="tag">Đã kết thúc</span>', "tag--bad"
LONGEST = 180


def card(state: str, label: str, *, is_open: bool, ended_on: str = "", text: str = "") -> str:
    """The card of a record."""
    record = SimpleNamespace(
        state=state,
        state_label=label,
        is_open=is_open,
        summary="",
        version=1,
        changed_at=datetime.datetime.now(datetime.UTC),
    )
    facts = {"ended_on": ended_on or None}
    cited = SimpleNamespace(record=record, facts=facts, url="/a/", title="A", where="", card=[("Kết quả", text)])
    return render_to_string("components/card.html", {"cited": cited})


@pytest.mark.parametrize(
    ("state", "label", "is_open", "ended_on", "said", "alarms"),
    [
        ("dang-thi-cong", "Đang thi công", True, "", False, False),
        ("hoan-thanh", "Hoàn thành", False, "2026-11-20", True, False),
        ("", "", False, "2026-11-20", True, False),
        ("da-ket-thuc", "Đã kết thúc", False, "2026-11-20", True, False),
        ("het-hieu-luc", "Hết hiệu lực", False, "", False, False),
        ("huy", "Hủy", False, "", False, True),
    ],
)
def test_a_card_says_once_that_a_record_has_ended(
    state: str, label: str, is_open: bool, ended_on: str, said: bool, alarms: bool
) -> None:
    shown = card(state, label, is_open=is_open, ended_on=ended_on)
    assert shown.count(ENDED) == said
    assert label in shown
    assert (ALARM in shown) is alarms


def test_a_long_text_is_cut_in_a_card() -> None:
    assert "x" * LONGEST not in card("", "", is_open=True, text="x" * LONGEST * 2)


@pytest.mark.parametrize(
    ("state", "label", "is_open", "said"),
    [
        ("con-hieu-luc", "Còn hiệu lực", True, ""),
        ("het-hieu-luc", "Hết hiệu lực", False, '<span class="tag tag--bad">Hết hiệu lực</span>'),
        ("da-ket-thuc", "Đã kết thúc", False, ENDED),
        ("", "", False, ENDED),
    ],
)
def test_a_line_of_a_document_says_what_is_no_longer_in_force(state: str, label: str, is_open: bool, said: str) -> None:
    record = SimpleNamespace(state=state, state_label=label, is_open=is_open)
    shown = render_to_string("components/document_row.html", {"cited": SimpleNamespace(record=record, number="1/QĐ")})
    assert (said in shown) if said else ('class="tag' not in shown)
