"""JSON and GeoJSON: facts as in the JSON of each record, which is what the log holds."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from cms.disclosure.facts import BoundFacts
from cms.listing.files.contents import Contents, Row


def write_json(contents: Contents) -> Iterator[bytes]:
    """One object: about the listing, its columns, its records; written record by record."""
    bound: BoundFacts = contents.listing.model().facts
    about = _about(contents) | {
        "cot": [{"ten": column.name, "nhan": column.label, "muc": column.level.value} for column in bound.columns()]
    }
    yield from _with_list(about, "ban-ghi", (_record(contents, row) for row in contents.rows()))


def write_geojson(contents: Contents) -> Iterator[bytes]:
    """A FeatureCollection (RFC 7946); a record without a shape has a null geometry, so that none is left out."""
    about = {"type": "FeatureCollection"} | _about(contents)
    yield from _with_list(about, "features", (_feature(contents, row) for row in contents.rows()))


def _about(contents: Contents) -> dict[str, Any]:
    about: dict[str, Any] = {
        "tieu-de": contents.title,
        "don-vi": contents.office,
        "dia-chi": contents.address,
        "lay-luc": contents.made_at.isoformat(timespec="seconds"),
        "dieu-kien": list(contents.conditions),
        "thong-bao": list(contents.notices),
        "so-ban-ghi": len(contents.ids),
    }
    return about | _made_up(contents)


def _record(contents: Contents, row: Row) -> dict[str, Any]:
    record = row.record
    values: dict[str, Any] = {
        "ma": str(record.record),
        "loai": record.kind,
        "so-ky-hieu": record.number,
        "tieu-de": record.title,
        "trang-thai": record.state_label,
        "con-hieu-luc": record.is_open,
        "ngay": record.dated_as or None,
        "cong-khai-luc": record.disclosed_at.isoformat(),
        "cap-nhat-luc": record.changed_at.isoformat(),
        "lan-cong-bo": record.version,
        "dia-chi": contents.url(record),
        "du-kien": dict(row.facts),
    }
    now = {"hien-nay": row.now} if contents.listing.says_now() else {}
    return values | now | _made_up(contents)


def _made_up(contents: Contents) -> dict[str, Any]:
    """As the JSON of a record says it."""
    return {"illustrative": True, "notice": contents.notice} if contents.notice else {}


def _feature(contents: Contents, row: Row) -> dict[str, Any]:
    return {
        "type": "Feature",
        "id": str(row.record.record),
        "geometry": contents.listing.geometry(row.facts),
        "properties": _record(contents, row),
    }


def _with_list(about: dict[str, Any], name: str, items: Iterator[dict[str, Any]]) -> Iterator[bytes]:
    """An object whose last member is a list, written item by item."""
    yield f"{_dumps(about)[:-1]}, {_dumps(name)}: [".encode()
    before = "\n"
    for item in items:
        yield f"{before}{_dumps(item)}".encode()
        before = ",\n"
    yield b"\n]}\n"


def _dumps(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
