"""One page of a listing as the template shows it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest

from cms.disclosure.cited import Cited, cite
from cms.listing import asked as asking
from cms.listing.asked import ORDER, SIZE, SIZES, TABLE, VIEW, VIEWS, Asked, read
from cms.listing.files.formats import Format, formats_of
from cms.listing.found import Found
from cms.listing.listing import Listing
from cms.listing.table import Head, TableRow, heads, table_rows
from search.models import PublicRecord


@dataclass(frozen=True)
class Choice:
    """One of several ways to show the list."""

    value: str
    label: str
    current: bool
    href: str = ""


@dataclass(frozen=True)
class Download:
    """The listing as a file."""

    format: Format
    href: str


@dataclass
class ListingPage:
    """What was asked, what was found, and the records of one page."""

    asked: Asked
    found: Found
    notices: list[str] = field(default_factory=list)

    @property
    def total(self) -> int:
        """Number of all records that satisfy the filters."""
        return self.found.total

    @property
    def filtered(self) -> bool:
        """Whether anything is asked for but the page."""
        return bool(self.asked.active) or bool(list(self.asked.pairs()))

    @property
    def narrowed(self) -> bool:
        """Whether a filter holds."""
        return bool(self.asked.active)

    @property
    def has_tools(self) -> bool:
        """Whether there is enough to filter, sort and show otherwise."""
        return self.found.unfiltered > 1 or self.narrowed

    @property
    def heading(self) -> str:
        """How many there are, as the heading of the list."""
        if self.total:
            return self.found.counted(self.total)
        noun, conditions = self.asked.listing.noun, len(self.asked.active)
        if conditions > 1:
            return f"Không có {noun} nào khớp cả {conditions} điều kiện"
        return f"Không có {noun} nào khớp" if conditions else f"Chưa công khai {noun} nào"

    @cached_property
    def numbers(self) -> Paginator[int]:
        """Pages as numbers alone, those that can be opened."""
        return Paginator(range(min(self.total, self.deepest)), self.asked.size)

    @property
    def deepest(self) -> int:
        """How many records can be paged through; whoever has not found it by then narrows the list."""
        return asking.DEEPEST_PAGE * self.asked.size

    @cached_property
    def page(self) -> Any:
        """The page shown: the one asked for, or the last one."""
        return self.numbers.page(min(self.asked.page, self.numbers.num_pages))

    @property
    def shown_pages(self) -> list[int]:
        """Page numbers around the present one, the first and the last among them."""
        last, now = self.numbers.num_pages, self.page.number
        return sorted({1, last, *(number for number in range(now - 2, now + 3) if 1 <= number <= last)})

    @property
    def pager_query(self) -> str:
        """What stands before the number of the page in links."""
        query = self.asked.query()
        return f"{query}&" if query else "?"

    @cached_property
    def records(self) -> list[PublicRecord]:
        """The records of the page."""
        return self.found.page((self.page.number - 1) * self.asked.size, self.asked.size) if self.total else []

    @cached_property
    def rows(self) -> list[Cited]:
        """The records with their published facts."""
        cited, listing = cite(self.records), self.asked.listing
        now = listing.now(self.records, self.asked.filters.day) if self.records else {}
        for one in cited.values():
            one.now = now.get(one.record.record, "")
        return [cited[record.page_id] for record in self.records]

    @property
    def as_table(self) -> bool:
        """Whether the table is shown."""
        return self.asked.view == TABLE

    @property
    def table_heads(self) -> list[Head]:
        """Columns of the table."""
        return heads(self.asked.listing, self.rows)

    @property
    def table_rows(self) -> list[TableRow]:
        """Rows of the table; one query more for what does not apply to a record."""
        return table_rows(self.asked.listing, self.rows)

    @property
    def views(self) -> list[Choice]:
        """Cards and table."""
        view = self.asked.view
        return [
            Choice(value, label, value == view, self.asked.address(None, **{VIEW: value}))
            for value, label in VIEWS.items()
        ]

    @property
    def orders(self) -> list[Choice]:
        """The orders to choose from."""
        return [Choice(one.name, one.label, one == self.asked.order) for one in self.asked.orders]

    @property
    def sizes(self) -> list[Choice]:
        """How many records a page may have."""
        return [Choice(str(size), str(size), size == self.asked.size) for size in SIZES]

    @property
    def address(self) -> str:
        """The page's own address: what it was asked for and could read."""
        return self.asked.address(None, trang=None if self.page.number == 1 else self.page.number)

    @property
    def kept_by_filters(self) -> list[tuple[str, str]]:
        """Parameters that the form of filters carries on: order, view, size."""
        return list(self.asked.pairs({}))

    @property
    def kept_by_tools(self) -> list[tuple[str, str]]:
        """Parameters that the form of order and size carries on: filters and view."""
        return list(self.asked.pairs(**{ORDER: None, SIZE: None}))

    @property
    def unfiltered_address(self) -> str:
        """The same without any filter."""
        return self.asked.address({})

    @property
    def downloads(self) -> list[Download]:
        """The listing as files; the filters and the order are carried on."""
        query = self.asked.query(**{VIEW: None, SIZE: None})
        return [Download(one, f"{self.asked.path}{one.file_name}{query}") for one in formats_of(self.asked.listing)]

    @property
    def has_side(self) -> bool:
        """Whether filters stand beside the list."""
        return self.has_tools and bool(self.found.controls)


def page_of_listing(request: HttpRequest, listing: type[Listing], site_id: int, day: datetime.date) -> ListingPage:
    """The page that the query string asks for; what cannot be read is told and ignored."""
    asked = read(listing, site_id, request.GET, request.path, day)
    shown = ListingPage(asked, Found(asked), list(asked.notices))
    if asked.page > shown.numbers.num_pages:
        shown.notices.append(f"Danh sách chỉ có {shown.numbers.num_pages} trang.")
    elif shown.total > shown.deepest and not shown.page.has_next():
        shown.notices.append("Chỉ xem được đến trang này: hãy thu hẹp tìm kiếm bằng bộ lọc.")
    return shown
