"""XLSX: real numbers and days; every text is a text, whatever it begins with."""

from __future__ import annotations

import datetime
import tempfile
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font

from cms.listing.files.columns import Value, columns_of
from cms.listing.files.contents import Contents
from search.illustrative import LABEL

LONGEST_CELL = 32_000
"""Characters that a cell takes; Excel's own limit is 32,767."""
PIECE = 64 * 1024
EXACT = 10**15
"""Whole numbers below are exact in a spreadsheet."""


def write_xlsx(contents: Contents) -> Iterator[bytes]:
    """The file in pieces; rows go to the disk as they come, so memory does not grow with them."""
    with tempfile.TemporaryFile() as file:
        _book(contents).save(file)
        file.seek(0)
        while piece := file.read(PIECE):
            yield piece


def _book(contents: Contents) -> Any:
    book = Workbook(write_only=True)
    sheet = book.create_sheet(LABEL if contents.notice else "Danh sách")
    sheet.freeze_panes = "A2"
    columns = columns_of(contents)
    heads = [_text(sheet, column.label) for column in columns]
    for head in heads:
        head.font = Font(bold=True)
    sheet.append(heads)
    for row in contents.rows():
        sheet.append([_cell(sheet, column.value(row)) for column in columns])
    return book


def _text(sheet: Any, text: str) -> Any:
    clean = ILLEGAL_CHARACTERS_RE.sub("", text)
    cell = WriteOnlyCell(sheet, value=clean if len(clean) <= LONGEST_CELL else f"{clean[:LONGEST_CELL]}…")
    cell.data_type = "s"
    return cell


def _cell(sheet: Any, value: Value) -> Any:
    if value is None or value == "":
        return None
    if isinstance(value, str):
        return _text(sheet, value)
    if isinstance(value, datetime.date):
        if value.year < 1900:  # before the first day of spreadsheets
            return _text(sheet, value.isoformat())
        cell = WriteOnlyCell(sheet, value=value)
        cell.number_format = "dd/mm/yyyy"
        return cell
    if not -EXACT < value < EXACT:
        return _text(sheet, f"{value:f}" if isinstance(value, Decimal) else str(value))
    cell = WriteOnlyCell(sheet, value=value)
    cell.number_format = "#,##0.##" if isinstance(value, Decimal) else "0"
    return cell
