"""Where a record is used ("Dùng ở"): public records whose facts point to it."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import F, IntegerField
from django.db.models.functions import Cast
from wagtail.models import Page, ReferenceIndex

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
    pages = ContentType.objects.get_for_model(Page)
    # A sum has no index. By that of the column alone SQLite, while it has no statistics, reads what all pages point to.
    pointing = ReferenceIndex.get_references_to(page).annotate(base=F("base_content_type_id") + 0).filter(base=pages.pk)
    # Their number is made a number, not ours a text: so the few records are looked up instead of all being compared.
    numbers = pointing.exclude(model_path__in=NOT_A_FACT).annotate(number=Cast("object_id", IntegerField()))
    records = PublicRecord.objects.filter(page_id__in=numbers.values("number"))
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
