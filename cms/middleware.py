"""Maintenance; headers of public pages: no cookie, cacheable, a policy without inline code; old addresses lead to
public pages.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseRedirectBase
from django.template import loader
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.encoding import iri_to_uri
from wagtail.contrib.redirects.middleware import RedirectMiddleware
from wagtail.contrib.redirects.models import Redirect

from cms.open_data.problems import asks_api, problem
from cms.values.dates import format_long_date
from search.models import PublicRecord

ADMIN_PREFIX = "/quan-tri/"
USUAL_WAIT, SHORTEST_WAIT = 3600, 60  # seconds

ADMIN_POLICY = {"script-src": ["'unsafe-inline'"], "style-src": ["'unsafe-inline'"], "img-src": ["blob:"]}
"""What Wagtail's screens need beyond the public policy (measured: technical notes, §7)."""


FRESH, STALE = 60, 300
"""Seconds a shared cache may keep a page, and may go on showing it while it asks anew."""


def shared_cache_seconds(now: datetime.datetime) -> tuple[int, int]:
    """How long a page that is served `now` stays fresh, and stale: never past midnight of its own clock.

    Days left, states of rounds and prices, names that end: what depends on the day is anew when the day is.
    """
    midnight = datetime.datetime.combine(now.date() + datetime.timedelta(1), datetime.time(), tzinfo=now.tzinfo)
    left = max(0, int((midnight - now).total_seconds()))
    fresh = min(FRESH, left)
    return fresh, min(STALE, left - fresh)


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
                fresh, stale = shared_cache_seconds(timezone.localtime())
                patch_cache_control(response, public=True, max_age=0, s_maxage=fresh, stale_while_revalidate=stale)
            else:
                patch_cache_control(response, no_store=True)
        return response


class MaintenanceMiddleware:
    """While the file `MAINTENANCE_FILE` is there, every address answers 503 with when to come back.

    The file holds the time when the portal is expected back (ISO 8601 with its zone) or nothing; no database is asked,
    because it may be what is being maintained.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        try:
            told = Path(settings.MAINTENANCE_FILE).read_text(encoding="utf-8").strip()
        except FileNotFoundError:
            return self.get_response(request)
        back = _time(told)
        wait = max(int((back - timezone.now()).total_seconds()), SHORTEST_WAIT) if back else USUAL_WAIT
        if asks_api(request):
            answer = problem(503)
            answer["Retry-After"] = str(wait)
            return answer
        shown = {"back": f"{back:%H giờ %M} {format_long_date(back.date())}"} if back else {}
        page = loader.render_to_string("maintenance.html", shown)
        return HttpResponse(page, status=503, headers={"Retry-After": str(wait)})


def _time(text: str) -> datetime.datetime | None:
    """A time on Vietnam's clock; None for what cannot be read, since the page has to appear whatever was written."""
    try:
        found = datetime.datetime.fromisoformat(text)
    except ValueError:
        return None
    return timezone.localtime(found if found.tzinfo else timezone.make_aware(found))


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
