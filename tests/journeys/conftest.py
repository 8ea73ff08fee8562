"""A portal in a process of its own and a real browser to visit it with.

A journey carries `pytest.mark.journey`, knows the portal by its addresses and accounts only, and never touches the ORM.
"""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from bin.lib.environment import ROOT
from bin.lib.needs import browser as installed_browser
from bin.lib.portal import ADMIN, DATABASE, Account, Portal, free_port
from bin.lib.supervisor import Supervisor
from tests import migrated
from tests.journeys.states import Shown

PHONE, DESKTOP = {"width": 360, "height": 780}, {"width": 1280, "height": 900}
START_WITHIN = 120  # seconds
SHOWN_WITHIN = 30  # seconds, on a machine that has other things to do
expect.set_options(timeout=SHOWN_WITHIN * 1_000)
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP *.localhost 127.0.0.1",
]


@dataclass(frozen=True)
class Visited:
    """A portal that answers: its wards, its accounts, its folder."""

    port: int
    data_dir: Path
    accounts: tuple[Account, ...]
    first: str = "doan-ket.localhost"
    second: str = "ha-bac.localhost"
    made_up: str = "minh-hoa.localhost"

    def url(self, path: str = "/", host: str | None = None) -> str:
        """The full address of `path` on a ward, the first one by default."""
        return f"http://{host or self.first}:{self.port}{path}"

    def admin(self, path: str = "", host: str | None = None) -> str:
        """The full address of `path` below the admin."""
        return self.url(ADMIN + path, host)

    def account(self, username: str) -> Account:
        """The account with this user name."""
        return next(account for account in self.accounts if account.username == username)


@dataclass(frozen=True)
class Built:
    """The demo as `load_demo` makes it; no server runs on it, only on copies."""

    data_dir: Path
    accounts: tuple[Account, ...]


def made_once(tmp_path_factory: pytest.TempPathFactory, name: str, make: Callable[[Path], str]) -> tuple[Path, str]:
    """A folder that one of a run's processes has filled with `make`, and what that told; the others wait for it."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    folder, told = shared / name, shared / f"{name}.json"
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not told.exists():
            told.write_text(make(folder), encoding="utf-8")
    return folder, told.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The demo database, made once for all processes of a run."""

    def prepare(folder: Path) -> str:
        folder.mkdir()
        with migrated.alone():
            migrated.take(str(folder / DATABASE))  # what another step has migrated is not migrated again
        accounts = Portal(Path(sys.executable), folder, free_port()).prepare()
        return json.dumps([asdict(account) for account in accounts])

    data_dir, accounts = made_once(tmp_path_factory, "demo", prepare)
    return Built(data_dir, tuple(Account(**values) for values in json.loads(accounts)))


@pytest.fixture(scope="session")
def all_states(built: Built, tmp_path_factory: pytest.TempPathFactory) -> tuple[Built, list[Shown]]:
    """The demo with the wards of all states beside it, made once for all processes of a run."""

    def with_states(folder: Path) -> str:
        shutil.copytree(built.data_dir, folder, symlinks=True)
        return build_states(folder)

    data_dir, shown = made_once(tmp_path_factory, "states", with_states)
    return Built(data_dir, built.accounts), [Shown(**page) for page in json.loads(shown)]


def build_states(data_dir: Path) -> str:
    """Run the builder on the database of `data_dir`; what it prints."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.journeys.states"],
        cwd=ROOT,
        env=Portal(Path(sys.executable), data_dir, free_port()).environment(),
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
    )
    return done.stdout


@contextmanager
def served(built: Built, data_dir: Path, *, whole: bool = False) -> Iterator[Visited]:
    """Copy the demo to `data_dir` and serve the copy as `bin/demo` does.

    What is due and what reads files run beside the service only in a `whole` portal: each takes a start of Django.
    """
    shutil.copytree(built.data_dir, data_dir, ignore=shutil.ignore_patterns("static"))
    (data_dir / "static").symlink_to(built.data_dir / "static")
    portal = Portal(Path(sys.executable), data_dir, free_port())
    portal.use_port()
    commands = portal.commands()
    running = commands if whole else dict(list(commands.items())[:1])  # the first is the service
    supervisor = Supervisor(running, env=portal.environment(), cwd=ROOT)
    supervisor.start()
    try:
        deadline = time.monotonic() + START_WITHIN
        while not portal.answers():
            supervisor.check()
            if time.monotonic() > deadline:
                pytest.fail(f"the portal did not answer within {START_WITHIN} s")
            time.sleep(0.1)
        yield Visited(portal.port, data_dir, built.accounts)
    finally:
        supervisor.stop()


@pytest.fixture(scope="session")
def portal(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visited]:
    """A portal for all journeys that only read."""
    with served(built, tmp_path_factory.mktemp("portal") / "data") as visited:
        yield visited


@pytest.fixture
def fresh_copy(built: Built, tmp_path: Path) -> Iterator[Callable[..., Visited]]:
    """Starts a portal of its own for a journey that changes something; it ends with the test."""
    with ExitStack() as stack:
        copies = iter(range(1, 100))
        yield lambda: stack.enter_context(served(built, tmp_path / f"copy{next(copies)}"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium: the one that CHROMIUM names or that the machine has."""
    path = installed_browser()
    if path is None:
        pytest.skip("no Chromium on this machine")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Makes browser contexts with nothing in common: one for each person of a journey. Closed with the test."""
    with ExitStack() as stack:

        def make(*, width: int = 360, height: int = 780, javascript: bool = True) -> BrowserContext:
            made = browser.new_context(
                viewport={"width": width, "height": height},
                java_script_enabled=javascript,
                locale="vi-VN",
                timezone_id="Asia/Ho_Chi_Minh",
            )
            stack.callback(made.close)
            return made

        yield make


@pytest.fixture
def page(context: Callable[..., BrowserContext]) -> Page:
    """A phone, 360 px wide."""
    return context(**PHONE).new_page()


@pytest.fixture
def desktop(context: Callable[..., BrowserContext]) -> Page:
    """A desk screen, 1280 px wide."""
    return context(**DESKTOP).new_page()


@pytest.fixture
def without_javascript(context: Callable[..., BrowserContext]) -> Page:
    """A phone whose browser runs no script."""
    return context(**PHONE, javascript=False).new_page()


@pytest.fixture
def signed_in(context: Callable[..., BrowserContext]) -> Callable[[Visited, str], Page]:
    """Opens the admin at a desk as the account with a user name; each call is a browser of its own."""

    def sign_in(visited: Visited, username: str) -> Page:
        account, page = visited.account(username), context(**DESKTOP).new_page()
        page.goto(visited.admin("login/"))
        page.fill("input[name=username]", account.username)
        page.fill("input[name=password]", account.password)
        page.click("form button[type=submit]")
        page.wait_for_url(lambda address: "/login/" not in address)
        return page

    return sign_in
