"""The read-only API (`/api/v1/`): for each listing a list with the same filters, and its records one by one."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Callable
from typing import Any, Final

from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from ninja import NinjaAPI

from cms.listing.listing import Listing, listing_of
from cms.open_data.answers import a_list, a_record
from cms.open_data.catalogue import indexes_by_kind
from cms.open_data.parameters import Parameter, parameters_of
from cms.open_data.problems import JSON, dumps, problem
from cms.open_data.schemas import full_record_schema, list_schema, ref
from cms.open_data.value_types import Schema

VERSION: Final = "1"


def answer(request: HttpRequest, body: dict[str, Any], media_type: str = JSON) -> HttpResponse:
    """The body with its fingerprint; 304 without it to whoever has it already."""
    content = dumps(body)
    etag = quote_etag(hashlib.sha256(content).hexdigest()[:32])
    response = HttpResponse(content, content_type=media_type)
    response["ETag"] = etag
    found = get_conditional_response(request, etag=etag, response=response)
    return found if isinstance(found, HttpResponse) else response


def make_api() -> NinjaAPI:
    """The API over every listing that the installation declares."""
    api = NinjaAPI(
        title="API dữ liệu mở về nhà ở xã hội", version=VERSION, urls_namespace="api", openapi_url=None, docs_url=None
    )
    api.add_exception_handler(Http404, lambda request, error: problem(404, str(error)))
    api.add_exception_handler(BadRequest, lambda request, error: problem(400, str(error)))
    for listing in listings():
        _add(api, listing)
    return api


def listings() -> list[type[Listing]]:
    """The declarations of all kinds that a portal may list, by name."""
    return [listing_of(kind) for kind in sorted(model.listed_kind() for model in indexes_by_kind().values())]


def _add(api: NinjaAPI, listing: type[Listing]) -> None:
    """The two addresses of a kind, with what its declarations say of them."""
    label = listing.model().kind_label
    several = api.get(
        f"/{listing.kind}",
        operation_id=f"list_{_name(listing)}",
        tags=[listing.kind],
        summary=f"{label}: danh sách",
        url_name=f"list-{listing.kind}",
        openapi_extra=_described(parameters_of(listing), list_schema(listing)),
    )
    several(_list_view(listing))
    single = api.get(
        f"/{listing.kind}/{{uuid:ma}}",
        operation_id=f"read_{_name(listing)}",
        tags=[listing.kind],
        summary=f"{label}: một hồ sơ",
        url_name=f"record-{listing.kind}",
        openapi_extra=_described([], full_record_schema(listing)),
    )
    single(_record_view(listing))


def _list_view(listing: type[Listing]) -> Callable[..., HttpResponse]:
    def view(request: HttpRequest) -> HttpResponse:
        body = a_list(request, listing)
        response = answer(request, body)
        links = {"prev": body["trang-truoc"], "next": body["trang-sau"]}
        if link := ", ".join(f'<{address}>; rel="{rel}"' for rel, address in links.items() if address):
            response["Link"] = link
        return response

    return view


def _record_view(listing: type[Listing]) -> Callable[..., HttpResponse]:
    def view(request: HttpRequest, ma: uuid.UUID) -> HttpResponse:
        return answer(request, a_record(request, listing, ma))

    return view


def _described(parameters: list[Parameter], schema: Schema) -> dict[str, Any]:
    """What ninja cannot know of a view that answers with bytes; an error has one shape everywhere."""
    refused = {"description": "Không có, hoặc không còn công khai", "content": {JSON: {"schema": ref("loi")}}}
    return {
        "parameters": parameters,
        "responses": {200: {"description": "Có", "content": {JSON: {"schema": schema}}}, 404: refused},
    }


def _name(listing: type[Listing]) -> str:
    return listing.kind.replace("-", "_")
