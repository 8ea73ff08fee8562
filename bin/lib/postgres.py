"""A PostgreSQL server of our own for the suite: in a temporary folder, on a free loopback port, gone afterwards."""

from __future__ import annotations

import os
import pwd
import secrets
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bin.lib.portal import HOST, free_port
from bin.lib.saying import Stop

PLACES = ("/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/opt/homebrew/opt/postgresql*/bin", "/usr/local/pgsql/bin")
# The data lives for minutes: safety at power failure would only cost time, and so would compiling statements.
FAST = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "jit": "off", "max_connections": "60"}


def programs() -> Path | None:
    """The folder with `initdb` and `postgres`, the newest when there are several."""
    found = [Path(place) for place in (os.environ.get("PG_BIN"),) if place]
    on_path = shutil.which("initdb")
    if on_path:
        found.append(Path(on_path).resolve().parent)
    for pattern in PLACES:
        found += sorted(Path("/").glob(pattern.removeprefix("/")), key=version, reverse=True)
    return next((folder for folder in found if (folder / "initdb").exists() and (folder / "postgres").exists()), None)


def version(folder: Path) -> int:
    """The major version in a path such as `/usr/lib/postgresql/15/bin`, 0 without one."""
    digits = "".join(character for character in folder.parent.name if character.isdigit())
    return int(digits or 0)


@contextmanager
def cluster(folder: Path) -> Iterator[str]:
    """Start a server with the programs in `folder`; yields its DATABASE_URL."""
    home, port, password = Path(tempfile.mkdtemp(prefix="cong-khai-pg-")), free_port(), secrets.token_hex(16)
    owner = as_postgres() if os.geteuid() == 0 else {}
    try:
        secret = home / "password"
        secret.write_text(password, encoding="ascii")
        secret.chmod(0o600)
        if owner:
            for path in (home, secret):
                os.chown(path, owner["user"], owner["group"])
        initialise(folder, home, secret, owner)
        server = start(folder, home, port, owner)
        try:
            wait_until_ready(folder, server, port, home / "log")
            yield f"postgres://congkhai:{password}@{HOST}:{port}/postgres"
        finally:
            server.send_signal(signal.SIGINT)  # "fast": does not wait for clients that a test forgot
            try:
                server.wait(20)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()
    finally:
        shutil.rmtree(home, ignore_errors=True)


def as_postgres() -> dict[str, Any]:
    """PostgreSQL refuses to run as root: the arguments that let a process run as the user of the package."""
    try:
        entry = pwd.getpwnam("postgres")
    except KeyError as error:
        raise Stop("Đang chạy với quyền root mà máy không có người dùng postgres: hãy cài gói postgresql.") from error
    return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}


def initialise(folder: Path, home: Path, secret: Path, owner: dict[str, Any]) -> None:
    """Make the data folder: UTF-8, and a locale that knows Vietnamese letters."""
    locale = "C.UTF-8" if sys.platform == "linux" else "en_US.UTF-8"
    command = [str(folder / "initdb"), "-D", str(home / "data"), "-U", "congkhai", "--pwfile", str(secret)]
    command += ["-A", "scram-sha-256", "-E", "UTF8", "--locale", locale, "--no-sync"]
    done = subprocess.run(command, cwd="/", capture_output=True, text=True, check=False, **owner)
    if done.returncode:
        raise Stop(f"Không tạo được cụm PostgreSQL thử: {done.stderr.strip()}")


def start(folder: Path, home: Path, port: int, owner: dict[str, Any]) -> subprocess.Popen[bytes]:
    """Start the server as a child, without a socket file."""
    command = [str(folder / "postgres"), "-D", str(home / "data"), "-p", str(port)]
    for name, value in (FAST | {"listen_addresses": HOST, "unix_socket_directories": ""}).items():
        command += ["-c", f"{name}={value}"]
    with (home / "log").open("wb") as log:
        return subprocess.Popen(command, cwd="/", stdout=log, stderr=subprocess.STDOUT, start_new_session=True, **owner)


def wait_until_ready(folder: Path, server: subprocess.Popen[bytes], port: int, log: Path) -> None:
    """Return when the server takes connections."""
    command = [str(folder / "pg_isready"), "-q", "-h", HOST, "-p", str(port)]
    deadline = time.monotonic() + 60
    while subprocess.run(command, check=False).returncode:
        if server.poll() is not None or time.monotonic() > deadline:
            raise Stop(f"PostgreSQL thử không khởi động được: {log.read_text(errors='replace')[-500:]}")
        time.sleep(0.1)
