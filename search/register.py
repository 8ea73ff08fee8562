"""What a word stands for, from the rows of the register of synonyms. Pure functions.

A row may say where it holds, with a place for what stands beside the word: ``{số}`` any number, ``{tên}`` the first
word of a name. ``tổ {số} → tổ dân phố {số}`` reads "tổ 12" and leaves "tổ chức" alone; ``bản {tên} = thôn {tên}`` reads
"bản Nậm Cầy" and leaves "văn bản" alone, also in "văn bản quy hoạch".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import Final

from search.phrases import agrees, longest_first, stands
from search.slips import sound
from search.text import Token, clean, marks, spans, tokens

Word = tuple[str, str, str]
"""Short, relation ("→" or "="), full: a row of the register of synonyms."""
NUMBER: Final = "{số}"
NAME: Final = "{tên}"
SET_PHRASES: Final = longest_first(
    *("văn bản", "biên bản", "cơ bản", "bản án", "bản chính", "bản đồ", "bản gốc", "bản sao", "bản vẽ"),
    *("giá bán", "mua bán", "rao bán", "mở bán", "được bán", "bán căn", "bán đất", "bán đấu giá", "bán nhà"),
    *("ủy ban", "ban chỉ đạo", "ban giám sát", "ban hành", "ban ngành", "ban quản lý", "ban quản trị"),
    *("bàn giao", "địa bàn"),
)
"""A word of these means what it means there and is no short form before a name: "gia ban minh hoa" asks for no bản."""
_PARTS = re.compile(r"(\{số\}|\{tên\})")
_TONES: Final = frozenset("12345")
_SLIPS_LIKE: Final = 2
"""Letters that each word of a pair has at least before the pair is taken for a slip of another."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One row read in one direction: what is typed, and what else is then looked for, with its spelling."""

    typed: tuple[str, ...]
    accents: tuple[str, ...]
    full: tuple[str, ...]
    spelling: str

    @property
    def taken(self) -> int:
        """How many of its parts are used up: a name that follows stays a word of its own."""
        return len(self.typed) - (self.typed[-1] == NAME)


@dataclass(frozen=True, slots=True)
class Reading:
    """What words at a place stand for: how many words, other ways to write the same, other phrases, their spellings."""

    size: int
    typed: tuple[tuple[str, ...], ...]
    fulls: tuple[tuple[str, ...], ...]
    spellings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Register:
    """Entries by their first part, and the pairs of words that stand side by side in them, by their sound."""

    entries: dict[str, tuple[Entry, ...]] = field(default_factory=dict)
    pairs: dict[tuple[str, str], tuple[str, str]] = field(default_factory=dict)
    spelled: dict[tuple[str, str], tuple[tuple[str, str], str]] = field(default_factory=dict)

    def reading(self, found: Sequence[Token], at: int, text: str) -> Reading | None:
        """The longest entries that stand at a place; None without any."""
        fitting: list[tuple[int, Entry, dict[str, str], int]] = []
        for entry in (*self.entries.get(found[at].text, ()), *self.entries.get(_slot(found[at]), ())):
            if fit := _fit(entry, found, at, text):
                fitting.append((entry.taken, entry, *fit))
        if not fitting:
            return None
        longest = max(size for size, *_ in fitting)
        best = [(entry, filled, used) for size, entry, filled, used in fitting if size == longest]
        entry, filled, used = best[0]
        typed = _ways(entry.typed[: entry.taken], filled)
        fulls = [way for entry, filled, _ in best for way in _ways(entry.full, filled)]
        return Reading(
            used,
            typed,
            tuple(dict.fromkeys(fulls)),
            tuple(_spelling(entry.spelling, filled) for entry, filled, _ in best),
        )

    def slip(self, one: Token, other: Token) -> tuple[tuple[str, str], str] | None:
        """The pair of words of the register that this pair sounds like, and its spelling; None for one that is there.

        "trung cư" sounds like chung cư, and "sã hội" like xã hội; accents that were typed must be its accents.
        """
        pair = (one.text, other.text)
        if pair in self.pairs or min(map(len, pair)) < _SLIPS_LIKE or not all(word.isalpha() for word in pair):
            return None
        meant = self.spelled.get((sound(one.text), sound(other.text)))
        if meant is None:
            return None
        (first, second), spelling = meant
        accents = [marks(word) for word in clean(spelling).split()]
        sure = all(
            not token.marks or _vowels(token.marks) == _vowels(accent)
            for token, accent in zip((one, other), accents, strict=True)
        )
        return ((first, second), spelling) if sure else None


