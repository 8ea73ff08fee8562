"""The table of a price: three columns, and in its caption what holds for all rows."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from cms.values.money import format_millions
from cms.values.number import format_area, format_decimal, format_integer
from projects_pages.prices import Line, Price, Transaction

TAX = "thuế giá trị gia tăng"
MAINTENANCE = "kinh phí bảo trì"
PER_MONTH_PLACES = 2


@dataclass(frozen=True)
class TableRow:
    """One type of home: what it is, its price in đồng/m², a whole home in millions."""

    name: str
    details: str
    price: str
    whole: str


@dataclass(frozen=True)
class Table:
    """A table of prices with what its caption says."""

    what: str
    unit: str
    whole_unit: str
    note: str
    rows: list[TableRow]

    @property
    def has_whole(self) -> bool:
        """Whether the size of any home is known."""
        return any(row.whole for row in self.rows)


def table(price: Price) -> Table:
    """The rows of a price; what holds for all of them is said once, in the caption."""
    rent = price.transaction == Transaction.RENT
    taxes, upkeep = {line.vat for line in price.lines}, {line.maintenance for line in price.lines}
    notes = [_included(TAX, taxes), _included(MAINTENANCE, upkeep)]
    if any(line.area_from or line.area_to for line in price.lines):
        notes.append("Cả căn: giá nhân diện tích và hệ số (nếu có), làm tròn.")
    return Table(
        what=Transaction(price.transaction).label if price.transaction else "Giá",
        unit="đồng/m²/tháng" if rent else "đồng/m²",
        whole_unit="triệu đồng/tháng" if rent else "triệu đồng",
        note=" ".join(note for note in notes if note),
        rows=[_row(line, PER_MONTH_PLACES if rent else 0, len(taxes) > 1, len(upkeep) > 1) for line in price.lines],
    )


def _included(what: str, told: set[bool | None]) -> str:
    if told == {True}:
        return f"Đã gồm {what}."
    if told == {False}:
        return f"Chưa gồm {what}."
    return f"Có gồm {what} hay không: chưa có thông tin." if told == {None} else ""


def _row(line: Line, places: int, says_tax: bool, says_upkeep: bool) -> TableRow:
    details = [_areas(line), f"tầng {line.floors}" if line.floors else ""]
    if line.coefficient is not None:
        details.append(f"hệ số {format_decimal(line.coefficient, 2)}")
    for says, told, what in ((says_tax, line.vat, TAX), (says_upkeep, line.maintenance, MAINTENANCE)):
        if says:
            details.append(f"{'đã' if told else 'chưa'} gồm {what}" if told is not None else f"{what}: chưa rõ")
    price = "" if line.price is None else format_integer(line.price)
    return TableRow(line.home_type, " · ".join(part for part in details if part), price, _whole(line, places))


def _areas(line: Line) -> str:
    low, high = line.area_from, line.area_to
    if low is not None and high is not None and low != high:
        return f"{format_decimal(low)}–{format_area(high)}"
    one = low if low is not None else high
    return "" if one is None else format_area(one)


def _whole(line: Line, places: int) -> str:
    if line.price is None:
        return ""
    factor = line.price * (line.coefficient or Decimal(1))
    ends = [format_millions(area * factor, places) for area in (line.area_from, line.area_to) if area is not None]
    return "–".join(dict.fromkeys(ends))
