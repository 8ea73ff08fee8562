"""`bin/bench search`: what searching costs on each engine; the table goes to docs/measurements-search.md."""

from __future__ import annotations

import argparse
import datetime
import json
import os
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from bin.lib import elasticsearch, environment, needs, postgres
from bin.lib.bench_data import content
from bin.lib.portal import DATABASE, Portal, free_port
from bin.lib.saying import Stop, say, step

REPORT = environment.ROOT / "docs" / "measurements-search.md"
TEMPLATES = 3_000
"""Generated records that the measured ones are made of."""
ENGINES = ("sqlite", "postgresql", "elasticsearch")
JAVA = "-Xms512m -Xmx512m"
ROWS: tuple[tuple[str, str, tuple[float, float, float]], ...] = (
    ("ward", "a ward: any query, first page, count, five facets", (15, 15, 20)),
    ("common", "all wards: a word of a third of all records, first page, count", (100, 300, 30)),
    ("rare", "all wards: rare word", (15, 15, 10)),
    ("numbers", "all wards: document number", (15, 15, 10)),
    ("facets", "all wards: five facets of such a word", (150, 150, 30)),
    ("suggestion", "suggestion", (15, 15, 15)),
    ("update", "index update of one record", (10, 10, 10)),
)
"""Timing of the command, what it is, and the bars for the three engines: milliseconds at p50."""
REBUILD = (120, 180, 120)
"""Seconds of a whole rebuild of an index that is full."""
MEMORY = 250
"""Megabytes of a worker."""
HEAD = """# What searching costs

Written by `bin/bench search` (docs/operations.md says how to run it); nothing here is typed by hand but the note.

- **Records**: those of generated wards (`manage.py generate_content`), again and again under other numbers, on as many
  wards as stand below; searching reads public records alone, so no pages are made for them.
- **Answers** are timed by the clock within one process, without rendering: reading the words with their synonyms,
  engine, and the page's records from the database. The first answer to each query is left out.
- **Memory** is that of the process that searches and makes the index anew, without those that fold texts for it.
- **Elasticsearch** has one node with a heap of 512 MB on the same machine; the database's own index is kept beside it,
  so its update and rebuild cost both. An update ends when both have the record on disk; Elasticsearch shows it within
  about a second, until then the database answers the ward. A rebuild ends with the index merged into one part. Before
  anything is timed it gives 1,000 answers, and takes 2,000 records one by one before updates are timed: a server
  that has just started is still translating its own code.
- **The rebuild** is that of a full index: every record is written anew in place of what was there.
"""


def measure(arguments: Sequence[str]) -> None:
    """Measure one engine after the other; what is measured when one fails is written. Raises `Stop`."""
    options = _options(arguments)
    with ExitStack() as stack:
        folder = options.data or Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="cong-khai-bench-")))
        python = environment.ready(environment.DEVELOPMENT) if options.python is None else options.python
        templates = _templates(python, folder.resolve())
        measured: dict[str, dict[str, Any]] = {}
        for engine in options.engines:
            with step(f"Đo {options.records} bản ghi trên {engine}"):
                measured[engine] = _measured(python, engine, templates, options)
            options.out.write_text(_written(measured, options), encoding="utf-8")
    say(f"Kết quả ở {options.out}")


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="bin/bench search", description="Đo việc tìm kiếm trên từng bộ máy, chỉ trên máy này."
    )
    parser.add_argument("--records", type=int, default=100_000, help="số bản ghi (mặc định 100000)")
    parser.add_argument("--wards", type=int, default=300, help="số phường, xã (mặc định 300)")
    parser.add_argument("--engines", type=_engines, default=list(ENGINES), help="ví dụ sqlite,postgresql")
    parser.add_argument("--data", type=Path, help="thư mục giữ nội dung mẫu để lần sau khỏi sinh lại")
    parser.add_argument("--note", default="", help="một câu về hoàn cảnh đo, ghi vào bảng")
    parser.add_argument("--out", type=Path, default=REPORT, help="tệp ghi bảng")
    parser.add_argument("--python", type=Path, help="Python có sẵn các gói, thay cho .venv")
    return parser.parse_args(arguments)


def _engines(text: str) -> list[str]:
    named = text.split(",")
    if unknown := set(named) - set(ENGINES):
        raise ValueError(f"no such engine: {unknown}")
    return named


def _templates(python: Path, folder: Path) -> Path:
    """The public records of generated wards, as `dumpdata` writes them; made once a folder."""
    file = folder / "records.json"
    if not file.is_file():
        portal, _ = content(python, folder / str(TEMPLATES), TEMPLATES, folder / "base")
        portal.manage("dumpdata", "search.PublicRecord", "--output", str(file))
    return file


