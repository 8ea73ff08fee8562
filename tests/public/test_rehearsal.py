"""A server renders a few pages before the first citizen comes, and starts whatever comes of it."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import DEFAULT_DB_ALIAS, OperationalError, close_old_connections, connections

from cms import rehearsal
from cms.rehearsal import keep_for_good, rehearse
from tests.factories import MadeWard, publish
from tests.factories.projects import ProjectPageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _connection_stays() -> Iterator[None]:
    """Within the transaction of a test, as Django's test client does it."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def test_one_page_of_each_rehearsed_kind_is_rendered(ward: MadeWard) -> None:
    publish(ProjectPageFactory(ward=ward))
    assert rehearse(get_wsgi_application()) == ["200 OK"] * len(rehearsal.REHEARSED)


def test_a_database_that_does_not_answer_keeps_no_server_from_starting(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail() -> None:
        raise OperationalError("no such table")

    monkeypatch.setattr(rehearsal, "_addresses", fail)
    assert rehearse(get_wsgi_application()) == []
    assert "the database does not answer" in caplog.text


def test_what_stays_is_looked_at_no_more_by_the_collector() -> None:
    class Kept:
        """Something that the collector knows."""

    kept = Kept()
    assert any(one is kept for one in gc.get_objects())
    keep_for_good()
    assert not any(one is kept for one in gc.get_objects())


def test_a_connection_is_kept_from_one_visit_to_the_next() -> None:
    another = connections.create_connection(DEFAULT_DB_ALIAS)
    another.ensure_connection()
    try:
        opened = another.connection
        another.close_if_unusable_or_obsolete()  # as after each visit
        assert another.connection is opened
    finally:
        another.close()
