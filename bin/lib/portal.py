"""One running portal with embedded data: what `bin/demo` shows and what the journeys visit."""

from __future__ import annotations

import hashlib
import http.client
import os
import secrets
import socket
import sqlite3
import subprocess
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from bin.lib.environment import ROOT
from bin.lib.saying import Stop, say

HOST = "127.0.0.1"
WARDS = {
    "doan-ket.localhost": "Phường Đoàn Kết",
    "ha-bac.localhost": "Xã Hà Bắc",
    "minh-hoa.localhost": "Phường Minh Họa (dữ liệu minh họa)",
}
ADMIN = "/quan-tri/"
DUE_EVERY = 20  # seconds between two looks at what is due
DATABASE = "cong-khai.sqlite3"

# What the content of the database and of the static folder is made from.
SOURCES = ("cms", "home", "projects_pages", "search", "templates", "manage.py", "requirements.lock")

FOREIGN = frozenset(
    {
        "DATABASE_URL",
        "SEARCH_ENGINE",
        "SEARCH_INDEX",
        "ALLOWED_HOSTS",
        "PYTHONPATH",
        "PYTHONHOME",
        "GUNICORN_CMD_ARGS",
    }
)
"""What the caller's shell may name and a portal that is tried must not touch."""


@dataclass(frozen=True)
class Account:
    """An account that `load_demo` has just made; nobody can read its password later."""

    role: str
    username: str
    password: str


@dataclass(frozen=True)
class Portal:
    """The portal that keeps everything in `data_dir`, serves on `port` and runs with `python`."""

    python: Path
    data_dir: Path
    port: int

    def environment(self) -> dict[str, str]:
        """The environment of every process of this portal.

        Whatever database or settings the caller's shell names is left out: trying the product must never touch
        another one's data.
        """
        kept = {name: value for name, value in os.environ.items() if name not in FOREIGN}
        return kept | {
            "DJANGO_SETTINGS_MODULE": "cms.settings.production",
            "HTTPS": "0",
            "DATA_DIR": str(self.data_dir),
            "SECRET_KEY": self.secret_key(),
            "PORT": str(self.port),
            "BASE_URL": f"http://{HOST}:{self.port}",
            "LOG_LEVEL": os.environ.get("LOG_LEVEL", "WARNING"),
            "PYTHONUTF8": "1",
            "PYTHONUNBUFFERED": "1",
        }

    def secret_key(self) -> str:
        """The random key of this portal, made once and readable by its owner only."""
        file = self.data_dir / "secret-key"
        if not file.exists():
            self.data_dir.mkdir(parents=True, exist_ok=True)
            with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as out:
                out.write(secrets.token_urlsafe(50))
        return file.read_text(encoding="ascii")

    def manage(self, *arguments: str) -> list[str]:
        """Run a management command; its output lines. Its errors go to the terminal, then `Stop` is raised."""
        command = [str(self.python), "manage.py", *arguments]
        done = subprocess.run(
            command, cwd=ROOT, env=self.environment(), stdout=subprocess.PIPE, encoding="utf-8", check=False
        )
        if done.returncode:
            raise Stop(f"Lệnh «manage.py {' '.join(arguments)}» không thành công: xem các dòng phía trên.")
        return done.stdout.splitlines()

    def prepare(self) -> list[Account]:
        """Migrate, load the demo content and collect the static files, unless nothing changed since last time.

        Returns the accounts that were made.
        """
        stamp, state = self.data_dir / "prepared.txt", self.state()
        if stamp.is_file() and (self.data_dir / DATABASE).is_file() and stamp.read_text(encoding="ascii") == state:
            return []
        accounts = []
        command = [str(self.python), "-m", "bin.lib.preparing"]
        with subprocess.Popen(
            command, cwd=ROOT, env=self.environment(), stdout=subprocess.PIPE, encoding="utf-8"
        ) as process:
            for line in process.stdout or ():
                made = list(read_accounts([line]))
                accounts += made
                if not made:
                    say(line.rstrip("\n"))
        if process.returncode:
            raise Stop("Chuẩn bị dữ liệu không thành công: xem các dòng phía trên.")
        stamp.write_text(state, encoding="ascii")
        return accounts

    def state(self) -> str:
        """A digest of everything that `prepare` depends on."""
        digest = hashlib.sha256()
        for file in source_files():
            digest.update(str(file.relative_to(ROOT)).encode() + b"\0")
            digest.update(hashlib.sha256(file.read_bytes()).digest())
        return digest.hexdigest()

    def use_port(self) -> None:
        """Let the full addresses of the local sites carry this port: it may be another one at every start.

        Plain SQL, because a start of Django for it would take longer than everything else of a second start.
        """
        with closing(sqlite3.connect(self.data_dir / DATABASE, timeout=30)) as database, database:
            database.execute(
                "UPDATE wagtailcore_site SET port = ? WHERE hostname LIKE '%localhost' OR hostname = ?",
                (self.port, HOST),
            )

    def commands(self) -> dict[str, list[str]]:
        """The processes that make up a portal, by the name that a person knows them by."""
        gunicorn = ["-m", "gunicorn", "cms.wsgi:application", "--bind", f"{HOST}:{self.port}", "--workers", "2"]
        # Browsers open connections before they need them: a worker without threads would wait for what is never asked.
        gunicorn += ["--worker-class", "gthread", "--threads", "4", "--timeout", "60", "--graceful-timeout", "5"]
        gunicorn += ["--log-level", "warning", "--no-control-socket"]
        gunicorn += ["--limit-request-line", "8190"]  # the most it takes: past 4,094 it answers itself, never in JSON
        gunicorn.append("--preload")  # Django is loaded once for both workers: a second start takes half the time
        due = ["manage.py", "run_due", "--every", str(DUE_EVERY)]
        reading = ["manage.py", "db_worker", "--backend", "files", "--interval", "5", "--no-startup-delay"]
        return {
            "máy chủ web": [str(self.python), *gunicorn],
            "việc đến hạn": [str(self.python), *due],
            "đọc tệp": [str(self.python), *reading],
        }

    def answers(self) -> bool:
        """Whether the home page of the first ward answers; `Stop` when it answers with an error."""
        connection = http.client.HTTPConnection(HOST, self.port, timeout=30)
        try:
            connection.request("GET", "/")
            status = connection.getresponse().status
        except OSError:
            return False
        finally:
            connection.close()
        if status >= 500:
            raise Stop(f"Máy chủ web đã chạy nhưng trang chủ báo lỗi {status}: xem các dòng phía trên.")
        return True

    def address(self, host: str = HOST, path: str = "/") -> str:
        """A full address on this portal."""
        return f"http://{host}:{self.port}{path}"


def source_files() -> Iterable[Path]:
    """Every file below `SOURCES`, in a fixed order."""
    for name in SOURCES:
        top = ROOT / name
        files = [top] if top.is_file() else sorted(file for file in top.rglob("*") if file.is_file())
        yield from (file for file in files if "__pycache__" not in file.parts)


def read_accounts(lines: Iterable[str]) -> Iterable[Account]:
    """The accounts in the output of `load_demo`: a line of role, user name and password between tabs for each."""
    for line in lines:
        fields = line.split("\t")
        if len(fields) == 3:
            yield Account(*(field.strip() for field in fields))


def port_is_free(port: int) -> bool:
    """Whether nobody listens on `port` of loopback."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


def free_port() -> int:
    """A port of loopback that nobody uses at this moment."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        number: int = probe.getsockname()[1]
    return number
