"""What is hidden in a table of counts cannot be worked out from what is shown."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cms.values.small_cells import TOTAL, Key, Table, without_small

BELOW = 5
Counts = list[tuple[str, str, int]]


def derivable(table: Table) -> list[Key]:
    """Hidden values that the sums and the shown values determine: linear algebra, nothing of the code under test."""
    unknown = [key for key, value in table.values.items() if value is None]
    rows = {row for row, _ in table.values}
    columns = {column for _, column in table.values}
    lines = [[(row, column) for column in columns if (row, column) in table.values] for row in rows]
    lines += [[(row, column) for row in rows if (row, column) in table.values] for column in columns]
    # In a row or column the cells less their sum are nothing, so each line is one equation between the unknown.
    matrix = []
    for line in lines:
        sums = [key for key in line if _is_sum_of(key, line)]
        matrix.append([Fraction(-1 if key in sums else 1) if key in line else Fraction(0) for key in unknown])
    return [key for at, key in enumerate(unknown) if _determined(matrix, at)]


def _is_sum_of(key: Key, line: list[Key]) -> bool:
    row, column = key
    same_row = len({one for one, _ in line}) == 1
    return (column if same_row and len({two for _, two in line}) > 1 else row) is TOTAL


def _determined(matrix: list[list[Fraction]], at: int) -> bool:
    """Whether the unit vector of an unknown lies in the span of the equations."""
    unit = [Fraction(int(place == at)) for place in range(len(matrix[0]) if matrix else 0)]
    return bool(matrix) and _rank(matrix) == _rank([*matrix, unit])


def _rank(matrix: list[list[Fraction]]) -> int:
    rows, rank = [list(row) for row in matrix], 0
    for column in range(len(rows[0])):
        pivot = next((row for row in range(rank, len(rows)) if rows[row][column]), None)
        if pivot is None:
            continue
        rows[rank], rows[pivot] = rows[pivot], rows[rank]
        for row in range(len(rows)):
            if row != rank and rows[row][column]:
                factor = rows[row][column] / rows[rank][column]
                rows[row] = [a - factor * b for a, b in zip(rows[row], rows[rank], strict=True)]
        rank += 1
    return rank


def hidden(counts: Counts) -> set[Key]:
    return {key for key, value in without_small(counts, BELOW).values.items() if value is None}


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ([("p", "a", 5)], set()),
        ([("p", "a", 4)], {("p", "a"), ("p", None), (None, "a"), (None, None)}),
        ([("p", "a", 40), ("p", "b", 30), ("q", "a", 20), ("q", "b", 10)], set()),
        # One small cell: three more close the way round, the smallest of the table.
        (
            [("p", "a", 3), ("p", "b", 30), ("q", "a", 20), ("q", "b", 10)],
            {("p", "a"), ("p", "b"), ("q", "a"), ("q", "b")},
        ),
        # Of three columns the dearest stays.
        (
            [("p", "a", 3), ("p", "b", 6), ("p", "c", 90), ("q", "a", 7), ("q", "b", 8), ("q", "c", 80)],
            {("p", "a"), ("p", "b"), ("q", "a"), ("q", "b")},
        ),
        # Nobody is a count too: it says that no household of the group needs a home.
        (
            [("p", "a", 0), ("p", "b", 30), ("q", "a", 20), ("q", "b", 10)],
            {("p", "a"), ("p", "b"), ("q", "a"), ("q", "b")},
        ),
    ],
)
def test_small_cells_and_as_few_others_as_needed_are_hidden(counts: Counts, expected: set[Key]) -> None:
    assert hidden(counts) == expected


def test_a_column_of_one_place_hides_a_sum_where_no_cell_will_do() -> None:
    table = without_small([("p", "a", 3), ("q", "a", 30)], BELOW)
    assert table.shown("p", "a") is None
    assert derivable(table) == []


def test_two_small_cells_of_a_row_do_not_leave_a_small_remainder() -> None:
    counts = [("p", "a", 1), ("p", "b", 2), ("p", "c", 50), ("q", "a", 60), ("q", "b", 70), ("q", "c", 80)]
    table = without_small(counts, BELOW)
    left = [count for row, column, count in counts if row == "p" and table.shown("p", column) is None]
    assert table.shown("p", TOTAL) is None or sum(left) >= BELOW


def test_counts_of_one_cell_are_added() -> None:
    assert without_small([("p", "a", 3), ("p", "a", 4)], BELOW).shown("p", "a") == 7


CELLS = st.dictionaries(
    st.tuples(st.sampled_from("pqrs"), st.sampled_from("abcd")), st.integers(0, 40), min_size=1, max_size=16
)


@settings(max_examples=300, deadline=None)
@given(CELLS, st.integers(2, 8))
def test_nothing_hidden_can_be_worked_out_and_nothing_small_is_shown(
    cells: dict[tuple[str, str], int], below: int
) -> None:
    table = without_small([(row, column, count) for (row, column), count in cells.items()], below)
    assert all(value is None or value >= below for value in table.values.values())
    assert derivable(table) == []
    for row in "pqrs":
        covered = [count for key, count in cells.items() if key[0] == row and table.values[key] is None]
        assert not covered or table.shown(row, TOTAL) is None or sum(covered) >= below


def test_the_check_finds_what_can_be_worked_out() -> None:
    leaking: dict[Key, int | None] = {
        ("p", "a"): None,
        ("p", "b"): 30,
        ("p", None): 33,
        ("q", "a"): 20,
        ("q", "b"): 10,
        ("q", None): 30,
    }
    sums: dict[Key, int | None] = {(None, "a"): 23, (None, "b"): 40, (None, None): 63}
    assert derivable(Table({**leaking, **sums})) == [("p", "a")]
