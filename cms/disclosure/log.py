"""Appending to a site's log; formats: docs/transparency_log.md and RFC 6962 §2.1."""

from __future__ import annotations

import datetime
import hashlib
import secrets
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.utils import timezone

from cms.disclosure import canonical, generations
from cms.disclosure.models import Act, LogEntry, LogHead, PublishedFacts, RecordHead, RecordState
from cms.disclosure.models.entry import GOING_PRIVATE
from search import illustrative

MAX_ENTRY_BYTES = 65_535
"""A log tile writes an entry after its length in two bytes (C2SP tlog-tiles)."""


class LogBroken(Exception):
    """The log contradicts itself; nothing may be appended until a person has looked."""


@dataclass(frozen=True)
class Statement:
    """What an entry says, before it has a number."""

    site_id: int
    record: uuid.UUID
    page_id: int
    kind: str
    act: Act
    address: str
    office: str
    facts: Mapping[str, Any] | None = None
    """Canonical public facts; None when the act changes no fact (moved, hidden, withdrawn)."""
    ended: bool = False
    reason: str = ""
    decision: str = ""
    files: Sequence[str] = field(default_factory=tuple)
    """SHA-256 of each attachment, hex."""


def leaf_hash(body: str) -> str:
    """RFC 6962 §2.1: SHA-256(0x00 ‖ entry), hex."""
    return hashlib.sha256(b"\x00" + body.encode()).hexdigest()


def last_facts(record: uuid.UUID) -> PublishedFacts | None:
    """The facts published last; None for a record that was never public."""
    return PublishedFacts.objects.filter(record=record).order_by("-version").first()


def lock(site_id: int) -> LogHead:
    """The end of a site's log, locked until the transaction ends: what is read afterwards stays the last word.

    What was rendered of the site's pages is over with it. Generation first, log second: all lock in this order.
    """
    generations.renew(site_id)
    rows = LogHead.objects.select_for_update().order_by()
    head = rows.filter(site_id=site_id).first()
    if head is None:
        LogHead.objects.get_or_create(site_id=site_id)
        head = rows.get(site_id=site_id)
    return head


def _refuse_broken(head: LogHead) -> None:
    last = LogEntry.objects.filter(site_id=head.site_id).order_by("-number").values_list("number", "leaf_hash").first()
    if ((last[0] + 1, last[1]) if last else (0, "")) != (head.size, head.last_hash):
        raise LogBroken(f"the head of the log of site {head.site_id} does not match its last entry")


def append(statement: Statement, *, at: datetime.datetime | None = None, head: LogHead | None = None) -> LogEntry:
    """Write one entry, its facts and the record's new head; the caller's transaction must be open.

    Raises as `append_many`.
    """
    return append_many([statement], at=at, head=head)[0]


def append_many(
    statements: Sequence[Statement], *, at: datetime.datetime | None = None, head: LogHead | None = None
) -> list[LogEntry]:
    """Write an entry for each statement, their facts and the records' new heads, in few queries.

    `head` is what `lock` gave to a caller who has appended nothing since. All are of one site, and each of another
    record. Raises TransactionManagementError outside a transaction, LogBroken when the head does not match the last
    entry, ValueError for two sites, for a record named twice, and when an entry would be longer than the format allows;
    nothing is written then.
    """
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("the log is appended to inside the publication's transaction")
    if not statements:
        return []
    site_ids, records = {one.site_id for one in statements}, {one.record for one in statements}
    if len(site_ids) > 1 or len(records) < len(statements):
        raise ValueError("entries that are written together are of one site and of one record each")
    at = at or timezone.now()
    site_id = site_ids.pop()
    if head is None:
        head = lock(site_id)
    elif head.site_id != site_id:
        raise ValueError("the log that is locked is another site's")
    _refuse_broken(head)
    known = RecordHead.objects.in_bulk(list(records))
    made_up = illustrative.statement(head.site_id)
    entries, stored = [], []
    for statement in statements:
        version = (known[statement.record].version if statement.record in known else 0) + 1
        facts = _facts(statement, version, made_up)
        entry = _entry(statement, head, version, at, facts)
        entries.append(entry)
        stored += [facts] if facts else []
        head.size, head.last_hash = head.size + 1, entry.leaf_hash
    PublishedFacts.objects.bulk_create(stored)
    LogEntry.objects.bulk_create(entries)
    head.save(update_fields=["size", "last_hash"])
    heads = [_moved(one, entry, known.get(one.record)) for one, entry in zip(statements, entries, strict=True)]
    RecordHead.objects.bulk_create([one for one in heads if one._state.adding])
    for one in heads:
        if one.record in known:
            one.save(force_update=True)
    return entries


def _entry(
    statement: Statement, head: LogHead, version: int, at: datetime.datetime, facts: PublishedFacts | None
) -> LogEntry:
    body = canonical.dumps(_content(statement, head.size, version, at, facts))
    if len(body.encode()) > MAX_ENTRY_BYTES:
        raise ValueError("the log entry is longer than 65,535 bytes")
    return LogEntry(
        site_id=statement.site_id,
        number=head.size,
        record=statement.record,
        version=version,
        act=statement.act,
        at=at,
        body=body,
        leaf_hash=leaf_hash(body),
        previous_hash=head.last_hash,
    )


def _facts(statement: Statement, version: int, made_up: Mapping[str, str | bool]) -> PublishedFacts | None:
    if statement.facts is None:
        return None
    body = canonical.dumps(
        {
            "facts": statement.facts,
            "kind": statement.kind,
            "nonce": secrets.token_hex(16),
            "record": str(statement.record),
            "version": version,
            **made_up,
        }
    )
    return PublishedFacts(
        site_id=statement.site_id,
        record=statement.record,
        version=version,
        kind=statement.kind,
        body=body,
        sha256=canonical.sha256(body),
    )


def _content(
    statement: Statement, number: int, version: int, at: datetime.datetime, facts: PublishedFacts | None
) -> dict[str, Any]:
    content: dict[str, Any] = {
        "act": str(statement.act),
        "address": statement.address,
        "kind": statement.kind,
        "number": number,
        "office": statement.office,
        "record": str(statement.record),
        "time": at.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
        "version": version,
    }
    optional = {
        "decision": statement.decision,
        "facts": facts.sha256 if facts else "",
        "files": sorted(statement.files),
        "reason": statement.reason,
    }
    return content | {key: value for key, value in optional.items() if value}


def _state_after(act: Act, ended: bool) -> RecordState:
    if act is Act.HIDDEN:
        return RecordState.HIDDEN
    if act in GOING_PRIVATE:
        return RecordState.WITHDRAWN
    return RecordState.ENDED if ended else RecordState.PUBLIC


def _moved(statement: Statement, entry: LogEntry, known: RecordHead | None) -> RecordHead:
    """The record's head after the entry, not saved yet."""
    head = known or RecordHead(record=statement.record, first_at=entry.at, facts_version=entry.version)
    head.site_id, head.page_id, head.kind = statement.site_id, statement.page_id, statement.kind
    head.version, head.entry_number, head.last_at = entry.version, entry.number, entry.at
    head.state = _state_after(statement.act, statement.ended)
    head.address = statement.address
    if statement.facts is not None:
        head.facts_version = entry.version
    return head
