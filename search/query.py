"""What the typed words mean. Pure functions: no database, and no text makes them fail."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from search import dates, money, numbers, syllables
from search.fillers import filler
from search.register import Register, Word, register_of
from search.text import Token, clean, fold, marks, spans, tokens

MAX_CHARACTERS: Final = 200
MAX_UNITS: Final = 24
MAX_ALTERNATIVES: Final = 8

_QUOTED = re.compile(r"[\"“”„«»]([^\"“”„«»]+)[\"“”„«»]")
_YEAR = re.compile(r"(?:19|20)\d\d")
_DAY = re.compile(r"\d{4}d\d{4}")
_VNI_WORD = re.compile(r"(?<![^\s\"“”„«»(),;])[a-z]+[0-9][a-z0-9]*(?![^\s\"“”„«»(),;.?!])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Term:
    """Tokens that stand side by side, and the accents that were typed with them."""

    tokens: tuple[str, ...]
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unit:
    """One thing asked for; a record has it when it has any of the alternatives, the first being what was typed."""

    alternatives: tuple[Term, ...]

    @property
    def marked(self) -> bool:
        """Whether accents were typed."""
        return any(term.marks for term in self.alternatives)


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for: every unit must be found.

    `words` and `phrases` are what was typed (tokens, quoted texts); `number` holds the keys of a document number or of
    a day, that is what makes a record the very one asked for; `read_as` says which other words were searched too;
    `cut` that the text was too long to be used in full.
    """

    text: str
    units: tuple[Unit, ...] = ()
    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    number: tuple[str, ...] = ()
    read_as: tuple[str, ...] = ()
    cut: bool = False
    question: tuple[Unit, ...] = ()
    """The units and the words of the question that say nothing of what is looked for, when there are any."""
    places: tuple[tuple[int, int], ...] = ()
    """Where each unit stands in the text; empty where the text was read otherwise than it is written."""

    def __bool__(self) -> bool:
        return bool(self.units)

    @property
    def marked(self) -> bool:
        """Whether accents were typed anywhere."""
        return any(unit.marked for unit in self.units)


def understand(text: str, synonyms: Iterable[Word] = ()) -> Query:
    """Read a query. Anything beyond 200 characters or 24 words is left out, and `cut` says so."""
    asked = " ".join(clean(text[: MAX_CHARACTERS * 4]).split())
    cut = len(asked) > MAX_CHARACTERS or len(text) > MAX_CHARACTERS * 4
    asked = asked[:MAX_CHARACTERS].rstrip()
    register = register_of(tuple(synonyms))

    phrases = tuple(phrase.strip() for phrase in _QUOTED.findall(asked) if tokens(phrase))
    loose = _vni(_QUOTED.sub(" ", asked))
    found = list(spans(loose))
    units = [Unit((_term(list(spans(phrase))),)) for phrase in phrases]
    read = _units(found, loose, register, only=not phrases)
    units += [one.unit for one in read]
    read_as = [spelling for one in read for spelling in one.spellings]
    asking = [] if phrases else [one.unit for one in _read(found, loose, register, asked=True)]
    question = [unit for unit in asking if unit not in units]
    dated = list(dates.with_dates(found, loose))
    number = numbers.typed(dated, loose) or tuple(numbers.day_key(t.text) for t in dated if _DAY.fullmatch(t.text))[:1]
    return Query(
        text=asked,
        units=tuple(units[:MAX_UNITS]),
        words=tuple(token.text for token in found[:MAX_UNITS]),
        phrases=phrases,
        number=number,
        read_as=tuple(dict.fromkeys(read_as)),
        cut=cut or len(units) > MAX_UNITS,
        question=(*units, *question)[:MAX_UNITS] if question else (),
        places=_places(found, read)[:MAX_UNITS] if loose == asked else (),
    )


def _places(found: Sequence[Token], read: Iterable[_Read]) -> tuple[tuple[int, int], ...]:
    return tuple((found[one.at].start, found[one.at + one.size - 1].end) for one in read)


def _vni(text: str) -> str:
    """`text` with VNI spellings decoded to private words, when it surely is VNI.

    "to12" may be tổ 12 and "to3" too: digits within a word, or two such words, are needed before digits are accents.
    """
    candidates = [(m, syllables.vni(m[0].lower())) for m in _VNI_WORD.finditer(text)]
    read = [(m, decoded) for m, decoded in candidates if decoded]
    sure = len(read) > 1 or any(re.search(r"\d[a-z]", m[0].lower()) for m, _ in read)
    if not sure:
        return text
    for match, (_, spelled) in reversed(read):
        text = text[: match.start()] + _compose(spelled) + text[match.end() :]
    return clean(text)


