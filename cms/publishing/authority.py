"""Under whose authority the present code makes something public.

Wagtail has many ways to make a page live, and no single method sees them all. So the receivers ask for an authority and
raise when there is none: an unknown way fails as a whole, it does not leak.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from cms.disclosure.models import Act


@dataclass(frozen=True)
class Authority:
    """An office acts, never a named citizen; `act` is set where the receivers cannot tell it from the content."""

    office: str = ""
    """Empty: the office of the portal."""
    act: Act | None = None
    reason: str = ""
    decision: str = ""


_current: ContextVar[Authority | None] = ContextVar("authority", default=None)


def current() -> Authority | None:
    """The authority of the running act; None outside of one."""
    return _current.get()


@contextmanager
def acting(authority: Authority) -> Iterator[Authority]:
    """Run an act that changes what the public sees."""
    token = _current.set(authority)
    try:
        yield authority
    finally:
        _current.reset(token)
