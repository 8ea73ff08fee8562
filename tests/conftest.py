"""What every test may rely on: which engine it runs on, and that nothing is left out unseen."""

from __future__ import annotations

import gc
import os
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack

import psycopg
import pytest
from django.conf import settings
from django.db import connection
from django.template.base import Template
from pytest_django import DjangoDbBlocker

from tests import migrated

ENGINES = {"django.db.backends.sqlite3": "sqlite", "django.db.backends.postgresql": "postgres"}
DATABASE_FIXTURES = {"db", "transactional_db", "django_db_setup"}


def vendor() -> str:
    """The engine of this run, as its marker is called: `sqlite` or `postgres`."""
    return ENGINES[settings.DATABASES["default"]["ENGINE"]]


def pytest_report_header(config: pytest.Config) -> list[str]:
    """Say which engine and which driver were tested."""
    drivers = {"sqlite": f"SQLite {sqlite3.sqlite_version}", "postgres": f"PostgreSQL, psycopg {psycopg.__version__}"}
    strict = ", nothing may be skipped" if nothing_may_be_skipped() else ""
    return [f"database: {drivers[vendor()]}{strict}"]


def nothing_may_be_skipped() -> bool:
    """Whether a skipped test is a failure."""
    return os.environ.get("NOTHING_SKIPPED", "0") not in {"", "0"}


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what belongs to another run; skip everything, by name, when what the run needs is missing.

    What asks for no database, and is therefore refused one, runs on SQLite only. Journeys keep an event loop running
    in this process, in which Django refuses its ORM: they run only by themselves, with `-m journey`.
    """
    elsewhere = set(ENGINES.values()) - {vendor()}
    if not settings.SEARCH_ENGINE and "elasticsearch" not in config.option.markexpr:
        elsewhere.add("elasticsearch")
    if "journey" not in config.option.markexpr:
        elsewhere.add("journey")
    left_out = {
        item
        for item in items
        if any(item.get_closest_marker(name) for name in elsewhere) or (vendor() != "sqlite" and not on_database(item))
    }
    if left_out:
        config.hook.pytest_deselected(items=list(left_out))
        items[:] = [item for item in items if item not in left_out]
    if reason := os.environ.get("SKIP_BECAUSE"):
        for item in items:
            item.add_marker(pytest.mark.skip(reason=reason))


def on_database(item: pytest.Item) -> bool:
    """Whether a test may open the database: pytest-django refuses it to all others."""
    fixtures: set[str] = set(getattr(item, "fixturenames", ()))
    return item.get_closest_marker("django_db") is not None or bool(fixtures & DATABASE_FIXTURES)


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """With NOTHING_SKIPPED a skipped test fails the run: a check that silently stopped checking must be seen."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter is None or not nothing_may_be_skipped():
        return
    if skipped := reporter.stats.get("skipped"):
        reporter.write_line("")
        reporter.write_line(f"NOTHING_SKIPPED: {len(skipped)} skipped tests fail this run", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.fixture(scope="session")
def _migrating(django_db_modify_db_settings: None) -> Iterator[ExitStack]:
    """Held while this process migrates for all others."""
    with ExitStack() as stack:
        stack.enter_context(migrated.alone())
        stack.enter_context(migrated.quickly())
        yield stack


@pytest.fixture(scope="session")
def django_db_keepdb(_migrating: ExitStack, django_db_blocker: DjangoDbBlocker) -> bool:
    """Start from a migrated database where there is one; Django then migrates nothing."""
    with django_db_blocker.unblock():
        return migrated.take(migrated.name_of_test_database())


@pytest.fixture(scope="session")
def django_db_setup(
    django_db_setup: None, django_db_keepdb: bool, _migrating: ExitStack, django_db_blocker: DjangoDbBlocker
) -> Iterator[None]:
    """Keep what was migrated for the other processes and for the next run."""
    name = str(connection.settings_dict["NAME"])
    with django_db_blocker.unblock():
        if not django_db_keepdb:
            migrated.keep(name)
    _migrating.close()
    yield
    if django_db_keepdb:  # what it made itself Django takes away
        with django_db_blocker.unblock():
            migrated.drop(name)


@pytest.fixture(scope="session", autouse=True)
def _collect_less_garbage() -> None:
    """What was imported stays, and rows come and go by the thousand: looking for garbage each time takes a tenth."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


@pytest.fixture
def watched_templates() -> None:
    """For tests that ask a response for its context."""


@pytest.fixture(autouse=True)
def _unwatched_templates(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages are rendered as in production: Django's test client copies the context of each template otherwise."""
    if "watched_templates" not in request.fixturenames:
        monkeypatch.setattr(Template, "_render", lambda template, context: template.nodelist.render(context))
