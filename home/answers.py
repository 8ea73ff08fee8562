"""How a question stands on a day: one function of its answer, its time and the day."""

from __future__ import annotations

import datetime
from enum import StrEnum


class AnswerState(StrEnum):
    """States of a question; the value is the key in addresses and facets."""

    WAITING = "cho-tra-loi"
    OVERDUE = "qua-han-tra-loi"
    ANSWERED = "da-tra-loi"

    @property
    def label(self) -> str:
        """The state as people read it."""
        return LABELS[self]

    @property
    def tone(self) -> str:
        """How it is coloured, beside the words."""
        return TONES[self]


LABELS = {
    AnswerState.WAITING: "Chờ trả lời",
    AnswerState.OVERDUE: "Quá hạn trả lời",
    AnswerState.ANSWERED: "Đã trả lời",
}
TONES = {AnswerState.WAITING: "warn", AnswerState.OVERDUE: "bad", AnswerState.ANSWERED: "ok"}


def answer_state(answer: str, due: datetime.date | None, today: datetime.date) -> AnswerState:
    """Answered as soon as there is an answer; overdue from the day after `due`."""
    if answer.strip():
        return AnswerState.ANSWERED
    return AnswerState.OVERDUE if due is not None and due < today else AnswerState.WAITING
