"""What `bin/bench` writes says what was measured, and names what is above its bar."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bin.lib import bench, bench_server
from bin.lib.bench_data import Cost, Made
from bin.lib.bench_report import Measured, PageCost, written
from bin.lib.bench_server import Load, Server
from bin.lib.portal import Portal
from bin.lib.saying import Stop

PARTS = {"templates": 0.4, "finding the page": 0.1}
FACTS: dict[str, Any] = {
    "versions": {"Python": "3.11.7", "Django": "5.2"},
    "distribution": [{"kind": "du-an", "records": 120, "rows": 26.0, "links": 18.0, "images": 0.0, "files": 0.0}],
    "fullest_project": {"rows": 26, "links": 18, "images": 0, "files": 0},
    "parts": dict.fromkeys(("project", "list", "home"), PARTS),
}


def measured(warm_cpu: float, first_cpu: float = 12) -> Measured:
    load = Load(per_second=50, p50=18, p99=40, cpu=warm_cpu, visits=100)
    cost = PageCost(40, first_cpu, 15, load, load, cold=19, warm=18)
    making = Cost(seconds=6, cpu_seconds=5, peak_mb=160)
    made = Made(pages=1000, wards=3, database_mb=30, generation=making, indexing=making)
    return Measured(made, FACTS, dict.fromkeys(("project", "list", "home"), cost), 150)


def test_the_table_has_what_was_measured() -> None:
    text = written([measured(warm_cpu=8.25)], "Beside other work.")
    assert "| project, 1,000 | 40 | 12 | 19 | 15.0 | 8.2 | 18 | 18.0 | 50 | 18.0 | 40.0 | 150 |" in text
    assert "| 1,000, 3 | 6.0 | 6.0 | 5.0 | 160 |" in text
    assert "| du-an | 120 | 26.0 | 18.0 | 0.0 | 0.0 |" in text
    assert "Beside other work." in text
    assert "Bars missed" not in text


@pytest.mark.parametrize(
    ("warm", "first", "said"),
    [
        (
            16,
            12,
            "- project at 1,000: again 16.0 ms of CPU, aimed at 15. Profile of a visit that finds nothing kept: temp",
        ),
        (8, 31, "- project at 1,000: first of a process 31 ms of CPU, aimed at 30."),
        (16, 12, "- home at 1,000: again 16.0 ms"),
    ],
)
def test_a_missed_bar_is_named_with_what_takes_the_time(warm: float, first: float, said: str) -> None:
    assert said in written([measured(warm, first)], "")


@pytest.fixture
def answering() -> Iterator[http.server.ThreadingHTTPServer]:
    """A server of two addresses: one answers with a page, the other with an error."""

    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            self.send_response(500 if self.path == "/hong/" else 200)
            self.send_header("Content-Length", "2")
            self.end_headers()
            self.wfile.write(b"ok")

        def log_message(self, *_: Any) -> None:
            """Nothing is printed among the tests' words."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def visited(answering: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Server:
    server = Server(Portal(Path("python"), tmp_path, answering.server_port))
    monkeypatch.setattr(server, "cpu_seconds", iter([1.0, 1.5]).__next__)
    return server


def test_a_load_counts_every_visit_and_the_time_of_the_processors(visited: Server) -> None:
    load = visited.load([("a.localhost", "/"), ("b.localhost", "/")], 0.2, 3)
    assert load.visits > 3
    assert load.cpu == pytest.approx(500 / load.visits)
    assert 0 < load.p50 <= load.p99


def test_an_error_page_is_not_measured_as_a_page(visited: Server) -> None:
    with pytest.raises(Stop, match="/hong/: 500"):
        visited.load([("a.localhost", "/hong/")], 0.2, 2)


def test_memory_and_processor_time_are_those_of_the_workers(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    import os

    server = Server(Portal(Path("python"), tmp_path, 1))
    monkeypatch.setattr(server, "workers", lambda: [os.getpid()])
    before = server.cpu_seconds()
    sum(number * number for number in range(200_000))
    assert server.cpu_seconds() > before > 0
    assert server.memory_mb() > 10
    assert bench_server._parent_of(Path(f"/proc/{os.getpid()}")) == os.getppid()


@pytest.mark.parametrize("sizes", ["0", "1000,-1", "nhiều"])
def test_sizes_that_are_none_are_refused(sizes: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        bench.main(["--pages", sizes])
    assert "--pages" in capsys.readouterr().err
