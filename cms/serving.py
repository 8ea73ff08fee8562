"""Serving citizens: a page is found by its address among what is public; templates are read before the first visit."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import get_template
from django.template.response import TemplateResponse
from wagtail.url_routing import RouteResult
from wagtail.views import serve as serve_found

from cms.disclosure import kinds
from cms.disclosure.models import RecordHead
from cms.keeping import keeper_of
from cms.stamps import asked_of


def serve(request: HttpRequest, path: str) -> HttpResponse:
    """As Wagtail's view; it walks the tree only for an address that is no public record's.

    Of public records parts are kept: then the page itself is not read.
    """
    keeper = keeper_of(request)
    kept = keeper.kept() if keeper else None
    if kept is not None:
        return kept
    route = _public_route(request)
    if route is not None:
        request._wagtail_route_for_request = route  # type: ignore[attr-defined] # where Wagtail keeps what it found
    answer: HttpResponse = serve_found(request, path)
    if keeper and route is not None and isinstance(answer, TemplateResponse):
        return keeper.keep(answer)
    return answer


def _public_route(request: HttpRequest) -> RouteResult | None:
    """The page whose record everybody reads at the address of the request; what refuses to be seen is asked later."""
    site = asked_of(request).site
    if site is None:
        return None
    heads = RecordHead.objects.visible().filter(site_id=site.pk, address=request.path).order_by("record")
    head = heads.values_list("kind", "page_id", "record").first()
    model: Any = kinds.all_kinds().get(head[0]) if head else None
    if head is None or model is None:
        return None
    page = model._default_manager.filter(pk=head[1], record=head[2], live=True).order_by().first()
    if page is None or not page.url_path.endswith(request.path):
        return None
    route: RouteResult = page.route(request, [])
    return route


def read_templates() -> int:
    """Compile the project's templates, so that no citizen waits for it; gives how many there are."""
    engines: list[dict[str, Any]] = settings.TEMPLATES
    folders = [Path(folder) for engine in engines for folder in engine["DIRS"]]
    names = [str(file.relative_to(folder)) for folder in folders for file in sorted(folder.rglob("*.html"))]
    for name in names:
        get_template(name)
    return len(names)
