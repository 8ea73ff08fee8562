"""Differences between two published states, named so that a citizen understands them."""

from __future__ import annotations

from collections import Counter
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


def _keyed(rows: Sequence[Mapping[str, Any]], key: str) -> dict[tuple[str, int], Mapping[str, Any]]:
    """Rows by what a person knows them by; of equal ones the first, the second, …"""
    seen: Counter[str] = Counter()
    keyed = {}
    for row in rows:
        name = str(row.get(key))
        keyed[(name, seen[name])] = row
        seen[name] += 1
    return keyed


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
    old, new = _keyed(was, key), _keyed(now, key)

    def name(row: Mapping[str, Any]) -> str:
        return text(key, row.get(key)) or "(không tên)"

    def whole(row: Mapping[str, Any]) -> str:
        parts = [f"{fact_label(fact)}: {shown}" for fact, value in row.items() if (shown := text(fact, value))]
        return "; ".join(parts)

    found = []
    for ident, row in new.items():
        before = old.get(ident)
        if before is None:
            found.append(Change(f"{label}: {name(row)}", "", whole(row), path))
            continue
        for fact in sorted({*before, *row}):
            if before.get(fact) != row.get(fact):
                found.append(
                    Change(
                        f"{label}: {name(row)}: {fact_label(fact)}",
                        text(fact, before.get(fact)),
                        text(fact, row.get(fact)),
                        f"{path}.{fact}",
                    )
                )
    found += [Change(f"{label}: {name(row)}", whole(row), "", path) for ident, row in old.items() if ident not in new]
    kept_old = [ident for ident in old if ident in new]
    kept_new = [ident for ident in new if ident in old]
    if kept_old != kept_new:
        found.append(
            Change(
                f"{label}: thứ tự",
                "; ".join(name(old[ident]) for ident in kept_old),
                "; ".join(name(new[ident]) for ident in kept_new),
                path,
            )
        )
    return found
