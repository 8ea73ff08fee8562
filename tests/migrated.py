"""A migrated database kept to be copied: migrating from nothing takes longer than most test files.

On SQLite it is a file that later runs take too, on PostgreSQL a database of the same server, and a dump for later runs
where its programs are at hand. Of several processes that need it at once one migrates and the others wait for its copy.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import sqlite3
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

from django.apps import apps
from django.apps.registry import Apps
from django.db import connection
from django.db.models import Field

from bin.lib import postgres
from bin.lib.environment import ROOT


@cache
def digest() -> str:
    """Stands for all that migrating depends on."""
    found = hashlib.sha256(sqlite3.sqlite_version.encode())
    ours = sorted(ROOT.glob("*/migrations/*.py")) + sorted(ROOT.glob("*/*/migrations/*.py"))
    triggers = [ROOT / "cms/disclosure/triggers.py", *ROOT.glob("search/engines/*.py")]
    for file in [*ours, *triggers]:
        found.update(file.name.encode() + file.read_bytes())
    for config in apps.get_app_configs():
        found.update(config.label.encode())
        for file in sorted(Path(config.path).glob("migrations/*.py")):
            found.update(file.name.encode())
    return found.hexdigest()[:20]


@contextmanager
def alone() -> Iterator[None]:
    """Let no other process migrate the same meanwhile."""
    lock = Path(tempfile.gettempdir()) / f"cong-khai-migrated-{digest()}-{connection.vendor}.lock"
    with lock.open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield


@contextmanager
def quickly() -> Iterator[None]:
    """Migrate in two thirds of the time: Django makes models anew for each change, and asks the same each time.

    What a setting names in place of a model stays the same while migrating, and so does how a field is made; a relation
    is asked again, because what it points to may be renamed.
    """
    look = Apps.get_swappable_settings_name.__wrapped__  # type: ignore[attr-defined] # of functools.cache
    known: dict[str, str | None] = {}

    def get_swappable_settings_name(registry: Apps, to_string: str) -> str | None:
        if to_string not in known:
            known[to_string] = look(registry, to_string)
        return known[to_string]

    def clone(field: Any) -> Any:
        made = field.__dict__.get("_made_with")
        if made is None:
            made = field.deconstruct()[2:]
            if not field.is_relation:
                field._made_with = made
        return type(field)(*made[0], **made[1])

    get_swappable_settings_name.cache_clear = lambda: None  # type: ignore[attr-defined] # Django clears it for each model
    with (
        patch.object(Apps, "get_swappable_settings_name", get_swappable_settings_name),
        patch.object(Field, "clone", clone),
    ):
        yield


def name_of_test_database() -> str:
    """What Django will call the test database of this process."""
    name: str = connection.creation._get_test_db_name()  # type: ignore[attr-defined] # of each engine, not of the base
    return name


def take(name: str) -> bool:
    """Put a copy of what is kept in the place of the database `name`; False when nothing is kept yet."""
    return _take_file(name) if connection.vendor == "sqlite" else _take_database(name)


def keep(name: str) -> None:
    """Keep the migrated database `name`, to which nobody else may be connected."""
    if connection.vendor == "sqlite":
        _keep_file(name)
    else:
        connection.close()
        _run(f"CREATE DATABASE {_quoted(_template())} TEMPLATE {_quoted(name)}")
        _dump()


def drop(name: str) -> None:
    """Take a database of the server away; a file goes with its folder."""
    if connection.vendor != "sqlite":
        connection.close()
        _run(f"DROP DATABASE IF EXISTS {_quoted(name)} WITH (FORCE)")


def renew() -> None:
    """Forget all that was committed to the test database: it is as after migrating."""
    name = str(connection.settings_dict["NAME"])
    connection.close()
    if not take(name):
        raise RuntimeError("there is no migrated database to copy")


def _file() -> Path:
    return Path(tempfile.gettempdir()) / f"cong-khai-migrated-{digest()}.sqlite3"


def _take_file(name: str) -> bool:
    kept = _file()
    if not kept.exists():
        return False
    for part in ("-wal", "-shm"):
        Path(name + part).unlink(missing_ok=True)
    shutil.copyfile(kept, name)
    return True


def _keep_file(name: str) -> None:
    kept = _file()
    with tempfile.TemporaryDirectory(dir=kept.parent) as folder:
        copy = Path(folder) / kept.name
        with closing(sqlite3.connect(name)) as source, closing(sqlite3.connect(copy)) as target:
            source.backup(target)
        copy.replace(kept)


def _template() -> str:
    return f"congkhai_migrated_{digest()}"


def _take_database(name: str) -> bool:
    with connection._nodb_cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [_template()])
        kept = cursor.fetchone() is not None
    if not kept and not _restore():
        return False
    drop(name)
    _run(f"CREATE DATABASE {_quoted(name)} TEMPLATE {_quoted(_template())}")
    return True


def _dump_file() -> Path:
    """Where the dump for later runs lies; an older server might not read a newer one's."""
    with connection._nodb_cursor() as cursor:
        major = cursor.connection.info.server_version // 10_000
    return Path(tempfile.gettempdir()) / f"cong-khai-migrated-{digest()}-postgres{major}.dump"


def _dump() -> None:
    file = _dump_file()
    with tempfile.TemporaryDirectory(dir=file.parent) as folder:
        copy = Path(folder) / file.name
        if _program("pg_dump", "--format=custom", "--compress=0", f"--file={copy}", _template()):
            copy.replace(file)


def _restore() -> bool:
    """Make the template from an earlier run's dump; False where there is none or it cannot be read whole."""
    file = _dump_file()
    if not file.exists():
        return False
    _run(f"CREATE DATABASE {_quoted(_template())} TEMPLATE template0")
    if _program("pg_restore", "--exit-on-error", "--single-transaction", f"--dbname={_template()}", str(file)):
        return True
    drop(_template())
    return False


def _program(name: str, *arguments: str) -> bool:
    """Run a program of PostgreSQL on the server of this run; whether it is there and succeeded."""
    folder = postgres.programs()
    if folder is None or not (folder / name).exists():
        return False
    server = connection.settings_dict
    env = os.environ | {"PGPASSWORD": str(server["PASSWORD"])}
    where = [f"--host={server['HOST']}", f"--port={server['PORT']}", f"--username={server['USER']}"]
    return subprocess.run([folder / name, *where, *arguments], env=env, check=False).returncode == 0


def _run(sql: str) -> None:
    with connection._nodb_cursor() as cursor:
        cursor.execute(sql)


def _quoted(name: str) -> str:
    return connection.ops.quote_name(name)
