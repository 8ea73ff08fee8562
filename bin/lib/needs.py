"""The programs that the suite needs and Python cannot bring: PostgreSQL, Elasticsearch, Chromium, pdftotext."""

from __future__ import annotations

import functools
import os
import shutil
import subprocess
import threading
from pathlib import Path

from bin.lib import elasticsearch, postgres
from bin.lib.saying import Stop, say, step

_one_apt = threading.Lock()  # steps that run side by side may both lack something; apt refuses the second
LEAN = "chromium-headless-shell"
"""Chromium without windows, a package of its own on Debian: opens a page with half the work."""
BROWSERS = (LEAN, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
BUNDLES = (
    Path("/Applications/Chromium.app/Contents/MacOS/Chromium"),
    Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
)


def postgresql() -> Path | None:
    """The folder of the server's programs; installs them when root, else says in one line what to install."""
    found = postgres.programs()
    if found is None and apt_install("postgresql"):
        found = postgres.programs()
    if found is None:
        say("Thiếu PostgreSQL: hãy cài gói postgresql (hoặc đặt PG_BIN); các ca dưới đây bị bỏ qua.")
    return found


def search_server(python: Path) -> bool:
    """Whether Elasticsearch can be run; builds it from Maven's parts, else says in one line what is missing."""
    if shutil.which("mvn") is None and not elasticsearch.place().is_dir() and not apt_install("maven"):
        say("Thiếu Maven để dựng Elasticsearch: hãy cài gói maven; các ca dưới đây bị bỏ qua.")
        return False
    try:
        elasticsearch.built(python)
    except Stop as stop:
        say(f"{stop} Các ca dưới đây bị bỏ qua.")
        return False
    return True


def chromium() -> str | None:
    """The path of the browser; installs it when root, else says in one line what to install."""
    found = browser()
    if found is None and any(apt_install(package, "fonts-dejavu-core") for package in (LEAN, "chromium")):
        found = browser()
    if found is None:
        say("Thiếu Chromium: hãy cài gói chromium (hoặc đặt CHROMIUM); các ca dưới đây bị bỏ qua.")
    return found


def pdftotext() -> None:
    """Install the reader of PDF files when root; without it the product reads them with pypdf."""
    if shutil.which("pdftotext") is None and not apt_install("poppler-utils"):
        say("Thiếu pdftotext: hãy cài gói poppler-utils; các ca cần đến nó bị bỏ qua.")


def libreoffice() -> None:
    """Install the spreadsheet when root; it says whether exported files are read back as they were meant."""
    if shutil.which("soffice") is None and not apt_install("libreoffice-calc"):
        say("Thiếu LibreOffice: hãy cài gói libreoffice-calc; các ca cần đến nó bị bỏ qua.")


def browser() -> str | None:
    """The browser that the environment names or the machine has."""
    named = os.environ.get("CHROMIUM")
    if named:
        return named if Path(named).exists() else None
    on_path = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    return on_path or next((str(bundle) for bundle in BUNDLES if bundle.exists()), None)


def apt_install(*packages: str) -> bool:
    """Install Debian packages when that is possible without asking; whether it succeeded."""
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        return False
    with _one_apt, step(f"Cài {', '.join(packages)} bằng apt"):
        if not lists_are_fresh():
            return False
        return apt_get("install", "--yes", "--no-install-recommends", *packages)


@functools.cache
def lists_are_fresh() -> bool:
    """Update the package lists, once."""
    return apt_get("update")


def apt_get(*arguments: str) -> bool:
    """Run apt-get; what it says is shown only when it fails."""
    env = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(
        ["apt-get", "-qq", *arguments],
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        say(done.stdout)
    return done.returncode == 0
