"""The data dictionary (từ điển dữ liệu): each column of each dataset, from the facts that its type declares."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from django.utils import timezone

from cms.disclosure.facts import BoundFacts, Fact, Level, Rows
from cms.open_data.value_types import ValueType, type_of
from cms.registers.models import LegalReference

LEVELS: Final = {Level.MUST: "phải công khai", Level.SHOULD: "nên công khai", Level.MAY: "có thể có"}
OF_ROWS: Final = "danh sách"

ENVELOPE: Final = (
    ("ma", "Mã bản ghi", "mã UUID, không đổi"),
    ("loai", "Loại hồ sơ", "văn bản"),
    ("so-ky-hieu", "Số, ký hiệu của hồ sơ", "văn bản"),
    ("tieu-de", "Tên", "văn bản"),
    ("trang-thai", "Tình trạng hôm nay", "văn bản"),
    ("hien-nay", "Hiện nay, ở loại hồ sơ mà hồ sơ khác quyết định điều đó", "văn bản"),
    ("con-hieu-luc", "Còn hiệu lực, đang mở", "có hoặc không"),
    ("ngay", "Ngày của hồ sơ", "ngày, có thể chỉ biết năm, quý, tháng (EDTF)"),
    ("cong-khai-luc", "Công khai lần đầu", "thời điểm"),
    ("cap-nhat-luc", "Công khai lần cuối", "thời điểm"),
    ("lan-cong-bo", "Lần công bố", "số nguyên"),
    ("dia-chi", "Địa chỉ trang của hồ sơ", "địa chỉ trang"),
)
"""What every record of every dataset has besides its facts: name, label, type."""


@dataclass(frozen=True)
class Column:
    """One column of a dataset: a fact, or a fact of a list within a record (`rounds.closes_on`)."""

    name: str
    label: str
    type: str
    unit: str
    level: str
    asked_by: str
    """The provision that asks for it, as the register has it today; its code where the register does not."""
    values: Mapping[str, str] = field(default_factory=dict)
    note: str = ""

    @property
    def value_lines(self) -> list[str]:
        """The vocabulary, a line a value: "dang-thi-cong: Đang thi công"."""
        return [f"{value}: {label}" for value, label in self.values.items()]


def columns_of(bound: BoundFacts, provisions: Mapping[str, str]) -> list[Column]:
    """The columns of one type, a list followed by the facts of its rows."""
    found: list[Column] = []
    for item in bound:
        asked = provisions.get(item.asked_by, item.asked_by)
        if isinstance(item, Rows):
            found.append(Column(item.name, item.label, OF_ROWS, "", LEVELS[item.level], asked))
            model = bound.row_model(item)
            for fact in item.facts:
                kind = type_of(model._meta.get_field(fact.name))
                label = f"{item.label}: {bound.label(fact, model)}"
                asked_of_row = provisions.get(fact.asked_by, fact.asked_by)
                found.append(_column(f"{item.name}.{fact.name}", label, kind, fact, asked_of_row))
        else:
            found.append(_column(item.name, bound.label(item), type_of(bound.field(item.name)), item, asked))
    return found


def _column(name: str, label: str, kind: ValueType, fact: Fact, asked_by: str) -> Column:
    note = "Số «khoảng» viết là {approximate, value}." if fact.approximate else ""
    return Column(name, label, kind.label, kind.unit, LEVELS[fact.level], asked_by, kind.values, note)


def provisions() -> dict[str, str]:
    """The provisions of law that hold today by their codes; one query."""
    return dict(LegalReference.objects.in_force_on(timezone.localdate()).values_list("code", "provision"))


def as_json(columns: Iterable[Column]) -> list[dict[str, Any]]:
    """For the JSON of the dictionary."""
    return [
        {
            "ten": one.name,
            "nhan": one.label,
            "kieu": one.type,
            "don-vi": one.unit or None,
            "muc": one.level,
            "quy-dinh": one.asked_by or None,
            "gia-tri": dict(one.values) or None,
            "ghi-chu": one.note or None,
        }
        for one in columns
    ]


HEADS: Final[Sequence[str]] = (
    "Bộ dữ liệu",
    "Tên cột",
    "Nhãn",
    "Kiểu",
    "Đơn vị",
    "Mức",
    "Quy định yêu cầu",
    "Giá trị",
    "Ghi chú",
)


def as_line(dataset: str, one: Column) -> list[str]:
    """A line of the CSV of the dictionary, under `HEADS`."""
    values = "; ".join(one.value_lines)
    return [dataset, one.name, one.label, one.type, one.unit, one.level, one.asked_by, values, one.note]