_ACCENTS: Final = {"6": "\u0302", "7": "\u031b", "8": "\u0306"}
_TONES: Final = {"1": "\u0301", "2": "\u0300", "3": "\u0309", "4": "\u0303", "5": "\u0323"}


def _compose(spelled: str) -> str:
    """A word with its accents from their spelling by digits ("ho6i5" → "hội"); where the tone stands is no matter."""
    letters = "".join(_ACCENTS.get(char, char) for char in spelled.rstrip("12345")).replace("d9", "đ")
    tone = _TONES.get(spelled[-1], "")
    vowel = next((at for at, char in enumerate(letters) if char in "aeiouy"), 0)
    end = vowel + 1
    while end < len(letters) and letters[end] in _ACCENTS.values():
        end += 1
    return letters[:end] + tone + letters[end:]


def _term(found: Sequence[Token]) -> Term:
    return Term(tuple(token.text for token in found), tuple(token.marks for token in found if token.marks))


@dataclass(frozen=True, slots=True)
class _Read:
    """A unit of some words at a place, with the spellings of what else it may mean."""

    unit: Unit
    at: int
    size: int = 1
    spellings: tuple[str, ...] = ()


def _units(found: list[Token], text: str, register: Register, *, only: bool) -> list[_Read]:
    """Units of loose words; `only`: there is no quoted phrase.

    Words that say nothing of what is looked for are left out, unless there are no others.
    """
    units = list(_read(found, text, register, asked=False))
    return units or (list(_read(found, text, register, asked=True)) if only else [])


def _read(found: list[Token], text: str, register: Register, *, asked: bool) -> Iterator[_Read]:
    at = 0
    while at < len(found):
        token = found[at]
        if _says_nothing(found, at):
            at += 1
        elif date := dates.date_at(found, at, text):
            size, token_of_date = date
            typed = tuple(one.text for one in found[at : at + size])
            yield _Read(Unit((Term(typed), Term((token_of_date,)))), at, size)
            at += size
        elif reading := register.reading(found, at, text):
            here = tuple(token.marks for token in found[at : at + reading.size] if token.marks)
            terms = (*(Term(way, here) for way in reading.typed), *map(Term, reading.fulls))
            unit = Unit(tuple(dict.fromkeys(terms))[:MAX_ALTERNATIVES])
            yield _Read(unit, at, reading.size, reading.spellings)
            at += reading.size
        elif sum_ := money.amount(found, at):
            size, ways = sum_
            yield _Read(Unit(tuple(Term(way) for way in ways)[:MAX_ALTERNATIVES]), at, size)
            at += size
        elif not asked and (size := filler(found, at)):
            at += size
        else:
            unit, meant = _word(token, text), tuple[str, ...]()
            for one in (at - 1, at):
                if 0 <= one < len(found) - 1 and (slip := register.slip(found[one], found[one + 1])):
                    pair, spelling = slip
                    if pair[at - one] != token.text:
                        unit = Unit((*unit.alternatives, Term(pair))[:MAX_ALTERNATIVES])
                        meant = (spelling,)
            yield _Read(unit, at, 1, meant)
            at += 1


def _says_nothing(found: Sequence[Token], at: int) -> bool:
    """Whether this is "số" before a number (alone it may be sổ or Sở) or "năm" before a year."""
    token, after = found[at], found[at + 1].text if at + 1 < len(found) else ""
    if token.text == "so":
        return token.marks in {"", "so61"} and after.isdigit()
    return token.text == "nam" and token.marks in {"", "na8m"} and _YEAR.fullmatch(after) is not None


def _word(token: Token, text: str) -> Unit:
    """One word; when it is no syllable as typed, also what it may have been meant to be."""
    literal = Term((token.text,), (token.marks,) if token.marks else ())
    if parts := numbers.codes(token.text):
        return Unit((literal, Term(parts)))
    written = text[token.start : token.end].lower()
    if not written.isalpha() or not written.isascii() or syllables.is_syllable(written):
        return Unit((literal,))
    others: list[Term] = []
    if decoded := syllables.telex(written):
        others.append(Term((decoded[0],), (decoded[1],) if re.search(r"\d", decoded[1]) else ()))
    if "j" in written and syllables.is_syllable(chat := written.replace("j", "i")):
        others.append(Term((fold(chat),)))
    if not decoded and "dd" in written:
        others.append(Term((fold(written.replace("dd", "d")),), (marks(written.replace("dd", "đ")),)))
    others.extend(Term(way) for way in syllables.split(written))
    return Unit((literal, *others)[:MAX_ALTERNATIVES])
