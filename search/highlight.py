"""What was found, marked in the spelling of the record, and the stretch of text where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Final

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from search.models import PublicRecord
from search.query import Query
from search.text import Token, clean, shadow, spans

EXCERPT: Final = 240
"""Characters of an excerpt, at most."""
_SCANNED: Final = 200_000
_LOOK_AT: Final = 400


def _sought(query: Query) -> list[tuple[str, ...]]:
    """Runs of tokens to mark, longest first."""
    runs = {term.tokens for unit in query.units for term in unit.alternatives}
    return sorted(runs, key=lambda run: (-len(run), run))


def _hits(found: Sequence[Token], sought: Sequence[tuple[str, ...]]) -> list[tuple[int, int]]:
    """Stretches of the text that are sought; neighbours become one."""
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for run in sought:
        by_first.setdefault(run[0], []).append(run)
    hits: list[tuple[int, int]] = []
    at, last = 0, -1
    while at < len(found):
        runs = [run for run in by_first.get(found[at].text, ()) if _stands(found, at, run)]
        if not runs:
            at += 1
            continue
        run = runs[0]
        start, end = found[at].start, found[at + len(run) - 1].end
        if hits and last == at - 1:
            start = hits.pop()[0]
        hits.append((start, end))
        last = at + len(run) - 1
        at += len(run)
    return hits


def _stands(found: Sequence[Token], at: int, run: tuple[str, ...]) -> bool:
    return tuple(token.text for token in found[at : at + len(run)]) == run


def _render(text: str, hits: Iterable[tuple[int, int]]) -> SafeString:
    parts: list[str] = []
    at = 0
    for start, end in hits:
        parts += [escape(text[at:start]), "<mark>", escape(text[start:end]), "</mark>"]
        at = end
    parts.append(escape(text[at:]))
    return mark_safe("".join(parts))


def mark(text: str, query: Query) -> SafeString:
    """`text` as safe HTML, what the query asks for within <mark>."""
    cleaned = clean(text)
    return _render(cleaned, _hits(list(spans(cleaned)), _sought(query)))


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    """Finds sought words in a long text at the speed of `re`; what is marked is decided by tokens afterwards."""
    letters = sorted(word for word in words if word.isalpha())
    letters = [re.sub(r"^([hklmst]|qu)i$", r"\1[iy]", word) for word in letters]
    digits = sorted(word for word in words if word.isdigit())
    return re.compile(
        rf"(?<![a-z])(?:{'|'.join(letters) or '(?!)'})(?![a-z])|(?<!\d)0*(?:{'|'.join(digits) or '(?!)'})(?!\d)"
    )


def _places(text: str, query: Query) -> Iterator[tuple[int, str]]:
    """Where sought words stand in `text`, and which."""
    words = {token for unit in query.units for term in unit.alternatives for token in term.tokens}
    if all(word.isalpha() or word.isdigit() for word in words):
        for found in _pattern(words).finditer(shadow(text)):
            yield found.start(), found[0]
    else:
        # Dates and decimals have many spellings: only the tokens tell.
        for token in spans(text):
            if token.text in words:
                yield token.start, token.text


def _best_start(text: str, query: Query) -> int | None:
    """Where the stretch with the most different sought words begins; None when there is none."""
    places = list(islice(_places(text, query), _LOOK_AT)) if text else []
    best, most = None, 0
    for at, (start, _) in enumerate(places):
        within = {word for place, word in places[at : at + 40] if place < start + EXCERPT * 2 // 3}
        if len(within) > most:
            best, most = start, len(within)
    return best


def _window(text: str, start: int) -> tuple[int, int]:
    """A stretch of at most `EXCERPT` characters around `start` that cuts no word."""
    low = max(0, start - EXCERPT // 4)
    high = min(len(text), low + EXCERPT)
    if low:
        space = text.find(" ", low, start)
        low = space + 1 if space >= 0 else start
    if high < len(text):
        space = text.rfind(" ", start + 1, high)
        high = space if space > start else high
    return low, high


def excerpt(record: PublicRecord, query: Query) -> tuple[SafeString, bool]:
    """The best stretch of the first of summary, body, keys and files that has a sought word; else the first words.

    Returns safe HTML and whether it comes from the files.
    """
    sources = [_one_line(text) for text in (record.summary, record.body, record.keys)]
    for text in sources:
        if (start := _best_start(text, query)) is not None:
            return _piece(text, start, query), False
    files = _one_line(record.files_text)
    if (start := _best_start(files, query)) is not None:
        return _piece(files, start, query), True
    return _piece(next((text for text in sources if text), ""), 0, query), False


def _one_line(text: str) -> str:
    return " ".join(clean(text[:_SCANNED]).split())


def _piece(text: str, start: int, query: Query) -> SafeString:
    low, high = _window(text, start)
    piece = text[low:high]
    marked = _render(piece, _hits(list(spans(piece)), _sought(query)))
    return mark_safe(f"{'…' if low else ''}{marked}{'…' if high < len(text) else ''}")
