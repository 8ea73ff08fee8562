"""A record as Elasticsearch takes it in: tokens that Python has made, split at spaces and nothing else done to them."""

from __future__ import annotations

from typing import Any, Final

from search.rows import IndexRow

REACHES: Final = ("head", "top", "main", "all")
"""A field for each reach of `search.tiers`, from number and title to everything; each holds what the one before holds.

So a phrase is one clause, wherever it may stand, and not one for each column.
"""
COLUMNS: Final = ("number", "title", "keys", "body", "files")
BETWEEN: Final = "\x1f"
"""Parts the value of a facet from its label; values are slugs and keys, which hold no control character."""

_WORDS: Final = {"type": "text", "analyzer": "whitespace", "norms": False, "position_increment_gap": 100}
_FACET: Final = {"type": "keyword"}
_FILTER: Final = {"type": "keyword", "doc_values": False}
_ORDER: Final = {"type": "long", "index": False}

SETTINGS: Final[dict[str, Any]] = {
    "number_of_shards": 1,
    "auto_expand_replicas": "0-1",  # a second node has a copy as soon as there is one
    "refresh_interval": "1s",
}
MAPPINGS: Final[dict[str, Any]] = {
    "dynamic": "strict",
    "_source": {"enabled": False},  # records are read from the database, and so is the index when it is made anew
    "properties": {
        "site": _FILTER,
        "number": {"type": "text", "analyzer": "whitespace", "norms": False, "index_options": "docs"},
        **dict.fromkeys(REACHES, _WORDS),
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


def named(value: str, label: str) -> str:
    """A facet's value with its label, counted as one."""
    return f"{value}{BETWEEN}{label}"


def document(row: IndexRow) -> dict[str, Any]:
    """The fields of a row. Days count from the year 1, `since` is in microseconds, as the database has it."""
    columns = [" ".join(getattr(row, name)) for name in COLUMNS]
    found: dict[str, Any] = {
        "site": str(row.site_id),
        "number": columns[0],
        "rank": 2 * row.is_open + row.is_first,
        "since": int(row.disclosed_at.timestamp()) * 1_000_000 + row.disclosed_at.microsecond,
        "id": row.record_id,
        "kind": row.kind,
        "kind_named": named(row.kind, row.kind_label),
    }
    for size, reach in enumerate(REACHES, start=2):
        # Several values of one field stand apart, so that no phrase runs from one column into the next.
        found[reach] = [column for column in columns[:size] if column]
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
