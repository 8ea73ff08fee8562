"""What the API answers to a list and to a record: the same page of the same listing, as JSON."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import Any

from django.http import Http404, HttpRequest
from django.utils import timezone
from wagtail.models import Site

from cms.disclosure import canonical
from cms.disclosure.facts import BoundFacts
from cms.listing.asked import PAGE
from cms.listing.files.as_json import made_up, record_as_json
from cms.listing.files.contents import Row, conditions_of, rows_of
from cms.listing.found import Control, Found
from cms.listing.listing import Listing
from cms.listing.pages import ListingPage, page_of_listing
from cms.models.identity import identity_of, office_called
from cms.open_data.catalogue import index_of
from search.illustrative import illustrative
from search.models import PublicRecord

NO_LIST = "Cổng này không công khai loại hồ sơ ấy."
NO_RECORD = "Không có hồ sơ ấy, hoặc hồ sơ không còn công khai."


def site_of(request: HttpRequest) -> Site:
    """The portal that is asked. Raises Http404."""
    site: Site | None = Site.find_for_request(request)
    if site is None:
        raise Http404("Địa chỉ này không thuộc cổng nào.")
    return site


def a_list(request: HttpRequest, listing: type[Listing]) -> dict[str, Any]:
    """The page of a listing that the query string asks for. Raises Http404 where the listing is not public."""
    site = site_of(request)
    index = index_of(site.pk, listing.kind)
    if index is None:
        raise Http404(NO_LIST)
    day, root, notice = timezone.localdate(), site.root_url, illustrative(site.pk)
    shown = page_of_listing(request, listing, site.pk, day)
    identity = identity_of(site.pk)
    return {
        "tieu-de": index.title,
        "don-vi": identity.office if identity else office_called(site.site_name),
        "dia-chi": f"{root}{index.url}{shown.asked.query()}",
        "dieu-kien": conditions_of(shown.found),
        "thong-bao": shown.notices,
        "so-ban-ghi": shown.total,
        "trang": shown.page.number,
        "so-trang": shown.numbers.num_pages,
        "moi-trang": shown.asked.size,
        "trang-truoc": _page(shown, root, -1),
        "trang-sau": _page(shown, root, 1),
        "bo-loc": _facets(shown.found),
        "ban-ghi": [record_as_json(listing, row, root, notice) for row in rows_of(listing, shown.records, day)],
        **made_up(notice),
    }


def _page(shown: ListingPage, root: str, step: int) -> str | None:
    """The address of the page before or after; None where there is none that can be opened."""
    number = shown.page.number + step
    if not 1 <= number <= shown.numbers.num_pages:
        return None
    return f"{root}{shown.asked.address(None, **{PAGE: number})}"


def _facets(found: Found) -> list[dict[str, Any]]:
    return [_facet(control) for control in found.controls if control.options]


def _facet(control: Control) -> dict[str, Any]:
    return {
        "ten": control.filter.param,
        "nhan": str(control.filter.label),
        "gia-tri": [
            {"gia-tri": one.value, "nhan": one.label, "so-ban-ghi": one.count, "dang-chon": one.selected}
            for one in control.options
        ],
    }


def a_record(request: HttpRequest, listing: type[Listing], ident: uuid.UUID) -> dict[str, Any]:
    """One public record. Raises Http404 for any that is not public on the portal that is asked."""
    site = site_of(request)
    shown = PublicRecord.objects.on_site(site.pk).of_kind(listing.kind).defer("body", "files_text", "keys")
    records = list(shown.filter(record=ident))
    if not records:
        raise Http404(NO_RECORD)
    root, notice = site.root_url, illustrative(site.pk)
    (row,) = rows_of(listing, records, timezone.localdate())
    related = _related(row, root)
    return {
        **record_as_json(listing, row, root, notice),
        "nguon": _sources(listing, row, related),
        "ho-so-lien-quan": [one for ident, one in sorted(related.items()) if ident != str(row.record.record)],
        "lich-su": f"{root}{row.record.url}lich-su/",
        "du-lieu-goc": f"{root}{row.record.url}du-lieu.json",
    }


Related = Mapping[str, dict[str, str]]


def _related(row: Row, root: str) -> Related:
    """The public records that a record's facts point to, by permanent id; one query."""
    wanted = canonical.references(row.facts)
    shown = PublicRecord.objects.filter(record__in=wanted, site_id=row.record.site_id).order_by()
    return {
        str(one.record): {
            "ma": str(one.record),
            "ten": " ".join(part for part in (one.number, one.title) if part),
            "dia-chi": f"{root}{one.url}",
        }
        for one in shown.only("record", "number", "title", "url")
    }


def _sources(listing: type[Listing], row: Row, related: Related) -> list[dict[str, Any]]:
    """From which document each figure comes, under the figure's own label."""
    bound: BoundFacts = listing.model().facts
    found = []
    for one in row.facts.get("sources") or []:
        name, document = str(one.get("fact") or ""), one.get("document") or {}
        label = bound.label(bound.by_name[name]) if name in bound.by_name else name
        found.append(
            {
                "du-kien": name,
                "nhan": label,
                "van-ban": related.get(str(document.get("record"))),
                "cho": str(one.get("passage") or ""),
            }
        )
    return found
