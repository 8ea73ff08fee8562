"""What is answered where there is nothing to show; below `/api/` programs get it as JSON."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseServerError
from django.shortcuts import render
from django.template import loader
from wagtail.models import Page, Site

from cms.disclosure.models import RecordHead
from cms.open_data.problems import asks_api, problem


def refuse_private(page: Page, request: HttpRequest, *_: Any) -> None:
    """Before a page is served. Raises Http404 where a restriction stands on it or above it.

    Wagtail would lead citizens to a login that cannot work: sessions live below the administration only.
    """
    if list(page.get_view_restrictions()):
        raise Http404


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400 in Vietnamese: our own sentence where the code refused, a general one where Django did."""
    said = str(exception) if isinstance(exception, BadRequest) else "Yêu cầu gửi lên không đúng dạng."
    if asks_api(request):
        return problem(400, said)
    return render(request, "400.html", {"message": said}, status=400)


def nothing_here(request: HttpRequest, rest: str = "") -> HttpResponse:
    """Wagtail's login for readers of restricted pages: nobody has such an account, see `refuse_private`."""
    raise Http404


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404, or 410 with the way to its history where a public record stood."""
    if asks_api(request):
        return problem(404)
    site = Site.find_for_request(request)
    gone = (
        RecordHead.objects.filter(site_id=site.pk, address=request.path[:1000]).first()
        if site and "\x00" not in request.path
        else None
    )
    if gone is not None and not gone.visible:
        return render(request, "410.html", {"head": gone}, status=410)
    return render(request, "404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """500, which the log has; nothing of the portal is asked for."""
    if asks_api(request):
        return problem(500)
    return HttpResponseServerError(loader.render_to_string("500.html"))
