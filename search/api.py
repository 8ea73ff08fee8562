"""Searching, for pages, commands and other apps."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from django.utils.safestring import SafeString

from search import highlight
from search.corrections import Way, correction, ways
from search.engines.choice import answering
from search.facets import EVERYTHING, Filters, Summary
from search.files import FilePlace
from search.models import PublicRecord, Synonym
from search.query import Query, understand
from search.register import Word

BY_RELEVANCE: Final = "lien-quan"
NEWEST_FIRST: Final = "moi-nhat"
ORDERS: Final[dict[str, str]] = {BY_RELEVANCE: "Liên quan nhất", NEWEST_FIRST: "Mới nhất"}
DEEPEST: Final = 1_000
"""Hits that can be paged through; whoever has not found it by then must narrow the search."""
MAX_SIZE: Final = 100


@dataclass(frozen=True, slots=True)
class Hit:
    """A record found, with its title and the place in its text as safe HTML; `file`: that place is in a file of it."""

    record: PublicRecord
    title_html: SafeString
    excerpt_html: SafeString
    file: FilePlace | None = None


@dataclass(frozen=True, slots=True)
class Results:
    """One page of what was found. `pages` counts the pages that can be opened; `notices` are sentences to show.

    Where nothing is found whatever the filters, `meant` is what may have been meant, `ways` which words to leave out.
    """

    query: Query
    hits: tuple[Hit, ...] = ()
    count: int = 0
    pages: int = 0
    page: int = 1
    size: int = 10
    summary: Summary = field(default_factory=Summary)
    meant: Way | None = None
    ways: tuple[Way, ...] = ()
    notices: tuple[str, ...] = ()


def active_words() -> tuple[Word, ...]:
    """The synonyms in use, as staff keep them up; one query."""
    return tuple(Synonym.objects.filter(active=True).order_by("pk").values_list("short", "relation", "full"))


def understood(text: str, words: Iterable[Word] | None = None) -> Query:
    """What the typed words mean, with the synonyms `words`; they are read when not given, unless the text is empty."""
    if not text.strip():
        return Query(text="")
    return understand(text, active_words() if words is None else words)


def search(
    text: str,
    *,
    site_id: int,
    filters: Filters = EVERYTHING,
    order: str = BY_RELEVANCE,
    page: int = 1,
    size: int = 10,
    words: Iterable[Word] | None = None,
) -> Results:
    """What a person on this site may find with `text`; never another site's record, never an error for any text.

    Values that nothing has find nothing; an unknown order is by relevance; a page out of range is the nearest one,
    with a notice. `words` are the synonyms where the caller has read them.
    """
    known = tuple(words) if words is not None else active_words() if text.strip() else ()
    query = understood(text, known)
    notices: list[str] = []
    if query.cut:
        notices.append("Câu tìm quá dài: chỉ tìm theo phần đầu.")
    if not query:
        if text.strip():
            notices.append("Câu tìm không có chữ hoặc số nào để tìm.")
        return Results(query=query, notices=tuple(notices))

    size = min(max(size, 1), MAX_SIZE)
    engine, newest = answering(site_id), order == NEWEST_FIRST
    asked, page = page, min(max(page, 1), -(-DEEPEST // size))
    summary, ids = engine.found(query, site_id, filters, newest=newest, limit=size, offset=(page - 1) * size)
    count = summary.count
    pages = -(-min(count, DEEPEST) // size)
    if page > max(pages, 1):
        page = max(pages, 1)
        ids = engine.page(query, site_id, filters, newest=newest, limit=size, offset=(page - 1) * size)
    if asked != page:
        notices.append(f"Không có trang {asked}: đang xem trang {page}.")
    if count > DEEPEST and page == pages:
        notices.append(f"Chỉ xem được {DEEPEST} kết quả đầu: hãy thu hẹp tìm kiếm bằng bộ lọc hoặc thêm chữ.")
    records = PublicRecord.objects.on_site(site_id).in_order_of(ids) if ids else []
    meant = correction(query, site_id) if not summary.unfiltered else None
    return Results(
        query=query,
        hits=tuple(
            Hit(record, highlight.mark(record.title, query), *highlight.excerpt(record, query)) for record in records
        ),
        count=count,
        pages=pages,
        page=page,
        size=size,
        summary=summary,
        meant=meant,
        ways=ways(query, site_id, known) if not summary.unfiltered and meant is None else (),
        notices=tuple(notices),
    )


def matches(text: str, *, site_id: int, kind: str) -> tuple[int, ...]:
    """Ids of a site's records of one kind that `text` finds, best first, at most `DEEPEST`; for a listing to narrow.

    None for a text without words.
    """
    query = understood(text)
    if not query:
        return ()
    filters = Filters(kind=(kind,))
    return tuple(answering(site_id).page(query, site_id, filters, newest=False, limit=DEEPEST, offset=0))
