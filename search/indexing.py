"""Keeping the index in line with the public records; nothing is lost when the engine fails."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from django.db import DEFAULT_DB_ALIAS, connections, transaction
from django.utils import timezone

from search.engines import DATABASES, database_engine
from search.models import PublicRecord, PublicRecordQuerySet
from search.rows import row_of

logger = logging.getLogger(__name__)

BATCH = 200


def _batches(records: Iterable[PublicRecord]) -> Iterator[list[PublicRecord]]:
    source = iter(records)
    while batch := list(islice(source, BATCH)):
        yield batch


def _by_key(records: PublicRecordQuerySet) -> Iterator[list[PublicRecord]]:
    """Batches in the order of their ids, each read anew: a cursor over rows that are being marked may skip some."""
    last = 0
    while batch := list(records.filter(pk__gt=last).order_by("pk")[:BATCH]):
        yield batch
        last = batch[-1].pk


def index(records: Iterable[PublicRecord]) -> int:
    """Put records into the index and take their mark off, a transaction per 200; returns how many.

    A record that is published again meanwhile keeps its mark: only the version that was read counts as indexed.
    """
    done = 0
    for batch in _batches(records):
        with transaction.atomic():
            database_engine().write([row_of(record) for record in batch])
            for version in {record.version for record in batch}:
                ids = [record.pk for record in batch if record.version == version]
                PublicRecord.objects.filter(pk__in=ids, version=version).update(indexed_at=timezone.now())
        done += len(batch)
    return done


def remove(ids: Iterable[int]) -> None:
    """Take records out of the index, in the caller's transaction."""
    database_engine().delete(list(ids))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run over many records did: how many are indexed now, and which keep their mark."""

    indexed: int
    failed: tuple[int, ...] = ()


def _index_all(records: PublicRecordQuerySet) -> Outcome:
    """Index all of `records`; one that the engine refuses does not hold up the others."""
    database_engine().delete_orphans()
    indexed, failed = 0, []
    for batch in _by_key(records):
        try:
            indexed += index(batch)
        except Exception:
            logger.exception("A batch of %s records was refused; indexing them one by one.", len(batch))
            refused = [record.pk for record in batch if not index_now_or_mark(record.pk)]
            indexed += len(batch) - len(refused)
            failed.extend(refused)
    return Outcome(indexed, tuple(failed))


def rebuild(site_id: int | None = None) -> Outcome:
    """Index every record of a site, or of all sites, anew."""
    records = PublicRecord.objects.all()
    if site_id is not None:
        records = records.on_site(site_id)
    records.update(indexed_at=None)
    return _index_all(records)


def index_waiting() -> Outcome:
    """Index what awaits it. What is published meanwhile stays marked."""
    return _index_all(PublicRecord.objects.awaiting_index())


def index_now_or_mark(record_pk: int) -> bool:
    """Index one record; when the engine fails, log it, leave the mark and return False."""
    record = PublicRecord.objects.filter(pk=record_pk).first()
    if record is None:
        return True
    try:
        index([record])
    except Exception:
        # Whatever goes wrong in an engine, the publication stands: the mark stays for `update_search`.
        logger.exception("Record %s is public but not indexed; run update_search.", record_pk)
        return False
    return True


def index_after_commit(record_pk: int) -> None:
    """Mark a record as not indexed in the caller's transaction, and index it once that has committed.

    Publishing calls this after writing the row. A process that dies in between leaves the mark.
    """
    PublicRecord.objects.filter(pk=record_pk).update(indexed_at=None)
    transaction.on_commit(lambda: index_now_or_mark(record_pk))


def forget_orphans(using: str = DEFAULT_DB_ALIAS) -> None:
    """Drop index rows without a record from the engine that lives in this database, if its index exists."""
    if connections[using].vendor in DATABASES:
        database_engine(using).delete_orphans()
