"""The search page and the same results as JSON."""

from __future__ import annotations

from dataclasses import dataclass
from html import unescape
from typing import Any, Final
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.html import strip_tags
from django.views.generic import View
from wagtail.models import Site

from search import illustrative
from search.api import BY_RELEVANCE, ORDERS, Results, search
from search.query import MAX_CHARACTERS
from search.text import clean

MAX_KINDS: Final = 20
MAX_YEAR: Final = 9999
NEIGHBOURS: Final = 2
"""Pages shown on each side of the present one."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks for; what could not be read is left out and named in `notices`."""

    text: str = ""
    kinds: tuple[str, ...] = ()
    year: int | None = None
    order: str = BY_RELEVANCE
    page: int = 1
    notices: tuple[str, ...] = ()

    @classmethod
    def of(cls, request: HttpRequest) -> Asked:
        """Read the query string; nothing in it is an error."""
        values = request.GET
        notices: list[str] = []
        text = clean(values.get("q", ""))
        kinds = tuple(dict.fromkeys(kind for kind in values.getlist("loai") if kind))
        known = tuple(kind for kind in kinds if kind.isascii() and kind.replace("-", "").isalnum() and len(kind) <= 40)
        if known != kinds or len(known) > MAX_KINDS:
            notices.append("Bỏ qua loại không đọc được.")
        year = _number(values.get("nam", ""), MAX_YEAR)
        if year is None and values.get("nam"):
            notices.append("Bỏ qua năm không đọc được.")
        order = values.get("sap-xep") or BY_RELEVANCE
        if order not in ORDERS:
            order = BY_RELEVANCE
            notices.append("Bỏ qua cách sắp xếp không có.")
        page = _number(values.get("trang", ""), 1_000_000)
        if page is None and values.get("trang"):
            notices.append("Bỏ qua số trang không đọc được.")
        return cls(text, known[:MAX_KINDS], year, order, page or 1, tuple(notices))

    def address(self, **changes: Any) -> str:
        """Query string of this search with some changes, on its first page unless `page` is among them."""
        values = {
            "q": self.text[:MAX_CHARACTERS],
            "loai": self.kinds,
            "nam": self.year,
            "sap-xep": None if self.order == BY_RELEVANCE else self.order,
            "trang": None,
        }
        values.update(changes)
        return "?" + urlencode([(name, value) for name, value in values.items() if value], doseq=True)


def _number(text: str, most: int) -> int | None:
    """A positive number in plain digits, or None."""
    if not text.isascii() or not text.isdigit() or len(text) > 9:
        return None
    number = int(text)
    return number if 1 <= number <= most else None


@dataclass(frozen=True, slots=True)
class Link:
    """A link of the page: a facet's value, a page number, an order."""

    label: str
    href: str
    current: bool = False
    count: int | None = None


def _kinds(asked: Asked, results: Results) -> list[Link]:
    links = [Link("Tất cả", asked.address(loai=()), not asked.kinds, results.facets.any_kind)]
    for value in results.facets.kinds:
        kept = tuple(kind for kind in asked.kinds if kind != value.value)
        chosen = kept if value.selected else (*kept, value.value)
        links.append(Link(value.label, asked.address(loai=chosen), value.selected, value.count))
    return links


def _years(asked: Asked, results: Results) -> list[Link]:
    links = [Link("Mọi năm", asked.address(nam=None), asked.year is None, results.facets.any_year)]
    for value in results.facets.years:
        links.append(
            Link(value.label, asked.address(nam=None if value.selected else value.value), value.selected, value.count)
        )
    return links


def _pages(asked: Asked, results: Results) -> list[Link]:
    low, high = max(1, results.page - NEIGHBOURS), min(results.pages, results.page + NEIGHBOURS)
    numbers = sorted({1, *range(low, high + 1), results.pages})
    return [Link(str(number), asked.address(trang=number), number == results.page) for number in numbers]


class SearchView(View):
    """`/tim-kiem/?q=…&loai=…&nam=…&sap-xep=…&trang=…`; `&dinh-dang=json` gives the same as JSON."""

    http_method_names = ["get", "head", "options"]  # noqa: RUF012 - Django declares it as an instance variable

    def get(self, request: HttpRequest) -> HttpResponseBase:
        """Answer on the ward of the request's host; a host without a site has no records."""
        site = Site.find_for_request(request)
        asked = Asked.of(request)
        results = search(
            asked.text,
            site_id=site.id if site else 0,
            kinds=asked.kinds,
            year=asked.year,
            order=asked.order,
            page=asked.page,
        )
        notices = [*asked.notices, *results.notices]
        if request.GET.get("dinh-dang") == "json":
            response: HttpResponse = JsonResponse(
                _as_json(request, asked, results, notices) | illustrative.statement(site.id if site else 0),
                json_dumps_params={"ensure_ascii": False},
            )
        else:
            response = render(request, "search/search.html", _context(asked, results, notices))
        # Every combination of words and filters is an address; none belongs into a search engine.
        response["X-Robots-Tag"] = "noindex"
        return response


def _context(asked: Asked, results: Results, notices: list[str]) -> dict[str, Any]:
    return {
        "asked": asked,
        "shown_text": results.query.text,
        "results": results,
        "notices": notices,
        "kinds": _kinds(asked, results),
        "years": _years(asked, results) if results.facets.years else [],
        "orders": [
            Link(label, asked.address(**{"sap-xep": None if order == BY_RELEVANCE else order}), order == asked.order)
            for order, label in ORDERS.items()
        ],
        "first_number": (results.page - 1) * results.size + 1,
        "page_links": _pages(asked, results) if results.pages > 1 else [],
        "previous": asked.address(trang=results.page - 1) if results.page > 1 else "",
        "next": asked.address(trang=results.page + 1) if results.page < results.pages else "",
        "without_filters": asked.address(loai=(), nam=None) if asked.kinds or asked.year else "",
        "json_address": asked.address(trang=results.page, **{"dinh-dang": "json"}),
    }


def _as_json(request: HttpRequest, asked: Asked, results: Results, notices: list[str]) -> dict[str, Any]:
    """The page's results for machines; names of the fields are those of the address."""
    return {
        "q": results.query.text,
        "loai": list(asked.kinds),
        "nam": asked.year,
        "sap-xep": asked.order,
        "trang": results.page,
        "so-trang": results.pages,
        "so-ket-qua": results.count,
        "thong-bao": notices,
        "dem": {
            "loai": [{"gia-tri": v.value, "ten": v.label, "so": v.count} for v in results.facets.kinds],
            "nam": [{"gia-tri": v.value, "ten": v.label, "so": v.count} for v in results.facets.years],
        },
        "ket-qua": [
            {
                "ma": str(hit.record.record),
                "loai": hit.record.kind,
                "ten-loai": hit.record.kind_label,
                "so-ky-hieu": hit.record.number,
                "tieu-de": hit.record.title,
                "trich": unescape(strip_tags(hit.excerpt_html)),
                "trang-thai": hit.record.state_label,
                "ngay": hit.record.dated_as,
                "cong-khai-luc": hit.record.disclosed_at,
                "cap-nhat-luc": hit.record.changed_at,
                "dia-chi": request.build_absolute_uri(hit.record.url),
            }
            for hit in results.hits
        ],
    }
