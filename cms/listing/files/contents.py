"""What every file of a listing holds: who publishes it, which records, each with its published facts."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cms.disclosure import canonical
from cms.disclosure.cited import last_facts
from cms.listing.found import Found
from cms.listing.listing import Listing
from search.models import PublicRecord

CHUNK = 200
"""Records that are in memory at once."""


@dataclass(frozen=True)
class Row:
    """A public record, its published facts, and how the public records that they point to are called."""

    record: PublicRecord
    facts: Mapping[str, Any]
    names: canonical.Names
    now: str = ""
    """How it stands today, where the listing knows more than the record's state."""


@dataclass(frozen=True)
class Contents:
    """A listing about to be written to a file."""

    listing: type[Listing]
    title: str
    """Of the index page."""
    office: str
    """In whose name the portal speaks."""
    root: str
    """Address of the portal without a slash at its end."""
    address: str
    """Of the listing as a page, filters included."""
    file_address: str
    ids: Sequence[int]
    """Ids of the records, in order; all of them, so that the file has as many rows as the listing."""
    conditions: Sequence[str]
    """The filters that hold, in words."""
    notices: Sequence[str]
    made_at: datetime.datetime
    notice: str
    """What a ward that is made up has to say; empty for a real one."""

    def url(self, record: PublicRecord) -> str:
        """The absolute address of a record."""
        return self.root + record.url

    def rows(self) -> Iterator[Row]:
        """The records in order, read in chunks: three queries each."""
        for at in range(0, len(self.ids), CHUNK):
            shown = PublicRecord.objects.defer("body", "files_text", "keys").in_order_of(self.ids[at : at + CHUNK])
            yield from rows_of(self.listing, shown, self.made_at.date())


def rows_of(listing: type[Listing], records: Sequence[PublicRecord], day: datetime.date) -> Iterator[Row]:
    """Records with what they last published and how they stand on `day`: two queries, and those of `now`."""
    facts = last_facts(record.record for record in records)
    references = set().union(*(canonical.references(one) for one in facts.values()))
    names = {
        str(row.record): " ".join(part for part in (row.number, row.title) if part)
        for row in PublicRecord.objects.filter(record__in=references).only("record", "number", "title")
    }
    now = listing.now(records, day)
    for record in records:
        yield Row(record, facts.get(record.record, {}), names, now.get(record.record, ""))


def conditions_of(found: Found) -> list[str]:
    """Each filter that holds with its value: "Giai đoạn: Đang thi công"."""
    return [f"{one.label}: {one.said(value)}" for one, value in found.asked.active]
