"""The search page and the same results as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.generic import View
from wagtail.models import Site

from search import illustrative
from search.answers import answer
from search.api import BY_RELEVANCE, ORDERS, Results, active_words, search
from search.as_json import as_json
from search.asked import LABELS, PARAMS, Asked
from search.corrections import Way
from search.facets import EVERYTHING, FacetValue
from search.promotions import promoted
from search.query import MAX_CHARACTERS
from search.suggest import suggest

NEIGHBOURS: Final = 2
"""Pages shown on each side of the present one."""
SHOWN_VALUES: Final = 8
"""Values of a facet that stand open; the rest is behind "thêm"."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link of the page: a facet's value, a page number, an order, a filter to drop."""

    label: str
    href: str
    current: bool = False
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Facet:
    """A facet of the page: the values that stand open, the chosen ones among them, and those behind."""

    name: str
    label: str
    shown: tuple[Link, ...]
    more: tuple[Link, ...]
    all: Link | None


def _facets(asked: Asked, results: Results) -> list[Facet]:
    """The facets that can narrow, and those with a chosen value; none of those that would be empty."""
    found: list[Facet] = []
    for name, values in results.summary.facets.items():
        chosen = getattr(asked.filters, name)
        links = _values(asked, name, values)
        if len(links) < 2 and not (links and chosen):
            continue
        if len(links) > SHOWN_VALUES:
            links.sort(key=lambda link: not link.current)
        everything = Link("Tất cả", asked.unfiltered(name), count=results.summary.without[name]) if chosen else None
        found.append(Facet(name, LABELS[name], tuple(links[:SHOWN_VALUES]), tuple(links[SHOWN_VALUES:]), everything))
    return found


def _values(asked: Asked, name: str, values: Sequence[FacetValue]) -> list[Link]:
    """One link a label: what people read as one thing is chosen as one (the lists of all kinds are "Mục lục")."""
    together: dict[str, list[FacetValue]] = {}
    for one in values:
        together.setdefault(one.label, []).append(one)
    links = [
        Link(
            label,
            asked.toggled(name, *(one.value for one in ones)),
            all(one.selected for one in ones),
            sum(one.count for one in ones),
        )
        for label, ones in together.items()
    ]
    return links if name == "year" else sorted(links, key=lambda link: -(link.count or 0))


def _pages(asked: Asked, results: Results) -> list[Link]:
    low, high = max(1, results.page - NEIGHBOURS), min(results.pages, results.page + NEIGHBOURS)
    numbers = sorted({1, *range(low, high + 1), results.pages})
    return [Link(str(number), asked.address(trang=number), number == results.page) for number in numbers]


def _droppable(asked: Asked, results: Results) -> list[Link]:
    """At zero hits: each filter that could be dropped, with the number it brings."""
    dropped = [
        Link(LABELS[name], asked.unfiltered(name), count=number)
        for name, number in results.summary.without.items()
        if number
    ]
    if results.summary.unfiltered and len([name for name in PARAMS if getattr(asked.filters, name)]) > 1:
        dropped.append(Link("mọi điều kiện lọc", asked.unfiltered(), count=results.summary.unfiltered))
    return dropped


def _other(asked: Asked, way: Way) -> Link:
    """A search for another text, without filters."""
    return Link(way.label or way.text, replace(asked, text=way.text, filters=EVERYTHING).address(), count=way.count)


class SearchView(View):
    """`/tim-kiem/?q=…&loai=…&dia-ban=…&nam=…&tinh-trang=…&don-vi=…&sap-xep=…&trang=…`; `&dinh-dang=json` gives JSON."""

    http_method_names = ["get", "head", "options"]  # noqa: RUF012 - Django declares it as an instance variable

    def get(self, request: HttpRequest) -> HttpResponseBase:
        """Answer on the ward of the request's host; a host without a site has no records."""
        site = Site.find_for_request(request)
        asked = Asked.of(request.GET)
        words = active_words() if asked.text.strip() else ()
        results = search(
            asked.text,
            site_id=site.pk if site else 0,
            filters=asked.filters,
            order=asked.order,
            page=asked.page,
            words=words,
        )
        notices = [*asked.notices, *results.notices]
        if request.GET.get("dinh-dang") == "json":
            response: HttpResponse = JsonResponse(
                as_json(request, asked, results, notices) | illustrative.statement(site.pk if site else 0),
                json_dumps_params={"ensure_ascii": False},
            )
        else:
            context = _context(asked, results, notices)
            if site and results.page == 1 and not asked.filters:
                context["promoted"] = promoted(results.query, site.pk, words)
                context["answer"] = answer(results.query.text, site.pk)
            response = render(request, "search/search.html", context)
        # Every combination of words and filters is an address; none belongs into a search engine.
        response["X-Robots-Tag"] = "noindex"
        return response


def _context(asked: Asked, results: Results, notices: list[str]) -> dict[str, Any]:
    return {
        "asked": asked,
        "shown_text": results.query.text,
        "results": results,
        "notices": notices,
        "facets": _facets(asked, results),
        "chosen": sum(len(getattr(asked.filters, name)) for name in PARAMS),
        "orders": [
            Link(label, asked.address(sap_xep=None if order == BY_RELEVANCE else order), order == asked.order)
            for order, label in ORDERS.items()
        ],
        "first_number": (results.page - 1) * results.size + 1,
        "page_links": _pages(asked, results) if results.pages > 1 else [],
        "previous": asked.address(trang=results.page - 1) if results.page > 1 else "",
        "next": asked.address(trang=results.page + 1) if results.page < results.pages else "",
        "meant": _other(asked, results.meant) if results.meant else None,
        "ways": [_other(asked, way) for way in results.ways],
        "droppable": _droppable(asked, results) if results.query and not results.count else [],
        "json_address": asked.address(trang=results.page, dinh_dang="json"),
    }


class SuggestView(View):
    """`/tim-kiem/goi-y/?q=…`: the list that stands below a search box while a person types, as a piece of a page."""

    http_method_names = ["get", "head", "options"]  # noqa: RUF012 - Django declares it as an instance variable

    def get(self, request: HttpRequest) -> HttpResponseBase:
        """What is suggested on the ward of the request's host."""
        site = Site.find_for_request(request)
        text = request.GET.get("q", "")[:MAX_CHARACTERS]
        context = {"suggestions": suggest(text, site_id=site.pk) if site else (), "typed": text.strip()}
        response = render(request, "search/_suggestions.html", context)
        response["X-Robots-Tag"] = "noindex"
        return response
