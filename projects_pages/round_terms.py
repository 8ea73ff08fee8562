"""Whether a round keeps the times that the law sets: announced long enough before it opens, open for long enough."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import TYPE_CHECKING

from cms.disclosure.missing import Finding
from cms.registers.figures import figure

if TYPE_CHECKING:
    from projects_pages.models.round import ApplicationRound

BEFORE = "thong-bao-truoc"
WINDOW = "nhan-ho-so"
"""Codes of the figures of law: days from the notice to the opening (duty B1), days of the window (B2)."""
CALENDAR_DAYS = frozenset({"ngày", "ngày liên tục"})
"""Units that are counted here; what the register gives in another one is left to people."""


def round_doubts(rounds: Iterable[ApplicationRound], province: str = "") -> list[Finding]:
    """Rounds that are shorter than the figure of the register that held on the first day of each time.

    Staff are told and nobody is held up: the dates are the investor's, and hiding a round whose dates break the rule
    would keep citizens from it. A figure that nobody has entered for that day asks nothing.
    """
    found = []
    for row in rounds:
        if row.cancelled_on:
            continue
        for name, code, duty, first, last in (
            ("announced_on", BEFORE, "B1", row.announced_on, row.opens_on),
            ("closes_on", WINDOW, "B2", row.opens_on, row.closes_on and row.closes_on + datetime.timedelta(days=1)),
        ):
            if first and last and (message := _short(code, first, (last - first).days, province)):
                found.append(Finding("must", row.name, duty, f"rounds.{name}", message=message))
    return found


def _short(code: str, first: datetime.date, days: int, province: str) -> str:
    """How `days` fall short of the figure that held on `first`; empty when they do not."""
    law = figure(code, on=first, province=province)
    if law is None or law.number is None or law.unit not in CALENDAR_DAYS or law.allows(days):
        return ""
    source = f" ({law.source_text})" if law.source_text else ""
    return f"{law.name}: {days} ngày, luật quy định {law.shown_text}{source}. Kiểm tra lại ngày với chủ đầu tư."
