"""The words of a record by column. Pure functions without Django: processes that fold for others import only this."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import Final

from search.text import chunks, clean

GAP: Final = "0gap"
"""Stands between two texts of one column, so that no phrase runs over the seam."""
MAX_TOKENS: Final = 60_000
"""Words of one column that are indexed: some 150 pages."""
MAX_CHARACTERS: Final = 500_000

Texts = tuple[tuple[str, ...], ...]
"""The texts of each column of a record."""
Columns = tuple[str, ...]
"""The tokens of each, between spaces: what is handed from process to process and to an engine is one text, not its
thousand words."""


def column(*texts: str) -> str:
    """Tokens of some texts in order; after them, in no order, the parts of their dates and the accents of their words.

    The accents stand apart so that they do not come between the words of a phrase.
    """
    row: list[str] = []
    apart: dict[str, None] = {}
    for text in texts:
        if row and text:
            row.append(GAP)
        found = chunks(clean(text[:MAX_CHARACTERS]))
        row.extend(chain.from_iterable([chunk.tokens for chunk in found]))
        del row[MAX_TOKENS:]
        for chunk in dict.fromkeys(found):
            apart.update(chunk.apart)
    return " ".join((*row, GAP, *apart) if apart else row)


def folded(records: Sequence[Texts]) -> list[Columns]:
    """The columns of some records."""
    return [tuple(column(*texts) for texts in record) for record in records]