@lru_cache(maxsize=4)
def register_of(words: tuple[Word, ...]) -> Register:
    """The register of some rows; a row without words on either side says nothing."""
    entries: dict[str, dict[tuple[str, ...], Entry]] = {}
    register = Register()
    for short, relation, full in words:
        ways = [(short, full)] if relation != "=" else [(short, full), (full, short)]
        for typed, other in ways:
            entry = _entry(typed, other)
            if entry.typed and entry.full and entry.typed != entry.full and entry.typed[0] != NAME:
                entries.setdefault(entry.typed[0], {}).setdefault((*entry.typed, *entry.accents, *entry.full), entry)
        for phrase in (short, full):
            _learn(phrase, register)
    register.entries.update({first: tuple(found.values()) for first, found in entries.items()})
    return register


def _entry(typed: str, full: str) -> Entry:
    parts: list[str] = []
    accents: list[str] = []
    for part in _PARTS.split(typed):
        found = [(part, "")] if part in {NUMBER, NAME} else [(token.text, token.marks) for token in spans(clean(part))]
        parts += [text for text, _ in found]
        accents += [mark for _, mark in found]
    other = [piece for part in _PARTS.split(full) for piece in ([part] if part in {NUMBER, NAME} else tokens(part))]
    return Entry(tuple(parts), tuple(accents), tuple(other), full)


def _learn(phrase: str, register: Register) -> None:
    """Take in the pairs of words of a phrase; the first row that has a sound keeps it."""
    for part in _PARTS.split(phrase):
        cleaned = clean(part)
        for one, other in pairwise(spans(cleaned)):
            if cleaned[one.end : other.start].strip():
                continue
            pair = (one.text, other.text)
            register.pairs[pair] = pair
            spelling = f"{cleaned[one.start : one.end]} {cleaned[other.start : other.end]}".lower()
            register.spelled.setdefault((sound(pair[0]), sound(pair[1])), (pair, spelling))


def _slot(token: Token) -> str:
    return NUMBER if token.text.isdigit() else ""


def _fit(entry: Entry, found: Sequence[Token], at: int, text: str) -> tuple[dict[str, str], int] | None:
    """What fills the places of an entry that stands at `at`, and how many words it takes; None when it does not."""
    if NAME in entry.typed and _is_of_set_phrase(found, at):
        return None
    filled: dict[str, str] = {}
    here = at
    # Who types tones types all of them: "trưởng ban" is no trưởng bản.
    toned = any(token.marks[-1:] in _TONES for token in found[at : at + len(entry.typed)] if token.marks)
    for part, accent in zip(entry.typed, entry.accents, strict=True):
        if part == NUMBER and here > at and here < len(found) - 1 and found[here].text == "so":
            here += 1  # "tổ số 12" is tổ 12
        if here >= len(found):
            return None
        token = found[here]
        if part == NUMBER:
            fits = token.text.isdigit()
        elif part == NAME:
            fits = token.text.isalpha() and _may_be_name(token, text)
        else:
            fits = token.text == part and agrees(token.marks, accent, toned=toned)
        if not fits:
            return None
        if part in {NUMBER, NAME}:
            filled[part] = token.text
        here += part != NAME
    return filled, here - at


def _is_of_set_phrase(found: Sequence[Token], at: int) -> bool:
    return any(
        stands(phrase, found, start) for phrase in SET_PHRASES for start in range(max(0, at + 1 - len(phrase)), at + 1)
    )


def _may_be_name(token: Token, text: str) -> bool:
    """Whether a word may begin a name: it has a capital, or the text has none at all."""
    return text[token.start : token.end][:1].isupper() or text.lower() == text


def _ways(parts: Sequence[str], filled: dict[str, str]) -> tuple[tuple[str, ...], ...]:
    """A phrase with its places filled; before a number with and without "số"."""
    way: list[str] = []
    numbered: list[str] = []
    for part in parts:
        if part == NUMBER and way:
            numbered.append("so")
        way.append(filled.get(part, part))
        numbered.append(filled.get(part, part))
    return (tuple(way),) if way == numbered else (tuple(way), tuple(numbered))


def _spelling(full: str, filled: dict[str, str]) -> str:
    return full.replace(NUMBER, filled.get(NUMBER, "")).replace(NAME, "").strip()


def _vowels(mark: str) -> str:
    """Vowels and tone of an accented word, hỏi and ngã being one."""
    return re.sub(r"[^aeiouy1-8]|(?<=g)i(?=[aeouy])", "", mark).replace("4", "3")
