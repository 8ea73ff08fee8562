"""The made-up ward's documents carry files whose words are found, and one that is a picture."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.utils import timezone

from cms.extraction.reading import PAGE_BREAK, is_scan, read_text
from cms.models import PortalDocument
from projects_pages.demo.minh_hoa.days import carried_on, years_on
from projects_pages.demo.minh_hoa.files import HEAD, SCANNED, TEXTS
from search.files import FileText, pack
from search.highlight import excerpt
from search.illustrative import LABEL
from search.query import understand
from tests.demo.conftest import Demo
from tests.demo.reading import MADE_UP


def file_of(demo: Demo, number: str) -> Path:
    """The stored file of a document of the made-up ward."""
    slug = demo.record(MADE_UP, number).url.rstrip("/").rpartition("/")[2]
    document = PortalDocument.objects.get(collection=demo.wards[MADE_UP].collection, file__contains=slug)
    assert LABEL in document.title
    return Path(document.file.path)


@pytest.mark.parametrize(("number", "pages"), [(number, pages) for number, _, pages in TEXTS])
def test_a_file_says_what_was_written_page_by_page(number: str, pages: tuple[tuple[str, ...], ...], demo: Demo) -> None:
    read = [" ".join(page.split()) for page in read_text(file_of(demo, number)).split(PAGE_BREAK)]
    pages = carried_on(pages, years_on(timezone.localdate()))
    assert read == [" ".join(" ".join((*HEAD, *page)).split()) for page in pages]
    text = PAGE_BREAK.join(read)
    assert not is_scan(text)
    record = demo.record(MADE_UP, number)
    record.summary = record.body = record.keys = ""
    record.files_text = pack([FileText("Tệp", "/tep.pdf", text)])
    words = " ".join(pages[-1][-1].split()[2:8])
    _, place = excerpt(record, understand(f'"{words}"'))
    assert place is not None
    assert place.page == (len(pages) if len(pages) > 1 else None)


def test_the_picture_has_no_words(demo: Demo) -> None:
    assert is_scan(read_text(file_of(demo, SCANNED[0])))
