"""A record as the index takes it in: tokens by column, the same for every engine."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from search import numbers
from search.models import PublicRecord
from search.text import clean, parts, spans

GAP: Final = "0gap"
"""Stands between two texts of one column, so that no phrase runs over the seam."""
MAX_TOKENS: Final = 60_000
"""Words of one column that are indexed: some 150 pages."""
MAX_CHARACTERS: Final = 500_000


@dataclass(frozen=True, slots=True)
class IndexRow:
    """Tokens of a record."""

    record_id: int
    site_id: int
    number: tuple[str, ...]
    title: tuple[str, ...]
    keys: tuple[str, ...]
    body: tuple[str, ...]
    files: tuple[str, ...]


def site_token(site_id: int) -> str:
    """The token that every row of a site carries; it begins with a digit, so no word or accent spells it."""
    return f"0site{int(site_id)}"


def column(*texts: str) -> tuple[str, ...]:
    """Tokens of some texts in order; after them, in no order, the parts of their dates and the accents of their words.

    The accents stand apart so that they do not come between the words of a phrase.
    """
    row: list[str] = []
    apart: dict[str, None] = {}
    for text in texts:
        if row and text:
            row.append(GAP)
        for token in spans(clean(text[:MAX_CHARACTERS])):
            if len(row) >= MAX_TOKENS:
                break
            row.append(token.text)
            if token.marks:
                apart[token.marks] = None
            elif token.text[0].isdigit():
                apart.update(dict.fromkeys(parts(token.text)))
    return (*row, GAP, *apart) if apart else tuple(row)


def row_of(record: PublicRecord) -> IndexRow:
    """What of a record is found, and in which tier."""
    labels = [place["label"] for place in record.places if isinstance(place, dict) and place.get("label")]
    named = [record.title, *(line for line in record.keys.splitlines() if record.number in line), record.kind_label]
    number = [*column(record.number), *numbers.keys_of(record.number, *named)]
    if record.dated_on and record.dated_as == record.dated_on.isoformat():
        day = record.dated_on.strftime("%Yd%m%d")
        number.extend([numbers.day_key(day), day, *parts(day)])
    return IndexRow(
        record_id=record.pk,
        site_id=record.site_id,
        number=tuple(number),
        title=column(record.title),
        keys=column(record.keys, *labels, record.unit, record.kind_label, record.state_label),
        body=column(record.summary, record.body),
        files=column(record.files_text),
    )
