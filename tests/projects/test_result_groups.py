"""Rows of a list of results sum up to the total that stands above them."""

from __future__ import annotations

import pytest

from projects_pages.result_presentation import group_rows

REST = "Nhóm khác, không nêu riêng"


@pytest.mark.parametrize(
    ("total", "counts", "rest"),
    [
        (120, [("A", 40), ("B", 40)], "40"),
        (80, [("A", 40), ("B", 40)], None),
        (None, [("A", 40)], None),
        (120, [("A", 40), ("B", None)], None),
        (120, [], None),
    ],
)
def test_what_no_group_names_has_a_row_of_its_own(
    total: int | None, counts: list[tuple[str, int | None]], rest: str | None
) -> None:
    rows = group_rows(total, counts)
    assert [row.group for row in rows[: len(counts)]] == [group for group, _ in counts]
    assert [(row.group, row.count) for row in rows[len(counts) :]] == ([(REST, rest)] if rest else [])
