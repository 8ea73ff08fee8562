"""The public record of a page, as search and listings read it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cms.disclosure import canonical
from cms.disclosure.models import RecordHead
from cms.models import BasePage
from search.files import pack
from search.indexing import index_after_commit
from search.models import PublicRecord

TITLE_MOST, NUMBER_MOST, URL_MOST = 500, 120, 1000


def projected(
    page: BasePage, facts: Mapping[str, Any], head: RecordHead, names: canonical.Names | None = None
) -> dict[str, Any]:
    """Every column of the page's public record but the mark of indexing; `names` where the caller has them already."""
    if names is None:
        names = names_of(canonical.references(facts))
    state, state_label = page.public_state
    dated_on = page.public_date
    return {
        "site_id": head.site_id,
        "page_id": page.pk,
        "kind": page.kind,
        "kind_label": page.kind_label,
        "number": page.public_number[:NUMBER_MOST],
        "title": page.title[:TITLE_MOST],
        "summary": page.public_summary,
        "keys": "\n".join(page.search_keys),
        "body": page.public_text(facts, names),
        "files_text": pack(page.file_texts),
        "state": state,
        "state_label": state_label,
        "is_open": page.public_open,
        "places": page.public_places,
        "unit": page.public_unit,
        "year": dated_on.year if dated_on else None,
        "dated_on": dated_on,
        "dated_as": page.public_date_as,
        "disclosed_at": head.first_at,
        "changed_at": head.last_at,
        "url": head.address[:URL_MOST],
        "version": head.version,
    }


def write_projection(page: BasePage, facts: Mapping[str, Any], head: RecordHead) -> PublicRecord:
    """Write the public record and mark it as not indexed; indexing follows the commit."""
    record, _ = PublicRecord.objects.update_or_create(
        record=page.record, defaults={**projected(page, facts, head), "indexed_at": None}
    )
    index_after_commit(record.pk)
    return record


def names_of(references: set[str]) -> dict[str, str]:
    """How people call the public ones of these records; the others stay unnamed."""
    if not references:
        return {}
    return {
        str(record.record): " ".join(part for part in (record.number, record.title) if part)
        for record in PublicRecord.objects.filter(record__in=references).only("record", "number", "title")
    }
