"""What may be asked of a list, as the description of the API says it: from the filters that its listing declares."""

from __future__ import annotations

from typing import Any

from django.http import QueryDict
from django.utils import timezone

from cms.listing.asked import ORDER, PAGE, SIZE, SIZES, read
from cms.listing.filters import Choice, Days, Filter, Range, State, Words
from cms.listing.listing import Listing
from cms.open_data.value_types import Schema

Parameter = dict[str, Any]

NO_SITE = 0
AMOUNT, DAY = "Ví dụ: 1.500 hoặc 16,2 triệu.", "Ví dụ: 4/3/2026, 3/2026, quý II/2026 hoặc 2026."


def parameters_of(listing: type[Listing]) -> list[Parameter]:
    """The filters, the order and the paging of a listing, under the names that its page knows; no query."""
    bound = read(listing, NO_SITE, QueryDict(), "", timezone.localdate()).filters
    found = [one for declared in bound.in_order() for one in _of_filter(declared)]
    orders = {order.name: order.label for order in listing.orders}
    told = "; ".join(f"{name}: {label}" for name, label in orders.items())
    return [
        *found,
        _parameter(ORDER, f"Xếp theo. {told}.", {"type": "string", "enum": list(orders)}),
        _parameter(SIZE, "Số bản ghi mỗi trang.", {"type": "integer", "enum": list(SIZES), "default": SIZES[0]}),
        _parameter(PAGE, "Trang, từ 1.", {"type": "integer", "minimum": 1, "default": 1}),
    ]


def _of_filter(declared: Filter) -> list[Parameter]:
    label = str(declared.label)
    if isinstance(declared, Range):
        example = DAY if isinstance(declared, Days) else AMOUNT
        ends = zip(declared.names, ("từ", "đến"), strict=True)
        return [_parameter(name, f"{label}: {end}. {example}", {"type": "string"}) for name, end in ends]
    if isinstance(declared, Words):
        return [_parameter(declared.param, f"{label}.", {"type": "string", "maxLength": 200})]
    values = vocabulary_of(declared)
    if not values:
        told = f"{label}. Các giá trị đang có: xem «bo-loc» trong câu trả lời."
        return [_several(declared.param, told, {"type": "string"})]
    told = "; ".join(f"{value}: {text}" for value, text in values.items())
    return [_several(declared.param, f"{label}. {told}.", {"type": "string", "enum": list(values)})]


def vocabulary_of(declared: Filter) -> dict[str, str]:
    """The values that code knows, with their labels; empty where only the records know them."""
    if isinstance(declared, Choice):
        return declared.vocabulary()
    return declared.vocabulary if isinstance(declared, State) else {}


def _several(name: str, description: str, items: Schema) -> Parameter:
    """Any of the values may hold: the parameter is repeated."""
    found = _parameter(name, description, {"type": "array", "items": items})
    return found | {"style": "form", "explode": True}


def _parameter(name: str, description: str, schema: Schema) -> Parameter:
    return {"name": name, "in": "query", "required": False, "description": description, "schema": schema}
