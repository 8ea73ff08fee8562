"""Text of DOCX files (ECMA-376): paragraphs in their order, tables cell by cell."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
import zipfile
from pathlib import Path

from cms.extraction.errors import Unreadable

BODY = "word/document.xml"
MOST_BYTES = 50_000_000
"""Of the unpacked body; a bomb has more."""
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def is_docx(path: Path) -> bool:
    """Whether the archive is a word processor's document."""
    try:
        with zipfile.ZipFile(path) as archive:
            return BODY in archive.namelist()
    except (zipfile.BadZipFile, OSError):
        return False


def read(path: Path) -> str:
    """One line for each paragraph, a form feed at each page break that its author set. Raises `Unreadable`."""
    try:
        with zipfile.ZipFile(path) as archive, archive.open(BODY) as body:
            data = body.read(MOST_BYTES + 1)
    except (zipfile.BadZipFile, OSError, KeyError, RuntimeError, EOFError, NotImplementedError) as error:
        raise Unreadable("Không đọc được tệp DOCX: tệp hỏng hoặc có mật khẩu.") from error
    if len(data) > MOST_BYTES:
        raise Unreadable("Tệp DOCX quá lớn khi giải nén.")
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise Unreadable("Tệp DOCX có khai báo không được phép.")
    try:
        root = ElementTree.fromstring(data)
    except ElementTree.ParseError as error:
        raise Unreadable("Không đọc được tệp DOCX: nội dung hỏng.") from error
    return "\n".join(_paragraph(one) for one in root.iter(f"{_W}p"))


def _paragraph(paragraph: ElementTree.Element) -> str:
    parts: list[str] = []
    for node in paragraph.iter():
        if node.tag == f"{_W}t":
            parts.append(node.text or "")
        elif node.tag == f"{_W}tab":
            parts.append(" ")
        elif node.tag == f"{_W}br":
            parts.append("\f" if node.get(f"{_W}type") == "page" else "\n")
    return "".join(parts)
