"""Rows of small tables by what somebody types, folded, where there is no index of words: registers, people."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from django.db.models import QuerySet

from search.text import fold

MOST_TYPED: Final = 1_000


def having(rows: QuerySet[Any], typed: str, columns: Sequence[str]) -> QuerySet[Any]:
    """The rows in whose `columns` every word of `typed` stands, the last word perhaps not whole; in their order.

    One query reads the columns, for tables of some thousand rows. Without any word nothing is found.
    """
    asked = fold(typed[:MOST_TYPED]).split()
    if not asked:
        return rows.none()
    read = rows.order_by().values_list("pk", *columns)
    found = {pk for pk, *texts in read if _has(f" {fold(' '.join(text for text in texts if text))}", asked)}
    return rows.filter(pk__in=found)


def _has(text: str, asked: Sequence[str]) -> bool:
    return all(f" {word}" in text for word in asked)
