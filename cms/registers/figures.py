"""What the law's figures are on a day; no number of a law stands in code."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from django.utils import timezone

from cms.registers.models import LegalFigure


def figure(code: str, *, on: datetime.date | None = None, province: str = "") -> LegalFigure | None:
    """The value of a figure on a day (today on Vietnam's clock), a province's own before the country's; one query.

    None when nobody has entered one that holds: say so, and assume nothing.
    """
    return figures([code], on=on, province=province).get(code)


def figures(
    codes: Iterable[str] | None = None, *, on: datetime.date | None = None, province: str = ""
) -> dict[str, LegalFigure]:
    """The values of several figures, or of all, by code; one query."""
    return LegalFigure.objects.current(on or timezone.localdate(), province, codes)
