"""`bin/bench`: what pages cost to make and to serve at several sizes; the table goes to docs/measurements.md."""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from bin.lib import bench_search, environment
from bin.lib.bench_data import content
from bin.lib.bench_report import Measured, PageCost, written
from bin.lib.bench_server import CONNECTIONS, Server
from bin.lib.portal import Portal
from bin.lib.saying import Stop, say, step

REPORT = environment.ROOT / "docs" / "measurements.md"
WARMING = 15.0
"""Seconds of visits before later ones are timed: each worker keeps parts of pages for itself."""


def main(arguments: Sequence[str]) -> int:
    """Measure pages, or with `search` in front searching; what ails is one sentence and the exit code."""
    try:
        if arguments[:1] == ["search"]:
            bench_search.measure(arguments[1:])
        else:
            measure(arguments)
    except Stop as stop:
        sys.stderr.write(f"{stop}\n")
        return 1
    except KeyboardInterrupt:
        say("\nĐã dừng theo yêu cầu.")
        return 130
    return 0


def measure(arguments: Sequence[str]) -> None:
    """Measure each size in turn; what is measured when the time is over is written. Raises `Stop`."""
    options = _options(arguments)
    end = time.monotonic() + options.limit * 60
    with ExitStack() as stack:
        folder = options.data or Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="cong-khai-bench-")))
        python = environment.ready(environment.RUNTIME) if options.python is None else options.python
        measured = []
        for pages in options.pages:
            if time.monotonic() > end:
                say(f"Hết thời gian: không đo {pages} trang.")
                break
            measured.append(_measure(python, folder.resolve(), pages, options))
            options.out.write_text(written(measured, options.note), encoding="utf-8")
    say(f"Kết quả ở {options.out}")


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="bin/bench", description="Đo việc sinh và phục vụ nhiều trang, chỉ trên máy này."
    )
    parser.add_argument("--pages", type=_sizes, default=[1000, 10_000, 100_000], help="các cỡ, ví dụ 1000,10000")
    parser.add_argument("--data", type=Path, help="thư mục giữ nội dung đã sinh để lần sau khỏi sinh lại")
    parser.add_argument("--seconds", type=float, default=5, help="mỗi lần đo tải kéo dài bao lâu (mặc định 5 giây)")
    parser.add_argument(
        "--starts", type=int, default=3, help="đo lần vào đầu tiên sau bao nhiêu lần khởi động (mặc định 3)"
    )
    parser.add_argument("--limit", type=float, default=90, help="sau bao nhiêu phút thì không đo cỡ nào nữa")
    parser.add_argument("--note", default="", help="một câu về hoàn cảnh đo, ghi vào bảng")
    parser.add_argument("--out", type=Path, default=REPORT, help="tệp ghi bảng")
    parser.add_argument("--python", type=Path, help="Python có sẵn các gói, thay cho .venv")
    return parser.parse_args(arguments)


def _sizes(text: str) -> list[int]:
    sizes = [int(part) for part in text.split(",")]
    if min(sizes) < 1:
        raise ValueError("at least one page")
    return sizes


def _measure(python: Path, folder: Path, pages: int, options: argparse.Namespace) -> Measured:
    say(f"Đo {pages} trang")
    portal, made = content(python, folder / str(pages), pages, folder / "base")
    with step("Hỏi cổng về nội dung và số truy vấn"):
        facts = _probe(portal)
    if any(facts["problems"]):
        raise Stop(f"Cây trang của {pages} trang có lỗi: {facts['problems']}")
    with step("Đo máy chủ"):
        costs, memory = _serve(portal, facts, options.seconds, options.starts)
    return Measured(made, facts, costs, memory)


def _probe(portal: Portal) -> dict[str, Any]:
    found: dict[str, Any] = json.loads("".join(portal.manage("measure_pages")))
    return found


def _serve(portal: Portal, facts: dict[str, Any], seconds: float, starts: int) -> tuple[dict[str, PageCost], float]:
    """The cost of each kind of page, and the memory of a worker after all visits."""
    first = {name: _first_visits(portal, found[0], starts) for name, found in facts["addresses"].items()}
    costs = {}
    with Server(portal).running(emptied=True) as server:
        for name, addresses in facts["addresses"].items():
            new = server.each_once(addresses)
            server.load(addresses, WARMING, CONNECTIONS)  # now both workers have seen most of them
            alone = server.load(addresses, seconds, 1)
            together = server.load(addresses, seconds, CONNECTIONS)
            clock, processors = first[name]
            costs[name] = PageCost(clock, processors, new, alone, together, **facts["queries"][name])
        return costs, server.memory_mb()


def _first_visits(portal: Portal, address: Sequence[str], starts: int) -> tuple[float, float]:
    """Median of the first visit after a start with empty caches: milliseconds by the clock and of the processors."""
    visits = []
    for _ in range(starts):
        with Server(portal).running(emptied=True) as server:
            visits.append(server.first_visit(address))
    clocks, processors = zip(*visits, strict=True)
    return statistics.median(clocks), statistics.median(processors)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
