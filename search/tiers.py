"""Which matches come first: fixed tiers, the same on every engine."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from search.query import Query, Term, Unit

COLUMNS: Final = ("number", "title", "keys", "body", "files")
REACHES: Final[tuple[tuple[str, ...], ...]] = tuple(COLUMNS[:size] for size in (2, 3, 4, 5))
"""Where every word must stand for each tier, from the title alone to anywhere."""
_READINGS: Final = 3
"""Readings of a unit that are tried beside those of its neighbour."""
SHORT: Final = 5
"""Units of a query that is likely a name or a set phrase."""


@dataclass(frozen=True, slots=True)
class Tier:
    """The keys of the number or day asked for, or units within a reach: side by side when `close`, with the accents as
    typed when `strict`."""

    keys: tuple[str, ...] = ()
    units: tuple[Unit, ...] = ()
    reach: tuple[str, ...] = ()
    close: bool = False
    strict: bool = False

    def holds(self, other: Tier) -> bool:
        """Whether everything in the other tier of the same query is surely in this one."""
        wider = set(other.reach) <= set(self.reach) and not other.keys and not self.keys
        return wider and (other.close or not self.close) and (other.strict or not self.strict)


def tiers_of(query: Query) -> list[Tier]:
    """All tiers of a query, best first; the last one is satisfied by every match.

    A short query without a number is likely a name or a set phrase: "hài hòa" side by side in a text comes before a
    title with a "hài" and a "hòa" that have nothing to do with each other, but for the text of files, which say
    everything. A longer one says enough by all its words, and each tier costs time. A title that has all words of a
    question, "ai" and "được" as well, asks the same.
    """
    near = together(query.units) if len(query.units) <= SHORT and not query.number else ()
    accents = (True, False) if query.marked else (False,)

    def of(reach: tuple[str, ...], *, close: bool) -> list[Tier]:
        units = (*query.units, *near) if close else query.units
        return [Tier(units=units, reach=reach, close=close, strict=strict) for strict in accents]

    tiers = [Tier(keys=query.number)] if query.number else []
    if query.question:
        tiers.append(Tier(units=query.question, reach=REACHES[0]))
    if near:
        tiers += [
            tier for at in range(len(accents)) for reach in REACHES[:-1] for tier in of(reach, close=True)[at : at + 1]
        ]
        tiers += [tier for reach in REACHES[:-1] for tier in of(reach, close=False)]
        return [*tiers, *of(REACHES[-1], close=True), *of(REACHES[-1], close=False)]
    return [*tiers, *(tier for reach in REACHES for tier in of(reach, close=False))]


def outside(tiers: Sequence[Tier]) -> list[Tier]:
    """The tiers of these that no later one of them holds: what is in none of the rest is in none of all."""
    return [tier for at, tier in enumerate(tiers) if not any(later.holds(tier) for later in tiers[at + 1 :])]


def together(units: Sequence[Unit]) -> tuple[Unit, ...]:
    """What a record also has where the words stand as typed: each word beside the one before it or the one after it.

    Not asked of what is several words by itself (a quoted phrase, an abbreviation with its full name) or is no word (a
    date, a decimal): those say enough alone, and with a word next to them ("mua NOXH"). Between a word and a number
    there may be a "số".
    """
    pairs = [_side_by_side(one, other) for one, other in pairwise(units)]
    enough = [_says_enough(unit) for unit in units]
    close: dict[Unit, None] = {}
    for at, unit in enumerate(units):
        if enough[at] or (unit.alternatives[0].tokens[0].isalpha() and any(enough[max(at - 1, 0) : at + 2])):
            continue
        if beside := [*pairs[max(at - 1, 0) : at], *pairs[at : at + 1]]:
            close[Unit(tuple(term for pair in beside for term in pair))] = None
    return tuple(close)


def _says_enough(unit: Unit) -> bool:
    typed = unit.alternatives[0].tokens
    mixed = not typed[0].isalpha() and not typed[0].isdigit()
    return mixed or any(len(term.tokens) > 1 for term in unit.alternatives)


def _side_by_side(one: Unit, other: Unit) -> tuple[Term, ...]:
    terms: dict[Term, None] = {}
    for left in one.alternatives[:_READINGS]:
        for right in other.alternatives[:_READINGS]:
            terms[Term((*left.tokens, *right.tokens))] = None
            if right.tokens[0].isdigit() and not left.tokens[-1].isdigit():
                terms[Term((*left.tokens, "so", *right.tokens))] = None
    return tuple(terms)
