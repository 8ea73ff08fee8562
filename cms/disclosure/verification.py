"""Recomputing a site's log from its rows: every contradiction is told, in batches, so that memory stays flat."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Iterator, Mapping, Sequence

from cms.disclosure import canonical
from cms.disclosure.log import leaf_hash
from cms.disclosure.models import Act, LogEntry, LogHead, PublishedFacts, RecordHead
from cms.disclosure.models.entry import GOING_PRIVATE

BATCH = 500

Key = tuple[uuid.UUID, int]


def verify(site_id: int) -> list[str]:
    """Every contradiction in a site's log as a sentence; none when it is whole."""
    return [
        *_chain_problems(site_id),
        *_facts_without_entry(site_id),
        *_heads_that_differ(site_id),
    ]


def _chain_problems(site_id: int) -> Iterator[str]:
    previous, expected = "", 0
    entries = LogEntry.objects.filter(site_id=site_id)
    while batch := list(entries.filter(number__gte=expected).order_by("number")[:BATCH]):
        stored = _facts_of(batch)
        for entry in batch:
            if entry.number != expected:
                yield f"Mục {entry.number}: thiếu mục {expected}."
            if entry.previous_hash != previous:
                yield f"Mục {entry.number}: không nối tiếp mục trước."
            yield from _entry_problems(entry, stored.get((entry.record, entry.version)))
            previous, expected = entry.leaf_hash, entry.number + 1
    head = LogHead.objects.filter(site_id=site_id).first()
    if (head.size if head else 0) != expected or (head.last_hash if head else "") != previous:
        yield f"Đầu nhật ký không khớp mục cuối (cổng {site_id})."


def _facts_of(entries: Sequence[LogEntry]) -> Mapping[Key, PublishedFacts]:
    versions = {(entry.record, entry.version) for entry in entries}
    found = PublishedFacts.objects.filter(
        record__in={record for record, _ in versions}, version__in={version for _, version in versions}
    )
    return {key: facts for facts in found.iterator() if (key := (facts.record, facts.version)) in versions}


def _entry_problems(entry: LogEntry, facts: PublishedFacts | None) -> Iterator[str]:
    if leaf_hash(entry.body) != entry.leaf_hash:
        yield f"Mục {entry.number}: nội dung không khớp mã."
        return
    content = entry.content
    told = (content["number"], content["record"], content["version"], content["act"], _time(content["time"]))
    if told != (entry.number, str(entry.record), entry.version, entry.act, entry.at):
        yield f"Mục {entry.number}: cột và nội dung nói khác nhau."
    wanted = content.get("facts")
    if facts is None:
        if wanted:
            yield f"Mục {entry.number}: thiếu dữ kiện."
    elif not wanted:
        yield f"Mục {entry.number}: có dữ kiện mà mục không ghi."
    elif canonical.sha256(facts.body) != wanted or facts.sha256 != wanted:
        yield f"Mục {entry.number}: dữ kiện không khớp mã."


def _time(text: str) -> datetime.datetime:
    return datetime.datetime.strptime(text, "%Y-%m-%dT%H:%M:%S.%fZ").replace(tzinfo=datetime.UTC)


def _facts_without_entry(site_id: int) -> Iterator[str]:
    last = 0
    while batch := list(
        PublishedFacts.objects.filter(site_id=site_id, pk__gt=last).order_by("pk").only("record", "version")[:BATCH]
    ):
        records, versions = {facts.record for facts in batch}, {facts.version for facts in batch}
        logged = set(LogEntry.objects.filter(record__in=records, version__in=versions).values_list("record", "version"))
        for facts in batch:
            if (facts.record, facts.version) not in logged:
                yield f"Dữ kiện lần {facts.version} của hồ sơ {facts.record} không có mục nhật ký."
        last = batch[-1].pk


def _heads_that_differ(site_id: int) -> Iterator[str]:
    """What is kept for quick reading of each record, against the record's last entry."""
    last = uuid.UUID(int=0)
    while batch := list(RecordHead.objects.filter(site_id=site_id, record__gt=last).order_by("record")[:BATCH]):
        entries = {
            entry.record: entry
            for entry in LogEntry.objects.filter(record__in=[head.record for head in batch])
            .order_by("record", "version")
            .iterator()
        }
        for head in batch:
            yield from _head_problems(head, entries.get(head.record))
        last = batch[-1].record


def _head_problems(head: RecordHead, entry: LogEntry | None) -> Iterator[str]:
    if entry is None:
        yield f"Hồ sơ {head.record} không có mục nhật ký."
        return
    if (head.version, head.entry_number, head.last_at) != (entry.version, entry.number, entry.at):
        yield f"Hồ sơ {head.record}: lần công bố {head.version} không phải lần cuối trong nhật ký."
    elif head.visible is (Act(entry.act) in GOING_PRIVATE):
        state, act = head.get_state_display(), entry.get_act_display()
        yield f"Hồ sơ {head.record}: tình trạng «{state}» trái với mục cuối «{act}»."
    elif head.address != entry.content.get("address"):
        yield f"Hồ sơ {head.record}: địa chỉ khác mục cuối."
