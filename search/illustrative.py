"""Whether what a site shows is made up to show the portal; the app that knows sites says so."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

LABEL: Final = "Dữ liệu minh họa"
"""The mark beside figures that are made up."""

_sources: list[Callable[[int], str]] = []


def register(source: Callable[[int], str]) -> None:
    """Let `source` tell the notice of a site; once, by the app that knows sites."""
    if source not in _sources:
        _sources.append(source)


def illustrative(site_id: int) -> str:
    """What every page, export, feed and print of a site must say of data that are made up; empty for a real ward."""
    return next((notice for source in _sources if (notice := source(site_id))), "")


def statement(site_id: int) -> dict[str, str | bool]:
    """The same for JSON: `illustrative` and `notice`; nothing for a real ward."""
    notice = illustrative(site_id)
    return {"illustrative": True, "notice": notice} if notice else {}
