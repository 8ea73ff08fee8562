"""The boundary of one record as GeoJSON, by its address."""

from __future__ import annotations

import json
from typing import Any

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse

from cms.disclosure.cited import Cited, cite
from cms.disclosure.views import RecordView
from cms.values.shape_field import ShapeField
from search import illustrative
from search.models import PublicRecord

MEDIA_TYPE = "application/geo+json"


def feature_of(cited: Cited, root: str) -> dict[str, Any] | None:
    """A record as a GeoJSON feature, made of what it last published; None without a shape. `root` is its site."""
    try:
        shape = ShapeField().to_python(cited.facts.get("boundary"))
    except ValidationError:
        return None
    if shape is None:
        return None
    record = cited.record
    named = {"so": record.number, "ten": record.title, "trang_thai": record.state_label}
    properties = {
        **{name: text for name, text in named.items() if text},
        **dict(cited.card),
        "dia_chi": f"{root}{record.url}",
        **illustrative.statement(record.site_id),
    }
    return {"type": "Feature", "id": str(record.record), "geometry": shape.geojson, "properties": properties}


class BoundaryView(RecordView):
    """`…/ranh-gioi.geojson`: only of a record that is public now and whose last facts have a shape."""

    def get(self, request: HttpRequest, address: str) -> HttpResponse:
        """The feature. Raises Http404."""
        head = self.find(request, address)
        record = PublicRecord.objects.filter(record=head.record).defer("body", "files_text", "keys").first()
        cited = cite([record] if record else []).values()
        feature = next((feature_of(one, request.build_absolute_uri("/").rstrip("/")) for one in cited), None)
        if feature is None:
            raise Http404
        response = HttpResponse(json.dumps(feature, ensure_ascii=False), content_type=f"{MEDIA_TYPE}; charset=utf-8")
        response["Access-Control-Allow-Origin"] = "*"
        return response
