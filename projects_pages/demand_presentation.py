"""What of a survey's counts may be told, and how its page lays them out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cms.values.number import format_integer
from cms.values.small_cells import TOTAL, Table, without_small

if TYPE_CHECKING:
    from projects_pages.models import DemandCount, DemandPage

NO_PLACE = "Chưa phân theo địa bàn"
NO_GROUP = "Chưa phân theo đối tượng"
SUM = "Tổng cộng"


@dataclass(frozen=True)
class GridCell:
    """One cell: its column's name, the number as text, or that it is hidden; neither where nobody counted."""

    column: str
    text: str
    hidden: bool


@dataclass(frozen=True)
class GridRow:
    """One place with its cells, or the sums."""

    name: str
    note: str
    cells: list[GridCell]


@dataclass(frozen=True)
class Grid:
    """Places by groups with their sums; `below` is the threshold as text, `has_hidden` whether anything is hidden."""

    columns: list[str]
    rows: list[GridRow]
    has_hidden: bool
    below: str


def withheld(demand: DemandPage) -> frozenset[tuple[int, str]]:
    """Positions of the rows whose number is not disclosed."""
    counts = list(demand.counts.all())
    table = _table(demand, counts)
    return frozenset(
        (position, "households")
        for position, row in enumerate(counts)
        if row.households is not None and table.shown(_place(row), row.group_name) is None
    )


def grid(demand: DemandPage) -> Grid | None:
    """The counts as the page shows them; None while there are none."""
    counts = list(demand.counts.all())
    if not counts:
        return None
    table = _table(demand, counts)
    names = {_place(row): row.place.full_name if row.place else NO_PLACE for row in counts}
    groups = list(dict.fromkeys(row.group_name for row in counts))
    columns: list[str | None] = [*groups, *([TOTAL] if len(groups) > 1 else [])]
    lines: list[str | None] = [*names, *([TOTAL] if len(names) > 1 else [])]
    rows = [
        GridRow(
            SUM if line is TOTAL else names[line],
            "" if line is TOTAL else _notes(counts, line),
            [_cell(table, line, column) for column in columns],
        )
        for line in lines
    ]
    return Grid([_heading(column) for column in columns], rows, table.has_hidden, format_integer(demand.hidden_below))


def _table(demand: DemandPage, counts: list[DemandCount]) -> Table:
    cells = [(_place(row), row.group_name, row.households) for row in counts if row.households is not None]
    return without_small(cells, demand.hidden_below)


def _place(row: DemandCount) -> str:
    return row.place.key if row.place else ""


def _notes(counts: list[DemandCount], place: str) -> str:
    return "; ".join(dict.fromkeys(row.note for row in counts if row.note and _place(row) == place))


def _heading(group: str | None) -> str:
    return SUM if group is TOTAL else group or NO_GROUP


def _cell(table: Table, line: str | None, column: str | None) -> GridCell:
    if not table.counted(line, column):
        return GridCell(_heading(column), "", hidden=False)
    value = table.shown(line, column)
    return GridCell(_heading(column), "" if value is None else format_integer(value), hidden=value is None)
