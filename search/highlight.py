"""What was found, marked in the spelling of the record, and the stretch of text where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Final

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from search.files import FilePlace, unpack
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


def _spelled(token: str) -> str:
    """A token of letters or digits as a pattern over unfolded ASCII."""
    return re.sub(r"^([hklmst]|qu)i$", r"\1[iy]", token) if token.isalpha() else f"0*{token}"


def _pattern(sought: Iterable[tuple[str, ...]]) -> re.Pattern[str]:
    """Finds sought runs in a long text at the speed of `re`; what is marked is decided by tokens afterwards."""
    runs = ("[^a-z0-9]*".join(_spelled(token) for token in run) for run in sought)
    return re.compile("|".join(rf"(?<![a-z0-9]){run}(?![a-z0-9])" for run in runs))


def _places(text: str, sought: Sequence[tuple[str, ...]]) -> Iterator[tuple[int, tuple[str, ...] | str]]:
    """Where sought runs stand in `text`, and which."""
    if all(token.isalpha() or token.isdigit() for run in sought for token in run):
        plain = shadow(text)
        for found in _pattern(sought).finditer(plain):
            yield found.start(), found[0]
        return
    # Dates and decimals have many spellings: only the tokens tell.
    tokens = list(spans(text))
    for at, token in enumerate(tokens):
        yield from ((token.start, run) for run in sought if _stands(tokens, at, run))


def _best_start(text: str, sought: Sequence[tuple[str, ...]]) -> tuple[int, int]:
    """How many different sought runs stand together at most, and where that stretch begins."""
    places = list(islice(_places(text, sought), _LOOK_AT)) if text else []
    most, best = 0, 0
    for at, (start, _) in enumerate(places):
        within = {run for place, run in places[at : at + 40] if place < start + EXCERPT * 2 // 3}
        if len(within) > most:
            most, best = len(within), start
    return most, best


def _window(text: str, start: int) -> tuple[int, int]:
    """A stretch of at most `EXCERPT` characters around `start` that cuts no word."""
    if len(text) <= EXCERPT:
        return 0, len(text)
    low = max(0, start - EXCERPT // 4)
    high = min(len(text), low + EXCERPT)
    if low:
        space = text.find(" ", low, start)
        low = space + 1 if space >= 0 else start
    if high < len(text):
        space = text.rfind(" ", start + 1, high)
        high = space if space > start else high
    return low, high


def excerpt(record: PublicRecord, query: Query) -> tuple[SafeString, FilePlace | None]:
    """The stretch of summary, body or keys with most of what is sought; of the files only when those have none of it.

    Without any it is the beginning of the first of them. Returns safe HTML and, when it comes from a file, which.
    """
    sought = _sought(query)
    texts = [_one_line(text) for text in (record.summary, record.body, record.keys)]
    found = [(*_best_start(text, sought), text) for text in texts]
    most, start, text = max(found, key=lambda one: one[0])
    if most:
        return _piece(text, start, sought), None
    files = unpack(record.files_text, _SCANNED)
    best = max(((*_best_start(file.line, sought), file) for file in files), key=lambda one: one[0], default=None)
    if best and best[0]:
        _, start, file = best
        return _piece(file.line, start, sought), file.place(start)
    return _piece(next((text for text in texts if text), ""), 0, sought), None


def _one_line(text: str) -> str:
    return " ".join(clean(text[:_SCANNED]).split())


def _piece(text: str, start: int, sought: Sequence[tuple[str, ...]]) -> SafeString:
    low, high = _window(text, start)
    piece = text[low:high]
    marked = _render(piece, _hits(list(spans(piece)), sought))
    return mark_safe(f"{'…' if low else ''}{marked}{'…' if high < len(text) else ''}")
