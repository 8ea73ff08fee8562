"""What the API answers, for its description: the same for all kinds, and facts as each type declares them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from cms.disclosure.facts import BoundFacts, Fact, Rows
from cms.listing.listing import Listing
from cms.open_data.value_types import Schema, type_of

TEXT: Schema = {"type": "string"}
TEXTS: Schema = {"type": "array", "items": TEXT}
COUNT: Schema = {"type": "integer", "minimum": 0}
ADDRESS: Schema = {"type": "string", "format": "uri"}
ADDRESS_OR_NONE: Schema = {"anyOf": [ADDRESS, {"type": "null"}]}
MADE_UP: dict[str, Schema] = {
    "illustrative": {"type": "boolean", "description": "Có và đúng khi dữ liệu là minh họa"},
    "notice": TEXT,
}


def ref(name: str) -> Schema:
    """A schema of the description's list of components."""
    return {"$ref": f"#/components/schemas/{name}"}


PROBLEM: Schema = {
    "description": "Lỗi, bằng tiếng Việt",
    "type": "object",
    "required": ["ma-loi", "thong-bao"],
    "properties": {"ma-loi": {"type": "integer", "description": "Mã HTTP"}, "thong-bao": TEXT},
}
RELATED: Schema = {
    "type": "object",
    "required": ["ma", "ten", "dia-chi"],
    "properties": {"ma": {"type": "string", "format": "uuid"}, "ten": TEXT, "dia-chi": ADDRESS},
}
SOURCE: Schema = {
    "type": "object",
    "required": ["du-kien", "nhan", "van-ban", "cho"],
    "properties": {
        "du-kien": {**TEXT, "description": "Tên dữ kiện"},
        "nhan": TEXT,
        "van-ban": {
            "anyOf": [ref("ho-so-lien-quan"), {"type": "null"}],
            "description": "Không có khi văn bản chưa công khai",
        },
        "cho": {**TEXT, "description": "Chỗ trong văn bản"},
    },
}
FACET: Schema = {
    "type": "object",
    "required": ["ten", "nhan", "gia-tri"],
    "properties": {
        "ten": TEXT,
        "nhan": TEXT,
        "gia-tri": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["gia-tri", "nhan", "so-ban-ghi", "dang-chon"],
                "properties": {
                    "gia-tri": TEXT,
                    "nhan": TEXT,
                    "so-ban-ghi": COUNT,
                    "dang-chon": {"type": "boolean"},
                },
            },
        },
    },
}


def facts_schema(listing: type[Listing]) -> Schema:
    """The published facts of a kind: every one is there, with null or nothing in it where nobody said it."""
    bound: BoundFacts = listing.model().facts
    return {
        "type": "object",
        "required": [item.name for item in bound],
        "properties": {item.name: _of_item(bound, item) for item in bound},
    }


def _of_item(bound: BoundFacts, item: Fact | Rows) -> Schema:
    if isinstance(item, Rows):
        model = bound.row_model(item)
        columns = {fact.name: _of_fact(model, bound.label(fact, model), fact) for fact in item.facts}
        return {"title": item.label, "type": "array", "items": {"type": "object", "properties": columns}}
    return _of_fact(bound.model, bound.label(item), item)


def _of_fact(model: Any, label: str, item: Fact) -> Schema:
    kind = type_of(model._meta.get_field(item.name))
    schema = kind.or_nothing
    if item.approximate:
        about: Schema = {
            "type": "object",
            "required": ["approximate", "value"],
            "properties": {"approximate": {"const": True}, "value": kind.schema},
        }
        schema = {"anyOf": [*schema.get("anyOf", [schema]), about]}
    unit = f" ({kind.unit})" if kind.unit else ""
    said = "; ".join(f"{value}: {text}" for value, text in kind.values.items())
    return {"title": f"{label}{unit}", **({"description": said} if said else {}), **schema}


def record_schema(listing: type[Listing]) -> Schema:
    """A record as lists and files give it."""
    properties: dict[str, Schema] = {
        "ma": {"type": "string", "format": "uuid", "description": "Không đổi khi trang đổi tên, đổi địa chỉ"},
        "loai": {"const": listing.kind},
        "so-ky-hieu": TEXT,
        "tieu-de": TEXT,
        "trang-thai": {**TEXT, "description": "Tình trạng hôm nay"},
        "con-hieu-luc": {"type": "boolean"},
        "ngay": {"anyOf": [TEXT, {"type": "null"}], "description": "Ngày của hồ sơ, EDTF"},
        "cong-khai-luc": {"type": "string", "format": "date-time"},
        "cap-nhat-luc": {"type": "string", "format": "date-time"},
        "lan-cong-bo": {"type": "integer", "minimum": 1},
        "dia-chi": ADDRESS,
        "du-kien": ref(f"du-kien-{listing.kind}"),
    }
    if listing.says_now():
        properties["hien-nay"] = TEXT
    return {"type": "object", "required": list(properties), "properties": properties | MADE_UP}


def full_record_schema(listing: type[Listing]) -> Schema:
    """A record by itself: with its sources, what it points to, and where its history stands."""
    more: dict[str, Schema] = {
        "nguon": {"type": "array", "items": ref("nguon")},
        "ho-so-lien-quan": {"type": "array", "items": ref("ho-so-lien-quan")},
        "lich-su": {**ADDRESS, "description": "Trang lịch sử công bố"},
        "du-lieu-goc": {**ADDRESS, "description": "Dữ kiện đúng từng byte như đã ghi vào nhật ký"},
    }
    return {"allOf": [ref(listing.kind), {"type": "object", "required": list(more), "properties": more}]}


def list_schema(listing: type[Listing]) -> Schema:
    """One page of a list."""
    properties: dict[str, Schema] = {
        "tieu-de": TEXT,
        "don-vi": TEXT,
        "dia-chi": {**ADDRESS, "description": "Trang của danh sách với cùng bộ lọc"},
        "dieu-kien": TEXTS,
        "thong-bao": {**TEXTS, "description": "Phần của địa chỉ không đọc được, đã bỏ qua"},
        "so-ban-ghi": COUNT,
        "trang": COUNT,
        "so-trang": COUNT,
        "moi-trang": COUNT,
        "trang-truoc": ADDRESS_OR_NONE,
        "trang-sau": ADDRESS_OR_NONE,
        "bo-loc": {"type": "array", "items": ref("bo-loc")},
        "ban-ghi": {"type": "array", "items": ref(listing.kind)},
    }
    return {"type": "object", "required": list(properties), "properties": properties | MADE_UP}


def components(listings: Iterable[type[Listing]]) -> dict[str, Schema]:
    """What the description names once: the shapes of all kinds, and of each kind the record and its facts."""
    found = {"loi": PROBLEM, "ho-so-lien-quan": RELATED, "nguon": SOURCE, "bo-loc": FACET}
    for listing in listings:
        found |= {listing.kind: record_schema(listing), f"du-kien-{listing.kind}": facts_schema(listing)}
    return found
