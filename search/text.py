"""One spelling for every text: what is indexed and what is typed become the same tokens on every engine.

Tokens are ASCII. A token of letters only or digits only comes from a word as written; a mixed one has been made here:

========================  ===========  ===============================================================
token                     from         rule
========================  ===========  ===============================================================
``32056c8``               32.056,8     decimal number; the fraction follows ``c``, without zeros at its end
``2026d0210``             10/2/2026    a day, however it is written
``2026t5``, ``2026q2``    tháng 5/2026, quý II/2026
``m2``                    m², m2       unit of area or volume
``d9oan2``                đoàn         :func:`marks`: the accents of a word, tone last
========================  ===========  ===============================================================
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

MAX_TOKEN: Final = 64
"""Characters kept of one word; nothing in Vietnamese is longer, and PostgreSQL refuses a lexeme over 2 kB."""

_UNWANTED = re.compile("[\ud800-\udfff\x00\u00ad\u200b-\u200d\u2060\ufeff]")
_COMBINING = re.compile("[\u0300-\u036f]")
_WHOLE_RHYME = re.compile(r"\b(?:([hklmst])y|quy)\b")

_DASHES: Final = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"


class _Shadow(dict[int, str]):
    """Translation table: every character becomes exactly one ASCII character, so positions stay."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        if char in "đĐ":
            plain = "d"
        elif char in _DASHES:
            plain = "-"
        elif char == "⁄":
            plain = "/"
        else:
            first = unicodedata.normalize("NFKD", char)[:1].lower()
            plain = first if first.isascii() and first.isprintable() else " "
        self[code] = plain
        return plain


_SHADOW = _Shadow()


def clean(text: str) -> str:
    """NFC without NUL, lone surrogates, zero-width characters and combining marks that no letter takes."""
    composed = unicodedata.normalize("NFC", _UNWANTED.sub("", text))
    return _COMBINING.sub("", composed)


def shadow(cleaned: str) -> str:
    """`cleaned` in lower-case ASCII, character for character: punctuation stays, what has no ASCII form is a space."""
    return cleaned.translate(_SHADOW)


def _one_i(match: re.Match[str]) -> str:
    return f"{match[1]}i" if match[1] else "qui"


def unmark(text: str) -> str:
    """Lower-case ASCII words without marks and punctuation, letter for letter: what an address is made of."""
    return " ".join(re.findall(r"[a-z0-9]+", shadow(clean(text))))


def fold(text: str) -> str:
    """`text` as it is compared: no case, marks, đ, punctuation; where the tone stands does not matter.

    i and y are one only where they are the whole rhyme (kĩ/kỹ, lí/lý, mĩ/mỹ, tỉ/tỷ) and in qui/quy; anywhere else the
    rule would make tây and tái one word.
    """
    return _WHOLE_RHYME.sub(_one_i, unmark(text))


def fold_with_map(text: str) -> tuple[str, list[int]]:
    """`fold(text)` and, for each of its characters, where it stands in `clean(text)`."""
    plain = shadow(clean(text))
    folded: list[str] = []
    places: list[int] = []
    for word in re.finditer(r"[a-z0-9]+", plain):
        if folded:
            folded.append(" ")
            places.append(word.start() - 1)
        folded.append(_WHOLE_RHYME.sub(_one_i, word[0]))
        places.extend(range(word.start(), word.end()))
    return "".join(folded), places


@dataclass(frozen=True, slots=True)
class Token:
    """One token of a text and the stretch of `clean(text)` it comes from."""

    text: str
    start: int
    end: int
    marks: str = ""


