"""Phrases as people may have typed them: with their accents or with none. Pure functions on tokens."""

from __future__ import annotations

from collections.abc import Sequence

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


def agrees(typed: str, meant: str, *, toned: bool = False) -> bool:
    """Whether accents as typed can be those meant: hỏi for ngã, and unless tones were typed around (`toned`) also none
    at all or the vowels right and the tone left out."""
    same = typed.replace("4", "3") == meant.replace("4", "3")
    return same or (not toned and typed in {"", meant.rstrip("12345")})
