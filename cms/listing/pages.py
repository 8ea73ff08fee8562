"""One page of the public records of a kind."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.core.paginator import EmptyPage, Page, Paginator
from django.http import HttpRequest

from cms.values.number import format_integer
from search.models import PublicRecord

PAGE_SIZE = 20
DEEPEST_PAGE = 500


@dataclass(frozen=True)
class ListingPage:
    """Records of one page, and what the reader has to be told."""

    page: Page[PublicRecord]
    notices: list[str] = field(default_factory=list)

    @property
    def total(self) -> int:
        """Number of all records of the listing."""
        return self.page.paginator.count

    @property
    def heading(self) -> str:
        """How many there are, as the heading of the list."""
        return f"{format_integer(self.total)} hồ sơ" if self.total else "Chưa công khai hồ sơ nào"

    @property
    def shown_pages(self) -> list[int]:
        """Page numbers around the present one, the first and the last among them."""
        last, now = self.page.paginator.num_pages, self.page.number
        return sorted({1, last, *(number for number in range(now - 2, now + 3) if 1 <= number <= last)})


def page_of_records(request: HttpRequest, site_id: int, kind: str) -> ListingPage:
    """The page that `?trang=` asks for; what cannot be read is told and ignored."""
    records = PublicRecord.objects.on_site(site_id).of_kind(kind).defer("body", "files_text", "keys")
    paginator = Paginator(records, PAGE_SIZE)
    asked = request.GET.get("trang", "1")
    notices = []
    number = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 7 else 0
    if number < 1:
        notices.append("Không đọc được số trang, nên xem từ trang đầu.")
        number = 1
    if number > DEEPEST_PAGE:
        notices.append("Danh sách quá dài: hãy thu hẹp bằng ô tìm.")
        number = DEEPEST_PAGE
    try:
        page = paginator.page(number)
    except EmptyPage:
        page = paginator.page(paginator.num_pages)
        notices.append(f"Danh sách chỉ có {paginator.num_pages} trang.")
    return ListingPage(page, notices)
