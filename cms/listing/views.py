"""A listing as a file, at the index's address with `tai-ve.csv` behind it."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.views import View
from wagtail.models import Site

from cms.disclosure import kinds
from cms.listing.asked import read
from cms.listing.files.contents import Contents, conditions_of
from cms.listing.files.formats import FORMATS, Format, formats_of
from cms.listing.found import Found
from cms.listing.index_page import IndexPage
from cms.listing.listing import Listing, listing_of
from cms.models.identity import identity_of, office_called
from search.illustrative import illustrative
from search.models import PublicRecord


class ListingFileView(View):
    """`<index>/tai-ve.<ending>?…`: the records of the listing at the same query string, all pages of it."""

    http_method_names = ("get", "head", "options")

    def get(self, request: HttpRequest, address: str, ending: str) -> HttpResponseBase:
        """The file, written while it is sent. Raises Http404 where no public index is or it has no such form."""
        site = Site.find_for_request(request)
        record = PublicRecord.objects.filter(site_id=site.pk, url=f"/{address}"[:1000]).first() if site else None
        model: Any = kinds.model_of(record.kind) if record else None
        if site is None or record is None or model is None or not issubclass(model, IndexPage):
            raise Http404
        listing = listing_of(model.listed_kind())
        form = FORMATS[ending]
        if form not in formats_of(listing):
            raise Http404
        return _answer(form, _contents(request, listing, site, record), listing, filtered=bool(request.GET))


def _contents(request: HttpRequest, listing: type[Listing], site: Site, index: PublicRecord) -> Contents:
    asked = read(listing, site.pk, request.GET, index.url, timezone.localdate())
    found = Found(asked)
    identity = identity_of(site.pk)
    return Contents(
        listing=listing,
        title=index.title,
        office=identity.office if identity else office_called(site.site_name),
        root=site.root_url,
        address=f"{site.root_url}{asked.address()}",
        file_address=f"{site.root_url}{request.path}{asked.query()}",
        ids=found.ids,
        conditions=conditions_of(found),
        notices=asked.notices,
        made_at=timezone.localtime(),
        notice=illustrative(site.pk),
    )


def _answer(form: Format, contents: Contents, listing: type[Listing], *, filtered: bool) -> StreamingHttpResponse:
    response = StreamingHttpResponse(form.write(contents), content_type=form.media_type)
    response["Access-Control-Allow-Origin"] = "*"
    if form.save:
        response["Content-Disposition"] = f'attachment; filename="{listing.kind}.{form.ending}"'
    if filtered:
        response["X-Robots-Tag"] = "noindex"
    return response
