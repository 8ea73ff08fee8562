"""One spelling for every value that is hashed, logged and served."""

from __future__ import annotations

import hashlib
import html
import json
import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from django.db import models
from django.utils.html import strip_tags
from wagtail.blocks import BaseStructBlock, RichTextBlock
from wagtail.fields import RichTextField, StreamField

from cms.values.render import canonical_value, display_canonical

Json = Any
Names = Mapping[str, str]
"""Permanent id of a public record → how people call it."""


def dumps(value: Json) -> str:
    """Canonical JSON: sorted keys, no spaces, UTF-8 in NFC."""
    return unicodedata.normalize("NFC", json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")))


def sha256(text: str) -> str:
    """SHA-256 of a text's UTF-8, as hex."""
    return hashlib.sha256(text.encode()).hexdigest()


def of_field(field: Any, record: models.Model) -> Json:
    """The canonical value of one field of a record.

    A row of a register becomes its key and its name; a page only its permanent id, since a title may not be public
    yet; a file its name and checksum.
    """
    if isinstance(field, StreamField):
        return [
            {"type": child.block_type, "value": _part(child.block, child.value)} for child in _stream(field, record)
        ]
    if field.many_to_many:
        return sorted((reference(row) for row in getattr(record, field.name).all()), key=dumps)
    if field.is_relation:
        row = getattr(record, field.name)
        return None if row is None else reference(row)
    value: Json = canonical_value(field, getattr(record, field.name))
    return _without_keys(value) if isinstance(field, RichTextField) and value else value


_KEYS = re.compile(r' data-block-key="[^"]*"')


def _without_keys(markup: str) -> str:
    """Rich text without the editor's names for its paragraphs, which it gives when a text is only opened and saved."""
    return _KEYS.sub("", markup)


def _stream(field: Any, record: models.Model) -> Any:
    return getattr(record, field.name) or ()


def _part(block: Any, value: Any) -> Json:
    """What a block says: a picture or file by name and checksum, so that another one under its number is noticed."""
    if isinstance(block, BaseStructBlock):
        return {name: _part(child, value.get(name)) for name, child in sorted(block.child_blocks.items())}
    if isinstance(value, models.Model):
        return reference(value)
    written = block.get_prep_value(value)
    return _without_keys(written) if isinstance(block, RichTextBlock) else _block(written)


def _block(value: Json) -> Json:
    """A stream's block without the ids, which change on every copy and say nothing."""
    if isinstance(value, dict):
        return {key: _block(part) for key, part in sorted(value.items()) if key != "id"}
    if isinstance(value, list):
        return [_block(part) for part in value]
    return value


def reference(row: Any) -> Json:
    """How facts name what they point to: a record by its permanent id, a file by its checksum, a row by its key."""
    if hasattr(row, "record"):
        return {"record": str(row.record)}
    if hasattr(row, "sha256"):
        return {"name": row.filename, "sha256": row.sha256, "size": row.file_size}
    return {"key": row.key, "text": getattr(row, "shown_name", None) or str(row)}


def with_details(value: Json, row: Any) -> Json:
    """A register's row with what the page shows of it beside its name, in the order of stored JSON."""
    details = {name: text for name in sorted(row.detail_fields) if (text := getattr(row, name))}
    return value | {"details": details} if details else value


def is_empty(value: Json) -> bool:
    """Whether a canonical value says nothing; False and 0 say something."""
    return value is None or value == "" or value == [] or value == {}


def display(field: Any, value: Json, names: Names) -> str:
    """A canonical value as people read it."""
    if is_empty(value):
        return ""
    if isinstance(field, StreamField) or field.is_relation:
        return plain(value, names)
    if isinstance(field, RichTextField):
        return _without_markup(str(value))
    return display_canonical(field, value)


def _without_markup(text: str) -> str:
    return " ".join(html.unescape(strip_tags(text.replace("<", " <"))).split())


def plain(value: Json, names: Names | None = None) -> str:
    """Any canonical value as text, for relations, streams and facts that are no longer declared."""
    if is_empty(value):
        return ""
    if isinstance(value, list):
        return "; ".join(part for part in (plain(item, names) for item in value) if part)
    if isinstance(value, dict):
        if "record" in value:
            return (names or {}).get(value["record"], "hồ sơ chưa công khai")
        if "sha256" in value:
            return str(value["name"])
        if "text" in value:
            return ": ".join([str(value["text"]), *filter(None, [plain(list(value.get("details", {}).values()))])])
        if "value" in value:
            return plain(value["value"], names)
        return "; ".join(part for part in (plain(item, names) for item in value.values()) if part)
    if isinstance(value, bool):
        return "có" if value else "không"
    return _without_markup(str(value))


def references(value: Json) -> set[str]:
    """Permanent ids of the records that a canonical value points to."""
    if isinstance(value, list):
        return set().union(*(references(item) for item in value))
    if isinstance(value, dict):
        if isinstance(value.get("record"), str):
            return {value["record"]}
        return set().union(*(references(item) for item in value.values()))
    return set()
