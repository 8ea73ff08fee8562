"""The doors of the home page: four big ones for what people ask most, the other sections as a list."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count

from cms.disclosure import kinds
from cms.listing.index_page import IndexPage
from cms.values.number import format_integer
from search.models import PublicRecord

FRONT = (("/du-an/",), ("/khu-dat/",), ("/doi-tuong/", "/thu-tuc/"), ("/gia/", "/van-ban/"))
"""For each big door the sections it may lead to, the first that is public."""


@dataclass(frozen=True)
class Door:
    """One door: where it leads, its picture, the question behind it, how many records stand there."""

    label: str
    url: str
    icon: str
    question: str
    count: str


def doors(site_id: int) -> tuple[list[Door], list[Door]]:
    """The big doors, at most four, and the others, in the order in which the sections were made; two queries.

    Where a section is not public the next one takes its place.
    """
    shown = PublicRecord.objects.on_site(site_id)
    counts = dict(shown.order_by().values_list("kind").annotate(count=Count("pk")))
    sections = shown.filter(kind__startswith="muc-").order_by("pk").only("kind", "title", "url")
    every = {section.url: _door(section, counts) for section in sections}
    chosen = [next((url for url in urls if url in every), "") for urls in FRONT]
    chosen = [url for url in chosen if url]
    chosen += [url for url in every if url not in chosen][: len(FRONT) - len(chosen)]
    return [every[url] for url in chosen], [door for url, door in every.items() if url not in chosen]


def _door(section: PublicRecord, counts: dict[str, int]) -> Door:
    index: type[IndexPage] | None = kinds.model_of(section.kind)
    if index is None:
        return Door(section.title, section.url, IndexPage.icon, "", "")
    count = counts.get(index.listed_kind(), 0)
    return Door(
        section.title, section.url, index.icon, index.question, f"{format_integer(count)} hồ sơ" if count else ""
    )
