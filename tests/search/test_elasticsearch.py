"""Elasticsearch beside the database's index: what is asked of it, what it must keep up with, and what is wrong with an
address. Servers that are killed are in `test_outage`."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, date, datetime
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command

from search import external, indexing
from search.api import NEWEST_FIRST, search
from search.engines import choice, database_engine
from search.engines.elasticsearch.engine import ElasticsearchEngine
from search.facets import Filters
from search.health import health
from search.indexing import index_after_commit, index_waiting, rebuild
from search.models import ExternalIndex, PublicRecord, Removal
from search.query import understand
from search.rows import row_of
from tests.search.conftest import link
from tests.search.factories import build_record, make_record

pytestmark = [pytest.mark.django_db, pytest.mark.elasticsearch, pytest.mark.engine]

Capture = Callable[..., AbstractContextManager[list[Callable[[], Any]]]]


def titles(query: str, site_id: int = 1) -> list[str]:
    """Titles found, in order."""
    return [hit.record.title for hit in search(query, site_id=site_id, size=100).hits]


def asked(scope: int | None = 1) -> bool:
    """Whether Elasticsearch is the one that answers."""
    return isinstance(choice.answering(scope), choice.Answering)


def test_it_answers_where_nothing_waits_and_the_database_where_something_does() -> None:
    record = make_record(title="Khu nhà")
    make_record(title="Khu nhà", site_id=2)
    assert asked(1)
    assert asked(2)
    assert asked(None)
    PublicRecord.objects.filter(pk=record.pk).update(indexed_at=None)
    assert (asked(1), asked(2), asked(None)) == (False, True, False)
    index_waiting()
    Removal.objects.create(record_id=999, site_id=2)
    assert (asked(1), asked(2), asked(None)) == (True, False, False)


QUERIES = (
    "khu nhà",
    "khu nhà ở xã hội",
    "nhà thuê",
    "258/QĐ-UBND",
    "quyết định 258",
    "10/2/2026",
    '"nhà ở xã hội"',
    "nhà tổ 12",
    "không có gì",
    "ubnd",
)
FILTERS = (
    Filters(),
    Filters(kind=("van-ban",)),
    Filters(kind=("van-ban", "du-an"), year=(2026,)),
    Filters(place=("p1",), state=("mo",), unit=("UBND phường",)),
    Filters(year=(1999,)),
)


def _various() -> None:
    texts = ("Khu nhà ở xã hội", "Nhà thuê", "Nha thue", "Thông báo nhà ở", "Quyết định 258/QĐ-UBND ngày 10/02/2026")
    for at in range(40):
        text = texts[at % 5]
        build_record(
            site_id=1 + at % 2,
            kind=("van-ban", "du-an", "trang")[at % 3],
            kind_label=("Văn bản", "Dự án", "Trang")[at % 3],
            title=text if at % 4 else f"Bản ghi {at}",
            keys=text if at % 4 == 1 else "tổ dân phố 12",
            body="" if at % 5 else f"{text} tổ 12",
            files_text=text if at % 7 == 0 else "",
            number="258/QĐ-UBND" if at == 13 else "",
            year=2026 - at % 3 if at % 4 else None,
            dated_on=date(2026, 2, 10) if at % 6 == 0 else None,
            disclosed_at=datetime(2026, 5, 4, 3, 0, at % 3, at % 2, tzinfo=UTC),
            is_open=bool(at % 5),
            state="mo" if at % 2 else "",
            state_label="Đang mở" if at % 2 else "",
            unit="UBND phường" if at % 3 else "",
            places=[{"key": f"p{at % 4}", "label": f"Tổ {at % 4}"}, {"key": "chung", "label": "Phường"}],
        ).save()
    rebuild()


def test_it_finds_counts_and_orders_as_the_database_does() -> None:
    _various()
    ours = database_engine()
    for scope in (1, None):
        theirs = choice.answering(scope)
        assert isinstance(theirs, choice.Answering)
        for text in QUERIES:
            query = understand(text)
            for filters in FILTERS:
                where = (text, scope, filters)
                assert theirs.summary(query, scope, filters) == ours.summary(query, scope, filters), where
                for newest in (False, True):
                    pages = [
                        engine.page(query, scope, filters, newest=newest, limit=limit, offset=offset)
                        for engine in (theirs, ours)
                        for limit, offset in ((50, 0), (7, 3))
                    ]
                    assert pages[:2] == pages[2:], where


def test_a_removed_record_is_counted_until_it_is_committed_and_not_after(
    django_capture_on_commit_callbacks: Capture,
) -> None:
    gone, kept = make_record(title="Khu nhà A"), make_record(title="Khu nhà B")
    with django_capture_on_commit_callbacks(execute=True):
        gone.delete()
        assert not asked(1)
        assert search("khu nhà", site_id=1).count == 1
    assert asked(1)
    assert search("khu nhà", site_id=1).count == 1
    assert titles("khu nhà") == [kept.title]
    assert not Removal.objects.exists()


def test_a_publication_is_in_both_indexes_once_it_has_committed(django_capture_on_commit_callbacks: Capture) -> None:
    record = build_record(title="Khu nhà")
    with django_capture_on_commit_callbacks(execute=True):
        record.save()
        index_after_commit(record.pk)
    assert asked(1)
    assert titles("khu nhà") == ["Khu nhà"]
    assert database_engine().summary(understand("khu nhà"), 1, Filters()).count == 1


def test_an_index_that_the_server_has_lost_is_made_again_and_never_by_writing() -> None:
    record = make_record(title="Khu nhà")
    lost = external.state().current
    ElasticsearchEngine(link(), lost).destroy()
    with external.taking([row_of(record)]) as outcome:
        pass
    assert not outcome().ids
    assert not ElasticsearchEngine(link(), lost).exists()
    assert health().problem
    call_command("update_search", stdout=StringIO())
    assert external.state().current != lost
    assert asked(1)
    assert titles("khu nhà") == ["Khu nhà"]
    assert health()


def test_without_the_setting_its_index_counts_for_nothing_any_more(settings: Any) -> None:
    make_record(title="Khu nhà")
    named, settings.SEARCH_ENGINE = settings.SEARCH_ENGINE, ""
    make_record(title="Khu nhà khác")
    settings.SEARCH_ENGINE = named
    assert not asked(1)
    assert len(titles("khu nhà")) == 2
    index_waiting()
    assert asked(1)
    assert search("khu nhà", site_id=1, order=NEWEST_FIRST).count == 2


def test_what_happens_while_the_index_is_made_anew_is_neither_lost_nor_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """Between reading a batch and writing it, others publish, remove and change; between two batches as well."""
    monkeypatch.setattr(indexing, "BATCH", 4)
    records = [make_record(title=f"Khu nhà {at}") for at in range(10)]
    before = external.state().current
    fill, rounds = external.Making.fill, iter(range(100))

    def meanwhile(making: external.Making, rows: Any) -> None:
        at = next(rounds)
        if at == 0:
            assert asked(1), "searching goes on in the old index"
            assert search("khu nhà", site_id=1).count == 10
            _remove(records[0])  # read, not yet written
            _remove(records[9])  # not yet read
            _change(records[1], "Khu nhà đổi tên")
            make_record(title="Khu nhà mới")
        fill(making, rows)
        if at == 0:
            _remove(records[2])  # written
            _change(records[3], "Khu nhà đổi nữa")
            assert asked(1)
            assert search("khu nhà", site_id=1).count == 8

    monkeypatch.setattr(external.Making, "fill", meanwhile)
    assert not rebuild().problem
    assert external.state().current not in {"", before}
    assert asked(1)
    expected = {"Khu nhà đổi tên", "Khu nhà đổi nữa", "Khu nhà mới", *(f"Khu nhà {at}" for at in range(4, 9))}
    assert sorted(titles("khu nhà")) == sorted(expected)
    assert search("khu nhà", site_id=1).count == 8
    with link().asking(5) as client:
        assert list(client.indices.get(index=f"{external.prefix()}.*").body) == [external.state().current]


def _remove(record: PublicRecord) -> None:
    record.delete()
    external.settle_removals()


def _change(record: PublicRecord, title: str) -> None:
    PublicRecord.objects.filter(pk=record.pk).update(title=title, version=2, indexed_at=None)
    assert indexing.index_now_or_mark(record.pk)


def test_two_who_make_the_index_at_once_do_not_spoil_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    make_record(title="Khu nhà")
    finish, calls = external.Making.finish, iter((1, 2))

    def overtaken(making: external.Making, meanwhile: Callable[[], object]) -> None:
        if next(calls) == 1:
            assert not rebuild().problem  # another begins later and ends earlier
        finish(making, meanwhile)

    monkeypatch.setattr(external.Making, "finish", overtaken)
    assert "Another process" in rebuild().problem
    assert external.state().building == ""
    assert asked(1)
    assert titles("khu nhà") == ["Khu nhà"]


def test_an_abandoned_index_is_forgotten() -> None:
    make_record(title="Khu nhà")
    making = external.Making(link(), in_place_of_lost=False)
    assert external.is_being_made()
    long_ago = datetime(2026, 1, 1, tzinfo=UTC)
    ExternalIndex.objects.filter(building=making.engine.name).update(building_seen_at=long_ago)
    assert not external.is_being_made()
    assert asked(1)
    making.engine.destroy()