_DATE_LONG = r"(?:ngay\s+)?(?P<d1>\d{1,2})\s+thang\s+(?P<m1>\d{1,2})\s+nam\s+(?P<y1>\d{4})(?!\d)"
_DATE_SHORT = (
    r"(?:ngay\s+)?(?P<d2>\d{1,2})(?P<s2>[/.-])(?P<m2>\d{1,2})(?P=s2)(?P<y2>(?:19|20)\d\d)(?![\d])(?![/.-][a-z0-9])"
)
_DATE_ISO = r"(?P<y3>(?:19|20)\d\d)-(?P<m3>\d\d)-(?P<d3>\d\d)(?![\d])(?![/.-][a-z0-9])"
_MONTH = r"thang\s+(?P<m4>\d{1,2})(?:\s*/\s*|\s+nam\s+|\s*-\s*|\s+)(?P<y4>(?:19|20)\d\d)(?!\d)"
_QUARTER = r"quy\s+(?P<q>iv|i{1,3}|[1-4])(?:\s*/\s*|\s+nam\s+|\s*-\s*|\s+)(?P<y5>(?:19|20)\d\d)(?!\d)"
_NUMBER = (
    r"(?P<vi>\d{1,3}(?:\.\d{3}){1,5}(?:,\d{1,9})?(?!\d)|\d{1,15},\d{1,9}(?![\d,.]*\d))"
    r"|(?P<en>\d{1,3}(?:,\d{3}){1,5}(?:\.\d{1,9})?(?!\d)|\d{1,15}\.\d{1,2}(?![\d.]))"
)
_PIECE = re.compile(
    rf"(?<![a-z0-9])(?:{_DATE_LONG}|{_DATE_SHORT}|{_DATE_ISO}|{_MONTH}|{_QUARTER})|(?<![a-z])(?P<unit>m[23])(?![a-z0-9])"
    rf"|(?<![\d.,])(?:{_NUMBER})|(?P<word>[a-z]+)|(?P<digits>\d+)"
)
_ROMAN: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def _decimal(whole: str, fraction: str) -> str:
    whole, fraction = whole.lstrip("0") or "0", fraction.rstrip("0")
    return f"{whole}c{fraction}" if fraction else whole


def _number(found: re.Match[str]) -> str:
    """A number written the Vietnamese way (32.056,8) or, where it can be nothing else, the English way (32,056.8).

    One comma is always the Vietnamese decimal sign: 32,056 is a little over 32.
    """
    if found["vi"]:
        whole, _, fraction = found["vi"].replace(".", "").partition(",")
    else:
        whole, _, fraction = found["en"].replace(",", "").partition(".")
    return _decimal(whole, fraction)


def _day(year: str, month: str, day: str) -> str | None:
    if 1 <= int(month) <= 12 and 1 <= int(day) <= 31:
        return f"{year}d{int(month):02}{int(day):02}"
    return None


def _made(found: re.Match[str]) -> str | None:
    """The token of a date, period, number or unit; None when the digits only look like one (40/13/2026)."""
    for year, month, day in (("y1", "m1", "d1"), ("y2", "m2", "d2"), ("y3", "m3", "d3")):
        if found[year]:
            return _day(found[year], found[month], found[day])
    if found["y4"]:
        return f"{found['y4']}t{int(found['m4'])}" if 1 <= int(found["m4"]) <= 12 else None
    if found["y5"]:
        return f"{found['y5']}q{_ROMAN.get(found['q']) or found['q']}"
    if found["unit"]:
        return found["unit"]
    return _number(found)[:MAX_TOKEN]


@lru_cache(maxsize=50_000)
def _fold_word(word: str) -> str:
    return _WHOLE_RHYME.sub(_one_i, word)


_MARK_DIGITS: Final = {"\u0302": "6", "\u031b": "7", "\u0306": "8"}
_TONE_DIGITS: Final = {"\u0301": "1", "\u0300": "2", "\u0309": "3", "\u0303": "4", "\u0323": "5"}


@lru_cache(maxsize=50_000)
def marks(word: str) -> str:
    """The accents of one word as an ASCII token of letters and digits ("đoàn" → "d9oan2"); "" when it has none.

    The tone stands last, so hoà and hòa are one; i/y as in :func:`fold`.
    """
    letters: list[str] = []
    tone = ""
    for char in unicodedata.normalize("NFD", word.lower()):
        if char == "đ":
            letters.append("d9")
        elif char in _TONE_DIGITS:
            tone = _TONE_DIGITS[char]
        elif char in _MARK_DIGITS:
            letters.append(_MARK_DIGITS[char])
        elif "a" <= char <= "z":
            letters.append(char)
    spelled = "".join(letters)
    if not tone and spelled.isalpha():
        return ""
    return (_fold_word(spelled) + tone)[:MAX_TOKEN]


_SHORT_WORD: Final = 12


def spans(cleaned: str) -> Iterator[Token]:
    """Tokens of a text that has been through :func:`clean`, each with its place in it."""
    plain = shadow(cleaned)
    at = 0
    while found := _PIECE.search(plain, at):
        at = found.end()
        start, end = found.span()
        if found["word"]:
            written = cleaned[start:end]
            # Long words are rare and never twice the same: keep them out of the caches.
            if end - start <= _SHORT_WORD:
                yield Token(_fold_word(found["word"]), start, end, marks(written))
            else:
                yield Token(found["word"][:MAX_TOKEN], start, end, marks.__wrapped__(written))
        elif found["digits"]:
            yield Token((found["digits"].lstrip("0") or "0")[:MAX_TOKEN], start, end)
        elif made := _made(found):
            yield Token(made, start, end)
        else:
            yield from _pieces(cleaned, plain, start, end)


