"""What may have been meant where nothing was found: respelled words that the ward's records have, words to leave out.

Asked of the database's own engine, whichever answers searches: many small questions, each of a ward's size.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from search.engines import database_engine
from search.facets import EVERYTHING
from search.models import PublicRecord
from search.query import Query, Term, Unit
from search.slips import respellings, sound
from search.text import clean, spans

MOST_TRIED: Final = 40
"""Respellings of one word that are looked for."""
MOST_WORDS: Final = 6
"""Words of a query that are looked at; who types more than that has other words to leave out."""


@dataclass(frozen=True, slots=True)
class Way:
    """Another text to search for: `label` says what is different, `count` how many records it finds."""

    label: str
    text: str
    count: int


def correction(query: Query, site_id: int) -> Way | None:
    """The query with one word respelled so that something is found, as records spell it; None where nothing helps.

    Words that no record of the ward has are respelled, all of them; where each is known by itself, one of them, and
    only by another spelling of the same sound. Of a word's respellings the nearest that finds something wins.
    Six queries at most.
    """
    places = _words(query)
    known = dict(zip(places, _numbers([_only(query, at) for at in places], site_id), strict=True))
    unknown = [at for at in places if not known[at]]
    tried = [{at: token} for at in unknown or places for token in _respellings(query, at, alike=not unknown)]
    if len(unknown) > 1:
        alone = _numbers([_only(_respelled(query, one), at) for one in tried for at in one], site_id)
        nearest: dict[int, str] = {}
        for one, number in zip(tried, alone, strict=True):
            for at, token in one.items():
                if number:
                    nearest.setdefault(at, token)
        tried = [nearest] if len(nearest) == len(unknown) else []
    for one, number in zip(tried, _numbers([_respelled(query, one) for one in tried], site_id), strict=True):
        if number:
            return Way("", _written(query, _as_found(query, one, site_id)), number)
    return None


def ways(query: Query, site_id: int) -> tuple[Way, ...]:
    """What finds something where the query finds nothing: without its quotes, without one of its words; best first.

    One query.
    """
    tried: list[tuple[str, str, Query]] = []
    if query.phrases:
        tried.append(("dấu ngoặc kép", _unquoted(query.text), replace(query, units=_loose(query))))
    if 1 < len(query.units) <= MOST_WORDS:
        for at in _words(query):
            start, end = _place(query, at)
            text = " ".join((query.text[:start] + query.text[end:]).split())
            rest = replace(query, units=(*query.units[:at], *query.units[at + 1 :]), number=())
            tried.append((f"chữ «{query.text[start:end]}»", text, rest))
    numbers = _numbers([rest for _, _, rest in tried], site_id)
    found = [Way(label, text, number) for (label, text, _), number in zip(tried, numbers, strict=True) if number]
    return tuple(sorted(found, key=lambda way: -way.count))


def _words(query: Query) -> list[int]:
    """Places among the units of single words that stand in the text as they are."""
    return [at for at in range(len(query.units)) if _place(query, at) != (0, 0)][:MOST_WORDS]


def _place(query: Query, at: int) -> tuple[int, int]:
    """Where a unit of one word stands in the text; (0, 0) for phrases and for what the text spells otherwise."""
    tokens = query.units[at].alternatives[0].tokens
    if len(tokens) != 1 or query.phrases:
        return 0, 0
    before = sum(unit.alternatives[0].tokens == tokens for unit in query.units[:at])
    found = [token for token in spans(query.text) if token.text == tokens[0]]
    return (found[before].start, found[before].end) if before < len(found) else (0, 0)


def _only(query: Query, at: int) -> Query:
    return replace(query, units=(query.units[at],), number=())


def _respelled(query: Query, tokens: dict[int, str]) -> Query:
    units = tuple(Unit((Term((tokens[at],)),)) if at in tokens else unit for at, unit in enumerate(query.units))
    return replace(query, units=units, number=())


def _loose(query: Query) -> tuple[Unit, ...]:
    """Every word by itself."""
    return tuple(Unit((Term((token,)),)) for unit in query.units for token in unit.alternatives[0].tokens)


def _numbers(queries: list[Query], site_id: int) -> list[int]:
    return database_engine().numbers(queries, site_id) if queries else []


def _respellings(query: Query, at: int, *, alike: bool) -> list[str]:
    word = query.units[at].alternatives[0].tokens[0]
    found = islice(respellings(word), MOST_TRIED)
    return [token for token in found if not alike or sound(token) == sound(word)]


def _as_found(query: Query, tokens: dict[int, str], site_id: int) -> dict[int, str]:
    """How the first record found spells these words."""
    respelled = _respelled(query, tokens)
    ids = database_engine().page(respelled, site_id, EVERYTHING, newest=False, limit=1, offset=0)
    spelled: dict[str, str] = {}
    for record in PublicRecord.objects.on_site(site_id).filter(pk__in=ids):
        spelled.update(_spellings(record, set(tokens.values())))
    return {at: spelled.get(token, token) for at, token in tokens.items()}


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
    for at, word in sorted(spelled.items(), key=lambda one: -_place(query, one[0])[0]):
        start, end = _place(query, at)
        text = text[:start] + word + text[end:]
    return text


def _unquoted(text: str) -> str:
    return " ".join("".join(" " if char in '"“”„«»' else char for char in text).split())
