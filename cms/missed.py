"""The address that counts a search without hits: reading a page writes nothing, so the page asks for it."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.csrf import csrf_exempt
from django.views.generic import View
from wagtail.models import Site

from cms.models import MissedSearch
from search.api import search
from search.query import MAX_CHARACTERS

MOST_BYTES = 4_000
"""Of the form: 200 characters take some 2,000 as they are sent."""


def from_our_page(request: HttpRequest) -> bool:
    """Whether a page of this portal asked: there is no cookie, so a token would say no more than the browser does."""
    if said := request.headers.get("Sec-Fetch-Site"):
        return said == "same-origin"
    return urlsplit(request.headers.get("Origin", "")).netloc == request.get_host()


@method_decorator(csrf_exempt, name="dispatch")
class MissedView(View):
    """`POST /tim-kiem/khong-thay/` with `q`; answers 204 whether it was kept or not."""

    http_method_names = ["post", "options"]  # noqa: RUF012 - Django declares it as an instance variable

    def post(self, request: HttpRequest, **_: Any) -> HttpResponse:
        """Count it when this portal really finds nothing."""
        size = request.headers.get("Content-Length", "")
        if not from_our_page(request) or not size.isdecimal() or int(size) > MOST_BYTES:
            return HttpResponse(status=403)
        site = Site.find_for_request(request)
        text = request.POST.get("q", "")
        if site and 0 < len(text) <= MAX_CHARACTERS:
            results = search(text, site_id=site.pk)
            if results.query and not results.count:
                MissedSearch.objects.note(site.pk, text, timezone.localtime())
        return HttpResponse(status=204)
