"""The one reader of environment variables (cms/variables.py has the table of them)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import environ

env = environ.Env()


def database(data_dir: Path) -> dict[str, Any]:
    """The default database: `DATABASE_URL`, or the embedded SQLite file in `data_dir`.

    SQLite runs in WAL and takes its write lock when a transaction begins (IMMEDIATE): otherwise two writers that both
    read first fail with "database is locked" instead of waiting for each other.
    """
    config: dict[str, Any] = env.db("DATABASE_URL", default=f"sqlite:///{data_dir / 'cong-khai.sqlite3'}")
    if config["ENGINE"] == "django.db.backends.sqlite3":
        config["OPTIONS"] = {
            "timeout": 30,
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-32000;",
        }
    elif config["ENGINE"] == "django.db.backends.postgresql":
        # Storage without moving parts, room for counting, and no compiling, which takes longer than our statements.
        # Options in the address itself stand.
        config.setdefault("OPTIONS", {}).setdefault("options", "-c random_page_cost=1.1 -c jit=off -c work_mem=16MB")
    else:
        raise SystemExit("DATABASE_URL phải bắt đầu bằng postgres:// hoặc sqlite:///.")
    # SQLite reads the whole schema whenever it opens a file: half of what a page costs that a process has kept.
    config["CONN_MAX_AGE"] = 60
    return config
