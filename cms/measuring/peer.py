"""A peer to compare with: Wagtail's own search backend, as it is delivered, over some of the same records."""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence
from typing import Any, ClassVar

from django.db import DatabaseError, connection
from wagtail.search import index
from wagtail.search.backends import get_search_backend

from search.models import PublicRecord

RECORDS = 10_000
"""Of all: with a hundred thousand its ranking on SQLite does not come to an end within minutes."""
PATIENCE = 20.0
"""Seconds after which an answer is not waited for."""


class StockRecord(index.Indexed, PublicRecord):
    """A public record as a Wagtail developer would make it searchable."""

    search_fields: ClassVar = [
        index.SearchField("number", boost=4),
        index.SearchField("title", boost=3),
        index.SearchField("keys", boost=2),
        index.SearchField("body"),
        index.FilterField("id"),
        index.FilterField("site_id"),
        index.FilterField("kind"),
    ]

    class Meta:
        proxy = True
        app_label = "search"


def measured(texts: Sequence[str], site: int) -> dict[str, Any]:
    """Seconds of indexing, milliseconds of the median answer (first page and count) within a ward and over all.

    None for answers that did not come in time.
    """
    backend = get_search_backend("wagtail.search.backends.database")
    records = list(StockRecord.objects.order_by("pk")[:RECORDS])
    begun = time.monotonic()
    backend.get_index_for_model(StockRecord).add_items(StockRecord, records)
    indexed = time.monotonic() - begun
    some = StockRecord.objects.filter(pk__lte=records[-1].pk)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return {
        "records": len(records),
        "indexed": indexed,
        "ward": _median(backend, texts, some.filter(site_id=site)),
        "all": _median(backend, texts, some),
    }


def _median(backend: Any, texts: Sequence[str], records: Any) -> float | None:
    times: list[float] = []
    for text in texts:
        begun = time.perf_counter()
        try:
            with _patience():
                found = backend.search(text, records)
                list(found[:10])
                found.count()
        except DatabaseError:
            return None
        times.append((time.perf_counter() - begun) * 1000)
    return sorted(times)[len(times) // 2]


class _patience:  # noqa: N801 - used as a word of the sentence
    """Interrupts the statement of this connection that takes too long."""

    def __enter__(self) -> None:
        connection.ensure_connection()
        raw: Any = connection.connection
        stop = raw.interrupt if connection.vendor == "sqlite" else raw.cancel
        self.timer = threading.Timer(PATIENCE, stop)
        self.timer.start()

    def __exit__(self, *args: object) -> None:
        self.timer.cancel()
