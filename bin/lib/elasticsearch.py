"""Elasticsearch nodes of our own for the suite: built once, run on free loopback ports, gone afterwards."""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import json
import os
import shutil
import signal
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bin.lib.environment import ROOT
from bin.lib.portal import HOST, free_port
from bin.lib.saying import Stop, step

SOURCES = ROOT / "tests" / "elasticsearch"
SCRIPT = SOURCES / "node.py"
READY_WITHIN = 120.0  # seconds; a machine with other work to do needs half a minute for three nodes
# A full disk must not stop a test, and one node of two cores shall not behave like a machine of its own.
SETTINGS = {"cluster.routing.allocation.disk.threshold_enabled": "false", "node.processors": "2"}

MEMORY = "-Xms512m -Xmx512m"
# Starts with half the work; whoever measures how quick answers are must not take it.
QUICK_START = f"{MEMORY} -XX:TieredStopAtLevel=1 -XX:+UseSerialGC"


def cache() -> Path:
    """The user's cache folder for what is built from outside: outlives the checkout, may be deleted at any time."""
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "cong-khai"


def place() -> Path:
    """Where the server lies that is built from the sources as they are now."""
    digest = hashlib.sha256()
    for source in [*sorted(SOURCES.glob("*.java")), SOURCES / "pom.xml", SCRIPT]:
        digest.update(source.name.encode() + b"\0" + source.read_bytes())
    return cache() / f"elasticsearch-{digest.hexdigest()[:16]}"


def built(python: Path) -> Path:
    """The folder of the server, built with `python` unless that was done before; `Stop` when it cannot be built."""
    home = place()
    if home.is_dir():
        return home
    home.parent.mkdir(parents=True, exist_ok=True)
    with (home.parent / "elasticsearch.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # of several processes that need it at once, one builds
        if home.is_dir():
            return home
        making = Path(tempfile.mkdtemp(prefix="elasticsearch-making-", dir=home.parent))
        try:
            with step("Dựng máy chủ Elasticsearch thử (một lần)"):
                done = subprocess.run(
                    [str(python), str(SCRIPT), "build", str(making)],
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.STDOUT,
                    text=True,
                    check=False,
                )
                if done.returncode:
                    raise Stop(f"Không dựng được Elasticsearch thử: {done.stdout.strip()[-500:]}")
            making.rename(home)
        finally:
            shutil.rmtree(making, ignore_errors=True)
    return home


class Cluster:
    """One node or several; each may be killed and started again on its own data."""

    def __init__(self, python: Path, count: int = 1, java_options: str = QUICK_START) -> None:
        """Nothing runs yet. Builds the server when that was not done before."""
        self.python, self.home, self.java_options = python, built(python), java_options
        self.folder = Path(tempfile.mkdtemp(prefix="cong-khai-es-"))
        self.ports = [free_port() for _ in range(count)]
        self.inner_ports = [free_port() for _ in range(count)] if count > 1 else []
        self.processes: dict[int, subprocess.Popen[bytes]] = {}

    @property
    def urls(self) -> list[str]:
        """The address of each node."""
        return [f"http://{HOST}:{port}" for port in self.ports]

    def launch(self, number: int) -> None:
        """Start a node without waiting for it."""
        settings = SETTINGS | {
            "path.data": str(self.folder / f"data-{number}"),
            "path.logs": str(self.folder / f"logs-{number}"),
        }
        if self.inner_ports:
            settings |= {
                "node.name": f"n{number}",
                "transport.port": str(self.inner_ports[number]),
                "discovery.seed_hosts": ",".join(f"{HOST}:{port}" for port in self.inner_ports),
                "cluster.initial_master_nodes": ",".join(f"n{at}" for at in range(len(self.ports))),
            }
        command = [str(self.python), str(SCRIPT), "run", str(self.home), str(self.ports[number])]
        command += [f"{name}={value}" for name, value in settings.items()]
        with self.log(number).open("ab") as log:
            self.processes[number] = subprocess.Popen(
                command,
                cwd="/",
                env=os.environ | {"NODE_JAVA_OPTIONS": self.java_options},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def start(self, *numbers: int) -> None:
        """Start nodes, all without arguments; returns when they answer as one cluster."""
        wanted = numbers or tuple(range(len(self.ports)))
        for number in wanted:
            self.launch(number)
        deadline = time.monotonic() + READY_WITHIN
        for number in wanted:
            while not self.answers(number):
                if self.processes[number].poll() is not None or time.monotonic() > deadline:
                    said = self.log(number).read_text(errors="replace")[-500:]
                    raise Stop(f"Elasticsearch thử không khởi động được: {said}")
                time.sleep(0.2)

    def answers(self, number: int) -> bool:
        """Whether a node has found as many others as run, and all primary shards are there."""
        running = sum(process.poll() is None for process in self.processes.values())
        address = f"{self.urls[number]}/_cluster/health?wait_for_nodes={running}&wait_for_status=yellow&timeout=1s"
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                return not json.load(answer)["timed_out"]
        except (OSError, ValueError):
            return False

    def log(self, number: int) -> Path:
        """What a node said."""
        return self.folder / f"n{number}.log"

    def kill(self, number: int) -> None:
        """End a node at once, as a power failure does."""
        self.processes[number].send_signal(signal.SIGKILL)
        self.processes[number].wait()

    def freeze(self, number: int) -> None:
        """Let a node take connections and answer none, until `thaw`."""
        self.processes[number].send_signal(signal.SIGSTOP)

    def thaw(self, number: int) -> None:
        """Let a frozen node go on."""
        self.processes[number].send_signal(signal.SIGCONT)

    def stop(self) -> None:
        """End all nodes and take their data away."""
        for process in self.processes.values():
            with contextlib.suppress(ProcessLookupError):
                process.kill()  # the data is thrown away: closing it in order would only take time
        for process in self.processes.values():
            process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)


@contextmanager
def cluster(python: Path, count: int = 1, java_options: str = QUICK_START) -> Iterator[Cluster]:
    """Run `count` nodes with the Java that `python` or the system has; `Stop` when they cannot be run."""
    nodes = Cluster(python, count, java_options)
    try:
        nodes.start()
        yield nodes
    finally:
        nodes.stop()
