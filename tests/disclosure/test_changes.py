"""Rows are recognised as people recognise them."""

from __future__ import annotations

from typing import Any

import pytest

from cms.disclosure.changes import compare_rows

Row = dict[str, Any]


def row(name: str, year: int = 2026, text: str = "") -> Row:
    """A target of a year."""
    return {"name": name, "year": year, "text": text}


def told(was: list[Row], now: list[Row]) -> list[tuple[str, str, str]]:
    """Label, old and new of each difference."""
    changes = compare_rows("Chỉ tiêu", "targets", "name", was, now, lambda _, value: str(value or ""), str)
    return [(change.label, change.old, change.new) for change in changes]


A, B, C = row("a"), row("b"), row("c")


@pytest.mark.parametrize(
    ("was", "now", "expected"),
    [
        ([A, B], [A, B], []),
        ([], [A], [("Chỉ tiêu: a", "", "name: a; year: 2026")]),
        ([A], [], [("Chỉ tiêu: a", "name: a; year: 2026", "")]),
        ([A, B], [B, A], [("Chỉ tiêu: thứ tự", "a; b", "b; a")]),
        ([A, B, C], [C, A], [("Chỉ tiêu: b", "name: b; year: 2026", ""), ("Chỉ tiêu: thứ tự", "a; c", "c; a")]),
        ([A], [row("a", 2027)], [("Chỉ tiêu: a: year", "2026", "2027")]),
        # Of rows with one name, the one that went is told, not all that moved up.
        (
            [row("a", 2026), row("a", 2027), row("a", 2028)],
            [row("a", 2027), row("a", 2028)],
            [("Chỉ tiêu: a", "name: a; year: 2026", "")],
        ),
        (
            [row("a", 2026), row("a", 2027)],
            [row("a", 2026), row("a", 2027, "xong")],
            [("Chỉ tiêu: a: text", "", "xong")],
        ),
        (
            [row("a", 2026), row("a", 2027)],
            [row("a", 2027), row("a", 2026)],
            [
                (
                    "Chỉ tiêu: thứ tự",
                    "name: a; year: 2026; name: a; year: 2027",
                    "name: a; year: 2027; name: a; year: 2026",
                )
            ],
        ),
        # A row without a name is called by the first thing that it says.
        ([], [row("", 2026, "Điều 1")], [("Chỉ tiêu: 2026", "", "year: 2026; text: Điều 1")]),
        ([{"name": ""}], [], [("Chỉ tiêu: (không tên)", "", "")]),
    ],
)
def test_differences_of_rows(was: list[Row], now: list[Row], expected: list[tuple[str, str, str]]) -> None:
    assert told(was, now) == expected
