"""A record as the index takes it in: tokens by column, the same for every engine."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Final

from search import numbers
from search.columns import GAP, Columns, Texts, folded
from search.files import texts
from search.models import PublicRecord
from search.text import parts

FIRST_KINDS: Final = ("du-an",)
"""Kinds that stand before the others where words decide nothing: who types a project's name wants the project."""


@dataclass(frozen=True, slots=True)
class IndexRow:
    """Tokens of a record by column, between spaces, and the values that it is counted, filtered and ordered by.

    `number` and `title` also hold keys and accents; `number_as_written` and `title_as_written` are the words alone.
    """

    record_id: int
    site_id: int
    number: str
    title: str
    keys: str
    body: str
    files: str
    number_as_written: str
    title_as_written: str
    kind: str
    kind_label: str
    year: int | None
    state: str
    state_label: str
    unit: str
    places: tuple[tuple[str, str], ...]
    is_open: bool
    is_first: bool
    dated_on: datetime.date | None
    disclosed_at: datetime.datetime


def site_token(site_id: int) -> str:
    """The token that every row of a site carries; it begins with a digit, so no word or accent spells it."""
    return f"0site{int(site_id)}"


def places_of(record: PublicRecord) -> tuple[tuple[str, str], ...]:
    """Key and label of each place of a record, each key once."""
    found: dict[str, str] = {}
    for place in record.places:
        if isinstance(place, dict) and place.get("key") and place.get("label"):
            found.setdefault(str(place["key"]), str(place["label"]))
    return tuple(found.items())


known: Final[dict[Texts, Columns]] = {}
"""Columns of texts that were folded beforehand (`search.ahead`)."""


READ: Final = (
    "number",
    "title",
    "keys",
    "places",
    "unit",
    "kind_label",
    "state_label",
    "summary",
    "body",
    "files_text",
)
"""What of a record `texts_of` reads."""


def texts_of(record: PublicRecord) -> Texts:
    """The texts of number, title, keys, body and files."""
    labels = [label for _, label in places_of(record)]
    return (
        (record.number,),
        (record.title,),
        (record.keys, *labels, record.unit, record.kind_label, record.state_label),
        (record.summary, record.body),
        tuple(texts(record.files_text)),
    )


def row_of(record: PublicRecord) -> IndexRow:
    """What of a record is found, in which tier, and what it is counted under."""
    asked = texts_of(record)
    written, title, keys, body, files = known.get(asked) or folded([asked])[0]
    named = [record.title, *(line for line in record.keys.splitlines() if record.number in line), record.kind_label]
    number = [written, *numbers.keys_of(record.number, *named)]
    if record.dated_on and record.dated_as == record.dated_on.isoformat():
        day = record.dated_on.strftime("%Yd%m%d")
        number.extend([numbers.day_key(day), day, *parts(day)])
    return IndexRow(
        record_id=record.pk,
        site_id=record.site_id,
        number=" ".join(number).strip(),
        title=title,
        keys=keys,
        body=body,
        files=files,
        number_as_written=_words_of(written),
        title_as_written=_words_of(title),
        kind=record.kind,
        kind_label=record.kind_label,
        year=record.year,
        state=record.state,
        state_label=record.state_label,
        unit=record.unit,
        places=places_of(record),
        is_open=record.is_open,
        is_first=record.kind in FIRST_KINDS,
        dated_on=record.dated_on,
        disclosed_at=record.disclosed_at,
    )


def _words_of(tokens: str) -> str:
    """The words of a column of one text, without what stands apart behind them."""
    return f" {tokens}".partition(f" {GAP} ")[0].strip()
