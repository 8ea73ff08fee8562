"""Keeping the index in line with the public records; nothing is lost when an engine fails."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from django.db import DEFAULT_DB_ALIAS, connections, transaction
from django.db.models import Exists, OuterRef

from search import external
from search.ahead import folded_ahead
from search.engines import DATABASES, database_engine
from search.engines.choice import external as external_engine
from search.engines.elasticsearch.connection import Connection, EngineError
from search.models import IndexedRecord, PublicRecord, PublicRecordQuerySet, Removal, Unseen
from search.rows import IndexRow, row_of

logger = logging.getLogger(__name__)

BATCH = 200


def _batches(records: Iterable[PublicRecord]) -> Iterator[list[PublicRecord]]:
    source = iter(records)
    while batch := list(islice(source, BATCH)):
        yield batch


def _by_key(records: PublicRecordQuerySet) -> Iterator[list[PublicRecord]]:
    """Batches in the order of their ids, each asked for anew: a cursor over rows that are being marked may skip some.

    Without their texts: whoever writes a record into an index reads it at that moment.
    """
    last = 0
    while batch := list(records.filter(pk__gt=last).only("pk", "indexed_at").order_by("pk")[:BATCH]):
        yield batch
        last = batch[-1].pk


def _whole(ids: Sequence[int]) -> PublicRecordQuerySet:
    return PublicRecord.objects.filter(pk__in=ids).order_by("pk")


def _read(ids: Sequence[int]) -> tuple[list[PublicRecord], list[IndexRow]]:
    """Records as they are now, in a transaction: nobody else writes them meanwhile."""
    records = list(_whole(ids).select_for_update())
    return records, [row_of(record) for record in records]


def index(records: Iterable[PublicRecord], *, settled_later: bool = False) -> set[int]:
    """Put records into every index and take their mark off, a transaction per 200; returns which every index took.

    A record that is published again meanwhile keeps its mark: only the version that was read counts as indexed. What an
    external engine does not take keeps it too. `settled_later` is said of an index that is being made
    (`search.external.taking`).
    """
    done: set[int] = set()
    for batch in _batches(records):
        with transaction.atomic():
            found, rows = _read([record.pk for record in batch])
            with external.taking(rows, settled_later=settled_later) as outcome:
                database_engine().write(rows)
            taken = outcome()
            taken.unmark(found)
        done |= taken.ids
    return done


def remove(records: Iterable[PublicRecord]) -> None:
    """Take records out of the index, in the caller's transaction; an external engine is told after it."""
    gone = list(records)
    database_engine().delete([record.pk for record in gone])
    external.remove(gone)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run over many records did: how many are indexed now, which an engine refused, and what ails the engine."""

    indexed: int
    failed: tuple[int, ...] = ()
    problem: str = ""


def _index_all(records: PublicRecordQuerySet, *, settled_later: bool = False) -> Outcome:
    """Index all of `records`; one that the engine refuses does not hold up the others."""
    database_engine().delete_orphans()
    indexed, failed = 0, list[int]()
    for batch in folded_ahead(_by_key(records)):
        try:
            done = index(batch, settled_later=settled_later)
        except Exception:
            logger.exception("A batch of %s records was refused; indexing them one by one.", len(batch))
            done = {record.pk for record in batch if index_now_or_mark(record.pk)}
        indexed += len(done)
        failed += [record.pk for record in batch if record.pk not in done]
    link = external_engine()
    if link is not None and link.breaker.reason:
        # Down, it has refused nothing: what it has not taken waits for it.
        return Outcome(indexed, problem=link.breaker.reason)
    gone = set(failed) - set(PublicRecord.objects.filter(pk__in=failed).values_list("pk", flat=True))
    return Outcome(indexed, tuple(pk for pk in failed if pk not in gone))


def rebuild(site_id: int | None = None) -> Outcome:
    """Index every record of a site, or of all sites, anew.

    All sites: an external engine gets a new index, and the old one is searched until the new one is whole. One that has
    none yet gets it for all sites.
    """
    link = external_engine()
    if link is not None and (site_id is None or not external.state().current):
        return _rebuild_with(link, lost=not external.state().current, database_too=True)
    records = PublicRecord.objects.all()
    if site_id is not None:
        records = records.on_site(site_id)
    records.exclude(indexed_at=None).update(indexed_at=None)
    outcome = _index_all(records)
    if site_id is None:
        database_engine().settle()
    return outcome


def _rebuild_with(link: Connection, *, lost: bool, database_too: bool) -> Outcome:
    """Make the external index anew, and the database's as well if asked; what carries a mark is indexed on the way."""
    database_engine().delete_orphans()
    try:
        making = external.Making(link, in_place_of_lost=lost)
    except EngineError as error:
        return Outcome(0, problem=str(error))
    indexed = 0
    try:
        for batch in folded_ahead(_by_key(PublicRecord.objects.all())):
            settled = [record.pk for record in batch if record.indexed_at is not None]
            rows = _anew(settled) if database_too else [row_of(record) for record in _whole(settled)]
            making.fill(rows)
            indexed += len(rows)
        rest = _index_all(PublicRecord.objects.awaiting_index(), settled_later=lost)
        making.finish(database_engine().settle if database_too else lambda: None)
    except EngineError as error:
        return Outcome(0, problem=str(error))
    finally:
        making.give_up()
    return Outcome(indexed + rest.indexed, rest.failed, rest.problem)


