"""`bin/test`: everything that is checked before a change may land, with the time of each step."""

from __future__ import annotations

import os
import secrets
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from bin.lib import elasticsearch, environment, needs, postgres
from bin.lib.saying import Stop, say, seconds

ELASTICSEARCH = "engine or elasticsearch"
"""The tests that run with that server: markers, as pytest's -m takes them."""
FOREIGN = frozenset({"DATABASE_URL", "SEARCH_ENGINE", "SEARCH_INDEX", "PYTEST_ADDOPTS"})
"""What the caller's shell may name and no step may touch."""


@dataclass(frozen=True)
class Outcome:
    """What one step came to."""

    name: str
    duration: float
    passed: int
    failed: int
    skipped: int
    ok: bool


class Suite:
    """The steps, run with one Python; a failing step does not hold up the others."""

    def __init__(self, python: Path, scratch: Path) -> None:
        """`scratch` is a temporary folder for databases and reports."""
        self.python, self.scratch = python, scratch
        self.data_dir = scratch / "data"
        self.data_dir.mkdir()
        self.outcomes: list[Outcome] = []
        self.talking = threading.Lock()
        self.running: set[subprocess.Popen[bytes]] = set()
        self.stopped = False

    def lint(self) -> None:
        """Style, types, templates, Django's own checks, forgotten migrations."""
        python, settings = str(self.python), {"DJANGO_SETTINGS_MODULE": "cms.settings.test"}
        serving = {"DJANGO_SETTINGS_MODULE": "cms.settings.production", "SECRET_KEY": secrets.token_urlsafe(50)}
        for name, command, extra in (
            ("ruff check", [python, "-m", "ruff", "check", "."], {}),
            ("ruff format", [python, "-m", "ruff", "format", "--check", "."], {}),
            ("mypy", [python, "-m", "mypy"], {}),
            ("djlint", [python, "-m", "djlint", "--lint", "--quiet", "."], {}),
            (
                "manage.py check --deploy",
                [python, "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
                serving,
            ),
            # The second command begins with the first: every start of Django takes as long as both of them.
            (
                "manage.py check, makemigrations --check",
                [python, "manage.py", "makemigrations", "--check", "--dry-run"],
                settings,
            ),
        ):
            self.check(name, command, extra)

    def unit(self) -> None:
        """Everything but the journeys, on SQLite."""
        needs.pdftotext()
        needs.libreoffice()
        self.pytest("pytest (SQLite)", ["-n", "2", "--dist", "worksteal", "-m", "not journey"], {})

    def on_postgres(self) -> None:
        """The same on PostgreSQL."""
        name, arguments = "pytest (PostgreSQL)", ["-n", "2", "--dist", "worksteal", "-m", "not journey"]
        programs = needs.postgresql()
        if programs is None:
            self.pytest(name, [*arguments, "-v"], {"SKIP_BECAUSE": "không có PostgreSQL"})
            return
        with postgres.cluster(programs) as url:
            self.pytest(name, arguments, {"DATABASE_URL": url})

    def on_elasticsearch(self) -> None:
        """What must hold on every search engine, and what is Elasticsearch's own, with a real server; on SQLite."""
        name, chosen = "pytest (Elasticsearch)", ["-m", ELASTICSEARCH, "tests/search"]
        arguments = ["-n", "2", "--dist", "loadfile", *chosen]
        if url := os.environ.get("ELASTICSEARCH_URL"):
            self.pytest(name, arguments, {"SEARCH_ENGINE": url})
        elif needs.search_server(self.python):
            with elasticsearch.cluster(self.python) as nodes:
                self.pytest(name, arguments, {"SEARCH_ENGINE": nodes.urls[0]})
        else:
            self.pytest(name, ["-v", *chosen], {"SKIP_BECAUSE": "không có Elasticsearch"})

    def journeys(self) -> None:
        """A real browser against a separate server process."""
        chromium = needs.chromium()
        if chromium is None:
            self.pytest(
                "hành trình (Chromium)",
                ["-v", "-m", "journey", "tests/journeys"],
                {"SKIP_BECAUSE": "không có Chromium"},
            )
        else:
            # A file's tests share the portal that they visit and what was found there.
            arguments = ["-n", "2", "--dist", "loadfile", "-m", "journey", "tests/journeys"]
            self.pytest("hành trình (Chromium)", arguments, {"CHROMIUM": chromium})

    def check(self, name: str, command: Sequence[str], extra: Mapping[str, str]) -> None:
        """One command that is right when it ends with 0; it counts as one test."""
        begun = time.monotonic()
        ok = self.run(name, command, extra) == 0
        self.note(Outcome(name, time.monotonic() - begun, int(ok), int(not ok), 0, ok))

    def pytest(self, name: str, arguments: Sequence[str], extra: Mapping[str, str]) -> None:
        """One run of pytest; it must have found something to run."""
        report = self.scratch / f"{name}.xml"
        command = [str(self.python), "-m", "pytest", "-p", "no:cacheprovider", f"--junitxml={report}", *arguments]
        begun = time.monotonic()
        code = self.run(name, command, extra)
        passed, failed, skipped = counted(report)
        if code and not failed:
            failed = 1  # an error outside a test: a broken conftest, nothing collected, a skip that is not allowed
        self.note(Outcome(name, time.monotonic() - begun, passed, failed, skipped, code == 0))

    def run(self, name: str, command: Sequence[str], extra: Mapping[str, str]) -> int:
        """Run one command in the checkout with an environment of its own; what it says is shown when it has ended."""
        with self.talking:
            if self.stopped:
                return 1
            say(f"→ {name} …")
            said = tempfile.TemporaryFile(dir=self.scratch)  # noqa: SIM115 - closed below, when it has been shown
            process = subprocess.Popen(
                command, cwd=environment.ROOT, env=self.environment(extra), stdout=said, stderr=subprocess.STDOUT
            )
            self.running.add(process)
        code = process.wait()
        with self.talking, said:
            self.running.remove(process)
            said.seek(0)
            say(f"\n→ {name}")
            sys.stdout.buffer.write(said.read())
            sys.stdout.flush()
            if code < 0:
                say(f"\n  bị kết thúc từ bên ngoài: {signal.Signals(-code).name}")
        return code

    def environment(self, extra: Mapping[str, str]) -> dict[str, str]:
        """What a command inherits. Compiled modules go to the scratch folder where the checkout shall have none."""
        env = {key: value for key, value in os.environ.items() if key not in FOREIGN}
        if env.pop("PYTHONDONTWRITEBYTECODE", ""):
            env["PYTHONPYCACHEPREFIX"] = str(self.scratch / "bytecode")
        return env | {"DATA_DIR": str(self.data_dir), "PYTHONUTF8": "1"} | dict(extra)

    def stop(self) -> None:
        """End what runs and begin nothing more."""
        with self.talking:
            self.stopped = True
            for process in self.running:
                process.terminate()

    def note(self, outcome: Outcome) -> None:
        """Remember an outcome and say how long it took."""
        with self.talking:
            self.outcomes.append(outcome)
            say(f"  {outcome.name}: {'đạt' if outcome.ok else 'KHÔNG ĐẠT'} sau {seconds(outcome.duration)}")


def counted(report: Path) -> tuple[int, int, int]:
    """Passed, failed and skipped tests in a report of pytest; zeros when it could not write one."""
    if not report.exists():
        return 0, 0, 0
    suite = ElementTree.parse(report).getroot().find("testsuite")
    if suite is None:
        return 0, 0, 0
    tests, skipped = int(suite.get("tests", 0)), int(suite.get("skipped", 0))
    failed = int(suite.get("failures", 0)) + int(suite.get("errors", 0))
    return max(tests - failed - skipped, 0), failed, skipped


STEPS: dict[str, Callable[[Suite], None]] = {
    "lint": Suite.lint,
    "unit": Suite.unit,
    "postgres": Suite.on_postgres,
    "elasticsearch": Suite.on_elasticsearch,
    "journeys": Suite.journeys,
}
LANES = (("unit", "postgres"), ("lint", "elasticsearch", "journeys"))
"""What runs side by side: the journeys wait for a browser and a clock while the others compute."""


def run_lanes(suite: Suite, names: Sequence[str]) -> None:
    """Run the named steps, each lane in its order; `Stop` and signals end both lanes."""

    def run_lane(lane: Sequence[str]) -> None:
        for name in lane:
            if name in names:
                STEPS[name](suite)

    with ThreadPoolExecutor(len(LANES)) as pool:
        try:
            lanes = [pool.submit(run_lane, lane) for lane in LANES]
            for lane in lanes:
                lane.result()
        except BaseException:
            suite.stop()
            raise


def main(arguments: Sequence[str]) -> int:
    """Run the named steps, all without a name. The last line counts every suite together."""
    if unknown := [name for name in arguments if name not in STEPS]:
        sys.stderr.write(f"Không có bước «{unknown[0]}»; các bước: {', '.join(STEPS)}.\n")
        return 2
    scratch = Path(tempfile.mkdtemp(prefix="cong-khai-test-"))
    # Told to end, it still stops the servers that it started: SystemExit runs every `finally`.
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))
    begun = time.monotonic()
    try:
        suite = Suite(environment.ready(environment.DEVELOPMENT), scratch)
        installed = time.monotonic()
        run_lanes(suite, arguments or tuple(STEPS))
    except Stop as stop:
        sys.stderr.write(f"{stop}\n")
        return 1
    except KeyboardInterrupt:
        return 130
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    say("\nThời gian:")
    for one in suite.outcomes:
        say(f"  {one.name:<26} {seconds(one.duration):>11}  {'' if one.ok else 'KHÔNG ĐẠT'}".rstrip())
    say(f"  {'cả bộ':<26} {seconds(time.monotonic() - installed):>11}")
    if installed - begun > 1:
        say(f"  {'(cài đặt trước đó)':<26} {seconds(installed - begun):>11}")
    total = [sum(getattr(one, kind) for one in suite.outcomes) for kind in ("passed", "failed", "skipped")]
    say(f"\n{total[0]} passed, {total[1]} failed, {total[2]} skipped")
    return 0 if all(one.ok for one in suite.outcomes) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
