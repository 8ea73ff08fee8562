"""Cells of a workbook: each value as the kind of value it is, no text as anything but a text."""

from __future__ import annotations

import datetime
import io
import operator
from collections.abc import Iterator
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import openpyxl
import pytest

from cms.listing.files import as_xlsx
from cms.listing.files.columns import Column, Value

MONDAY = datetime.date(2026, 11, 23)
CASES: list[tuple[Value, Any, str]] = [
    ("Nhà ở xã hội", "Nhà ở xã hội", "s"),
    ("=1+1", "=1+1", "s"),
    ("@SUM(A1)", "@SUM(A1)", "s"),
    ("258", "258", "s"),
    ("  hai đầu ", "  hai đầu ", "s"),
    ("một\nhai", "một\nhai", "s"),
    ("<b>&amp;</b> ]]>", "<b>&amp;</b> ]]>", "s"),
    ("a\x00b\x0bc\ud800d\uffff", "abcd", "s"),
    ("🏠", "🏠", "s"),
    ("ă" * 40_000, "ă" * 32_000 + "…", "s"),
    ("", None, "n"),
    (None, None, "n"),
    (0, 0, "n"),
    (-587, -587, "n"),
    (10**15, str(10**15), "s"),
    (Decimal("32056.8"), 32056.8, "n"),
    (Decimal("1E+3"), 1000, "n"),
    (Decimal("-0.10"), -0.1, "n"),
    (MONDAY, datetime.datetime(2026, 11, 23), "d"),
    (datetime.date(1900, 3, 1), datetime.datetime(1900, 3, 1), "d"),
    (datetime.date(1900, 2, 28), "1900-02-28", "s"),
    (datetime.date(9999, 12, 31), datetime.datetime(9999, 12, 31), "d"),
]


@pytest.fixture(scope="module")
def cells() -> list[Any]:
    """All cases in one row, read back."""

    def rows() -> Iterator[Any]:
        yield [value for value, _, _ in CASES]

    made: Any = SimpleNamespace(notice="", rows=rows)
    with pytest.MonkeyPatch.context() as patch:
        readers: list[Any] = [operator.itemgetter(at) for at in range(len(CASES))]
        columns = [Column(f"=cột {at}", reader) for at, reader in enumerate(readers)]
        patch.setattr(as_xlsx, "columns_of", lambda _: columns)
        sheet = openpyxl.load_workbook(io.BytesIO(b"".join(as_xlsx.write_xlsx(made)))).active
    assert [cell.data_type for cell in sheet[1]] == ["s"] * len(CASES)
    return list(sheet[2])


@pytest.mark.parametrize("at", range(len(CASES)))
def test_a_value_is_read_back_as_it_was_meant(cells: list[Any], at: int) -> None:
    _, wanted, data_type = CASES[at]
    found = cells[at] if at < len(cells) else SimpleNamespace(value=None, data_type="n")
    assert (found.value, found.data_type) == (wanted, data_type)


@pytest.mark.parametrize(("number", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (702, "AAA")])
def test_columns_are_named_as_spreadsheets_do(number: int, name: str) -> None:
    assert as_xlsx._letters(number) == name