def _pieces(cleaned: str, plain: str, start: int, end: int) -> Iterator[Token]:
    """Plain words and digits of a stretch that only looked like a date."""
    for found in re.finditer(r"[a-z]+|\d+", plain[start:end]):
        low, high = start + found.start(), start + found.end()
        text = _fold_word(found[0]) if found[0].isalpha() else found[0].lstrip("0") or "0"
        yield Token(text[:MAX_TOKEN], low, high, marks(cleaned[low:high]))


_JOINING: Final = frozenset({"ngay", "thang", "nam", "quy", "i", "ii", "iii", "iv", ""})
"""Words of a date before white space; the empty one stands for a bare / or -."""
_KEPT_WORD: Final = 24
_KEPT_DATE: Final = 48


@dataclass(frozen=True, slots=True, eq=False)
class Chunk:
    """The tokens of a stretch of text, and what stands apart from them: accents of words, parts of dates."""

    tokens: tuple[str, ...]
    apart: dict[str, None]
    joins: bool
    """Whether what stands next to it may belong to the same date."""
    numeric: bool


@lru_cache(maxsize=30_000)
def _chunk(stretch: str) -> Chunk:
    """A stretch of cleaned text, for itself."""
    plain = shadow(stretch)
    numeric = any(char.isdigit() for char in plain)
    last = re.split(r"[^a-z0-9]+", plain.rstrip("/- "))[-1]
    found = list(spans(stretch))
    apart: list[str] = []
    for token in found:
        if token.marks:
            apart.append(token.marks)
        elif token.text[0].isdigit():
            apart += parts(token.text)
    return Chunk(tuple(token.text for token in found), dict.fromkeys(apart), numeric or last in _JOINING, numeric)


def chunks(cleaned: str) -> list[Chunk]:
    """A cleaned text in pieces, whose tokens in order are those of :func:`spans`; many times as quick.

    Between white space the same words come again and again. Only dates and numbers are read across it, so what may be
    part of one is put together. No loop of Python's own runs over all words: a rebuild reads tens of millions.
    """
    stretches = cleaned.split()
    found = [_chunk(one) if len(one) <= _KEPT_WORD else _chunk.__wrapped__(one) for one in stretches]
    for begin, end in reversed(_runs([at for at, chunk in enumerate(found) if chunk.joins])):
        if end - begin > 1 and any(chunk.numeric for chunk in found[begin:end]):
            whole = " ".join(stretches[begin:end])
            found[begin:end] = [_chunk(whole) if len(whole) <= _KEPT_DATE else _chunk.__wrapped__(whole)]
    return found


def _runs(places: Sequence[int]) -> list[tuple[int, int]]:
    """Places next to each other put together: their first, and the one behind their last."""
    runs: list[tuple[int, int]] = []
    for at in places:
        if runs and runs[-1][1] == at:
            runs[-1] = (runs[-1][0], at + 1)
        else:
            runs.append((at, at + 1))
    return runs


def tokens(text: str) -> list[str]:
    """The tokens of `text`, in order: folded words, digits without leading zeros, dates and decimals in one spelling.

    Letters and digits part ("QH15" is qh, 15), as do words at / - and any other sign.
    """
    return [token.text for token in spans(clean(text))]


_DAY = re.compile(r"(\d{4})d(\d\d)(\d\d)")
_PERIOD = re.compile(r"(\d{4})([tq])(\d\d?)")


def parts(token: str) -> list[str]:
    """What else a record with this date token is found by: its day, month, quarter and year.

    For the index only: a search for a day means that day, one for a month also means its days.
    """
    if day := _DAY.fullmatch(token):
        year, month, date = day[1], int(day[2]), int(day[3])
        return [f"{year}t{month}", f"{year}q{(month + 2) // 3}", str(date), str(month), year, "ngay"]
    if period := _PERIOD.fullmatch(token):
        year, number = period[1], int(period[3])
        if period[2] == "t":
            return [f"{year}q{(number + 2) // 3}", "thang", str(number), year]
        return ["qui", str(number), year]
    return []
