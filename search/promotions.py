"""What a ward promotes for certain words, shown above what was found (Gợi ý của cổng).

The rows are those of `wagtail.contrib.search_promotions`. Words are compared as searching compares them: folded, with
the synonyms of the register, so "NOXH", "nơxh" and "nha o xa hoi" are one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain, islice, product
from typing import Final

from django.db.models import JSONField, OuterRef, Subquery
from django.db.models.functions import JSONObject
from wagtail.contrib.search_promotions.models import SearchPromotion

from search.api import active_words
from search.models import PublicRecord
from search.query import Query, understand
from search.register import Word

MOST: Final = 3
"""Shown together."""
READINGS: Final = 256
"""Of one text that are compared at most; few texts have more than four."""


@dataclass(frozen=True, slots=True)
class Promotion:
    """A public record that the ward shows first for these words, and why."""

    title: str
    url: str
    kind_label: str
    number: str
    description: str


def readings(query: Query) -> frozenset[tuple[str, ...]]:
    """Every sequence of tokens that the query may mean."""
    ways = product(*([term.tokens for term in unit.alternatives] for unit in query.units))
    return frozenset(tuple(chain(*way)) for way in islice(ways, READINGS)) - {()}


def promoted(query: Query, site_id: int, words: Iterable[Word] | None = None) -> tuple[Promotion, ...]:
    """What the ward of this site promotes for exactly this query, in its order, at most three.

    One query; a record that is not public on the site is not there. `words` are the register's synonyms where the
    caller has them; without them they are read when the ward promotes anything at all, which is one query more.
    """
    asked = readings(query)
    if not asked:
        return ()
    of_page = PublicRecord.objects.on_site(site_id).filter(page_id=OuterRef("page_id"))
    shown = JSONObject(title="title", url="url", kind_label="kind_label", number="number")
    rows = list(
        SearchPromotion.objects.filter(page_id__in=PublicRecord.objects.on_site(site_id).values("page_id"))
        .annotate(record=Subquery(of_page.values(data=shown), output_field=JSONField()))
        .order_by("sort_order", "pk")
        .values_list("query__query_string", "record", "description")
    )
    if not rows:
        return ()
    register = active_words() if words is None else tuple(words)
    found = [
        Promotion(**record, description=description)
        for text, record, description in rows
        if not asked.isdisjoint(readings(understand(text, register)))
    ]
    return tuple(dict.fromkeys(found))[:MOST]
