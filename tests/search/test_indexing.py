"""The index follows the table of what is public, and nothing is lost when an engine fails."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from io import StringIO
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction

from search import ahead, indexing, rows
from search.api import search
from search.checks import engine_exists
from search.columns import Columns, Texts, folded
from search.engines import database_engine
from search.engines.base import TABLE, DatabaseEngine
from search.engines.choice import external
from search.indexing import BATCH, index_after_commit, index_now_or_mark, index_waiting, rebuild
from search.models import PublicRecord, Synonym
from search.rows import IndexRow, row_of
from search.synonyms import DEFAULTS, ensure_default_synonyms
from tests.search.factories import build_record, make_record

pytestmark = pytest.mark.django_db

Capture = Callable[..., AbstractContextManager[list[Callable[[], Any]]]]


def found(query: str) -> list[str]:
    """Titles found on site 1."""
    return [hit.record.title for hit in search(query, site_id=1).hits]


def index_size() -> int:
    """Rows of the index."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT COUNT(*) FROM {TABLE}")
        return int(cursor.fetchone()[0])


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> set[int]:
    """Ids of records that the engine refuses."""
    refused: set[int] = set()
    write = type(database_engine()).write

    def fail(self: Any, rows: Any) -> None:
        if refused & {row.record_id for row in rows}:
            raise DatabaseError("engine down")
        write(self, rows)

    monkeypatch.setattr(type(database_engine()), "write", fail)
    return refused


def test_a_record_is_found_once_its_publication_has_committed(django_capture_on_commit_callbacks: Capture) -> None:
    record = build_record(title="Khu nhà")
    with django_capture_on_commit_callbacks(execute=True):
        record.save()
        index_after_commit(record.pk)
        assert found("khu nhà") == []
    assert found("khu nhà") == ["Khu nhà"]
    record.refresh_from_db()
    assert record.indexed_at is not None


def test_a_publication_that_dies_before_indexing_leaves_the_mark(django_capture_on_commit_callbacks: Capture) -> None:
    record = make_record(title="Tên cũ")
    with django_capture_on_commit_callbacks(execute=False):
        record.title = "Tên mới"
        record.version = 2
        record.save()
        index_after_commit(record.pk)
    assert list(PublicRecord.objects.awaiting_index()) == [record]
    call_command("update_search", stdout=StringIO())
    assert found("tên mới") == ["Tên mới"]
    assert found("tên cũ") == []
    assert not PublicRecord.objects.awaiting_index().exists()


def test_an_engine_that_fails_is_logged_and_the_publication_stands(
    broken: set[int], caplog: pytest.LogCaptureFixture, django_capture_on_commit_callbacks: Capture
) -> None:
    record = build_record(title="Khu nhà")
    with caplog.at_level(logging.ERROR), django_capture_on_commit_callbacks(execute=True):
        record.save()
        broken.add(record.pk)
        index_after_commit(record.pk)
    assert "run update_search" in caplog.text
    assert list(PublicRecord.objects.awaiting_index()) == [record]
    broken.clear()
    assert index_waiting().indexed == 1
    assert found("khu nhà") == ["Khu nhà"]


def test_one_refused_record_does_not_hold_up_the_others(broken: set[int], caplog: pytest.LogCaptureFixture) -> None:
    records = PublicRecord.objects.bulk_create([build_record(title="Khu nhà") for _ in range(5)])
    broken.add(records[2].pk)
    with pytest.raises(CommandError, match=str(records[2].pk)):
        call_command("update_search", stdout=StringIO())
    assert len(found("khu nhà")) == 4
    assert list(PublicRecord.objects.awaiting_index()) == [records[2]]


def test_a_record_published_again_while_it_was_indexed_keeps_its_mark(monkeypatch: pytest.MonkeyPatch) -> None:
    record = build_record(title="Khu nhà")
    record.save()
    write = type(database_engine()).write

    def publish_meanwhile(self: Any, rows: Any) -> None:
        write(self, rows)
        PublicRecord.objects.filter(pk=record.pk).update(version=2, indexed_at=None)

    monkeypatch.setattr(type(database_engine()), "write", publish_meanwhile)
    assert index_now_or_mark(record.pk)
    assert list(PublicRecord.objects.awaiting_index()) == [record]


