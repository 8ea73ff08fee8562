"""The external engine's part of the index: what it must take in and take out, and making its index anew.

The rule that everything rests on: what carries no mark and no removal is as it is now in the current index, and in the
one that is being made. Whoever writes reads first which indexes there are, writes into all, and takes the mark off only
if they are still the same; then it does not matter who comes first.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import transaction
from django.db.models import Exists, QuerySet
from django.utils import timezone

from search.engines.choice import external
from search.engines.elasticsearch.connection import Connection, EngineError
from search.engines.elasticsearch.engine import ElasticsearchEngine, new_name, strays
from search.models import ExternalIndex, PublicRecord, Removal
from search.rows import IndexRow

logger = logging.getLogger(__name__)

ABANDONED_AFTER: Final = timedelta(minutes=10)
"""Whoever makes an index says after each batch that it is still at it."""
AT_ONCE: Final = 1_000


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
    """How it is now; one query."""
    return State(*(ExternalIndex.objects.values_list("current", "building").first() or ("", "")))


@dataclass(frozen=True, slots=True)
class Taken:
    """What of a batch every external index has now; `state` is None where there is no external engine."""

    ids: frozenset[int]
    state: State | None = None

    def marked(self) -> QuerySet[PublicRecord]:
        """The records whose mark may come off."""
        records = PublicRecord.objects.filter(pk__in=self.ids)
        return records if self.state is None else records.filter(self.state.still_so())


def take(rows: Sequence[IndexRow]) -> Taken:
    """Give rows to the external engine, where there is one; it may take all, some or none, and never fails."""
    every = frozenset(row.record_id for row in rows)
    link = external()
    if link is None:
        forget()
        return Taken(every)
    now = state()
    if not now.names or not link.breaker.may_ask():
        return Taken(frozenset(), now)
    try:
        refused = ElasticsearchEngine(link, *now.names).take(rows)
    except EngineError as error:
        _say(error)
        return Taken(frozenset(), now)
    for ident, reason in refused.items():
        logger.error("Elasticsearch refused record %s; the database answers on its site: %s", ident, reason)
    return Taken(every - refused.keys(), now)


def forget() -> None:
    """Without an external engine nobody keeps its index in line: what it held counts for nothing from now on."""
    if ExternalIndex.objects.exists():
        ExternalIndex.objects.all().delete()
        Removal.objects.all().delete()


def remove(records: Iterable[PublicRecord]) -> None:
    """Note in the caller's transaction that records are gone; the external engine is told once it has committed."""
    if external() is None:
        forget()
        return
    if not state().names:
        return
    gone = [Removal(record_id=record.pk, site_id=record.site_id) for record in records]
    Removal.objects.bulk_create(gone, ignore_conflicts=True)
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
        self.engine.create()
        known = {"current": ""} if in_place_of_lost else {}
        building = {"building": self.engine.name, "building_seen_at": timezone.now()}
        ExternalIndex.objects.update_or_create(pk=1, defaults=known | building)

    def mine(self) -> QuerySet[ExternalIndex]:
        """The row, as long as nobody else has begun to make an index."""
        return ExternalIndex.objects.filter(building=self.engine.name)

    def fill(self, rows: Sequence[IndexRow]) -> None:
        """Put in rows that carried no mark when they were read. Raises EngineError.

        What another process has put in meanwhile is newer and stays; what it has taken out goes again.
        """
        if not self.mine().update(building_seen_at=timezone.now()):
            raise EngineError("Another process makes the index anew.", refused=True)
        ids = [row.record_id for row in rows]
        refused = self.engine.fill(rows)
        kept = set(PublicRecord.objects.filter(pk__in=ids).values_list("pk", flat=True))
        if gone := [ident for ident in ids if ident not in kept]:
            self.engine.delete(gone)
        if refused:
            PublicRecord.objects.filter(pk__in=refused).update(indexed_at=None)
            logger.error("Elasticsearch refused records %s: %s", sorted(refused), next(iter(refused.values())))

    def finish(self) -> None:
        """Search the new index from now on, and remove the others of this installation. Raises EngineError."""
        if self.mine().exists():
            self.engine.settle()
        if not self.mine().update(current=self.engine.name, building="", building_seen_at=None):
            raise EngineError("Another process makes the index anew.", refused=True)
        try:
            for name in strays(self.link, prefix(), state().names):
                ElasticsearchEngine(self.link, name).destroy()
        except EngineError as error:
            logger.warning("Indexes that nothing uses stay until the next one is made: %s", error)

    def give_up(self) -> None:
        """Leave everything as it was before; does nothing once the index is in use."""
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
