"""The external engine's part of the index: what it must take in and take out, and making its index anew.

The rule that everything rests on: what carries no mark and no removal is as it is now in the current index, and in the
one that is being made. Whoever writes reads first which indexes there are, writes into all, and takes the mark off only
if they are still the same; then it does not matter who comes first.
"""

from __future__ import annotations

import logging
import uuid
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Final

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import connection, transaction
from django.db.models import Exists, QuerySet
from django.utils import timezone

from search.engines import database_engine
from search.engines.choice import external
from search.engines.elasticsearch.connection import Connection, EngineError
from search.engines.elasticsearch.documents import MADE
from search.engines.elasticsearch.engine import ElasticsearchEngine, new_name, strays
from search.engines.narrow import upsert
from search.models import ExternalIndex, PublicRecord, Removal, Unseen
from search.rows import IndexRow

logger = logging.getLogger(__name__)

ABANDONED_AFTER: Final = timedelta(minutes=10)
"""Whoever makes an index says after each batch that it is still at it."""
AT_ONCE: Final = 1_000
INDEXES: Final = ExternalIndex._meta.db_table
RECORDS: Final = PublicRecord._meta.db_table


@dataclass(frozen=True, slots=True)
class State:
    """The names of the indexes at one moment; "" for none."""

    current: str = ""
    building: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """Every index that must be written."""
        return tuple(name for name in (self.current, self.building) if name)

    def still_so(self) -> Exists:
        """Condition: nothing about the indexes has changed since."""
        return Exists(ExternalIndex.objects.filter(current=self.current, building=self.building))


def state() -> State:
    """How it is now; one query. An index whose documents are made otherwise than now is as good as none."""
    # In SQL of our own, as what follows it: Django composes a statement longer than the database takes to answer.
    names = next(iter(database_engine().run(f"SELECT current, building FROM {INDEXES}")), ("", ""))
    return State(*(name if MADE in name else "" for name in names))


@dataclass(frozen=True, slots=True)
class Taken:
    """What of a batch every external index has now; `state` is None where there is no external engine."""

    ids: frozenset[int]
    state: State | None = None

    def unmark(self, records: Iterable[PublicRecord]) -> None:
        """Take the mark off what was taken of these records, in the version that they are read in, where it may."""
        so_far, names = "", tuple[str, ...]()
        if self.state is not None:
            so_far = f" AND EXISTS (SELECT 1 FROM {INDEXES} WHERE current = %s AND building = %s)"
            names = (self.state.current, self.state.building)
        versions: dict[int, list[int]] = {}
        for record in records:
            if record.pk in self.ids:
                versions.setdefault(record.version, []).append(record.pk)
        now = connection.ops.adapt_datetimefield_value(timezone.now())
        for version, ids in versions.items():
            among = ", ".join(["%s"] * len(ids))
            database_engine().run(
                f"UPDATE {RECORDS} SET indexed_at = %s WHERE id IN ({among}) AND version = %s{so_far}",
                [now, *ids, version, *names],
            )


@contextmanager
def taking(rows: Sequence[IndexRow], *, settled_later: bool = False) -> Iterator[Callable[[], Taken]]:
    """Give rows to the external engine, where there is one, while the block does something else with them; a single
    one after that.

    Afterwards what is yielded tells what was taken; it may be all, some or none, and never fails. All of it within one
    transaction. Many rows are waited for until they can be found. One is not: it is found within a second, and `Unseen`
    says so until then. `settled_later`: the caller makes an index in place of none and lets everything in it be found
    before anybody searches it.
    """
    every = frozenset(row.record_id for row in rows)
    link = external()
    if link is None:
        forget()
        yield lambda: Taken(every)
        return
    now = state()
    if not rows or not now.names or not link.breaker.may_ask():
        yield lambda: Taken(frozenset(), now)
        return
    stamp = uuid.uuid4().hex if len(rows) == 1 else ""
    at_once = not stamp and (bool(now.current) or not settled_later)
    engine = ElasticsearchEngine(link, *now.names)
    take = partial(engine.take, rows, stamp=stamp, found_at_once=at_once)
    if stamp:  # two threads of one process would wait for each other longer than one record takes
        yield lambda: _taken(rows, now, stamp, take)
        return
    with ThreadPoolExecutor(1) as sender:
        sent = sender.submit(take)
        yield lambda: _taken(rows, now, stamp, sent.result)


def _taken(rows: Sequence[IndexRow], now: State, stamp: str, outcome: Callable[[], dict[int, str]]) -> Taken:
    every = frozenset(row.record_id for row in rows)
    try:
        refused = outcome()
    except EngineError as error:
        _say(error)
        return Taken(frozenset(), now)
    for ident, reason in refused.items():
        logger.error("Elasticsearch refused record %s; the database answers on its site: %s", ident, reason)
    taken = every - refused.keys()
    if stamp and taken:
        database_engine().insert(*upsert(Unseen, [(row.record_id, row.site_id, stamp) for row in rows]))
    elif not stamp:
        Unseen.objects.filter(pk__in=taken).delete()
    return Taken(taken, now)


def confirm() -> None:
    """Look whether what was written can be found, and forget about it then. Raises EngineError.

    What cannot, because the document was written again by somebody whose transaction was taken back, or because the
    index is a new one, is marked to be written once more.
    """
    unseen = dict(Unseen.objects.order_by("pk").values_list("pk", "stamp")[:AT_ONCE])
    link, now = external(), state()
    if not unseen or link is None or not now.current or not link.breaker.may_ask():
        return
    engine = ElasticsearchEngine(link, now.current)
    engine.refresh()
    lost = unseen.keys() - engine.shown(list(unseen.values()))
    PublicRecord.objects.filter(pk__in=lost).update(indexed_at=None)
    Unseen.objects.filter(stamp__in=unseen.values()).delete()