def test_a_deleted_record_leaves_the_index_in_the_same_transaction() -> None:
    record = make_record(title="Khu nhà")
    with transaction.atomic():
        record.delete()
        assert index_size() == 0
        transaction.set_rollback(True)
    assert found("khu nhà") == ["Khu nhà"]
    PublicRecord.objects.all().delete()
    assert index_size() == 0


def test_indexing_a_record_that_is_gone_is_no_error() -> None:
    assert index_now_or_mark(12_345)


def rows_written(monkeypatch: pytest.MonkeyPatch) -> dict[int, IndexRow]:
    """The rows that the database's index is given from now on, by record."""
    written: dict[int, IndexRow] = {}
    engine = type(database_engine())
    write = engine.write

    def noting(self: DatabaseEngine, rows: Sequence[IndexRow]) -> None:
        written.update({row.record_id: row for row in rows})
        write(self, rows)

    monkeypatch.setattr(engine, "write", noting)
    return written


def test_everything_can_be_built_anew_in_batches() -> None:
    PublicRecord.objects.bulk_create([build_record(title="Khu nhà") for _ in range(BATCH * 2 + 1)])
    other = build_record(title="Khu nhà", site_id=2)
    other.save()
    assert rebuild(site_id=2).indexed == 1
    assert index_size() == 1
    out = StringIO()
    call_command("update_search", "--all", stdout=out)
    assert f"{BATCH * 2 + 2} bản ghi" in out.getvalue()
    assert index_size() == BATCH * 2 + 2


def test_many_records_are_folded_by_other_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    records = [make_record(title=f"Nhà ở xã hội số {at}", body=f"Bài {at}, ngày 10/02/2026") for at in range(6)]
    alone = {record.pk: row_of(record) for record in records}
    asked: list[int] = []

    def folded_here(texts: Sequence[Texts]) -> list[Columns]:
        asked.append(len(texts))
        return folded(texts)

    monkeypatch.setattr(rows, "folded", folded_here)
    monkeypatch.setattr(indexing, "BATCH", 2)
    monkeypatch.setattr(ahead, "MANY", 2)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    written = rows_written(monkeypatch)
    assert rebuild().indexed == len(records)
    assert written == alone
    assert (asked, rows.known) == ([], {})


def test_when_those_processes_die_the_index_is_made_without_them(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    records = [make_record(title=f"Nhà ở xã hội số {at}") for at in range(6)]
    monkeypatch.setattr(indexing, "BATCH", 2)
    monkeypatch.setattr(ahead, "MANY", 2)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    monkeypatch.setattr(ahead, "folded", build_record)  # without Django a process cannot even read where it is from
    assert rebuild().indexed == len(records)
    assert "this one folds alone" in caplog.text
    assert search("xã hội số 3", site_id=1).count == 1


def test_one_site_alone_is_built_anew_only_together_with_all() -> None:
    with pytest.raises(CommandError, match="--all"):
        call_command("update_search", "--site", "1")


def test_index_rows_without_a_record_are_dropped() -> None:
    record = make_record(title="Khu nhà")
    PublicRecord.objects.filter(pk=record.pk)._raw_delete("default")  # passes the receiver, as a flush does
    assert index_size() == 1
    index_waiting()
    assert index_size() == 0


@pytest.mark.parametrize("name", ["lucene", "ftp://127.0.0.1:9200"])
def test_an_engine_that_cannot_work_is_named_at_start_in_one_sentence(name: str, settings: Any) -> None:
    assert engine_exists() == []
    settings.SEARCH_ENGINE = name
    with pytest.raises(ImproperlyConfigured, match=f"SEARCH_ENGINE={name}"):
        external()
    assert [error.id for error in engine_exists()] == ["search.E001"]


def test_default_synonyms_are_added_once_and_what_staff_changed_stays() -> None:
    assert ensure_default_synonyms() == len(DEFAULTS)
    Synonym.objects.filter(short="NOXH").update(active=False)
    Synonym.objects.filter(short="TDP").delete()
    assert ensure_default_synonyms() == 1
    assert not Synonym.objects.get(short="NOXH").active


def test_verbs_of_the_records() -> None:
    first = make_record(kind="du-an")
    second = make_record(kind="van-ban")
    make_record(kind="van-ban", site_id=2)
    records = PublicRecord.objects.on_site(1)
    assert list(records.of_kind("van-ban")) == [second]
    assert records.of_kind().count() == 2
    assert records.in_order_of([second.pk, 999_999, first.pk]) == [second, first]
