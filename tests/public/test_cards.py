"""A card in a list tells that a record has ended, whatever its type says of its state; an end is no alarm."""

from __future__ import annotations

import datetime

import pytest
from django.template.loader import render_to_string

from cms.disclosure.cited import Cited
from cms.disclosure.states import ALARMING, EXPIRED_STATE
from projects_pages.models import Stage, Validity
from projects_pages.successors import FATES
from search.models import PublicRecord

ENDED, ALARM = '<span class="tag">Đã kết thúc</span>', "tag--bad"
LONGEST = 180


def cited(state: str, label: str, *, is_open: bool, ended_on: str = "") -> Cited:
    """A record in a list."""
    record = PublicRecord(state=state, state_label=label, is_open=is_open, title="A", url="/a/", version=1)
    record.changed_at = datetime.datetime.now(datetime.UTC)
    return Cited(record, {"ended_on": ended_on or None})


def card(one: Cited) -> str:
    """The card of a record."""
    return render_to_string("components/card.html", {"cited": one})


@pytest.mark.parametrize(
    ("state", "label", "is_open", "ended_on", "said", "alarms"),
    [
        ("dang-thi-cong", "Đang thi công", True, "", False, False),
        ("hoan-thanh", "Hoàn thành", False, "2026-11-20", True, False),
        ("", "", False, "2026-11-20", True, False),
        ("da-ket-thuc", "Đã kết thúc", False, "2026-11-20", True, False),
        ("het-hieu-luc", "Hết hiệu lực", False, "", False, True),
        ("huy", "Hủy", False, "", False, True),
    ],
)
def test_a_card_says_once_that_a_record_has_ended(
    state: str, label: str, is_open: bool, ended_on: str, said: bool, alarms: bool
) -> None:
    shown = card(cited(state, label, is_open=is_open, ended_on=ended_on))
    assert shown.count(ENDED) == said
    assert label in shown
    assert (ALARM in shown) is alarms


def test_a_long_text_is_cut_in_a_card(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Cited, "card", [("Kết quả", "x" * LONGEST * 2)])
    assert "x" * LONGEST not in card(cited("", "", is_open=True))


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
    shown = render_to_string("components/document_row.html", {"cited": cited(state, label, is_open=is_open)})
    assert (said in shown) if said else ('class="tag' not in shown)


def test_what_alarms_is_a_state_of_some_record() -> None:
    replaced = {state for state, _ in FATES.values()}
    assert {Stage.CANCELLED.value, Validity.EXPIRED.value, EXPIRED_STATE[0], *replaced} == ALARMING
