"""Pages for addresses that lead nowhere."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from wagtail.models import Page, Site

from cms.disclosure.models import RecordHead


def refuse_private(page: Page, request: HttpRequest, *_: Any) -> None:
    """Before a page is served. Raises Http404 where a restriction stands on it or above it.

    Wagtail would lead citizens to a login that cannot work: sessions live below the administration only.
    """
    if list(page.get_view_restrictions()):
        raise Http404


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404, or 410 with the way to its history where a public record stood."""
    site = Site.find_for_request(request)
    gone = (
        RecordHead.objects.filter(site_id=site.pk, address=request.path[:1000]).first()
        if site and "\x00" not in request.path
        else None
    )
    if gone is not None and not gone.visible:
        return render(request, "410.html", {"head": gone}, status=410)
    return render(request, "404.html", status=404)
