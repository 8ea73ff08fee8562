"""Records of a demonstration ward that code builds: each may point to those that became public before it."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone

from cms.models import BasePage, DisclosurePage, Ward
from cms.registers.models import Organisation, Place, Unit


@dataclass(frozen=True)
class Registers:
    """The rows of one ward by name."""

    places: dict[str, Place]
    units: dict[str, Unit]
    organisations: dict[str, Organisation]


@dataclass(frozen=True)
class Built:
    """What stands already: the ward, its rows, its public records by title, documents by number (the plan: `PLAN`)."""

    ward: Ward
    registers: Registers
    published: Mapping[str, DisclosurePage]
    today: datetime.date = field(default_factory=timezone.localdate)
    """The day of loading."""


def section(built: Built, slug: str) -> Any:
    """The section of the ward at `/<slug>/`, to be changed and yielded."""
    return built.ward.site.root_page.get_children().get(slug=slug).specific


Builder = Callable[[Built], Iterator[tuple[str, BasePage]]]
"""Yields the slug of a section and a page to make public there, unsaved with its children; each is public, and among
`published`, before the next is asked for. A page out of `published` that is yielded again is published once more, with
its own `change_reason`: so a record gets a history."""
