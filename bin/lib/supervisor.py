"""Runs a few processes as one: all live, or all end."""

from __future__ import annotations

import signal
import subprocess
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from types import FrameType

from bin.lib.saying import Stop

GRACE = 10.0  # seconds that a process has to end by itself


class Supervisor:
    """Starts commands, ends them together, and says which one died.

    The processes get a session of their own, so that Ctrl+C reaches this one only and they end in order.
    """

    def __init__(self, commands: Mapping[str, list[str]], *, env: Mapping[str, str], cwd: Path) -> None:
        """`commands` by the name that a person knows them by."""
        self.commands, self.env, self.cwd = commands, env, cwd
        self.processes: dict[str, subprocess.Popen[bytes]] = {}
        self.asked_to_stop = threading.Event()

    def start(self) -> None:
        """Start every command that does not run yet; all are ended again when one cannot be started."""
        for name in self.commands:
            self.start_one(name)

    def start_one(self, name: str) -> None:
        """Start the command `name` unless it was started before."""
        if name in self.processes:
            return
        try:
            self.processes[name] = subprocess.Popen(
                self.commands[name], env=self.env, cwd=self.cwd, start_new_session=True
            )
        except OSError:
            self.stop()
            raise

    def check(self) -> None:
        """Raise `Stop` when a process has ended unasked."""
        for name, process in self.processes.items():
            if process.poll() is not None:
                raise Stop(f"Tiến trình «{name}» đã dừng (mã {process.returncode}): xem các dòng phía trên.")

    def stop(self) -> None:
        """End all processes: kindly, and after a time of grace by force."""
        for process in self.processes.values():
            if process.poll() is None:
                process.terminate()
        for process in self.processes.values():
            try:
                process.wait(GRACE)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

    def run(self, announce: Callable[[], bool]) -> None:
        """Run until a signal asks to stop; raises `Stop` when a process dies before that.

        The first command is the service: `announce` is called again and again until it returns true, which says that
        the service answers. The other commands start then: on a small machine they would only delay it.
        """
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, self.ask_to_stop)
        announced = False
        try:
            self.start_one(next(iter(self.commands)))
            while not self.asked_to_stop.wait(1.0 if announced else 0.1):
                self.check()
                if not announced and announce():
                    announced = True
                    self.start()
        finally:
            self.stop()

    def ask_to_stop(self, number: int, frame: FrameType | None) -> None:
        """The signal handler: ends `run` at its next look."""
        self.asked_to_stop.set()
