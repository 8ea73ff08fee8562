"""The answer above what was found, where a query asks one thing of one record (Trả lời ngay).

What a record answers, the app knows that its page comes from: it registers a source for its kind. Nothing is answered
for certain words alone, none where two records could be meant.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Protocol

from search.models import PublicRecord
from search.questions import Topic, names, question_of


class Document(Protocol):
    """A document as it is named where a value comes from; without an address when it is not public."""

    @property
    def text(self) -> str: ...
    @property
    def date(self) -> str: ...
    @property
    def url(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Told:
    """What matters most, the rest of the sentence, and where it stands with its source."""

    strong: str
    text: str
    link: str
    link_text: str
    sources: tuple[Document, ...] = ()
    """The documents that say so."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer, and the record that gives it."""

    record: PublicRecord
    told: Told


SHOWN: Final = ("record", "page_id", "kind", "title", "url")
Source = Callable[[PublicRecord, Topic], Told | None]
_sources: Final[dict[str, Source]] = {}


def register(kind: str, source: Source) -> None:
    """Let `source` answer for the records of a kind; once, by the app that has the kind."""
    _sources[kind] = source


def answer(text: str, site_id: int) -> Answer | None:
    """The answer to a question about the one record of the site that the words name; None without one.

    A text that asks nothing costs no query, one that asks costs one for the names and those of the source.
    """
    question = question_of(text)
    if question is None or not _sources:
        return None
    shown = PublicRecord.objects.on_site(site_id).filter(kind__in=_sources).order_by()
    named = [one for one in shown.only(*SHOWN) if names(one.title, question.subject)]
    if len(named) != 1:
        return None
    told = _sources[named[0].kind](named[0], question.topic)
    return Answer(named[0], told) if told else None
