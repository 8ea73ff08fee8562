"""What stands beside the lists of the API: its description for programs and people, and addresses that lead nowhere."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from ninja import NinjaAPI
from ninja.openapi import get_schema

from cms.models.identity import identity_of, office_called
from cms.open_data.answers import site_of
from cms.open_data.api import answer, listings
from cms.open_data.catalogue import datasets_of
from cms.open_data.parameters import parameters_of
from cms.open_data.problems import METHODS, problem
from cms.open_data.schemas import components
from search.illustrative import illustrative

View = Callable[..., HttpResponseBase]
PREFIX = "api/v1/"


def open_to_all(view: View) -> View:
    """Scripts of any page may read the answer; an error of the router is JSON as all others are.

    Nothing here takes a form, so no token is asked for: without one a POST would get Django's page in place of the 405.
    """

    @csrf_exempt
    @functools.wraps(view)
    def opened(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method == "OPTIONS":
            response: HttpResponseBase = HttpResponse(status=204)
            response["Access-Control-Allow-Methods"] = METHODS
            response["Access-Control-Allow-Headers"] = "If-None-Match"
            response["Access-Control-Max-Age"] = "86400"
        else:
            asked, request.method = request.method, "GET" if request.method == "HEAD" else request.method
            try:
                response = view(request, *args, **kwargs)
            finally:
                request.method = asked  # so that the body is left out for HEAD
            if response.status_code == 405:
                response = problem(405)
        response["Access-Control-Allow-Origin"] = "*"
        response["Access-Control-Expose-Headers"] = "ETag, Link"
        return response

    return opened


def only_read(view: View) -> View:
    """A view to which nothing can be sent."""

    @functools.wraps(view)
    def reading(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return view(request, *args, **kwargs) if request.method == "GET" else problem(405)

    return reading


def nowhere(request: HttpRequest, rest: str = "") -> HttpResponse:
    """Any other address below `/api/`."""
    return problem(404)


def description_of(api: NinjaAPI) -> View:
    """The view of `/api/v1/openapi.json`: the same for all portals but for name and address."""

    @functools.cache
    def of_all_portals() -> dict[str, Any]:
        return {**get_schema(api, path_prefix=PREFIX), "components": {"schemas": components(listings())}}

    def openapi(request: HttpRequest) -> HttpResponse:
        site = site_of(request)
        identity = identity_of(site.pk)
        office = identity.office if identity else office_called(site.site_name)
        notice = illustrative(site.pk)
        schema = of_all_portals()
        told = (
            "Chỉ đọc. Bộ lọc, cách xếp, cách chia trang là của danh sách trên trang; phần không đọc được bị bỏ qua và "
            "nêu ở «thong-bao». Gửi lại ETag bằng If-None-Match thì chỉ nhận phần đã đổi."
        )
        info = {
            **schema["info"],
            "title": f"{schema['info']['title']}, {office}",
            "description": f"{notice} {told}".strip(),
        }
        return answer(request, {**schema, "info": info, "servers": [{"url": site.root_url}]})

    return openapi


def api_page(request: HttpRequest) -> HttpResponse:
    """`/api/v1/`: the API for people, with its parameters; no script and nothing of others."""
    datasets = datasets_of(site_of(request).pk)
    shown = [(dataset, parameters_of(dataset.listing)) for dataset in datasets]
    return render(request, "open_data/api_page.html", {"datasets": shown})
