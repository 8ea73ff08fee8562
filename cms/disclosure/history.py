"""The public history of a record: what was published when, and what differed."""

from __future__ import annotations

from dataclasses import dataclass

from cms.disclosure import kinds
from cms.disclosure.canonical import Names
from cms.disclosure.changes import Change
from cms.disclosure.models import Act, LogEntry, PublishedFacts, RecordHead


@dataclass(frozen=True)
class Publication:
    """One entry as citizens read it; `changes` is empty when the act changed no fact or the record is hidden."""

    entry: LogEntry
    changes: list[Change]
    address_before: str = ""

    @property
    def act_label(self) -> str:
        """What was done."""
        return str(Act(self.entry.act).label)

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


def entries_of(head: RecordHead) -> list[LogEntry]:
    """All entries of a record, the newest first."""
    return list(LogEntry.objects.filter(record=head.record).order_by("-version"))


def publications(head: RecordHead, entries: list[LogEntry], names: Names) -> list[Publication]:
    """Entries with their differences; of a record that was hidden or withdrawn only the acts are told."""
    model = kinds.model_of(head.kind)
    if not head.visible or model is None:
        return [Publication(entry, []) for entry in entries]
    stored = stored_facts(entries)
    told: list[Publication] = []
    previous: PublishedFacts | None = None
    address = ""
    for entry in sorted(entries, key=lambda entry: entry.version):
        facts = stored.get(entry.version)
        changes: list[Change] = []
        if facts is not None:
            changes = model.facts.changes(previous.facts if previous else None, facts.facts, names)
            previous = facts
        publication = Publication(entry, changes)
        moved = address if address and address != publication.address else ""
        told.append(Publication(entry, changes, moved))
        address = publication.address
    return told[::-1]


def stored_facts(entries: list[LogEntry]) -> dict[int, PublishedFacts]:
    """Facts by version, of entries of one record; one query."""
    if not entries:
        return {}
    return {facts.version: facts for facts in PublishedFacts.objects.filter(record=entries[0].record)}
