"""Searching within a listing."""

from __future__ import annotations

from typing import Any

from cms.listing.fields import Phrase, PhraseField
from cms.listing.filters.base import Filter
from search.api import matches
from search.models import PublicRecordQuerySet


class Words(Filter):
    """The records of the listing that the search finds, at most so many as can be paged through."""

    template = "listing/_words.html"
    field_class = PhraseField

    def __init__(self, param: str = "q", label: str = "Tìm trong mục này") -> None:
        super().__init__(param, label)
        self._found: dict[str, tuple[int, ...]] = {}

    def ids(self, text: str) -> tuple[int, ...]:
        """Ids of the records found, best first; asked once."""
        if text not in self._found:
            self._found[text] = matches(text, site_id=self.parent.site_id, kind=self.parent.listing.kind)
        return self._found[text]

    def narrow(self, records: PublicRecordQuerySet, value: Phrase) -> PublicRecordQuerySet:
        """By what the engine found."""
        return records.filter(pk__in=self.ids(value.text))

    def pairs(self, value: Phrase) -> list[tuple[str, str]]:
        """As typed."""
        return [(self.param, value.text)]

    def without_each(self, value: Phrase) -> list[tuple[str, Any]]:
        """One chip."""
        return [(f"có chữ {value.text}", Phrase())]
