"""docs/measurements.md as `bin/bench` writes it."""

from __future__ import annotations

import datetime
import os
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bin.lib.bench_data import Made
from bin.lib.bench_server import CONNECTIONS, Load

BARS = {"project": (30, 15), "list": (None, 20), "home": (None, 15)}
"""Milliseconds of the processors that are aimed at: a first visit with empty caches, and a later one."""
GENERATION_BAR = 9.0  # ms a page: 100,000 in 15 minutes
HEAD = """# Measurements

Written by `bin/bench` (docs/operations.md says how to run it); nothing here is typed by hand but the note.

- **Content**: `manage.py generate_content`, wards of about 333 records, each like the fullest record of its kind in the
  demonstration's made-up ward.
- **Server**: gunicorn with two workers of four threads, SQLite, production settings, on loopback; no cache of answers,
  but parts of pages are kept while they hold (docs/decisions/018-kept-fragments.md).
- **First of a process**: the first visit of all after the server's start with empty caches; three pages of
  another ward were rendered at the start. **First of a page**: the first visit of each measured page in a process that
  has shown others of their kind: nothing of the page is kept. **Again**: later visits, with what the process kept.
- **CPU** is the time that all threads of the workers were on a processor; it counts also what other work on the same
  machine takes away by sharing cores and memory. Times by the clock depend on that work much more.
"""


@dataclass(frozen=True)
class PageCost:
    """What one kind of page costs; ms."""

    first_clock: float
    first_cpu: float
    new_cpu: float
    alone: Load
    together: Load
    cold: int
    warm: int


@dataclass(frozen=True)
class Measured:
    """All that was found out of one size."""

    made: Made
    facts: dict[str, Any]
    costs: dict[str, PageCost]
    memory_mb: float


def written(measured: Sequence[Measured], note: str) -> str:
    """The whole document."""
    versions = ", ".join(f"{name} {version}" for name, version in measured[0].facts["versions"].items())
    day = datetime.datetime.now(tz=datetime.UTC).strftime("%Y-%m-%d %H:%M UTC")
    load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
    parts = [
        HEAD,
        f"Measured {day} on {os.cpu_count()} cores, {versions}; load averages at the end {load}.\n"
        + (f"{note}\n" if note else ""),
        "## Making\n",
        _making(measured),
        "## Serving\n",
        f"Requests a second and p50/p99 of {CONNECTIONS} connections at once; CPU and p50 alone of one connection.\n",
        _serving(measured),
        _missed(measured),
        "## How full the records are\n",
        _distribution(measured[-1]),
    ]
    return "\n".join(part for part in parts if part)


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


def _making(measured: Sequence[Measured]) -> str:
    head = (
        "Pages, wards",
        "generation s",
        "ms a page",
        "CPU ms a page",
        "most memory of a process MB",
        "indexing s",
        "CPU ms a record",
        "memory MB",
        "database MB",
    )
    rows = []
    for one in measured:
        made, pages = one.made, one.made.pages
        rows.append(
            [
                f"{pages:,}, {made.wards}",
                f"{made.generation.seconds:.1f}",
                f"{made.generation.seconds * 1000 / pages:.1f}",
                f"{made.generation.cpu_seconds * 1000 / pages:.1f}",
                f"{made.generation.peak_mb:.0f}",
                f"{made.indexing.seconds:.1f}",
                f"{made.indexing.cpu_seconds * 1000 / pages:.1f}",
                f"{made.indexing.peak_mb:.0f}",
                f"{made.database_mb:.0f}",
            ]
        )
    said = (
        f"Aimed at: {GENERATION_BAR:.0f} ms a page by the clock (100,000 in 15 minutes) without indexing. "
        "`Page.find_problems()` was clean each time. Start of the command and reading its templates are counted in.\n"
    )
    return f"{_table(head, rows)}\n{said}"


def _serving(measured: Sequence[Measured]) -> str:
    head = (
        "Page, at how many",
        "first of a process: ms",
        "CPU ms",
        "queries",
        "first of a page: CPU ms",
        "again: CPU ms",
        "queries",
        "p50 alone ms",
        "requests/s",
        "p50 ms",
        "p99 ms",
        "worker MB",
    )
    rows = []
    for name in BARS:
        for one in measured:
            cost = one.costs[name]
            rows.append(
                [
                    f"{name}, {one.made.pages:,}",
                    f"{cost.first_clock:.0f}",
                    f"{cost.first_cpu:.0f}",
                    str(cost.cold),
                    f"{cost.new_cpu:.1f}",
                    f"{cost.alone.cpu:.1f}",
                    str(cost.warm),
                    f"{cost.alone.p50:.1f}",
                    f"{cost.together.per_second:.0f}",
                    f"{cost.together.p50:.1f}",
                    f"{cost.together.p99:.1f}",
                    f"{one.memory_mb:.0f}",
                ]
            )
    return _table(head, rows)


def _missed(measured: Sequence[Measured]) -> str:
    """Which bars are missed, and what takes the time there."""
    lines = []
    for name, (cold, warm) in BARS.items():
        for one in measured:
            cost = one.costs[name]
            said = []
            if cold is not None and cost.first_cpu > cold:
                said.append(f"first of a process {cost.first_cpu:.0f} ms of CPU, aimed at {cold}")
            if cost.alone.cpu > warm:
                said.append(f"again {cost.alone.cpu:.1f} ms of CPU, aimed at {warm}")
            if said:
                shares = ", ".join(f"{part} {share:.0%}" for part, share in one.facts["parts"][name].items())
                profile = f"Profile of a visit that finds nothing kept: {shares}"
                lines.append(f"- {name} at {one.made.pages:,}: {'; '.join(said)}. {profile}.")
    return (
        "Bars missed (shares of a profile overlap: templates run statements too):\n\n" + "\n".join(lines) + "\n"
        if lines
        else ""
    )


def _distribution(measured: Measured) -> str:
    fullest = measured.facts["fullest_project"]
    head = ("Kind", "records", "rows below", "links to records", "images", "files")
    rows = [
        [one["kind"], f"{one['records']:,}", *(f"{one[name]:.1f}" for name in ("rows", "links", "images", "files"))]
        for one in measured.facts["distribution"]
    ]
    said = (
        f"Averages of a record at {measured.made.pages:,} pages, the demonstration's included. The fullest project of "
        f"the made-up ward has {fullest['rows']} rows, {fullest['links']} links, {fullest['images']} images, "
        f"{fullest['files']} files.\n"
    )
    return f"{_table(head, rows)}\n{said}"
