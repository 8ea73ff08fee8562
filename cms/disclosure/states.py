"""How lists show the state of a record of any kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

ENDED_STATE: Final = ("da-ket-thuc", "Đã kết thúc")
"""What lists and titles say of a record that the ward ended, where its own state would promise something."""
EXPIRED_STATE: Final = ("het-hieu-luc", "Hết hiệu lực")
"""Of a document that says from which day it is out of force, once that day has come."""
ALARMING: Final = frozenset({"huy", "het-hieu-luc", "bi-thay-the", "bi-bai-bo"})
"""Cancelled, out of force, replaced, repealed: who relies on such a record makes a mistake.

That one has run its course is no alarm.
"""


@dataclass(frozen=True, slots=True)
class StateTag:
    """A word on a record and its colour: `bad`, `link`, or "" for none."""

    label: str
    tone: str = ""


def state_tags(state: str, label: str, *, is_open: bool, ended: bool) -> list[StateTag]:
    """The record's own state, and that the ward ended it or that it is over, unless that is the state."""
    tags = [StateTag(label, "bad" if state in ALARMING else "link" if is_open else "")] if label else []
    if (ended and state != ENDED_STATE[0]) or not (is_open or label):
        tags.append(StateTag(ENDED_STATE[1]))
    return tags
