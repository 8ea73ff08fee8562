"""Databases to measure with: the demonstration's wards and as many generated ones as asked, made once a folder."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from bin.lib.environment import ROOT
from bin.lib.portal import Portal, free_port
from bin.lib.saying import Stop, step

PAGES_OF_A_WARD = 333
"""As in 100,000 pages over 300 wards: a count is measured with wards of the same size, so that only their number
differs."""
FIGURES = "figures.json"


@dataclass(frozen=True)
class Cost:
    """What a command took: time by the clock and of the processors, together with its children; most memory of one
    of its processes.
    """

    seconds: float
    cpu_seconds: float
    peak_mb: float


@dataclass(frozen=True)
class Made:
    """How a database came to be."""

    pages: int
    wards: int
    database_mb: float
    generation: Cost
    indexing: Cost


def prepared(python: Path, base: Path) -> Portal:
    """The portal in `base` with the demonstration's wards."""
    base.mkdir(parents=True, exist_ok=True)
    portal = Portal(python, base, free_port())
    portal.prepare()
    return portal


def content(python: Path, folder: Path, pages: int, base: Path) -> tuple[Portal, Made]:
    """A portal with `pages` generated records in `folder`, made anew unless it is there with its figures.

    What is there is migrated: it may have been made by an earlier release; what was not indexed yet is.
    """
    portal, stamp = Portal(python, folder, free_port()), folder / FIGURES
    figures: dict[str, Any] = json.loads(stamp.read_text(encoding="ascii")) if stamp.is_file() else {}
    if figures:
        with step("Đưa nội dung đã sinh lên phiên bản này"):
            portal.manage("migrate", "--noinput", "--verbosity", "0")
            portal.manage("collectstatic", "--noinput", "--verbosity", "0")
    else:
        shutil.rmtree(folder, ignore_errors=True)
        prepared(python, base)
        shutil.copytree(base, folder)
        wards = max(1, round(pages / PAGES_OF_A_WARD))
        with step(f"Sinh {pages} hồ sơ trong {wards} phường"):
            generation = run(portal, "generate_content", "--wards", str(wards), "--pages", str(pages), "--seed", "do")
        figures = {"pages": pages, "wards": wards, "generation": asdict(generation)}
        stamp.write_text(json.dumps(figures), encoding="ascii")
    if "indexing" not in figures:
        with step("Lập chỉ mục tìm kiếm"):
            figures["indexing"] = asdict(run(portal, "update_search"))
        figures["database_mb"] = sum(file.stat().st_size for file in folder.glob("*.sqlite3*")) / 1e6
        stamp.write_text(json.dumps(figures), encoding="ascii")
    costs = {name: Cost(**figures[name]) for name in ("generation", "indexing")}
    return portal, Made(**figures | costs)


def run(portal: Portal, *arguments: str) -> Cost:
    """Run a management command and say what it took; `Stop` when it fails."""
    begun = time.monotonic()
    process = subprocess.Popen([str(portal.python), "manage.py", *arguments], cwd=ROOT, env=portal.environment())
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise Stop(f"Lệnh «manage.py {' '.join(arguments)}» không thành công: xem các dòng phía trên.")
    kilobytes = used.ru_maxrss if sys.platform != "darwin" else used.ru_maxrss / 1024
    return Cost(time.monotonic() - begun, used.ru_utime + used.ru_stime, kilobytes / 1024)
