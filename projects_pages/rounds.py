"""What an application round is on a given day, and what that makes of its project: said once, here."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable
from typing import Protocol

from django.db import models

from projects_pages.stages import Stage


class RoundState(models.TextChoices):
    """State of a round; never typed."""

    UNDATED = "chua-cong-bo", "Chưa công bố thời gian"
    UPCOMING = "sap-mo", "Sắp nhận hồ sơ"
    OPEN = "dang-mo", "Đang nhận hồ sơ"
    CLOSED = "het-han", "Đã hết hạn, đang xét duyệt"
    DRAWN = "da-boc-tham", "Đã bốc thăm"
    SETTLED = "da-chot", "Đã chốt danh sách"
    CANCELLED = "da-huy", "Đã hủy"


class Dated(Protocol):
    """The facts of a round that its state depends on; each may be None."""

    opens_on: datetime.date | None
    closes_on: datetime.date | None
    drawn_on: datetime.date | None
    settled_on: datetime.date | None
    cancelled_on: datetime.date | None


STOPPED = frozenset({Stage.PAUSED, Stage.CANCELLED})
"""Stages in which nobody may apply."""
LIVE = frozenset({RoundState.UPCOMING, RoundState.OPEN})
"""States of a round that promise something to applicants."""
ABOUT_APPLICATIONS = frozenset(
    {"", Stage.BEFORE_APPLICATIONS, Stage.TAKING_APPLICATIONS, Stage.REVIEWING, Stage.DRAWING}
)
"""Typed stages about which the rounds know better; later ones (signing, handing over) they do not know."""
_STAGES = (
    (RoundState.OPEN, Stage.TAKING_APPLICATIONS),
    (RoundState.CLOSED, Stage.REVIEWING),
    (RoundState.UPCOMING, Stage.BEFORE_APPLICATIONS),
    (RoundState.UNDATED, Stage.BEFORE_APPLICATIONS),
    (RoundState.DRAWN, Stage.DRAWING),
    (RoundState.SETTLED, Stage.SIGNING),
)
"""What a project's rounds say of its stage, the first that holds."""


def state_of(row: Dated, today: datetime.date) -> RoundState:
    """The round's state on `today`: the last day of the window belongs to it, what is yet to come does not count."""
    if row.cancelled_on and row.cancelled_on <= today:
        return RoundState.CANCELLED
    if row.drawn_on and row.drawn_on <= today:
        return RoundState.DRAWN
    if row.settled_on and row.settled_on <= today:
        return RoundState.SETTLED
    if row.opens_on is None or row.closes_on is None:
        return RoundState.UNDATED
    if today < row.opens_on:
        return RoundState.UPCOMING
    return RoundState.OPEN if today <= row.closes_on else RoundState.CLOSED


def stage_on(typed: str, rounds: Iterable[Dated], today: datetime.date) -> str:
    """The stage of a project as the page shows it: an open round wins over what was typed; empty for unknown.

    A stopped project keeps its stage: that it has no round that promises anything is a rule of its form.
    """
    states = {state_of(row, today) for row in rounds}
    if typed in STOPPED:
        return typed
    if RoundState.OPEN in states:
        return Stage.TAKING_APPLICATIONS
    if typed not in ABOUT_APPLICATIONS or not states:
        return typed
    return next((stage for state, stage in _STAGES if state in states), "")


def stage_contradiction(typed: str, rounds: Collection[Dated], today: datetime.date) -> str:
    """Why a typed stage cannot stand beside these rounds, as a sentence for the person who types; empty if it can."""
    states = [state_of(row, today) for row in rounds]
    if typed in STOPPED and LIVE.intersection(states):
        label = Stage(typed).label
        return f"Giai đoạn là «{label}» mà còn đợt sắp nhận hoặc đang nhận hồ sơ: hãy hủy đợt đó hoặc đổi giai đoạn."
    if typed == Stage.TAKING_APPLICATIONS and states and RoundState.OPEN not in states:
        return "Giai đoạn là «Đang nhận hồ sơ» mà hôm nay không đợt nào mở: hãy xem lại ngày của các đợt."
    return ""
