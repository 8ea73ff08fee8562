"""What a syllable may have been meant to be: confusions of sounds, then slips of the fingers. Pure functions.

Tokens are folded, so wrong accents (hỏi for ngã) need nothing: "xữ lý" and "xử lý" are one spelling already.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from string import ascii_lowercase
from typing import Final

from search.syllables import is_syllable
from search.text import fold

SOUNDS: Final[tuple[tuple[str, ...], ...]] = (
    ("ch", "tr"),
    ("s", "x"),
    ("d", "gi", "r", "v"),
    ("l", "n"),
    ("c", "k", "q"),
    ("g", "gh"),
    ("ng", "ngh"),
    ("i", "y"),
    ("ph", "f"),
)
"""Beginnings that are one sound somewhere in the country, or one sound spelled in two ways."""
ENDS: Final[tuple[tuple[str, ...], ...]] = (("n", "ng", "nh"), ("t", "c", "ch"), ("i", "y"), ("o", "u"))
"""Ends that are one sound in a part of the country, or are taken for another."""

_BEGINNING = re.compile(r"ngh|ng|nh|gh|gi(?=[aeouy])|kh|ph|th|tr|ch|[b-df-hj-np-tv-xz]|[iy]")
_END = re.compile(r"(?<=[aeiouy])(?:ng|nh|ch|[cmnptiyou])$")
_LONGEST: Final = 7
"""Letters of the longest syllable (nghiêng)."""
_NEIGHBOURS: Final[dict[str, str]] = {
    "q": "wa", "w": "qes", "e": "wrd", "r": "etf", "t": "ryg", "y": "tuh", "u": "yij", "i": "uok", "o": "ipl", "p": "o",
    "a": "qsz", "s": "awdx", "d": "sefc", "f": "drgv", "g": "fthb", "h": "gyjn", "j": "hukm", "k": "jil", "l": "ko",
    "z": "ax", "x": "zsc", "c": "xdv", "v": "cfb", "b": "vgn", "n": "bhm", "m": "nj",
}  # fmt: skip


@lru_cache(maxsize=10_000)
def respellings(token: str) -> tuple[str, ...]:
    """Syllables (folded) that `token` may stand for, nearest first; () for what is no word of one to eight letters.

    First other beginnings and ends of the same sound (trung → chung, lan → nan, lang), both at once, then one slip of
    the fingers: two letters changed about, one too many, a neighbouring key, one too few, any other letter.
    """
    if not token.isascii() or not token.isalpha() or not 1 < len(token) <= _LONGEST + 1:
        return ()
    found: dict[str, None] = {}
    for word in (*_sounds(token), *_fingers(token)):
        if is_syllable(word) and (folded := fold(word)) != fold(token):
            found[folded] = None
    return tuple(found)


@lru_cache(maxsize=10_000)
def sound(token: str) -> str:
    """One spelling for all syllables that begin and end with sounds often confused: "trung" and "chung" are one.

    i and y at the end and o and u stay apart: taking them for one would make too many words equal.
    """
    if not token.isascii() or not token.isalpha():
        return token
    begin = _BEGINNING.match(token)
    beginning = begin[0] if begin and begin[0] not in "iy" else ""
    rest = token[len(beginning) :]
    for ways in SOUNDS:
        if beginning in ways:
            beginning = ways[0]
    for ways in ENDS[:2]:
        end = next(
            (way for way in sorted(ways, key=len, reverse=True) if len(rest) > len(way) and rest.endswith(way)), ""
        )
        if end:
            rest = rest[: -len(end)] + ways[0]
            break
    return beginning + rest


def _others(part: str, ways: tuple[tuple[str, ...], ...]) -> Iterator[str]:
    for same in ways:
        if part in same:
            yield from (other for other in same if other != part)


def _sounds(token: str) -> Iterator[str]:
    begin, end = _BEGINNING.match(token), _END.search(token)
    beginning, ending = begin[0] if begin else "", end[0] if end else ""
    begun = [other + token[len(beginning) :] for other in _others(beginning, SOUNDS)]
    yield from begun
    if ending:
        ended = list(_others(ending, ENDS))
        yield from (token[: -len(ending)] + other for other in ended)
        yield from (word[: -len(ending)] + other for word in begun for other in ended if word.endswith(ending))


def _fingers(token: str) -> Iterator[str]:
    places = range(len(token))
    yield from (token[:at] + token[at + 1] + token[at] + token[at + 2 :] for at in places[:-1])
    yield from (token[:at] + token[at + 1 :] for at in places)
    yield from (token[:at] + near + token[at + 1 :] for at in places for near in _NEIGHBOURS[token[at]])
    yield from (token[:at] + letter + token[at:] for at in range(len(token) + 1) for letter in ascii_lowercase)
    yield from (token[:at] + letter + token[at + 1 :] for at in places for letter in ascii_lowercase)
