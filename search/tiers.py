"""Which matches come first: fixed tiers, the same on every engine."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from search.query import Query

COLUMNS: Final = ("number", "title", "keys", "body", "files")
REACHES: Final[tuple[tuple[str, ...], ...]] = tuple(COLUMNS[:size] for size in (2, 3, 4, 5))
"""Where every word must stand for each tier, from the title alone to anywhere."""


@dataclass(frozen=True, slots=True)
class Tier:
    """The keys of the number or day asked for, or a reach, with the accents as typed when `strict`."""

    keys: tuple[str, ...] = ()
    reach: tuple[str, ...] = ()
    strict: bool = False


def tiers_of(query: Query) -> list[Tier]:
    """All tiers of a query, best first; the last one is satisfied by every match."""
    tiers = [Tier(keys=query.number)] if query.number else []
    for reach in REACHES:
        tiers += [Tier(reach=reach, strict=strict) for strict in ((True, False) if query.marked else (False,))]
    return tiers
