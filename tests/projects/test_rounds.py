"""The state of a round and the stage of its project follow from facts and the day, by one function."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from projects_pages.models import ApplicationRound, RoundResult
from projects_pages.round_presentation import view
from projects_pages.rounds import RoundState, stage_contradiction, stage_on, state_of
from projects_pages.stages import Stage

TODAY = datetime.date(2026, 11, 22)


def day(offset: int) -> datetime.date:
    """So many days from TODAY."""
    return TODAY + datetime.timedelta(offset)


def a_round(opens: int | None = None, closes: int | None = None, **others: Any) -> ApplicationRound:
    """A round by days from TODAY; other dates by name in the same way."""
    dates = {name: day(value) if name.endswith("_on") else value for name, value in others.items()}
    return ApplicationRound(
        **{
            "name": "Đợt 1",
            "opens_on": None if opens is None else day(opens),
            "closes_on": None if closes is None else day(closes),
            **dates,
        }
    )


UNDATED, UPCOMING, OPEN = a_round(), a_round(1, 31), a_round(-5, 25)
CLOSED, DRAWN, SETTLED = a_round(-60, -20), a_round(-60, -20, drawn_on=-3), a_round(-60, -20, settled_on=-3)
CANCELLED = a_round(-5, 25, cancelled_on=-1, cancelled_reason="đổi kế hoạch")


@pytest.mark.parametrize(
    ("row", "state"),
    [
        (UNDATED, RoundState.UNDATED),
        (UPCOMING, RoundState.UPCOMING),
        (OPEN, RoundState.OPEN),
        (a_round(0, 30), RoundState.OPEN),
        (a_round(-30, 0), RoundState.OPEN),
        (a_round(-31, -1), RoundState.CLOSED),
        (CLOSED, RoundState.CLOSED),
        (a_round(-60, -20, draw_on=-3), RoundState.CLOSED),
        (DRAWN, RoundState.DRAWN),
        (a_round(-60, -20, drawn_on=3), RoundState.CLOSED),
        (SETTLED, RoundState.SETTLED),
        (CANCELLED, RoundState.CANCELLED),
        (a_round(-5, 25, cancelled_on=1), RoundState.OPEN),
    ],
)
def test_the_state_of_a_round_follows_from_its_dates_and_the_day(row: ApplicationRound, state: RoundState) -> None:
    assert state_of(row, TODAY) is state


@pytest.mark.parametrize(
    ("typed", "rounds", "shown"),
    [
        ("", [], ""),
        (Stage.BUILDING, [], Stage.BUILDING),
        (Stage.BUILDING, [UPCOMING], Stage.BUILDING),
        (Stage.BUILDING, [OPEN], Stage.TAKING_APPLICATIONS),
        (Stage.HOMES_LEFT, [DRAWN, OPEN], Stage.TAKING_APPLICATIONS),
        (Stage.BEFORE_APPLICATIONS, [OPEN], Stage.TAKING_APPLICATIONS),
        (Stage.TAKING_APPLICATIONS, [CLOSED], Stage.REVIEWING),
        (Stage.TAKING_APPLICATIONS, [CLOSED, UPCOMING], Stage.REVIEWING),
        (Stage.TAKING_APPLICATIONS, [DRAWN], Stage.DRAWING),
        (Stage.TAKING_APPLICATIONS, [SETTLED], Stage.SIGNING),
        (Stage.TAKING_APPLICATIONS, [UNDATED], Stage.BEFORE_APPLICATIONS),
        (Stage.TAKING_APPLICATIONS, [CANCELLED], ""),
        (Stage.TAKING_APPLICATIONS, [], Stage.TAKING_APPLICATIONS),
        ("", [CLOSED], Stage.REVIEWING),
        (Stage.SIGNING, [DRAWN], Stage.SIGNING),
        (Stage.COMPLETED, [CLOSED], Stage.COMPLETED),
        (Stage.PAUSED, [CLOSED], Stage.PAUSED),
        (Stage.CANCELLED, [CANCELLED], Stage.CANCELLED),
    ],
)
def test_an_open_round_wins_over_the_typed_stage(typed: str, rounds: list[ApplicationRound], shown: str) -> None:
    assert stage_on(typed, rounds, TODAY) == shown


@pytest.mark.parametrize(
    ("typed", "rounds", "refused"),
    [
        (Stage.PAUSED, [OPEN], True),
        (Stage.CANCELLED, [UPCOMING], True),
        (Stage.CANCELLED, [CANCELLED], False),
        (Stage.PAUSED, [CLOSED], False),
        (Stage.TAKING_APPLICATIONS, [CLOSED], True),
        (Stage.TAKING_APPLICATIONS, [OPEN], False),
        (Stage.TAKING_APPLICATIONS, [], False),
        (Stage.BUILDING, [OPEN], False),
    ],
)
def test_a_stage_that_contradicts_the_rounds_is_refused(
    typed: Stage, rounds: list[ApplicationRound], refused: bool
) -> None:
    assert bool(stage_contradiction(typed, rounds, TODAY)) is refused


@pytest.mark.parametrize(
    ("row", "words", "tone"),
    [
        (OPEN, ("Còn", "25", "ngày"), ""),
        (a_round(-20, 7), ("Còn", "7", "ngày"), "soon"),
        (a_round(-20, 0), ("Hạn", "hôm", "nay"), "soon"),
        (UPCOMING, ("Mở sau", "1", "ngày"), "end"),
        (UNDATED, ("Chưa", "có", "ngày"), "end"),
        (CLOSED, ("Đã", "hết", "hạn"), "end"),
        (DRAWN, ("Đã", "bốc", "thăm"), "end"),
        (CANCELLED, ("Đợt", "đã", "hủy"), "end"),
    ],
)
def test_the_leaf_of_the_calendar_says_what_the_state_says(
    row: ApplicationRound, words: tuple[str, str, str], tone: str
) -> None:
    leaf = view(row, TODAY).leaf
    assert (leaf.before, leaf.number, leaf.after) == words
    assert leaf.tone == tone


@pytest.mark.parametrize(
    ("row", "fields"),
    [
        (a_round(5, None), {"closes_on"}),
        (a_round(None, 5), {"opens_on"}),
        (a_round(5, 4), {"closes_on"}),
        (a_round(5, 40, announced_on=6), {"announced_on"}),
        (a_round(5, 40, draw_on=40), {"draw_on"}),
        (a_round(5, 40, drawn_on=39), {"drawn_on"}),
        (a_round(5, 40, cancelled_on=6), {"cancelled_reason"}),
        (a_round(5, 40, cancelled_reason="x"), {"cancelled_on"}),
        (a_round(5, 5, announced_on=5, draw_on=6), set()),
        (UNDATED, set()),
    ],
)
def test_dates_out_of_order_are_refused_at_their_field(row: ApplicationRound, fields: set[str]) -> None:
    if not fields:
        row.clean()
        return
    with pytest.raises(ValidationError) as refused:
        row.clean()
    assert set(refused.value.message_dict) == fields


@pytest.mark.parametrize(
    ("counts", "field"),
    [
        ({"applications": 5, "eligible": 6}, "eligible"),
        ({"eligible": 5, "chosen": 6}, "chosen"),
        ({"homes": 5, "chosen": 6}, "chosen"),
        ({"homes": 5, "applications": 9, "eligible": 7, "chosen": 5}, ""),
        ({"chosen": 5}, ""),
    ],
)
def test_counts_of_a_result_do_not_contradict_each_other(counts: dict[str, int], field: str) -> None:
    row = RoundResult(round_name="Đợt 1", group="Mọi nhóm", **counts)
    if not field:
        row.clean()
        return
    with pytest.raises(ValidationError) as refused:
        row.clean()
    assert set(refused.value.message_dict) == {field}
