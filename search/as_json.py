"""The search page's results for machines; names of the fields are those of the address."""

from __future__ import annotations

from html import unescape
from typing import Any

from django.http import HttpRequest
from django.utils.html import strip_tags

from search.api import Hit, Results
from search.asked import PARAMS, Asked
from search.corrections import Way
from search.files import FilePlace


def as_json(request: HttpRequest, asked: Asked, results: Results, notices: list[str]) -> dict[str, Any]:
    """What the page shows, with the addresses of the records in full."""
    return {
        "q": results.query.text,
        **{param: list(getattr(asked.filters, name)) for name, param in PARAMS.items()},
        "sap-xep": asked.order,
        "trang": results.page,
        "so-trang": results.pages,
        "so-ket-qua": results.count,
        "thong-bao": notices,
        "y-ban-la": _way(results.meant) if results.meant else None,
        "bot-chu": [_way(way) for way in results.ways],
        "dem": {
            PARAMS[name]: [{"gia-tri": one.value, "ten": one.label, "so": one.count} for one in values]
            for name, values in results.summary.facets.items()
        },
        "ket-qua": [_hit(request, hit) for hit in results.hits],
    }


def _way(way: Way) -> dict[str, Any]:
    return {"q": way.text, "so-ket-qua": way.count}


def _hit(request: HttpRequest, hit: Hit) -> dict[str, Any]:
    record = hit.record
    return {
        "ma": str(record.record),
        "loai": record.kind,
        "ten-loai": record.kind_label,
        "so-ky-hieu": record.number,
        "tieu-de": record.title,
        "trich": unescape(strip_tags(hit.excerpt_html)),
        "tep": _file(request, hit.file),
        "trang-thai": record.state_label,
        "ngay": record.dated_as,
        "cong-khai-luc": record.disclosed_at,
        "cap-nhat-luc": record.changed_at,
        "dia-chi": request.build_absolute_uri(record.url),
    }


def _file(request: HttpRequest, file: FilePlace | None) -> dict[str, Any] | None:
    """The attachment from which the excerpt is; None when it is from the record itself."""
    if file is None:
        return None
    return {
        "ten": file.name,
        "trang": file.page,
        "dia-chi": request.build_absolute_uri(file.href) if file.url else None,
    }
