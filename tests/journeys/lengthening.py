"""Very long records: every text as long as its field takes, and more rows than any real record has."""

from __future__ import annotations

import copy
from typing import Any

from django.db.models import CharField, EmailField, TextField, URLField

ROWS = 7
SENTENCE = (
    "Ủy ban nhân dân phường phối hợp các cơ quan chuyên môn rà soát, niêm yết và công khai đầy đủ, kịp thời thông tin "
    "về nhà ở xã hội để người dân được biết, được bàn, được kiểm tra, giám sát theo đúng quy định của pháp luật"
)
WITHOUT_SPACES = "NguoiThuNhapThapTaiKhuVucDoThiCongNhanLucLuongVuTrangCanBoCongChucVienChuc"
"""What somebody types who forgets the spaces; it has to break within the line."""
PROSE = 1_500  # characters of a text without a limit

SHORT = 60
SHORT_WORDS = "QĐ-UBND-VP-KTHTĐT-BQLDA-THUOCPHUONG-NHAOXAHOI-KEHOACH2026-2030"
REFERRED = {"round_name", "fact", "group", "full_name", "last_digits", "slug", "kind", "code"}
"""Texts that other rows go by, or that have a form of their own."""
KEPT_ROWS = {"counts", "sources", "corrections", "round_results"}


def long_text(limit: int | None, start: str = "") -> str:
    """Vietnamese of at most `limit` characters (1,500 without one), with a word that has no spaces."""
    limit = limit or PROSE
    if limit <= SHORT:
        return SHORT_WORDS[:limit]
    words = f"{start} {WITHOUT_SPACES if limit > 2 * len(WITHOUT_SPACES) else ''} ".lstrip()
    while len(words) < limit:
        words += f"{SENTENCE}. "
    return words[:limit].rstrip()


def lengthened(model: type[Any], values: dict[str, Any]) -> dict[str, Any]:
    """The values of a full record of `model`, its texts at their limits and its rows seven times."""
    facts = model.facts
    found = {"title": long_text(model._meta.get_field("title").max_length, model.kind_label), **values}
    for fact in facts.singles:
        field = facts.field(fact.name)
        if fact.name != "title" and values.get(fact.name) and _is_text(field):
            found[fact.name] = long_text(field.max_length, str(values[fact.name])[:20])
    for relation in facts.relations:
        if relation.name in values and relation.name not in KEPT_ROWS:
            found[relation.name] = _rows(facts.row_model(relation), values[relation.name])
    return found


def _is_text(field: Any) -> bool:
    return (
        isinstance(field, CharField | TextField) and not isinstance(field, EmailField | URLField) and not field.choices
    )


def _rows(model: type[Any], rows: list[Any]) -> list[Any]:
    texts = [field for field in model._meta.concrete_fields if _is_text(field) and field.name not in REFERRED]
    made = []
    for number in range(ROWS):
        row = copy.copy(rows[number % len(rows)])
        for field in texts:
            if getattr(row, field.name):
                setattr(row, field.name, long_text(field.max_length, f"{number + 1}. {getattr(row, field.name)[:20]}"))
        made.append(row)
    return made
