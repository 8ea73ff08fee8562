"""Pages for addresses that lead nowhere."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from wagtail.models import Site

from cms.disclosure.models import RecordHead


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
