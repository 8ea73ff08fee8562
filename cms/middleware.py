"""Headers of public pages: no cookie, cacheable, a policy without inline code; old addresses lead to public pages."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseRedirectBase
from django.utils.cache import patch_cache_control
from django.utils.encoding import iri_to_uri
from wagtail.contrib.redirects.middleware import RedirectMiddleware
from wagtail.contrib.redirects.models import Redirect

from search.models import PublicRecord

ADMIN_PREFIX = "/quan-tri/"

ADMIN_POLICY = {"script-src": ["'unsafe-inline'"], "style-src": ["'unsafe-inline'"], "img-src": ["blob:"]}
"""What Wagtail's screens need beyond the public policy (measured: technical notes, §7)."""


class PublicPagesMiddleware:
    """Stands outside sessions and CSRF, so that nothing they add gets past it on a public page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.path.startswith(ADMIN_PREFIX):
            return response
        response.cookies.clear()
        response.headers.pop("Vary", None)
        if "Cache-Control" not in response.headers:
            if response.status_code in {200, 301, 302, 404, 410} and request.method in {"GET", "HEAD"}:
                patch_cache_control(response, public=True, max_age=0, s_maxage=60, stale_while_revalidate=300)
            else:
                patch_cache_control(response, no_store=True)
        return response


class AdminPolicyMiddleware:
    """Loosens the content policy on the administration's screens alone."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.path.startswith(ADMIN_PREFIX):
            response._csp_update = ADMIN_POLICY  # type: ignore[attr-defined] # how django-csp takes it
        return response


class PublicRedirectMiddleware(RedirectMiddleware):
    """Wagtail leads from every address that a page had to its present one, which of a draft nobody may know."""

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """Wagtail's redirect where it leads to a public record or an address given by hand, else the 404 as it was."""
        answer: HttpResponse = super().process_response(request, response)
        if answer is response or not isinstance(answer, HttpResponseRedirectBase):
            return response
        if PublicRecord.objects.filter(url=urlsplit(answer.url).path).exists():
            return answer
        by_hand = Redirect.objects.exclude(redirect_link="").values_list("redirect_link", flat=True)
        return answer if answer.url in {iri_to_uri(link) for link in by_hand} else response
