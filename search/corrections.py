"""What may have been meant where nothing was found: respelled words that the ward's records have, words to leave out.

Asked of the database's own engine, whichever answers searches: many small questions, each of a ward's size.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from search.engines import database_engine
from search.facets import EVERYTHING
from search.models import PublicRecord
from search.query import Query, Term, Unit, understand
from search.register import Word
from search.slips import respellings, sound
from search.syllables import is_syllable
from search.text import clean, spans

MOST_TRIED: Final = 40
"""Respellings of one word that are looked for."""
MOST_WORDS: Final = 6
"""Words of a query that are respelled."""
MOST_UNITS: Final = 12
"""Of a query of which some are left out; who types more than that has other words to leave out."""
MOST_WAYS: Final = 4
"""That are offered."""


@dataclass(frozen=True, slots=True)
class Way:
    """Another text to search for: `label` says what is different, `count` how many records it finds."""

    label: str
    text: str
    count: int


def correction(query: Query, site_id: int) -> Way | None:
    """The query with one word respelled so that something is found, as records spell it; None where nothing helps.

    Words that no record of the ward has are respelled, all of them; where each is known by itself, one of them, and
    only by another spelling of the same sound. Of a word's respellings the nearest that finds something wins. What is
    a word as it was typed is only taken for one that stands in a record beside the same word: «cải tạo» is no «ai tạo».
    Six queries at most.
    """
    places = _words(query)
    known = dict(zip(places, _numbers([_only(query, at) for at in places], site_id), strict=True))
    unknown = [at for at in places if not known[at]]
    words = [_Word(query, at, tuple(one for one in (at - 1, at + 1) if known.get(one))) for at in unknown or places]
    tried = [{word: token} for word in words for token in word.respellings(alike=not unknown)]
    if len(unknown) > 1:
        alone = _numbers([_alone(one) for one in tried], site_id)
        nearest: dict[_Word, str] = {}
        for one, number in zip(tried, alone, strict=True):
            for word, token in one.items():
                if number:
                    nearest.setdefault(word, token)
        tried = [nearest] if len(nearest) == len(unknown) else []
    for one, number in zip(tried, _numbers([_respelled(query, one) for one in tried], site_id), strict=True):
        if number:
            return Way("", _written(query, _as_found(query, one, site_id)), number)
    return None


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a query at its place among the units, and the places beside it whose words records have."""

    query: Query
    at: int
    beside: tuple[int, ...]

    @property
    def typed(self) -> str:
        """Folded."""
        return _token(self.query, self.at)

    def respellings(self, *, alike: bool) -> list[str]:
        """What it may have been meant to be; `alike`, and where nothing beside it could tell: of the same sound."""
        alike = alike or (is_syllable(self.typed) and not self.beside)
        found = islice(respellings(self.typed), MOST_TRIED)
        return [token for token in found if not alike or sound(token) == sound(self.typed)]

    def needed(self, token: str) -> tuple[Unit, ...]:
        """What a record must have to show that `token` was meant: the word itself, beside one of those around it."""
        itself = Unit((Term((token,)),))
        if not (is_syllable(self.typed) and self.beside):
            return (itself,)
        pairs = [
            ((_token(self.query, one), token) if one < self.at else (token, _token(self.query, one)))
            for one in self.beside
        ]
        return itself, Unit(tuple(Term(pair) for pair in pairs))


def ways(query: Query, site_id: int, words: Iterable[Word] = ()) -> tuple[Way, ...]:
    """What finds something where the query finds nothing: without its quotes, without as few of its words as can be.

    Those that find most come first. `words` are the synonyms; what is offered is read with them as if it were typed.
    Two queries.
    """
    texts: dict[str, str] = {}
    if query.phrases:
        texts[_unquoted(query.text)] = "dấu ngoặc kép"
    elif query.places and 1 < len(query.units) <= MOST_UNITS:
        for gone in _in_the_way(query, site_id)[:MOST_WAYS]:
            texts.setdefault(_without(query.text, gone), f"chữ {', '.join(_quoted(query.text, gone))}")
    synonyms = tuple(words)
    numbers = _numbers([understand(text, synonyms) for text in texts], site_id)
    found = [Way(label, text, number) for (text, label), number in zip(texts.items(), numbers, strict=True) if number]
    return tuple(sorted(found, key=lambda way: -way.count))