@contextmanager
def _environment(python: Path, engine: str, folder: Path) -> Iterator[dict[str, str]]:
    """The environment of a portal of its own on this engine, with its servers running."""
    with ExitStack() as stack:
        settings = Portal(python, folder, free_port()).environment()
        if engine == "postgresql":
            programs = needs.postgresql()
            if programs is None:
                raise Stop("Không có PostgreSQL để đo.")
            settings["DATABASE_URL"] = stack.enter_context(postgres.cluster(programs))
        if engine == "elasticsearch":
            settings["SEARCH_ENGINE"] = stack.enter_context(elasticsearch.cluster(python, 1, JAVA)).urls[0]
        yield settings


def _measured(python: Path, engine: str, templates: Path, options: argparse.Namespace) -> dict[str, Any]:
    with tempfile.TemporaryDirectory(prefix="cong-khai-bench-") as name:
        folder = Path(name)
        with _environment(python, engine, folder) as settings:
            _run(python, settings, "migrate", "--noinput", "--verbosity", "0")
            counts = ("--records", str(options.records), "--wards", str(options.wards))
            words = folder / "words.json"
            words.write_text(_run(python, settings, "fill_search", str(templates), *counts), encoding="utf-8")
            found: dict[str, Any] = json.loads(_run(python, settings, "measure_search", str(words)))
        for what, lines in found["plans"].items():
            say("\n".join([f"Cách trả lời ({what}):", *lines]))
        database = folder / DATABASE
        return found | {"database_mb": database.stat().st_size / 1e6 if database.is_file() else None}


def _run(python: Path, settings: dict[str, str], *arguments: str) -> str:
    done = subprocess.run(
        [str(python), "manage.py", *arguments],
        cwd=environment.ROOT,
        env=settings,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        raise Stop(f"Lệnh «manage.py {' '.join(arguments)}» không thành công: xem các dòng phía trên.")
    return done.stdout


def _written(measured: dict[str, dict[str, Any]], options: argparse.Namespace) -> str:
    """The whole document; a figure beyond its bar is bold."""
    day = datetime.datetime.now(tz=datetime.UTC).strftime("%Y-%m-%d %H:%M UTC")
    load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
    lines = [
        HEAD,
        f"Measured {day} on {os.cpu_count()} cores: {options.records} records, {options.wards} wards; load averages at"
        f" the end {load}.\n{options.note}\n",
        f"| ms at p50 (p95), bar | {' | '.join(measured)} |",
        f"| --- |{' ---: |' * len(measured)}",
    ]
    for name, label, bars in ROWS:
        cells = [
            _cell(found["timings"][name]["p50"], bars[ENGINES.index(engine)], f" ({found['timings'][name]['p95']:.1f})")
            for engine, found in measured.items()
        ]
        lines.append(f"| {label} | {' | '.join(cells)} |")
    for label, key, bars in (
        ("whole rebuild, s", "rebuilt", REBUILD),
        ("most memory of the measuring process, MB", "memory_mb", (MEMORY,) * 3),
    ):
        cells = [_cell(found[key], bars[ENGINES.index(engine)]) for engine, found in measured.items()]
        lines.append(f"| {label} | {' | '.join(cells)} |")
    for label, key in (
        ("first filling of an empty index, s", "filled"),
        ("searches answered during the rebuild", "answered_meanwhile"),
        ("the slowest of them, s", "slowest_meanwhile"),
    ):
        lines.append(f"| {label} | {' | '.join(f'{found[key]:.1f}' for found in measured.values())} |")
    asked = next(iter(measured.values()))["words"]
    lines += [
        "",
        f"Words of about a third of all records: {', '.join(asked['common'])}; rare ones: {', '.join(asked['rare'])}.",
        "The slowest answers were to:",
        *(
            f"- {engine}: " + "; ".join(f"{name} «{one['slowest']}»" for name, one in found["timings"].items())
            for engine, found in measured.items()
        ),
        "",
        *_peer(measured),
    ]
    return "\n".join(lines)


def _peer(measured: dict[str, dict[str, Any]]) -> list[str]:
    """Wagtail's own backend in the same run."""
    lines = ["Wagtail's own backend for each, as delivered, first page and count of the same words (p50):", ""]
    for engine, found in measured.items():
        peer = found["peer"]
        ward, everything = (_answer(peer[name]) for name in ("ward", "all"))
        lines.append(
            f"- {engine}, {peer['records']} of the records, indexed in {peer['indexed']:.0f} s: in a ward {ward},"
            f" over all {everything}"
        )
    return [*lines, ""]


def _answer(milliseconds: float | None) -> str:
    return "no answer within 20 s" if milliseconds is None else f"{milliseconds:.1f} ms"


def _cell(value: float, bar: float, more: str = "") -> str:
    text = f"{value:.1f}{more}, {bar:g}"
    return f"**{text}**" if value > bar else text
