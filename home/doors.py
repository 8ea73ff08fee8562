"""The doors of the home page: one for each section of the portal, with the question it answers."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count

from cms.disclosure import kinds
from cms.listing.index_page import IndexPage
from cms.values.number import format_integer
from search.models import PublicRecord


@dataclass(frozen=True)
class Door:
    """One door: where it leads, its picture, the question behind it, how many records stand there."""

    label: str
    url: str
    icon: str
    question: str
    count: str


def doors(site_id: int) -> list[Door]:
    """The doors of a site's sections that are public, in the order in which they were made; two queries."""
    shown = PublicRecord.objects.on_site(site_id)
    counts = dict(shown.order_by().values_list("kind").annotate(count=Count("pk")))
    sections = shown.filter(kind__startswith="muc-").order_by("pk").only("kind", "title", "url")
    return [_door(section, counts) for section in sections]


def _door(section: PublicRecord, counts: dict[str, int]) -> Door:
    index: type[IndexPage] | None = kinds.model_of(section.kind)
    if index is None:
        return Door(section.title, section.url, IndexPage.icon, "", "")
    count = counts.get(index.listed_kind(), 0)
    return Door(
        section.title, section.url, index.icon, index.question, f"{format_integer(count)} hồ sơ" if count else ""
    )
