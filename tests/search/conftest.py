"""Where the run has an Elasticsearch, it answers the tests of the engine, each on an index that is empty at first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

import pytest
from django.conf import settings

from search.engines.choice import external
from search.engines.elasticsearch import connection, engine
from search.engines.elasticsearch.connection import Breaker, Connection
from search.engines.elasticsearch.engine import ElasticsearchEngine, new_name
from search.external import prefix, state
from search.models import ExternalIndex, PublicRecord
from search.rows import IndexRow, row_of


@pytest.fixture(scope="session")
def index_of_this_process() -> Iterator[ElasticsearchEngine]:
    """An index on the server of the run, kept while this process tests."""
    made = ElasticsearchEngine(link(), new_name(prefix()))
    made.create()
    yield made
    made.destroy()


def link() -> Connection:
    """The way to the server of the run."""
    found = external()
    assert found is not None, "SEARCH_ENGINE must name a server"
    return found


@pytest.fixture(autouse=True)
def _answered_by_elasticsearch(request: pytest.FixtureRequest) -> Iterator[None]:
    """A failure of the server fails the test: the database must not answer in its place unseen."""
    if not settings.SEARCH_ENGINE or request.node.get_closest_marker("engine") is None:
        yield
        return
    request.getfixturevalue("db")
    monkeypatch: pytest.MonkeyPatch = request.getfixturevalue("monkeypatch")
    for name in ("SEARCH_WITHIN", "WRITE_WITHIN", "BATCH_WITHIN"):  # a busy machine is no failure
        monkeypatch.setattr(engine, name, connection.ADMIN_WITHIN)
    monkeypatch.setattr(Breaker, "failed", _fail)
    monkeypatch.setattr(ElasticsearchEngine, "take", _taken_and_found)
    if ExternalIndex.objects.exists():  # whoever made it also takes care of it
        _made_again(ElasticsearchEngine(link(), state().current))
        yield
        return
    mine: ElasticsearchEngine = request.getfixturevalue("index_of_this_process")
    if not mine.exists():  # whoever makes an index takes away those that nothing uses
        mine.create()
    ExternalIndex.objects.create(current=mine.name)
    yield
    if mine.exists():
        for ids in mine.ids():
            mine.delete(ids)
    else:  # the test has made an index of its own in its place
        ElasticsearchEngine(link(), state().current).destroy()
        mine.create()


TAKE = ElasticsearchEngine.take


def _taken_and_found(self: ElasticsearchEngine, rows: Sequence[IndexRow], **how: Any) -> dict[int, str]:
    """Else the database would answer for a second after each record, and what is tested is the other engine."""
    refused = TAKE(self, rows, **how)
    self.refresh()
    return refused


def _made_again(shared: ElasticsearchEngine) -> None:
    """An index that a file of tests shares and that a test of it, whose rows were taken back, has put another in place
    of."""
    if shared.exists():
        return
    shared.create()
    for batch in batched(PublicRecord.objects.order_by("pk")):
        shared.write([row_of(record) for record in batch])


def batched(records: Iterable[PublicRecord], size: int = 500) -> Iterator[list[PublicRecord]]:
    """Records some at a time."""
    source = iter(records)
    while batch := list(islice(source, size)):
        yield batch


def _fail(self: Any, reason: str) -> None:
    pytest.fail(f"Elasticsearch failed: {reason}")