def _in_the_way(query: Query, site_id: int) -> list[list[tuple[int, int]]]:
    """Places of the words without which something is found: of as few units as can be, those that bring most first."""
    every = range(len(query.units))
    having = database_engine().having([_only(query, at) for at in every], site_id)
    most = max((mask.bit_count() for mask in having), default=0)
    best = sorted((mask for mask in having if mask.bit_count() == most), key=lambda mask: (-having[mask], mask))
    return [[query.places[at] for at in every if not mask >> at & 1] for mask in best]


def _words(query: Query) -> list[int]:
    """Places among the units of single words that stand in the text as they are."""
    found = [at for at in range(len(query.places)) if len(query.units[at].alternatives[0].tokens) == 1]
    return [] if query.phrases else found[:MOST_WORDS]


def _without(text: str, gone: Iterable[tuple[int, int]]) -> str:
    for start, end in sorted(gone, reverse=True):
        text = f"{text[:start]} {text[end:]}"
    return " ".join(text.split())


def _quoted(text: str, gone: Iterable[tuple[int, int]]) -> list[str]:
    """The words at these places, in quotes; what stands side by side together."""
    runs: list[tuple[int, int]] = []
    for start, end in gone:
        if runs and not text[runs[-1][1] : start].strip():
            runs[-1] = (runs[-1][0], end)
        else:
            runs.append((start, end))
    return [f"«{text[start:end]}»" for start, end in runs]


def _only(query: Query, at: int) -> Query:
    return replace(query, units=(query.units[at],), number=())


def _token(query: Query, at: int) -> str:
    return query.units[at].alternatives[0].tokens[0]


def _alone(one: dict[_Word, str]) -> Query:
    ((word, token),) = one.items()
    return replace(word.query, units=word.needed(token), number=())


def _respelled(query: Query, tokens: dict[_Word, str]) -> Query:
    needed = {word.at: word.needed(token) for word, token in tokens.items()}
    units = [one for at, unit in enumerate(query.units) for one in needed.get(at, (unit,))]
    return replace(query, units=tuple(units), number=())


def _numbers(queries: list[Query], site_id: int) -> list[int]:
    return database_engine().numbers(queries, site_id) if queries else []


def _as_found(query: Query, tokens: dict[_Word, str], site_id: int) -> dict[int, str]:
    """How the first record found spells these words."""
    respelled = _respelled(query, tokens)
    ids = database_engine().page(respelled, site_id, EVERYTHING, newest=False, limit=1, offset=0)
    spelled: dict[str, str] = {}
    for record in PublicRecord.objects.on_site(site_id).filter(pk__in=ids):
        spelled.update(_spellings(record, set(tokens.values())))
    return {word.at: spelled.get(token, token) for word, token in tokens.items()}


def _spellings(record: PublicRecord, wanted: set[str]) -> dict[str, str]:
    """How the record writes these folded words, by the best place; the long texts are read for what is left alone."""
    spelled: dict[str, str] = {}
    for text in (record.title, record.keys, record.summary, record.body, record.files_text):
        if spelled.keys() >= wanted:
            break
        cleaned = clean(text)
        for token in spans(cleaned):
            if token.text in wanted:
                spelled.setdefault(token.text, cleaned[token.start : token.end].lower())
    return spelled


def _written(query: Query, spelled: dict[int, str]) -> str:
    """The text with these units' words in another spelling."""
    text = query.text
    for at, word in sorted(spelled.items(), reverse=True):
        start, end = query.places[at]
        text = text[:start] + word + text[end:]
    return text


def _unquoted(text: str) -> str:
    return " ".join("".join(" " if char in '"“”„«»' else char for char in text).split())
