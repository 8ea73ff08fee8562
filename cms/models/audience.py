"""Whom the present code answers: a citizen, or staff on the screens of the administration."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_staff: ContextVar[bool] = ContextVar("answers_staff", default=False)


def answers_staff() -> bool:
    """Whether a screen of the administration is being made, previews included."""
    return _staff.get()


@contextmanager
def answering_staff() -> Iterator[None]:
    """Say that the code within answers staff: images of drafts have another address for them than for the public."""
    token = _staff.set(True)
    try:
        yield
    finally:
        _staff.reset(token)
