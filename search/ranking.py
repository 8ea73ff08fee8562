"""The tier of a record from its own tokens: quicker than asking an index for each tier where few records match."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from search.query import Term
from search.tiers import Tier

Texts = Mapping[str, str]
"""The tokens of each column between spaces."""


def place(texts: Texts, tiers: Sequence[Tier]) -> int:
    """Number of the first of these tiers that a record is in; their count when it is in none."""
    return next((at for at, tier in enumerate(tiers) if _holds(tier, texts)), len(tiers))


def _holds(tier: Tier, texts: Texts) -> bool:
    if tier.keys:
        return all(f" {key} " in texts["number"] for key in tier.keys)
    return all(any(_has(tier, term, texts) for term in unit.alternatives) for unit in tier.units)


def _has(tier: Tier, term: Term, texts: Texts) -> bool:
    """Whether a column of the reach has the words side by side and, if asked, the columns their accents."""
    wanted = (" ".join(term.tokens), *(term.marks if tier.strict else ()))
    return all(any(f" {one} " in texts[column] for column in tier.reach) for one in wanted)
