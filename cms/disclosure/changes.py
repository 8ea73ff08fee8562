"""Differences between two published states, named so that a citizen understands them."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Change:
    """One difference: label, old and new text (empty for none), and the path of the fact."""

    label: str
    old: str
    new: str
    path: str
    level: str = "may"


def _identity(value: Any) -> Any:
    """What of a key fact stays when people change it: a row of a register is known by its key."""
    return value["key"] if isinstance(value, dict) and "key" in value else value


def _without_details(value: Any) -> Any:
    return {name: part for name, part in value.items() if name != "details"} if isinstance(value, dict) else value


def _pairs(was: Sequence[Mapping[str, Any]], now: Sequence[Mapping[str, Any]], key: str) -> dict[int, int]:
    """Which new row is which old one: first those that are the same altogether, then those that people call the same.

    Several rows may have one name (a target for each year), so the name alone would pair the wrong ones.
    """

    def called_the_same(old: Mapping[str, Any], new: Mapping[str, Any]) -> bool:
        return bool(_identity(old.get(key)) == _identity(new.get(key)))

    pairs: dict[int, int] = {}
    free = list(range(len(was)))
    for same in (operator.eq, called_the_same):
        for position, row in enumerate(now):
            if position not in pairs and (found := next((at for at in free if same(was[at], row)), None)) is not None:
                pairs[position] = found
                free.remove(found)
    return pairs


def compare_rows(
    label: str,
    path: str,
    key: str,
    was: Sequence[Mapping[str, Any]],
    now: Sequence[Mapping[str, Any]],
    text: Callable[[str, Any], str],
    fact_label: Callable[[str], str],
) -> list[Change]:
    """Differences between two lists of children: rows that came, went, changed or changed places."""
    pairs = _pairs(was, now, key)

    def name(row: Mapping[str, Any]) -> str:
        shown = (text(fact, _without_details(row.get(fact))) for fact in (key, *row))
        return next((told for told in shown if told), "(không tên)")

    def whole(row: Mapping[str, Any]) -> str:
        parts = [f"{fact_label(fact)}: {shown}" for fact, value in row.items() if (shown := text(fact, value))]
        return "; ".join(parts)

    found = []
    for position, row in enumerate(now):
        if position not in pairs:
            found.append(Change(f"{label}: {name(row)}", "", whole(row), path))
            continue
        before = was[pairs[position]]
        found += [
            Change(
                f"{label}: {name(row)}: {fact_label(fact)}",
                text(fact, before.get(fact)),
                text(fact, row.get(fact)),
                f"{path}.{fact}",
            )
            for fact in sorted({*before, *row})
            if before.get(fact) != row.get(fact)
        ]
    gone = [row for position, row in enumerate(was) if position not in pairs.values()]
    found += [Change(f"{label}: {name(row)}", whole(row), "", path) for row in gone]
    kept = [pairs[position] for position in sorted(pairs)]
    if kept != sorted(kept):
        were, are = [was[at] for at in sorted(kept)], [now[at] for at in sorted(pairs)]
        call = name if len({name(row) for row in were}) == len(were) else whole
        found.append(Change(f"{label}: thứ tự", "; ".join(map(call, were)), "; ".join(map(call, are)), path))
    return found
