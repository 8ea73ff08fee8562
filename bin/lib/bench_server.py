"""A server as in production, on loopback, and what visiting it costs."""

from __future__ import annotations

import http.client
import itertools
import shutil
import statistics
import subprocess
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from bin.lib.environment import ROOT
from bin.lib.portal import HOST, Portal
from bin.lib.saying import Stop

START = 60.0  # seconds that a server has to answer first
CONNECTIONS = 4
Address = Sequence[str]


@dataclass(frozen=True)
class Load:
    """Many visits one after another or side by side: times in ms."""

    per_second: float
    p50: float
    p99: float
    cpu: float
    visits: int


class Server:
    """The web server of a portal as `bin/demo` and production run it: gunicorn, two workers, application preloaded."""

    def __init__(self, portal: Portal) -> None:
        self.portal = portal
        self.process: subprocess.Popen[bytes] | None = None

    @contextmanager
    def running(self, *, emptied: bool = False) -> Iterator[Server]:
        """The server, from its start to its end; `emptied`: without what earlier ones left in the shared cache."""
        if emptied:
            shutil.rmtree(self.portal.data_dir / "cache", ignore_errors=True)
        self.portal.use_port()
        self.process = subprocess.Popen(
            self.portal.commands()["máy chủ web"], cwd=ROOT, env=self.portal.environment(), start_new_session=True
        )
        try:
            self._wait()
            yield self
        finally:
            self.process.terminate()
            self.process.wait()

    def _wait(self) -> None:
        """Until a connection is accepted and both workers are there; nothing is asked, which would fill caches."""
        begun = time.monotonic()
        while len(self.workers()) < 2:
            if self.process is None or self.process.poll() is not None or time.monotonic() - begun > START:
                raise Stop("Máy chủ để đo không chạy được: xem các dòng phía trên.")
            time.sleep(0.1)
        time.sleep(0.5)

    def workers(self) -> list[int]:
        """Process numbers of the workers."""
        parent = self.process.pid if self.process else 0
        return [int(folder.name) for folder in Path("/proc").iterdir() if _parent_of(folder) == parent]

    def cpu_seconds(self) -> float:
        """Time of the processors that the workers have used, all threads."""
        used = 0
        for pid in self.workers():
            for task in Path(f"/proc/{pid}/task").iterdir():
                used += int((task / "schedstat").read_text(encoding="ascii").split()[0])
        return used / 1e9

    def memory_mb(self) -> float:
        """Resident memory of the largest worker, shared parts included."""
        return max(_resident(pid) for pid in self.workers()) / 1024

    def first_visit(self, address: Address) -> tuple[float, float]:
        """One visit: milliseconds by the clock and of the processors."""
        before, begun = self.cpu_seconds(), time.monotonic()
        _Visitor(self.portal.port).visit(address)
        return (time.monotonic() - begun) * 1000, (self.cpu_seconds() - before) * 1000

    def each_once(self, addresses: Sequence[Address]) -> float:
        """Milliseconds of the processors for a visit, when every address is visited once."""
        visitor, before = _Visitor(self.portal.port), self.cpu_seconds()
        for address in addresses:
            visitor.visit(address)
        return (self.cpu_seconds() - before) * 1000 / len(addresses)

    def load(self, addresses: Sequence[Address], seconds: float, connections: int) -> Load:
        """Visit the addresses in turn over so many connections for so long."""
        visitors = [_Visitor(self.portal.port) for _ in range(connections)]
        before, begun = self.cpu_seconds(), time.monotonic()
        threads = [
            threading.Thread(
                target=visitor.visit_until, args=([*addresses[place:], *addresses[:place]], begun + seconds)
            )
            for place, visitor in enumerate(visitors)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        spent, used = time.monotonic() - begun, self.cpu_seconds() - before
        if failed := [visitor.failure for visitor in visitors if visitor.failure]:
            raise Stop(f"Máy chủ để đo trả lời lỗi: {failed[0]}.")
        times = sorted(itertools.chain.from_iterable(visitor.times for visitor in visitors))
        return Load(
            len(times) / spent,
            statistics.median(times),
            times[min(len(times) - 1, int(len(times) * 0.99))],
            used * 1000 / len(times),
            len(times),
        )


@dataclass
class _Visitor:
    """One connection that stays open."""

    port: int
    times: list[float] = field(default_factory=list)
    failure: str = ""

    def __post_init__(self) -> None:
        self.connection = http.client.HTTPConnection(HOST, self.port, timeout=60)

    def visit(self, address: Address) -> None:
        """Ask once and read the answer; `Stop` for any but a page."""
        host, path = address
        begun = time.monotonic()
        self.connection.request("GET", path, headers={"Host": f"{host}:{self.port}"})
        answer = self.connection.getresponse()
        answer.read()
        self.times.append((time.monotonic() - begun) * 1000)
        if answer.status != 200:
            raise Stop(f"{host}{path}: {answer.status}")

    def visit_until(self, addresses: Sequence[Address], end: float) -> None:
        """Visit until the clock says `end`; what goes wrong is kept for whoever waits for this thread."""
        try:
            for address in itertools.cycle(addresses):
                self.visit(address)
                if time.monotonic() > end:
                    return
        except (OSError, http.client.HTTPException, Stop) as error:
            self.failure = str(error) or type(error).__name__


def _parent_of(folder: Path) -> int:
    try:
        stat = (folder / "stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return 0
    return int(stat.rpartition(")")[2].split()[1])


def _resident(pid: int) -> int:
    """Kilobytes."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS:"))
