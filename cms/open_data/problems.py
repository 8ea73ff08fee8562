"""How the API refuses: JSON in Vietnamese under the right status, whatever was asked and whoever noticed it."""

from __future__ import annotations

import json
from typing import Any, Final

from django.http import HttpRequest, HttpResponse

API: Final = "/api/"
"""Whoever asks below it is a program: it gets no page of HTML, not even from what stands before the API."""
JSON: Final = "application/json"
REFUSED: Final = {
    400: "Yêu cầu gửi lên không đúng dạng.",
    404: "Không có địa chỉ này. Xem các địa chỉ có ở /api/v1/.",
    405: "API này chỉ đọc: chỉ nhận GET và HEAD.",
    500: "Cổng tạm thời không trả lời được. Lỗi đã được ghi lại; mời thử lại sau ít phút.",
    503: "Cổng đang bảo trì. Mời thử lại sau thời gian ghi ở Retry-After.",
}
METHODS: Final = "GET, HEAD, OPTIONS"


def dumps(value: Any) -> bytes:
    """UTF-8 with the letters as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def problem(status: int, told: str = "") -> HttpResponse:
    """An error as JSON, which scripts of any page may read; 405 names what is taken. `told` says it more exactly."""
    body = {"ma-loi": status, "thong-bao": told or REFUSED[status]}
    response = HttpResponse(dumps(body), status=status, content_type=JSON)
    response["Access-Control-Allow-Origin"] = "*"
    if status == 405:
        response["Allow"] = METHODS
    return response


def asks_api(request: HttpRequest) -> bool:
    """Whether the answer goes to a program."""
    return request.path.startswith(API)
