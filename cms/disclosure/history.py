"""The public history of a record: what was published when, and what differed."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.db.models import Max, OuterRef, Subquery
from django.utils import timezone

from cms.disclosure import canonical, kinds
from cms.disclosure.canonical import Names
from cms.disclosure.changes import Change
from cms.disclosure.models import Act, LogEntry, PublishedFacts, RecordHead
from cms.disclosure.models.entry import GOING_PRIVATE

FOLDED_FROM = 12
"""Differences of one publication beyond which they are folded away."""


@dataclass(frozen=True)
class Publication:
    """One entry as citizens read it; `changes` is empty when the act changed no fact or its facts are not shown."""

    entry: LogEntry
    changes: list[Change]
    address_before: str = ""
    shows_facts: bool = False
    """Whether citizens may read the facts of this version."""

    @property
    def act_label(self) -> str:
        """What was done."""
        return str(Act(self.entry.act).label)

    @property
    def is_long(self) -> bool:
        """Whether the differences are folded away: a first publication is all new."""
        return self.entry.act == Act.PUBLISHED or len(self.changes) > FOLDED_FROM

    @property
    def act_tone(self) -> str:
        """How the act is coloured: what takes something away warns."""
        if self.entry.act in GOING_PRIVATE:
            return "bad"
        return "warn" if self.entry.act == Act.CORRECTED else ""

    @property
    def reason(self) -> str:
        """Why, as the editor gave it."""
        return str(self.entry.content.get("reason", ""))

    @property
    def decision(self) -> str:
        """Number of the document behind it."""
        return str(self.entry.content.get("decision", ""))

    @property
    def office(self) -> str:
        """Which office did it."""
        return str(self.entry.content["office"])

    @property
    def address(self) -> str:
        """The record's path then."""
        return str(self.entry.content["address"])

    @property
    def facts_hash(self) -> str:
        """SHA-256 of the facts of this version, empty when the act carries none."""
        return str(self.entry.content.get("facts", ""))


def publications(head: RecordHead, entries: Sequence[LogEntry], names: Names) -> list[Publication]:
    """Entries of a record, the newest first, with what each changed; of a record that is hidden only the acts.

    Of what went out before a confirmed hiding only the acts remain as well (`sealed_before`).
    `entries` may be one page of the history: what they are compared with is read from before the oldest of them.
    """
    model = kinds.model_of(head.kind)
    if not entries or not head.visible or model is None:
        return [Publication(entry, []) for entry in entries]
    seal = sealed_before(head)
    stored = stored_facts(entries, seal)
    in_order = sorted(entries, key=lambda entry: entry.version)
    previous = facts_before(in_order[0], seal)
    before = LogEntry.objects.filter(record=head.record, version=in_order[0].version - 1).first()
    address = str(before.content["address"]) if before else ""
    told: list[Publication] = []
    for entry in in_order:
        facts = stored.get(entry.version)
        changes: list[Change] = []
        if facts is not None:
            changes = model.facts.changes(previous.facts if previous else None, facts.facts, names)
            previous = facts
        here = str(entry.content["address"])
        moved = address if address and address != here else ""
        told.append(Publication(entry, changes, moved, shows_facts=entry.version in stored))
        address = here
    return told[::-1]


def sealed_before(head: RecordHead) -> int:
    """The version of the last confirmed hiding: no facts of an earlier one are shown again; 0 for none.

    What was hidden is what somebody should never have read, and a later publication would show it as "old".
    """
    confirmed = LogEntry.objects.filter(record=head.record, act=Act.HIDING_CONFIRMED)
    return confirmed.order_by("-version").values_list("version", flat=True).first() or 0


def stored_facts(entries: Sequence[LogEntry], seal: int) -> dict[int, PublishedFacts]:
    """Facts by version, of those of these entries of one record that are not sealed; one query."""
    versions = [entry.version for entry in entries if entry.version > seal]
    found = PublishedFacts.objects.filter(record=entries[0].record, version__in=versions)
    return {facts.version: facts for facts in found}


def facts_before(entry: LogEntry, seal: int) -> PublishedFacts | None:
    """The facts that were public when the entry was written; None for the first and where they are sealed."""
    older = PublishedFacts.objects.filter(record=entry.record, version__lt=entry.version, version__gt=seal)
    return older.order_by("-version").first()


def references(head: RecordHead, entries: Sequence[LogEntry]) -> set[str]:
    """Permanent ids of all records that these entries, or what they are compared with, point to."""
    if not entries or not head.visible:
        return set()
    oldest, seal = min(entries, key=lambda entry: entry.version), sealed_before(head)
    compared = [*stored_facts(entries, seal).values(), *filter(None, [facts_before(oldest, seal)])]
    return set().union(*(canonical.references(facts.facts) for facts in compared))


def known_on(records: Collection[uuid.UUID], day: datetime.date) -> dict[uuid.UUID, PublishedFacts]:
    """What of these records everybody could read at the end of `day`, by Vietnam's clock; three queries.

    Left out: what was not public then, what is hidden or withdrawn now, and what a confirmed hiding sealed.
    """
    end = timezone.make_aware(datetime.datetime.combine(day + datetime.timedelta(1), datetime.time()))
    visible = RecordHead.objects.visible().filter(record__in=records).values("record")
    newest = LogEntry.objects.filter(record=OuterRef("record"), at__lt=end).order_by("-version").values("pk")[:1]
    entries = {
        entry.record: entry
        for entry in LogEntry.objects.filter(record__in=visible, pk=Subquery(newest)).exclude(act__in=GOING_PRIVATE)
    }
    hidings = LogEntry.objects.filter(record__in=list(entries), act=Act.HIDING_CONFIRMED).order_by()
    seals = dict(hidings.values_list("record").annotate(seal=Max("version")))
    return {
        facts.record: facts
        for facts in PublishedFacts.objects.filter(record__in=list(entries)).order_by("version")
        if seals.get(facts.record, 0) < facts.version <= entries[facts.record].version
    }
