"""A peer to compare with: Wagtail's own search backend for each engine, as it is delivered, over the same records."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Sequence
from typing import Any, ClassVar

from django.apps import apps
from django.conf import settings
from django.db import DatabaseError, connection
from django.db.models import QuerySet
from modelsearch.abstract_models import TextIDGenericRelation
from wagtail.search import index
from wagtail.search.backends import get_search_backend
from wagtail.search.backends.elasticsearch9 import SearchBackend as ElasticsearchBackend

from search.engines.elasticsearch.connection import addresses
from search.models import PublicRecord

FEW = 10_000
"""Of all, on SQLite: with a hundred thousand its ranking there does not come to an end within minutes."""
AT_ONCE = 1_000
PATIENCE = 20.0
"""Seconds after which an answer is not waited for."""
PREFIX = "wagtail-"
"""Begins the name of its index on Elasticsearch; this portal's own begin otherwise."""


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
    external = bool(settings.SEARCH_ENGINE)
    backend = _backend()
    records = StockRecord.objects.order_by("pk")
    if connection.vendor == "sqlite" and not external:
        records = records.filter(pk__lte=max(records.values_list("pk", flat=True)[:FEW]))
    rebuilder = backend.rebuilder_class(backend.get_index_for_model(StockRecord))
    begun = time.monotonic()
    made = rebuilder.start()
    made.add_model(StockRecord)
    count = 0
    for some in _by_key(records):
        made.add_items(StockRecord, some)
        count += len(some)
    rebuilder.finish()
    indexed = time.monotonic() - begun
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    try:
        return {
            "records": count,
            "indexed": indexed,
            "ward": _median(backend, texts, records.filter(site_id=site)),
            "all": _median(backend, texts, records),
        }
    finally:
        if external:
            made.delete()


def _backend() -> Any:
    """For the engine that is measured."""
    if settings.SEARCH_ENGINE:
        return ElasticsearchBackend({"URLS": list(addresses(settings.SEARCH_ENGINE)), "INDEX_PREFIX": PREFIX})
    if connection.vendor == "postgresql" and not hasattr(StockRecord, "index_entries"):
        # Types that are known at the start get their relation to the index there; this one is for measuring alone.
        entries = apps.get_model("wagtailsearch", "IndexEntry")
        TextIDGenericRelation(entries).contribute_to_class(StockRecord, "index_entries")
    return get_search_backend("wagtail.search.backends.database")


def _by_key(records: QuerySet[PublicRecord]) -> Iterator[list[PublicRecord]]:
    last = 0
    while some := list(records.filter(pk__gt=last)[:AT_ONCE]):
        yield some
        last = some[-1].pk


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
