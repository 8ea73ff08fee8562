"""The doors of the home page: one for each section of the portal, with the question it answers."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count

from cms.disclosure import kinds
from cms.values.number import format_integer
from search.models import PublicRecord

QUESTIONS = {
    "muc-du-an": ("key", "Bao nhiêu căn, ở đâu, tiến độ tới đâu, hỏi ai?"),
    "muc-ke-hoach": ("steps", "Chỉ tiêu năm nào, ai làm việc gì, hạn khi nào?"),
    "muc-van-ban": ("doc", "Quyết định, nghị quyết, công văn nào làm căn cứ?"),
}
"""Picture and question by the kind of the section's page; a section without one has its name alone."""


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
    icon, question = QUESTIONS.get(section.kind, ("doc", ""))
    model = kinds.model_of(section.kind)
    count = counts.get(getattr(model, "lists_kind", ""), 0)
    return Door(section.title, section.url, icon, question, f"{format_integer(count)} hồ sơ" if count else "")
