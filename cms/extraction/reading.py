"""The text of a file by its content, whatever its name says."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from cms.extraction import docx, pdf
from cms.extraction.errors import NotAText

LONGEST = 2_000_000
"""Characters that are kept of one file; a plan of a thousand pages has as many."""
FEWEST_ON_A_PAGE = 12
"""Letters and digits of one page that people wrote; a stamp of the scanner or "Trang 12/40" has fewer."""
PAGE_BREAK = "\f"
_EMPTY_LINES = re.compile(r"\n{3,}")


def read_text(path: Path) -> str:
    """The words of a PDF or DOCX file in NFC, pages parted by form feeds; empty for a scan without a text layer.

    Raises `Unreadable` for a broken, encrypted or endless file, `NotAText` for other kinds.
    """
    with path.open("rb") as file:
        head = file.read(1024)
    if b"%PDF-" in head:
        text = pdf.read(path)
    elif head.startswith(b"PK") and docx.is_docx(path):
        text = docx.read(path)
    else:
        raise NotAText
    return tidy(text)[:LONGEST]


def is_scan(text: str) -> bool:
    """Whether the pages of a PDF are pictures: without words, or with no more than a stamp or a number on each."""
    written = sum(character.isalnum() for character in text)
    return written < FEWEST_ON_A_PAGE * (text.count(PAGE_BREAK) + 1)


def tidy(text: str) -> str:
    """NFC, no NUL (PostgreSQL takes none), no space at the ends of lines, at most one empty line together.

    Empty when the pages hold neither letters nor digits.
    """
    normal = unicodedata.normalize("NFC", text.replace("\x00", ""))
    if not any(character.isalnum() for character in normal):
        return ""
    return PAGE_BREAK.join(_tidy_page(page) for page in normal.split(PAGE_BREAK)).rstrip(PAGE_BREAK)


def _tidy_page(page: str) -> str:
    lines = "\n".join(" ".join(line.split()) for line in page.splitlines())
    return _EMPTY_LINES.sub("\n\n", lines).strip("\n")
