"""Where a record is used ("Dùng ở"): public records whose facts point to it."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from django.db.models import CharField
from django.db.models.functions import Cast
from wagtail.models import ReferenceIndex

from cms.disclosure.cited import Cited, cite
from search.models import PublicRecord

USES_MOST = 50
NOT_A_FACT = frozenset({"change_decision"})
"""Reasons of changes stand in the log; they do not make one record part of another."""
FRAMES = ("trang-chu",)
"""Kinds that only lead to records."""


def uses_of(page: Any) -> list[PublicRecord]:
    """Public records that point to `page`, each once, in the order of lists; one query.

    The index of references knows the rows of drafts too; only what has a public record is given.
    """
    pointing = ReferenceIndex.get_references_to(page).exclude(model_path__in=NOT_A_FACT).values("object_id")
    records = PublicRecord.objects.annotate(page=Cast("page_id", CharField())).filter(page__in=pointing)
    others = records.exclude(kind__in=FRAMES).exclude(page_id=page.pk)
    return list(others.defer("body", "files_text", "keys")[:USES_MOST])


def uses_by_kind(page: Any) -> dict[str, list[Cited]]:
    """The same by kind and with what they last published, so that a project can show its prices.

    One query, and one that the page's own citations share when nobody has read them yet.
    """
    records = uses_of(page)
    if "cited" not in vars(page) and hasattr(type(page), "public_links"):
        page.cited = cite([*page.public_links.values(), *records])
    shared = vars(page).get("cited", {})
    known = shared if all(record.page_id in shared for record in records) else cite(records)
    found: dict[str, list[Cited]] = defaultdict(list)
    for record in records:
        found[record.kind].append(known[record.page_id])
    return dict(found)