def forget() -> None:
    """Without an external engine nobody keeps its index in line: what it held counts for nothing from now on."""
    if ExternalIndex.objects.exists():
        for kept in (ExternalIndex, Removal, Unseen):
            kept._default_manager.all().delete()


def remove(records: Iterable[PublicRecord]) -> None:
    """Note in the caller's transaction that records are gone; the external engine is told once it has committed."""
    if external() is None:
        forget()
        return
    if not state().names:
        return
    gone = [Removal(record_id=record.pk, site_id=record.site_id) for record in records]
    Removal.objects.bulk_create(gone, ignore_conflicts=True)
    Unseen.objects.filter(pk__in=[removal.record_id for removal in gone]).delete()
    transaction.on_commit(settle_removals, robust=True)


def settle_removals() -> bool:
    """Tell the external engine what is gone; whether nothing of it waits any longer."""
    link = external()
    if link is None:
        return True
    while ids := list(Removal.objects.order_by("pk").values_list("pk", flat=True)[:AT_ONCE]):
        now = state()
        if not link.breaker.may_ask():
            return False
        try:
            ElasticsearchEngine(link, *now.names).delete(ids)
        except EngineError as error:
            _say(error)
            return False
        if not Removal.objects.filter(now.still_so() if now.names else ~now.still_so(), pk__in=ids).delete()[0]:
            return False
    return True


def _say(error: EngineError) -> None:
    if error.refused:
        logger.error("Elasticsearch refused to write: %s", error)


def prefix() -> str:
    """What the names of this installation's indexes begin with; raises ImproperlyConfigured for what is no name."""
    found = str(getattr(settings, "SEARCH_INDEX", "") or "cong-khai")
    plain = found.replace("-", "").replace("_", "")
    if not (plain.isascii() and plain.isalnum() and found == found.lower() and found[0].isalnum() and len(found) <= 60):
        raise ImproperlyConfigured(
            f"SEARCH_INDEX={found}: chỉ gồm chữ thường không dấu, chữ số, gạch nối, nhiều nhất 60 ký tự."
        )
    return found


class Making:
    """A new index for all records. Searching goes on in the old one meanwhile; others write into both."""

    def __init__(self, link: Connection, *, in_place_of_lost: bool) -> None:
        """Makes the empty index and lets everybody know. Raises EngineError."""
        self.link, self.engine = link, ElasticsearchEngine(link, new_name(prefix()))
        self.engine.create(empty_for_long=True)
        known = {"current": ""} if in_place_of_lost else {}
        building = {"building": self.engine.name, "building_seen_at": timezone.now()}
        ExternalIndex.objects.update_or_create(pk=1, defaults=known | building)
        self.sender = ThreadPoolExecutor(1)
        self.sent: tuple[list[int], Future[dict[int, str]]] | None = None

    def mine(self) -> QuerySet[ExternalIndex]:
        """The row, as long as nobody else has begun to make an index."""
        return ExternalIndex.objects.filter(building=self.engine.name)

    def fill(self, rows: Sequence[IndexRow]) -> None:
        """Put in rows that carried no mark when they were read, while the caller reads the next. Raises EngineError.

        What another process has put in meanwhile is newer and stays; what it has taken out goes again.
        """
        if not self.mine().update(building_seen_at=timezone.now()):
            raise EngineError("Another process makes the index anew.", refused=True)
        self._arrived()
        if rows:
            self.sent = [row.record_id for row in rows], self.sender.submit(self.engine.fill, rows)

    def _arrived(self) -> None:
        """Wait for the rows that are on their way."""
        if self.sent is None:
            return
        (ids, sent), self.sent = self.sent, None
        refused = sent.result()
        kept = set(PublicRecord.objects.filter(pk__in=ids).values_list("pk", flat=True))
        if gone := [ident for ident in ids if ident not in kept]:
            self.engine.delete(gone)
        if refused:
            PublicRecord.objects.filter(pk__in=refused).update(indexed_at=None)
            logger.error("Elasticsearch refused records %s: %s", sorted(refused), next(iter(refused.values())))

    def finish(self, meanwhile: Callable[[], object]) -> None:
        """Search the new index from now on, and remove the others of this installation. Raises EngineError.

        Its parts are merged while `meanwhile` is done.
        """
        self._arrived()
        merged = self.sender.submit(self.engine.settle) if self.mine().exists() else None
        meanwhile()
        if merged is not None:
            merged.result()
        if not self.mine().update(current=self.engine.name, building="", building_seen_at=None):
            raise EngineError("Another process makes the index anew.", refused=True)
        try:
            for name in strays(self.link, prefix(), state().names):
                ElasticsearchEngine(self.link, name).destroy()
        except EngineError as error:
            logger.warning("Indexes that nothing uses stay until the next one is made: %s", error)

    def give_up(self) -> None:
        """Leave everything as it was before; does nothing once the index is in use."""
        self.sender.shutdown()
        if not self.mine().update(building="", building_seen_at=None):
            return
        try:
            self.engine.destroy()
        except EngineError as error:
            logger.warning("The unfinished index %s stays until the next one is made: %s", self.engine.name, error)


def is_being_made() -> bool:
    """Whether somebody makes an index now; one that was abandoned is forgotten."""
    abandoned = ExternalIndex.objects.filter(building_seen_at__lt=timezone.now() - ABANDONED_AFTER)
    if abandoned.update(building="", building_seen_at=None):
        logger.warning("Making an index was begun and not finished; its index is forgotten.")
    return bool(state().building)


def is_lost(link: Connection) -> bool:
    """Whether the engine answers but does not have the index: it is new, or it was emptied. Raises EngineError."""
    current = state().current
    return not (current and ElasticsearchEngine(link, current).exists())
