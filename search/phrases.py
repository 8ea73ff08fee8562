"""Phrases as people may have typed them: with their accents or with none. Pure functions on tokens."""

from __future__ import annotations

from collections.abc import Sequence

from search.register import agrees
from search.text import Token, clean, spans

Spelled = tuple[tuple[str, str], ...]
"""Folded words with their accents."""


def spelled(text: str) -> Spelled:
    """The words of a phrase."""
    return tuple((token.text, token.marks) for token in spans(clean(text)))


def longest_first(*phrases: str) -> tuple[Spelled, ...]:
    """Phrases in the order in which they have to be looked for."""
    return tuple(sorted(map(spelled, phrases), key=len, reverse=True))


def stands(phrase: Spelled, found: Sequence[Token], at: int) -> bool:
    """Whether the phrase begins at a token."""
    here = found[at : at + len(phrase)]
    return len(here) == len(phrase) and all(
        token.text == text and agrees(token.marks, mark) for token, (text, mark) in zip(here, phrase, strict=True)
    )
