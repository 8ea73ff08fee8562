"""Made-up Vietnamese names, numbers and sentences, the same for the same seed."""

from __future__ import annotations

import json
import random
from pathlib import Path

WORDS: dict[str, list[str]] = json.loads(Path(__file__).with_name("words.json").read_text(encoding="utf-8"))
"""Two syllables of a place's name; who does what when, in reports."""


class Namer:
    """Draws from one stream of random numbers; each kind of name is drawn as often as it is asked for."""

    def __init__(self, seed: str) -> None:
        self.random = random.Random(seed)
        self._numbers = 0

    def place(self) -> str:
        """A name such as "Phúc Lộc"."""
        return f"{self._word('first')} {self._word('last')}"

    def number(self) -> int:
        """A number that this namer has not given before."""
        self._numbers += 1
        return self._numbers

    def sentence(self) -> str:
        """A sentence as reports have them."""
        said = " ".join(map(self._word, ("who", "does", "what", "when")))
        return f"{said[:1].upper()}{said[1:]}."

    def _word(self, kind: str) -> str:
        return self.random.choice(WORDS[kind])
