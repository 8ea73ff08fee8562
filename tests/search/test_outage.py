"""Servers that are really killed, frozen or not there: nothing is lost, no search fails, staff know."""

from __future__ import annotations

import logging
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse
from pytest_django import DjangoDbBlocker
from wagtail.actions.unpublish_page import UnpublishPageAction

from bin.lib.elasticsearch import Cluster, cluster
from bin.lib.portal import free_port
from cms.management.commands import run_due
from cms.publishing.authority import Authority, acting
from search import external, health
from search.api import Results, search
from search.engines import choice
from search.engines.elasticsearch import connection, engine
from search.indexing import rebuild
from search.models import PublicRecord, Removal
from tests.desk.office import Office, lasting
from tests.factories import ProjectPageFactory, publish
from tests.search.factories import build_record, make_record

pytestmark = [pytest.mark.django_db, pytest.mark.elasticsearch]

Capture = Callable[..., AbstractContextManager[list[Callable[[], Any]]]]
NOTICE = "Tìm kiếm trên cổng đang có trục trặc"


@pytest.fixture(scope="module")
def office(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Office]:
    """A ward at work."""
    with lasting(django_db_blocker) as made:
        yield made


@pytest.fixture
def node(settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Cluster]:
    """A server of the test's own, in use; what fails is tried again at once, so that no test waits for a pause."""
    monkeypatch.setattr(connection, "PAUSE", 0.0)
    with cluster(Path(sys.executable)) as nodes:
        settings.SEARCH_ENGINE = nodes.urls[0]
        yield nodes


def answers(scope: int) -> bool:
    """Whether Elasticsearch is the one that answers."""
    return isinstance(choice.answering(scope), choice.Answering)


def seen(results: Results) -> tuple[list[str], int, Any]:
    """What a person sees of results."""
    return [hit.record.title for hit in results.hits], results.count, results.summary


def test_a_server_that_is_killed_is_missed_by_nobody_and_catches_up(
    office: Office,
    node: Cluster,
    caplog: pytest.LogCaptureFixture,
    django_capture_on_commit_callbacks: Capture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    site = office.ward.site.pk
    for name in ("SEARCH_WITHIN", "WRITE_WITHIN", "BATCH_WITHIN"):  # a busy machine is no failure
        monkeypatch.setattr(engine, name, connection.ADMIN_WITHIN)

    def project(title: str) -> Any:
        with django_capture_on_commit_callbacks(execute=True):
            return publish(ProjectPageFactory(ward=office.ward, title=title), reason="lập hồ sơ")

    def notice() -> bool:
        return NOTICE in office.get("approver", "desk:home").content.decode()

    withdrawn = project("Khu nhà ở Sắp rút")
    assert not rebuild().problem
    before = search("khu nhà ở", site_id=site)
    assert answers(site)
    assert before.count == 2
    assert not notice()

    node.kill(0)
    with caplog.at_level(logging.WARNING, logger=connection.__name__):
        assert seen(search("khu nhà ở", site_id=site)) == seen(before)
        added = project("Khu nhà ở Mới lập")
        with django_capture_on_commit_callbacks(execute=True), acting(Authority(reason="đăng nhầm")):
            UnpublishPageAction(withdrawn).execute(skip_permission_checks=True)
        during = search("khu nhà ở", site_id=site)
        assert {hit.record.title for hit in during.hits} == {"Khu nhà ở Một", added.title}
        assert during.count == 2
    assert len([line for line in caplog.records if "Elasticsearch failed" in line.message]) == 1
    assert PublicRecord.objects.get(page_id=added.pk).indexed_at is None
    assert Removal.objects.filter(site_id=site).count() == 1
    assert notice()
    assert NOTICE in office.clients["approver"].get(reverse("wagtailadmin_home")).content.decode()
    run_due.searching.catch_up()
    assert Removal.objects.exists()

    node.start(0)
    run_due.searching.catch_up()
    assert not PublicRecord.objects.awaiting_index().exists()
    assert not Removal.objects.exists()
    assert answers(site)
    assert seen(search("khu nhà ở", site_id=site)) == seen(during)
    assert not notice()

    # Late waiting is told as well, whatever the engine does.
    monkeypatch.setattr(health, "PATIENCE", -health.PATIENCE)
    PublicRecord.objects.filter(page_id=added.pk).update(indexed_at=None)
    assert notice()

    _frozen(node, monkeypatch)


def _frozen(node: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    """A server that takes connections and says nothing is waited for once."""
    make_record(title="Đứng hình", site_id=77)
    assert answers(77)
    monkeypatch.setattr(engine, "SEARCH_WITHIN", 0.5)
    monkeypatch.setattr(connection, "PAUSE", 60.0)
    node.freeze(0)
    try:
        begun = time.monotonic()
        assert search("đứng hình", site_id=77).count == 1
        assert 0.4 < time.monotonic() - begun < 10
        assert not answers(77), "the next search does not wait"
    finally:
        node.thaw(0)


def test_an_address_where_nobody_answers_harms_nothing(
    settings: Any, django_capture_on_commit_callbacks: Capture
) -> None:
    settings.SEARCH_ENGINE = f"http://127.0.0.1:{free_port()}"
    with django_capture_on_commit_callbacks(execute=True):
        record = make_record(title="Khu nhà")
    assert search("khu nhà", site_id=1).count == 1
    assert rebuild().problem
    record.delete()
    assert search("khu nhà", site_id=1).count == 0
    assert health.health().problem


def test_one_of_three_servers_is_killed_during_searches_and_none_fails(
    settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("SEARCH_WITHIN", "WRITE_WITHIN", "BATCH_WITHIN"):
        monkeypatch.setattr(engine, name, connection.ADMIN_WITHIN)
    monkeypatch.setattr(connection.Breaker, "failed", lambda self, reason: pytest.fail(reason))
    with cluster(Path(sys.executable), 3) as nodes:
        settings.SEARCH_ENGINE = ",".join(nodes.urls)
        PublicRecord.objects.bulk_create([build_record(title=f"Khu nhà {at}") for at in range(30)])
        assert not rebuild().problem
        link = choice.external()
        assert link is not None
        with link.asking(connection.ADMIN_WITHIN) as client:
            client.cluster.health(index=external.state().current, wait_for_status="green", timeout="60s")
            held: Any = client.cat.shards(index=external.state().current, h="node,prirep", format="json")
        primary = next(int(shard["node"].removeprefix("n")) for shard in held if shard["prirep"] == "p")
        killing = threading.Timer(0.5, nodes.kill, [primary])
        killing.start()
        for at in range(150):
            results = search("khu nhà", site_id=1, size=5)
            assert (results.count, len(results.hits)) == (30, 5), at
            assert answers(1)
        killing.join()
        assert nodes.processes[primary].poll() is not None
        make_record(title="Khu nhà thêm")  # the copy has become the one that is written
        assert answers(1)
        assert search("khu nhà", site_id=1).count == 31
