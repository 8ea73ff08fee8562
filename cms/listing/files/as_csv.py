"""CSV: UTF-8 with BOM, so that spreadsheets read Vietnamese; no cell is taken for a formula."""

from __future__ import annotations

import csv
import datetime
from collections.abc import Iterator
from decimal import Decimal

from cms.listing.files.columns import Value, columns_of
from cms.listing.files.contents import Contents

BOM = "\ufeff"
FORMULA = frozenset("=+-@\t\r＝＋－＠")
"""First characters after which a spreadsheet calculates."""


class _Line:
    """Takes what the writer of the standard library writes, and gives it back."""

    def write(self, text: str) -> str:
        return text


def write_csv(contents: Contents) -> Iterator[bytes]:
    """The file, line by line: heads, then one line a record. Days are ISO, numbers have a decimal point."""
    columns = columns_of(contents)
    writer = csv.writer(_Line())
    yield (BOM + writer.writerow([defused(column.label) for column in columns])).encode()
    for row in contents.rows():
        line: object = writer.writerow([_cell(column.value(row)) for column in columns])
        yield str(line).encode()


def defused(text: str) -> str:
    """A text that no spreadsheet calculates: with an apostrophe before what would begin a formula."""
    text = text.replace("\x00", "")
    return f"'{text}" if text.lstrip(" \n")[:1] in FORMULA and text.strip() else text


def _cell(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return defused(value)
    if isinstance(value, datetime.date):
        return value.isoformat()
    return f"{value:f}" if isinstance(value, Decimal) else str(value)
