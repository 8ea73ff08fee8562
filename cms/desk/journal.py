"""A ward's publication log, as its staff search it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from cms.disclosure import kinds
from cms.disclosure.models import LogEntry, PublishedFacts, RecordHead
from search.models import PublicRecord
from search.text import fold


@dataclass(frozen=True)
class Line:
    """One entry with what the record is called."""

    entry: LogEntry
    title: str
    kind: str
    head: RecordHead | None

    @property
    def said(self) -> dict[str, Any]:
        """The entry's own words: office, reason, decision, address."""
        return self.entry.content

    @property
    def history(self) -> str:
        """Path of the public history."""
        return f"{self.head.address}lich-su/" if self.head else ""


def titles(site_id: int, records: Iterable[UUID] | None = None) -> dict[UUID, str]:
    """Titles by record id: the public ones, and of withdrawn records the title published last; never a draft's."""
    heads = RecordHead.objects.filter(site_id=site_id)
    shown = PublicRecord.objects.filter(site_id=site_id)
    if records is not None:
        wanted = list(records)
        heads, shown = heads.filter(record__in=wanted), shown.filter(record__in=wanted)
    found = dict(shown.values_list("record", "title"))
    gone = {head.record: head.facts_version for head in heads if head.record not in found}
    for facts in PublishedFacts.objects.filter(record__in=gone):
        if facts.version == gone[facts.record]:
            found[facts.record] = str(facts.facts.get("title", ""))
    return found


def entries(
    site_id: int,
    *,
    text: str = "",
    act: str = "",
    since: datetime.date | None = None,
    until: datetime.date | None = None,
) -> QuerySet[LogEntry]:
    """Entries of a site, the newest first; `text` is looked for in titles, with or without marks."""
    found = LogEntry.objects.filter(site_id=site_id).order_by("-number")
    if act:
        found = found.filter(act=act)
    if since:
        found = found.filter(at__gte=_start(since))
    if until:
        found = found.filter(at__lt=_start(until + datetime.timedelta(days=1)))
    if words := fold(text).split():
        matching = [
            record
            for record, title in titles(site_id).items()
            if all(word in folded for folded in [fold(title)] for word in words)
        ]
        found = found.filter(record__in=matching)
    return found


def lines(site_id: int, shown: Iterable[LogEntry]) -> list[Line]:
    """Entries with titles, kinds and heads; three queries."""
    rows = list(shown)
    records = {entry.record for entry in rows}
    named = titles(site_id, records)
    heads = {head.record: head for head in RecordHead.objects.filter(record__in=records)}
    return [
        Line(entry, named.get(entry.record, ""), _kind(entry.content["kind"]), heads.get(entry.record))
        for entry in rows
    ]


def _kind(kind: str) -> str:
    return str(getattr(kinds.model_of(kind), "kind_label", kind))


def _start(day: datetime.date) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time.min))
