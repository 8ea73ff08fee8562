"""The words of files, and files that are none."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from cms.extraction import docx as docx_reader
from cms.extraction.errors import NotAText, Unreadable
from cms.extraction.reading import PAGE_BREAK, read_text
from tests.extraction.files import DECISION, W, docx, pdf

READERS = ["pdftotext", "pypdf"]


@pytest.fixture(params=READERS)
def reader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both ways to read a PDF; without the program the second one is what a machine has."""
    if request.param == "pypdf":
        monkeypatch.setattr(shutil, "which", lambda *_, **__: None)
    elif shutil.which("pdftotext") is None:
        pytest.skip("no pdftotext on this machine")
    return str(request.param)


def stored(folder: Path, content: bytes) -> Path:
    path = folder / "tep"
    path.write_bytes(content)
    return path


def test_a_pdf_gives_its_words_page_by_page(tmp_path: Path, reader: str) -> None:
    text = read_text(stored(tmp_path, pdf(DECISION, ("Điều 2. Hiệu lực",))))
    first, second = text.split(PAGE_BREAK)
    for line in DECISION:
        assert line in first, reader
    assert second == "Điều 2. Hiệu lực"


def test_a_scan_has_no_words(tmp_path: Path, reader: str) -> None:
    assert read_text(stored(tmp_path, pdf((), ()))) == "", reader


@pytest.mark.parametrize("content", [b"%PDF-1.4 t\xe1\xbb\x87p h\xe1\xbb\x8fng", pdf(DECISION)[:200]])
def test_a_broken_pdf_is_told(tmp_path: Path, reader: str, content: bytes) -> None:
    with pytest.raises(Unreadable, match="Không đọc được tệp PDF"):
        read_text(stored(tmp_path, content))


def test_a_docx_gives_its_paragraphs(tmp_path: Path) -> None:
    decomposed = "Quye\u0302\u0301t đi\u0323nh"
    text = read_text(stored(tmp_path, docx("Số: 258/QĐ-UBND", "", decomposed)))
    assert text == "Số: 258/QĐ-UBND\n\nQuyết định"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (docx(body=b"<w:document"), "nội dung hỏng"),
        (docx(body=b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'), "không được phép"),
    ],
)
def test_a_broken_docx_is_told(tmp_path: Path, content: bytes, said: str) -> None:
    with pytest.raises(Unreadable, match=said):
        read_text(stored(tmp_path, content))


def test_a_docx_that_unpacks_to_too_much_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docx_reader, "MOST_BYTES", 1000)
    bomb = docx(body=f'<w:document xmlns:w="{W}">{" " * 5000}</w:document>'.encode())
    with pytest.raises(Unreadable, match="quá lớn"):
        read_text(stored(tmp_path, bomb))


@pytest.mark.parametrize("content", [b"", b"GIF89a", b"PK\x03\x04", b"chu thuong"])
def test_other_files_give_no_words(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(NotAText):
        read_text(stored(tmp_path, content))
