"""Counts of people in a table, small ones hidden so that nobody can work them out from the rest (ẩn ô nhỏ)."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

TOTAL = None
"""The label of the line that holds the sums."""

Key = tuple[str | None, str | None]
"""Row and column; `TOTAL` for the sums."""

A_TOTAL_COSTS = 10**12
"""Hiding a sum tells people less of everything: done only where no cell will do."""


@dataclass(frozen=True)
class Table:
    """What may be shown: every value by its row and column, None where it is hidden."""

    values: Mapping[Key, int | None]

    def shown(self, row: str | None, column: str | None) -> int | None:
        """The value, None when it is hidden; raises KeyError where nobody counted."""
        return self.values[row, column]

    def counted(self, row: str | None, column: str | None) -> bool:
        """Whether there is a count at all, shown or hidden."""
        return (row, column) in self.values

    @property
    def has_hidden(self) -> bool:
        """Whether anything is hidden."""
        return None in self.values.values()


def without_small(counts: Iterable[tuple[str, str, int]], below: int) -> Table:
    """Cells and sums with those under `below` hidden, and as many more as keep each hidden one from being worked out.

    A hidden value follows from the shown ones exactly when it lies on no closed path of hidden values that turns from
    row to column and back; so each is given one, by hiding the smallest cells that close it. Besides, what remains of
    a shown sum for its hidden cells is never under `below` itself. Counts of one cell given twice are added.
    """
    added: dict[tuple[str, str], int] = defaultdict(int)
    for row, column, count in counts:
        added[row, column] += count
    return _without_small(tuple(sorted(added.items())), below)


@lru_cache(maxsize=256)
def _without_small(counts: tuple[tuple[tuple[str, str], int], ...], below: int) -> Table:
    values: dict[Key, int] = defaultdict(int)
    for (row, column), count in counts:
        for key in ((row, column), (row, TOTAL), (TOTAL, column), (TOTAL, TOTAL)):
            values[key] += count
    hidden = {key for key, value in values.items() if value < below}
    while more := _too_little_left(values, hidden, below) or _unclosed(values, hidden):
        hidden |= more
    return Table({key: None if key in hidden else value for key, value in values.items()})


def _too_little_left(values: Mapping[Key, int], hidden: set[Key], below: int) -> set[Key]:
    """The smallest cell of a line whose shown sum leaves less than `below` for its hidden cells; empty for none."""
    for total in sorted((key for key in values if TOTAL in key and key not in hidden), key=_order):
        for line in _lines(values, total):
            covered = [key for key in line if key in hidden]
            if covered and sum(values[key] for key in covered) < below:
                return {min((key for key in line if key not in hidden), key=lambda key: _cost(values, key))}
    return set()


def _lines(values: Mapping[Key, int], total: Key) -> list[list[Key]]:
    """The values that add up to a sum: those of its row, of its column, or of both for the sum of all."""
    lines = []
    if total[1] is TOTAL:
        lines.append([key for key in values if key[0] == total[0] and key[1] is not TOTAL])
    if total[0] is TOTAL:
        lines.append([key for key in values if key[1] == total[1] and key[0] is not TOTAL])
    return lines


def _unclosed(values: Mapping[Key, int], hidden: set[Key]) -> set[Key]:
    """What has to be hidden as well for the first hidden value that could be worked out; empty for none."""
    for key in sorted(hidden, key=_order):
        if path := _cheapest_way_round(values, hidden, key) - hidden:
            return path
    return set()


def _cheapest_way_round(values: Mapping[Key, int], hidden: set[Key], key: Key) -> set[Key]:
    """The values that close a path from the row of `key` to its column; hidden ones cost nothing (Dijkstra)."""
    neighbours: dict[tuple[str, str | None], list[tuple[tuple[str, str | None], Key]]] = defaultdict(list)
    for row, column in values:
        if (row, column) != key:
            neighbours["row", row].append((("column", column), (row, column)))
            neighbours["column", column].append((("row", row), (row, column)))
    start, goal = ("row", key[0]), ("column", key[1])
    waiting: list[tuple[int, int, tuple[str, str | None], frozenset[Key]]] = [(0, 0, start, frozenset())]
    seen, pushed = set(), 0
    while waiting:
        cost, _, node, path = heapq.heappop(waiting)
        if node == goal:
            return set(path)
        if node in seen:
            continue
        seen.add(node)
        for other, step in neighbours[node]:
            if other not in seen:
                pushed += 1
                more = 0 if step in hidden else _cost(values, step)[0]
                heapq.heappush(waiting, (cost + more, pushed, other, path | {step}))
    raise AssertionError("the sums always close a path")  # row, its sum, the sum of all, the column's sum


def _cost(values: Mapping[Key, int], key: Key) -> tuple[int, tuple[str, str]]:
    """How much is lost by hiding a value: cells before sums, small ones before large ones."""
    return key.count(TOTAL) * A_TOTAL_COSTS + values[key] + 1, _order(key)


def _order(key: Key) -> tuple[str, str]:
    return key[0] or "", key[1] or ""
