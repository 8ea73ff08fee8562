"""Vietnamese text: one normal form, one-line cleaning, slugs and the order of names."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

NBSP = "\u00a0"

# A database cannot store NUL (PostgreSQL) or half a surrogate pair; the rest is invisible and breaks comparison.
# The joiners U+200C and U+200D stay: they are part of how some scripts and emoji are spelled.
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_INVISIBLE = re.compile("[\x01-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u200b\u200e\u200f\u2060\ufeff]")
_LINE_END = re.compile("\r\n?")
_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_DIGITS_OR_CHAR = re.compile(r"[0-9]+|.", re.DOTALL)

_STROKED = str.maketrans("đĐðÐ", "dDdD")
_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANK = {letter: rank for rank, letter in enumerate(_ALPHABET)}
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}  # huyền, hỏi, ngã, sắc, nặng

SortKey = tuple[tuple[tuple[int, int, str], ...], tuple[int, ...], str]


def nfc(text: str) -> str:
    """`text` in Unicode normal form C: what Vietnamese keyboards and the fold of search expect."""
    return unicodedata.normalize("NFC", text)


LONGEST_REMEMBERED = 255  # characters: what somebody sends may be of any length, and is not kept


def clean_line(text: str) -> str:
    """One storable line: NFC, every run of white space one plain space, nothing invisible, no space at the ends."""
    return _short_line(text) if len(text) <= LONGEST_REMEMBERED else _clean_line(text)


def _clean_line(text: str) -> str:
    text = _INVISIBLE.sub("", _UNSTORABLE.sub("", text))
    return nfc(" ".join(text.split()))


_short_line = lru_cache(maxsize=4096)(_clean_line)
"""A record's words are cleaned whenever they are stored, logged, shown: mostly the same ones."""


def clean_prose(text: str) -> str:
    """Storable text of several lines: NFC, lines end with \\n, no white space at its ends."""
    text = _INVISIBLE.sub("", _UNSTORABLE.sub("", text))
    return nfc(_LINE_END.sub("\n", text).strip())


def tidy(text: str) -> str:
    """Typed text ready for comparison with a pattern: NFC, small letters, single plain spaces."""
    return " ".join(nfc(text).lower().split())


def without_marks(text: str) -> str:
    """`text` without tone and letter marks, đ written d (it has no decomposition), eth typed for đ too."""
    decomposed = unicodedata.normalize("NFKD", text.translate(_STROKED))
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def slugify_vi(text: str, *, max_length: int = 80, default: str = "muc") -> str:
    """The address part of a name: "Khu nhà ở xã hội Đoàn Kết" becomes "khu-nha-o-xa-hoi-doan-ket".

    Cut at a word's end where that leaves anything; `default` when no letter or digit is left.
    """
    slug = _NOT_SLUG.sub("-", without_marks(text.lower())).strip("-")
    if len(slug) > max_length:
        cut = slug[: max_length + 1]
        slug = cut.rpartition("-")[0] or slug[:max_length]
    return slug.strip("-") or default


def vietnamese_sort_key(text: str) -> SortKey:
    """Key of the dictionary order a ă â b c d đ e ê …: letters first, tones decide between equal letters.

    Numbers inside count as numbers ("số 2" before "số 12"); white space and punctuation come before both.
    """
    tones: list[int] = []
    places: list[tuple[int, int, str]] = []
    for part in _DIGITS_OR_CHAR.findall(nfc(text).lower()):
        letter, tone = _split_tone(part)
        if part[0] in "0123456789":
            digits = part.lstrip("0")
            place = (1, len(digits), digits)
        elif letter in _RANK:
            place = (2, _RANK[letter], "")
        elif letter.isalnum():
            place = (3, 0, letter)
        else:
            place = (0, 0, "")
            if not places or places[-1] == place:
                continue
        places.append(place)
        tones.append(tone)
    if places and places[-1][0] == 0:
        places.pop()
        tones.pop()
    return tuple(places), tuple(tones), nfc(text)


def _split_tone(char: str) -> tuple[str, int]:
    """A letter without its tone, and the tone's rank: "ệ" gives ("ê", 5)."""
    decomposed = unicodedata.normalize("NFD", char)
    tone = max((_TONES.get(mark, 0) for mark in decomposed), default=0)
    return nfc("".join(mark for mark in decomposed if mark not in _TONES)), tone