def _anew(ids: Sequence[int]) -> list[IndexRow]:
    """Write records into the database's index again; when it refuses one, all are marked, to be tried one by one."""
    try:
        with transaction.atomic():
            rows = _read(ids)[1]
            database_engine().write(rows)
            return rows
    except Exception:
        logger.exception("A batch of %s records was refused; it is indexed record by record.", len(ids))
        PublicRecord.objects.filter(pk__in=ids).update(indexed_at=None)
        return []


def index_waiting() -> Outcome:
    """Index what awaits it, and tell an external engine what is gone. What is published meanwhile stays marked.

    An external engine that has no index yet, or has lost it, gets one.
    """
    link = external_engine()
    if link is None:
        return _index_all(PublicRecord.objects.awaiting_index())
    try:
        lost = external.is_lost(link)
    except EngineError as error:
        # Only what no index has: the rest is in the database's, and trying it at every round would help nobody.
        held = IndexedRecord.objects.filter(pk=OuterRef("pk"))
        outcome = _index_all(PublicRecord.objects.awaiting_index().exclude(Exists(held)))
        return Outcome(outcome.indexed, outcome.failed, str(error))
    if lost and not external.is_being_made():
        return _rebuild_with(link, lost=True, database_too=False)
    external.settle_removals()
    try:
        external.confirm()
    except EngineError as error:
        return Outcome(0, problem=str(error))
    return _index_all(PublicRecord.objects.awaiting_index())


def catch_up() -> Outcome:
    """Index what awaits it, at the cost of a look when nothing does; for a process that asks again and again."""
    waits = any(kept.exists() for kept in (PublicRecord.objects.awaiting_index(), Removal.objects, Unseen.objects))
    link = external_engine()
    if not waits and link is not None:
        try:
            waits = external.is_lost(link)
        except EngineError as error:
            return Outcome(0, problem=str(error))
    return index_waiting() if waits else Outcome(0)


def index_now_or_mark(record_pk: int) -> bool:
    """Index one record; when an engine fails, log it, leave the mark and return False."""
    record = PublicRecord.objects.filter(pk=record_pk).first()
    if record is None:
        return True
    try:
        return record_pk in index([record])
    except Exception:
        # Whatever goes wrong in an engine, the publication stands: the mark stays for `update_search`.
        logger.exception("Record %s is public but not indexed; run update_search.", record_pk)
        return False


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
