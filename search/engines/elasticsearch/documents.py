"""A record as Elasticsearch takes it in: tokens that Python has made, split at spaces and nothing else done to them."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any, Final

from search.rows import IndexRow

COLUMNS: Final = ("number", "title", "keys", "body", "files")
REACHES: Final[tuple[tuple[str, ...], ...]] = (("head",), ("top",), ("main",), ("main", "files"))
"""The fields of each reach of `search.tiers`, from number and title to everything; `head`, `top` and `main` each hold
what the one before holds.

So a phrase is one clause, wherever it may stand, and not one for each column. The text of files stands alone: a field
with everything would hold the body once more.
"""
BETWEEN: Final = "\x1f"
"""Parts the value of a facet from its label; values are slugs and keys, which hold no control character."""

# The values of several columns in one field stand apart, so that no phrase runs from one column into the next.
_WORDS: Final = {"type": "text", "analyzer": "whitespace", "norms": False, "position_increment_gap": 100}
_COLUMN: Final = _WORDS | {"index": False}
_FACET: Final = {"type": "keyword"}
_FILTER: Final = {"type": "keyword", "doc_values": False}
_ORDER: Final = {"type": "long", "index": False}

SETTINGS: Final[dict[str, Any]] = {"number_of_shards": 1}
WHILE_FILLING: Final[dict[str, Any]] = {
    "auto_expand_replicas": False,
    "number_of_replicas": 0,
    "refresh_interval": "-1",
}
"""Nobody searches it: nothing need be found, and a second node copies what is done in one go."""
IN_USE: Final[dict[str, Any]] = {
    "auto_expand_replicas": "0-1",  # a second node has a copy as soon as there is one
    "refresh_interval": "1s",  # named, so that it is kept to where nobody has searched for a while
}
MAPPINGS: Final[dict[str, Any]] = {
    "dynamic": "strict",
    "_source": {"enabled": False},  # records are read from the database, and so is the index when it is made anew
    "properties": {
        "site": _FILTER,
        "stamp": _FILTER,
        "number": _WORDS | {"index_options": "docs", "copy_to": ["head", "top", "main"]},
        "title": _COLUMN | {"copy_to": ["head", "top", "main"]},
        "keys": _COLUMN | {"copy_to": ["top", "main"]},
        "body": _COLUMN | {"copy_to": ["main"]},
        **dict.fromkeys(("head", "top", "main", "files"), _WORDS),
        "kind": _FILTER,
        "place": _FILTER,
        "state": _FILTER,
        "unit": _FACET,
        "year": {"type": "long"},
        "kind_named": _FACET,
        "place_named": _FACET,
        "state_named": _FACET,
        "rank": _ORDER,
        "day": _ORDER,
        "since": _ORDER,
        "id": {"type": "long"},
    },
}
MADE: Final = f".{sha256(json.dumps(MAPPINGS, sort_keys=True).encode()).hexdigest()[:8]}."
"""Stands in the name of an index and says how its documents are made: after a change of it no old index counts."""


def named(value: str, label: str) -> str:
    """A facet's value with its label, counted as one."""
    return f"{value}{BETWEEN}{label}"


def document(row: IndexRow) -> dict[str, Any]:
    """The fields of a row. Days count from the year 1, `since` is in microseconds, as the database has it."""
    found: dict[str, Any] = {
        "site": str(row.site_id),
        "rank": 2 * row.is_open + row.is_first,
        "since": int(row.disclosed_at.timestamp()) * 1_000_000 + row.disclosed_at.microsecond,
        "id": row.record_id,
        "kind": row.kind,
        "kind_named": named(row.kind, row.kind_label),
    }
    for name in COLUMNS:
        if tokens := getattr(row, name):
            found[name] = tokens
    if row.dated_on is not None:
        found["day"] = row.dated_on.toordinal()
    if row.year is not None:
        found["year"] = row.year
    if row.state:
        found |= {"state": row.state, "state_named": named(row.state, row.state_label)}
    if row.unit:
        found["unit"] = row.unit
    if row.places:
        found["place"] = [key for key, _ in row.places]
        found["place_named"] = [named(key, label) for key, label in row.places]
    return found
