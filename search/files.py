"""The files of a record as one text, from which a hit finds its file and page again.

A file is a head (its name, its address) and its text, pages parted by form feeds. Control characters stand between
them: no text that people write has them, and no word is made of them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from search.text import clean

FILE: Final = "\x1e"
HEAD: Final = "\x1f"
PAGE: Final = "\f"
_OURS: Final = dict.fromkeys(map(ord, (FILE, HEAD)))


@dataclass(frozen=True, slots=True)
class FilePlace:
    """Where in a record's files something stands; `page` counts from 1, None where the file has no pages."""

    name: str
    url: str
    page: int | None = None

    @property
    def href(self) -> str:
        """The file, opened at the page where the browser can."""
        return f"{self.url}#page={self.page}" if self.page else self.url


@dataclass(frozen=True)
class FileText:
    """A file's name and address as the public sees them, and its text; only what is `paged` has page numbers."""

    name: str
    url: str
    text: str
    paged: bool = True

    @cached_property
    def _pages(self) -> list[str]:
        return [" ".join(clean(page).split()) for page in self.text.split(PAGE)]

    @cached_property
    def line(self) -> str:
        """The whole text in one line: a phrase may run over the end of a page."""
        return " ".join(self._pages)

    @cached_property
    def _starts(self) -> list[int]:
        starts, at = [], 0
        for page in self._pages:
            starts.append(at)
            at += len(page) + 1
        return starts

    def place(self, at: int) -> FilePlace:
        """Where the character `at` of `line` stands."""
        paged = len(self._starts) > 1
        return FilePlace(self.name, self.url, bisect_right(self._starts, at) if paged else None)


def pack(parts: Iterable[FileText]) -> str:
    """Files as one text, in their order; a file without words is left out."""
    return "".join(
        f"{FILE}{part.name.translate(_OURS)}{HEAD}{part.url.translate(_OURS)}{HEAD}{_text(part)}"
        for part in parts
        if part.text.strip()
    )


def _text(part: FileText) -> str:
    text = part.text.translate(_OURS)
    return text if part.paged else text.replace(PAGE, "\n")


def unpack(packed: str, most: int | None = None) -> list[FileText]:
    """The files again, of whose text at most so many characters are taken; a text that no file names has no name."""
    found: list[FileText] = []
    for one in packed.split(FILE):
        name, has_head, rest = one.partition(HEAD)
        url, has_url, text = rest.partition(HEAD)
        if not (has_head and has_url):
            name, url, text = "", "", one
        if most is not None:
            text = text[: max(most, 0)]
            most -= len(text)
        if text.strip():
            found.append(FileText(name, url, text))
    return found


def texts(packed: str) -> tuple[str, ...]:
    """The texts alone, file by file: no phrase runs from one into the next, and no file's name is among its words."""
    return tuple(file.text for file in unpack(packed))
