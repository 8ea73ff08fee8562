"""Public records for tests."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime
from itertools import count
from typing import Any

from search.indexing import index
from search.models import PublicRecord

DISCLOSED = datetime(2026, 5, 4, 3, 0, tzinfo=UTC)
_pages = count(1)
NO_PAGE = 1_000_000
"""Ids from here on belong to no page: a ward that a file of tests shares has records of its own pages."""


def build_record(**values: Any) -> PublicRecord:
    """An unsaved record with everything that is not given."""
    page = next(_pages)
    defaults: dict[str, Any] = {
        "record": uuid.uuid4(),
        "site_id": 1,
        "page_id": NO_PAGE + page,
        "kind": "van-ban",
        "kind_label": "Văn bản",
        "title": f"Bản ghi {page}",
        "disclosed_at": DISCLOSED,
        "changed_at": DISCLOSED,
        "url": f"/van-ban/{page}/",
        "version": 1,
    }
    if (day := values.get("dated_on")) is not None:
        defaults["dated_as"] = day.isoformat()
    return PublicRecord(**{**defaults, **values})


def make_record(**values: Any) -> PublicRecord:
    """A saved and indexed record."""
    record = build_record(**values)
    record.save()
    index([record])
    return record
