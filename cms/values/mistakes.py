"""What is wrong with a typed value, said to the person who typed it."""

from __future__ import annotations

LONGEST_INPUT = 100
LONGEST_QUOTE = 40


class ValueMistake(ValueError):
    """A typed value that cannot be taken; `message` is Vietnamese and names an example of right input."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


def quoted(text: str) -> str:
    """The typed text in guillemets for a message: one printable line of at most 40 characters."""
    line = "".join(char if char.isprintable() else " " for char in text[: LONGEST_QUOTE + 1])
    line = " ".join(line.split())
    if len(text) > LONGEST_QUOTE:
        line = line[:LONGEST_QUOTE].rstrip() + "…"
    return f"«{line}»"
