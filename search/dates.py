"""Dates as people type them in a hurry: 24/3/26, tháng 5/26, T5/2026. Pure functions on tokens.

Records write years in full, and so do the forms that staff fill in; only who searches writes two digits. What else the
digits may be (the number of a house in a lane of a lane) stays the first reading, and where a document's number is
asked for, nothing is a date.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from search.numbers import TYPES
from search.phrases import agrees
from search.text import Token

SEPARATORS: Final = ("/", "-", ".")
DASHES: Final = ("/", "-")
JOINING: Final = frozenset("/-.")
CENTURY_ENDS: Final = 70
"""Two digits below are of this century, the others of the last."""
ROMAN: Final = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}
WORDS: Final = {"thang": ("t", "thang1"), "qui": ("q", "qui1")}
"""Of a period (folded): the letter in its token, and the accents that it has."""
LETTERS: Final = {"t": ("t", 12), "th": ("t", 12), "q": ("q", 4)}
"""Short for the same; with a year in full alone, since q2/26 may be the second district."""

Found = tuple[int, str]
"""How many tokens a date takes, and its own token, as records have it."""


def date_at(found: Sequence[Token], at: int, text: str) -> Found | None:
    """The date with a short year, or with a short word, that begins at a token; None for what is none for sure."""
    if at and (found[at - 1].text in {"so", *TYPES} or text[found[at - 1].end : found[at].start] in JOINING):
        return None
    return _day(found, at, text) or _long_day(found, at, text) or _period(found, at, text)


def with_dates(found: Sequence[Token], text: str) -> Iterator[Token]:
    """The tokens, each date with a short year as one token."""
    at = 0
    while at < len(found):
        if date := date_at(found, at, text):
            size, token = date
            yield Token(token, found[at].start, found[at + size - 1].end)
            at += size
        else:
            yield found[at]
            at += 1


def _day(found: Sequence[Token], at: int, text: str) -> Found | None:
    """24/3/26."""
    three = found[at : at + 3]
    if len(three) < 3 or not all(token.text.isdecimal() for token in three) or _goes_on(found, at + 3, text):
        return None
    between = {_between(three, 0, text), _between(three, 1, text)}
    year = _year(three[2], text)
    if len(between) != 1 or not between <= set(SEPARATORS) or year is None:
        return None
    return _made(3, year, three[1].text, three[0].text)


def _long_day(found: Sequence[Token], at: int, text: str) -> Found | None:
    """24 tháng 3 năm 26."""
    five = found[at : at + 5]
    if len(five) < 5 or not five[0].text.isdecimal() or not _is(five[1], "thang", "thang1"):
        return None
    year = _year(five[4], text)
    if not five[2].text.isdecimal() or not _is(five[3], "nam", "na8m") or year is None or _goes_on(found, at + 5, text):
        return None
    return _made(5, year, five[2].text, five[0].text)


def _period(found: Sequence[Token], at: int, text: str) -> Found | None:
    """tháng 5/26, quý II năm 26, T5/2026."""
    if len(found) - at < 3:
        return None
    word, number = found[at], found[at + 1]
    if word.text in WORDS:
        letter, accents = WORDS[word.text]
        if not agrees(word.marks, accents):
            return None
        most, short = {"t": 12, "q": 4}[letter], True
    elif word.text in LETTERS and not word.marks and word.end == number.start:
        letter, most = LETTERS[word.text]
        short = False
    else:
        return None
    named = len(found) - at > 3 and _is(found[at + 2], "nam", "na8m")
    size = 4 if named else 3
    last = found[at + size - 1]
    if (not named and _between(found[at + 1 : at + 3], 0, text) not in DASHES) or _goes_on(found, at + size, text):
        return None
    year = _year(last, text) if short else last.text if _is_year(last.text) else None
    count = ROMAN.get(number.text, number.text) if letter == "q" else number.text
    if year is None or not count.isdecimal() or not 1 <= int(count) <= most:
        return None
    return size, f"{year}{letter}{int(count)}"


def _is(token: Token, word: str, accents: str) -> bool:
    return token.text == word and agrees(token.marks, accents)


def _between(two: Sequence[Token], at: int, text: str) -> str:
    """What stands between two tokens, without the white space around."""
    return text[two[at].end : two[at + 1].start].strip()


def _goes_on(found: Sequence[Token], at: int, text: str) -> bool:
    """Whether more is joined behind: 24/3/26/QĐ is a number."""
    return at < len(found) and text[found[at - 1].end : found[at].start] in {"", *JOINING}


def _year(token: Token, text: str) -> str | None:
    """The year that two digits stand for; None for anything else."""
    written = text[token.start : token.end]
    if len(written) != 2 or not written.isdecimal():
        return None
    return f"{20 if int(written) < CENTURY_ENDS else 19}{written}"


def _is_year(text: str) -> bool:
    return len(text) == 4 and text.isdecimal() and text[:2] in {"19", "20"}


def _made(size: int, year: str, month: str, day: str) -> Found | None:
    if len(month) > 2 or len(day) > 2 or not 1 <= int(month) <= 12 or not 1 <= int(day) <= 31:
        return None
    return size, f"{year}d{int(month):02}{int(day):02}"
