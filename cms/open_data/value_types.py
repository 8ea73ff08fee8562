"""What kind of value a fact is: for people in the dictionary, as JSON Schema in the API's description."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import models
from wagtail.fields import RichTextField, StreamField

from cms.values.fields import AreaField, MoneyField, PartialDateField, RatioField, ShareField, YearField
from cms.values.shape_field import ShapeField

Schema = dict[str, Any]

RECORD: Schema = {
    "type": "object",
    "description": "Một hồ sơ khác, theo mã bản ghi",
    "properties": {"record": {"type": "string", "format": "uuid"}},
}
ENTRY: Schema = {
    "type": "object",
    "description": "Một dòng của danh mục: khóa không đổi và tên",
    "properties": {"key": {"type": "string"}, "text": {"type": "string"}},
}
FILE: Schema = {
    "type": "object",
    "description": "Một tệp: tên, mã kiểm SHA-256, số byte",
    "properties": {"name": {"type": "string"}, "sha256": {"type": "string"}, "size": {"type": ["integer", "null"]}},
}
ANYTHING: Schema = {}


@dataclass(frozen=True)
class ValueType:
    """A kind of value: label, unit, JSON Schema of the value where there is one, labels of a vocabulary."""

    label: str
    schema: Schema
    unit: str = ""
    values: Mapping[str, str] = field(default_factory=dict)

    @property
    def or_nothing(self) -> Schema:
        """The schema of a value that may be missing."""
        if self.schema == ANYTHING:
            return self.schema
        return {"anyOf": [self.schema, {"type": "null"}]}


PLAIN: tuple[tuple[type[Any], ValueType], ...] = (
    (PartialDateField, ValueType("ngày, có thể chỉ biết năm, quý, tháng (EDTF)", {"type": "string"})),
    (ShapeField, ValueType("ranh giới, WGS 84", ANYTHING)),
    (AreaField, ValueType("số thập phân", {"type": "string", "format": "decimal"}, "m²")),
    (ShareField, ValueType("số thập phân", {"type": "string", "format": "decimal"}, "%")),
    (RatioField, ValueType("số thập phân", {"type": "string", "format": "decimal"}, "lần")),
    (YearField, ValueType("năm", {"type": "integer"})),
    (models.DateTimeField, ValueType("thời điểm", {"type": "string", "format": "date-time"})),
    (models.DateField, ValueType("ngày", {"type": "string", "format": "date"})),
    (models.BooleanField, ValueType("có hoặc không", {"type": "boolean"})),
    (models.DecimalField, ValueType("số thập phân", {"type": "string", "format": "decimal"})),
    (models.IntegerField, ValueType("số nguyên", {"type": "integer"})),
    (StreamField, ValueType("các đoạn nội dung", {"type": "array"})),
    (RichTextField, ValueType("văn bản HTML", {"type": "string"})),
    (models.EmailField, ValueType("thư điện tử", {"type": "string"})),
    (models.URLField, ValueType("địa chỉ trang", {"type": "string"})),
    (models.Field, ValueType("văn bản", {"type": "string"})),
)
"""The first class that fits."""


def type_of(column: Any) -> ValueType:
    """The kind of value of a model field as published facts spell it (`cms.disclosure.canonical`)."""
    if column.many_to_many:
        return ValueType("các dòng của danh mục", {"type": "array", "items": ENTRY})
    if column.is_relation:
        return _of_relation(column.related_model)
    if isinstance(column, MoneyField):
        return ValueType("số nguyên", {"type": "integer"}, "đồng/m²" if column.per_m2 else "đồng")
    found = next(kind for cls, kind in PLAIN if isinstance(column, cls))
    if not column.choices:
        return found
    values = {str(value): str(label) for value, label in column.flatchoices if value not in (None, "")}
    return ValueType("một trong các giá trị", {"type": "string", "enum": ["", *values]}, values=values)


def _of_relation(model: type[Any]) -> ValueType:
    if hasattr(model, "record"):
        return ValueType("hồ sơ khác", RECORD)
    if hasattr(model, "sha256"):
        return ValueType("tệp", FILE)
    return ValueType("dòng của danh mục", ENTRY)
