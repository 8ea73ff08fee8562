"""Public records as other pages cite them: by what their last published facts say, not by their pages' rows."""

from __future__ import annotations

import re
import uuid
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import OuterRef, Subquery

from cms.disclosure import kinds
from cms.disclosure.models import PublishedFacts, RecordHead
from cms.disclosure.states import StateTag, state_tags
from cms.values.dates import PartialDate, format_date, iso_datetime_attr
from cms.values.mistakes import ValueMistake
from search.models import PublicRecord

NOT_PUBLIC = "văn bản chưa công khai"
BLANK = ("…", "/", "-")
_SECTION = re.compile(r"(?<![\w.])(?:[IVXLC]+|\d+)(?:\.\w+)*", re.UNICODE)


@dataclass(frozen=True)
class Chip:
    """Where a value comes from: "258/QĐ-UBND" and "10/02/2026"; without an address when the document is not public."""

    text: str
    date: str = ""
    url: str = ""


@dataclass
class Cited:
    """One public record with its last published facts."""

    record: PublicRecord
    facts: Mapping[str, Any]
    now: str = ""
    """How it stands today, where other records decide it: set by the listing that shows it."""

    def text(self, name: str) -> str:
        """A fact as people read it; empty when there is none or the type does not know it."""
        model = kinds.model_of(self.record.kind)
        item = model.facts.by_name.get(name) if model is not None else None
        if model is None or item is None or name not in self.facts:
            return ""
        text: str = model.facts.text(item, self.facts[name], {})
        return text

    @property
    def url(self) -> str:
        """Path of the record."""
        return self.record.url

    @property
    def title(self) -> str:
        """Its title."""
        return self.record.title

    @property
    def number(self) -> str:
        """Its number as lists show it: "258/QĐ-UBND", "…/KH-UBND"; empty for none."""
        return self.record.number

    @property
    def number_is_blank(self) -> bool:
        """Whether the paper itself has no number yet."""
        return not self.number or self.number.startswith(BLANK)

    @cached_property
    def _issued_on(self) -> PartialDate | None:
        try:
            return PartialDate.from_edtf(str(self.facts.get("issued_on") or ""))
        except ValueMistake:
            return None

    @property
    def date(self) -> str:
        """Day of issue, as far as it is known: "10/02/2026", "2026"."""
        return format_date(self._issued_on) if self._issued_on else ""

    @property
    def date_in_words(self) -> str:
        """As `date`, a bare year as "năm 2026"."""
        return f"năm {self.date}" if self._issued_on and self._issued_on.precision == "year" else self.date

    @property
    def date_attribute(self) -> str:
        """For `<time datetime>`; empty where HTML cannot say it."""
        return (iso_datetime_attr(self._issued_on) or "") if self._issued_on else ""

    @property
    def type_label(self) -> str:
        """Type of document where the record is one, else the kind of record."""
        return self.text("document_type") or self.record.kind_label

    @property
    def meta(self) -> str:
        """Type and issuer: "Quyết định · UBND tỉnh Lai Châu"."""
        return " · ".join(part for part in (self.type_label, self.text("issuer")) if part)

    @property
    def name(self) -> str:
        """What a source is called: its number, or type and issuer while the paper has none."""
        if not self.number_is_blank:
            return self.number
        issuer = self.text("issuer")
        return f"{self.type_label} {issuer}" if issuer else self.title

    @property
    def where(self) -> str:
        """The places it lies in: "Tổ dân phố số 12, Quyết Tiến 3"."""
        return ", ".join(place["label"] for place in self.record.places)

    @property
    def state_tags(self) -> list[StateTag]:
        """What lists say of its state."""
        record = self.record
        ended = bool(self.facts.get("ended_on"))
        return state_tags(record.state, record.state_label, is_open=record.is_open, ended=ended)

    @property
    def card(self) -> list[tuple[str, str]]:
        """Labels and texts of the facts that the type shows in lists (`card_facts`), those that are there."""
        model = kinds.model_of(self.record.kind)
        names = getattr(model, "card_facts", ())
        return [("Hiện nay", self.now)] * bool(self.now) + [
            (model.facts.label(model.facts.by_name[name]), text)  # type: ignore[union-attr] # names come from it
            for name in names
            if (text := self.text(name))
        ]

    def anchor(self, passage: str) -> str:
        """Fragment of the section that `passage` names first, or of the one around it: "#muc-III-1"; empty for none."""
        return anchor_among({str(row.get("number", "")) for row in self.facts.get("sections", [])}, passage)

    def chip(self, passage: str = "") -> Chip:
        """The record as the source of a value."""
        text = ", ".join(part for part in (self.name, passage) if part)
        return Chip(text, self.date, self.url + self.anchor(passage))


def anchor_among(sections: Collection[str], passage: str) -> str:
    """Fragment of the first section that `passage` names, or of the one around it: "#muc-III-1"; empty for none."""
    match = _SECTION.search(passage)
    wanted = match.group() if match else ""
    while wanted:
        if wanted in sections:
            return f"#{section_anchor(wanted)}"
        wanted = wanted.rpartition(".")[0]
    return ""


def section_anchor(number: str) -> str:
    """The id of a plan's section in its page: "III.1" gives "muc-III-1"."""
    return "muc-" + re.sub(r"\W+", "-", number).strip("-")


def cite(records: Iterable[PublicRecord]) -> dict[int, Cited]:
    """The records by the ids of their pages, with their last published facts; one query."""
    known = list(records)
    if not known:
        return {}
    facts = last_facts(record.record for record in known)
    return {record.page_id: Cited(record, facts.get(record.record, {})) for record in known}


def last_facts(records: Iterable[uuid.UUID]) -> dict[uuid.UUID, dict[str, Any]]:
    """The last published facts of records that citizens see now, by permanent id; one query."""
    last = RecordHead.objects.visible().filter(record=OuterRef("record")).values("facts_version")[:1]
    rows = PublishedFacts.objects.filter(record__in=list(records), version=Subquery(last))
    return {row.record: row.facts for row in rows}


def chip_of(cited: Mapping[int, Cited], page_id: int | None, passage: str = "") -> Chip | None:
    """The chip of the document that a row names; without address and name while that is not public."""
    if page_id is None:
        return None
    found = cited.get(page_id)
    return found.chip(passage) if found else Chip(NOT_PUBLIC)
