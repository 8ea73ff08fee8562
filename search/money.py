"""Amounts of money as people write them: 25tr, 25 triệu, 16tr2, 1,5 tỷ, 25.000.000. Pure functions on tokens."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from search.text import Token

SCALES: Final = {
    "tr": 10**6, "trd": 10**6, "trieu": 10**6, "ti": 10**9, "tid": 10**9,
    "nghin": 10**3, "ngan": 10**3, "k": 10**3,
}  # fmt: skip
"""Words after a number (folded), in đồng."""
_WRITTEN: Final = (("trieu", 10**6), ("tr", 10**6), ("ti", 10**9), ("nghin", 10**3))
_LEAST: Final = 100_000
"""Đồng: smaller round numbers are more likely counts, areas and years."""
_MOST_DIGITS: Final = 15
_AMOUNT = re.compile(r"\d+(?:c\d+)?")


def amount(found: Sequence[Token], at: int) -> tuple[int, tuple[tuple[str, ...], ...]] | None:
    """How many tokens at `at` are an amount, and every way that a record may write it, as typed first; None if none."""
    token = found[at].text
    if len(token) > _MOST_DIGITS or not _AMOUNT.fullmatch(token):
        return None
    words = [one.text for one in found[at : at + 4]]
    if len(words) > 1 and words[1] in SCALES and words[2:3] != ["le"]:
        size = 2
        value = Decimal(token.replace("c", ".")) * SCALES[words[1]]
        if _goes_on(found, at):
            size = 3
            value += Decimal(words[2]) / 10 ** len(words[2]) * SCALES[words[1]]
        return (size, _ways(int(value), tuple(words[:size]))) if value == int(value) else None
    if token.isdecimal() and int(token) >= _LEAST and not int(token) % _LEAST:
        return 1, _ways(int(token), (token,))
    return None


def _goes_on(found: Sequence[Token], at: int) -> bool:
    """Whether digits stand glued behind the word: 16tr2 is 16,2 triệu."""
    three = found[at : at + 3]
    return (
        len(three) == 3
        and three[1].text in {"tr", "ti"}
        and three[2].text.isdecimal()
        and len(three[2].text) <= 3
        and three[0].end == three[1].start
        and three[1].end == three[2].start
    )


def _ways(value: int, typed: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    ways = [typed, (str(value),)]
    for word, scale in _WRITTEN:
        whole, rest = divmod(value, scale)
        if whole and (scale > 1_000 or value < _LEAST * 10):
            fraction = f"{rest:0{len(str(scale)) - 1}}".rstrip("0")
            ways.append((f"{whole}c{fraction}" if fraction else str(whole), word))
    return tuple(dict.fromkeys(ways))
