"""JSON and GeoJSON: facts as in the JSON of each record, which is what the log holds."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from cms.disclosure.facts import BoundFacts
from cms.listing.files.contents import Contents, Row
from cms.listing.listing import Listing


def write_json(contents: Contents) -> Iterator[bytes]:
    """One object: about the listing, its columns, its records; written record by record."""
    bound: BoundFacts = contents.listing.model().facts
    about = _about(contents) | {
        "cot": [{"ten": column.name, "nhan": column.label, "muc": column.level.value} for column in bound.columns()]
    }
    yield from _with_list(about, "ban-ghi", (_of_contents(contents, row) for row in contents.rows()))


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
    return about | made_up(contents.notice)


def record_as_json(listing: type[Listing], row: Row, root: str, notice: str = "") -> dict[str, Any]:
    """A record as files and the API give it; `root` is the portal's address, `notice` what a made-up ward says."""
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
        "dia-chi": root + record.url,
        "du-kien": dict(row.facts),
    }
    now = {"hien-nay": row.now} if listing.says_now() else {}
    return values | now | made_up(notice)


def made_up(notice: str) -> dict[str, Any]:
    """As the JSON of a record says it; nothing for a real ward."""
    return {"illustrative": True, "notice": notice} if notice else {}


def _of_contents(contents: Contents, row: Row) -> dict[str, Any]:
    return record_as_json(contents.listing, row, contents.root, contents.notice)


def _feature(contents: Contents, row: Row) -> dict[str, Any]:
    return {
        "type": "Feature",
        "id": str(row.record.record),
        "geometry": contents.listing.geometry(row.facts),
        "properties": _of_contents(contents, row),
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
