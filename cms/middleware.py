"""Headers of public pages: no cookie, cacheable, and a policy without inline code."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control

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
