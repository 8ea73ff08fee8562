"""verify() finds each kind of tampering, once the database's own guards are out of the way."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.db import transaction
from django.db.models import F

from cms.disclosure import canonical, log, triggers
from cms.disclosure.models import Act, LogEntry, LogHead, PublishedFacts, RecordHead, RecordState
from cms.disclosure.verification import verify

pytestmark = pytest.mark.django_db

SITE = 7
FIRST, SECOND = uuid.UUID(int=1), uuid.UUID(int=2)


def append(record: uuid.UUID, act: Act = Act.CHANGED, site_id: int = SITE, **facts: Any) -> LogEntry:
    """One more entry of a made-up record."""
    with transaction.atomic():
        return log.append(
            log.Statement(
                site_id=site_id,
                record=record,
                page_id=record.int,
                kind="van-ban",
                act=act,
                address=f"/van-ban/{record.int}/",
                office="UBND phường Thử",
                facts=facts or None,
            )
        )


@pytest.fixture
def _log(db: None) -> None:
    """Five entries of two records, without guards: the transaction of the test takes their removal back."""
    append(FIRST, Act.PUBLISHED, title="Một")
    append(SECOND, Act.PUBLISHED, title="Hai")
    append(FIRST, title="Một, sửa")
    append(FIRST, Act.MOVED)
    append(SECOND, Act.WITHDRAWN)
    triggers.remove()


def rewritten(number: int, **values: Any) -> None:
    """An entry whose body says something else, with a hash that matches it."""
    entry = LogEntry.objects.get(site_id=SITE, number=number)
    body = canonical.dumps({**entry.content, **values})
    LogEntry.objects.filter(pk=entry.pk).update(body=body, leaf_hash=log.leaf_hash(body))


def entries(**which: Any) -> Any:
    """Entries of the site."""
    return LogEntry.objects.filter(site_id=SITE, **which)


def forged_facts(version: int) -> None:
    """Facts under a version of the first record, written by hand."""
    body = canonical.dumps({"facts": {"title": "giả"}})
    PublishedFacts.objects.create(
        site_id=SITE, record=FIRST, version=version, kind="van-ban", body=body, sha256=canonical.sha256(body)
    )


TAMPERING: dict[str, tuple[Callable[[], object], str]] = {
    "a body": (lambda: entries(number=1).update(body='{"act":"x"}'), "Mục 1: nội dung không khớp mã."),
    "a body with its hash": (lambda: rewritten(1, reason="khác"), "Mục 2: không nối tiếp mục trước."),
    "the last body with its hash": (lambda: rewritten(4, reason="khác"), "Đầu nhật ký không khớp"),
    "a hash": (lambda: entries(number=0).update(leaf_hash="0" * 64), "Mục 0: nội dung không khớp mã."),
    "a predecessor": (lambda: entries(number=3).update(previous_hash="0" * 64), "Mục 3: không nối tiếp"),
    "an entry is gone": (lambda: entries(number=2).delete(), "Mục 3: thiếu mục 2."),
    "the last entry is gone": (lambda: entries(number=4).delete(), "Đầu nhật ký không khớp"),
    "numbers": (lambda: entries(number=4).update(number=9), "Mục 9: thiếu mục 4."),
    "an act": (lambda: entries(number=1).update(act=Act.CHANGED), "Mục 1: cột và nội dung nói khác nhau."),
    "a record": (lambda: entries(number=3).update(record=uuid.uuid4()), "Mục 3: cột và nội dung"),
    "a version": (lambda: entries(number=3).update(version=9), "Mục 3: cột và nội dung"),
    "a time": (lambda: entries(number=3).update(at="2020-01-01T00:00:00Z"), "Mục 3: cột và nội dung"),
    "facts": (lambda: PublishedFacts.objects.filter(record=SECOND).update(body="{}"), "Mục 1: dữ kiện không khớp mã."),
    "facts with their hash": (
        lambda: PublishedFacts.objects.filter(record=SECOND).update(body="{}", sha256=canonical.sha256("{}")),
        "Mục 1: dữ kiện không khớp mã.",
    ),
    "facts are gone": (lambda: PublishedFacts.objects.filter(record=SECOND).delete(), "Mục 1: thiếu dữ kiện."),
    "facts of an act that has none": (lambda: forged_facts(3), "Mục 3: có dữ kiện mà mục không ghi."),
    "facts of an act that never was": (lambda: forged_facts(9), "Dữ kiện lần 9"),
    "the head's size": (lambda: LogHead.objects.update(size=F("size") + 1), "Đầu nhật ký không khớp"),
    "the head's hash": (lambda: LogHead.objects.update(last_hash="0" * 64), "Đầu nhật ký không khớp"),
    "the head is gone": (lambda: LogHead.objects.all().delete(), "Đầu nhật ký không khớp"),
    "a record's version": (lambda: RecordHead.objects.filter(pk=FIRST).update(version=9), "không phải lần cuối"),
    "a record's state": (
        lambda: RecordHead.objects.filter(pk=SECOND).update(state=RecordState.PUBLIC),
        "tình trạng «Đang công khai» trái với mục cuối",
    ),
    "a record's address": (lambda: RecordHead.objects.filter(pk=FIRST).update(address="/x/"), "địa chỉ khác mục cuối"),
}


@pytest.mark.usefixtures("_log")
def test_a_log_that_nobody_touched_is_whole() -> None:
    assert LogEntry.objects.filter(site_id=SITE).count() == 5
    assert verify(SITE) == []


@pytest.mark.usefixtures("_log")
@pytest.mark.parametrize("what", TAMPERING)
def test_tampering_is_found(what: str) -> None:
    tamper, sentence = TAMPERING[what]
    tamper()
    found = verify(SITE)
    assert any(sentence in problem for problem in found), found


@pytest.mark.usefixtures("_log")
def test_a_log_that_is_broken_takes_no_more_entries() -> None:
    LogHead.objects.update(last_hash="0" * 64)
    with pytest.raises(log.LogBroken):
        append(FIRST, title="Một, lần nữa")


def test_logs_of_two_sites_stand_apart(db: None) -> None:
    append(FIRST, Act.PUBLISHED, title="Một")
    append(SECOND, Act.PUBLISHED, site_id=8, title="Hai")
    assert [entry.number for entry in LogEntry.objects.all()] == [0, 0]
    assert verify(SITE) == verify(8) == []


@pytest.mark.parametrize(("office", "fits"), [("x" * 60_000, True), ("x" * 70_000, False), ("ư" * 33_000, False)])
def test_an_entry_is_as_long_as_a_tile_can_hold(office: str, fits: bool) -> None:
    statement = log.Statement(
        site_id=SITE, record=FIRST, page_id=1, kind="van-ban", act=Act.PUBLISHED, address="/", office=office, facts={}
    )
    with transaction.atomic():
        if fits:
            log.append(statement)
        else:
            with pytest.raises(ValueError, match="65,535"):
                log.append(statement)


@pytest.mark.usefixtures("_log")
def test_the_command_tells_by_sentence_and_exit_code() -> None:
    out = StringIO()
    call_command("verify_ledger", stdout=out)
    assert out.getvalue() == "Cổng 7: 5 mục, khớp.\n"
    entries(number=2).delete()
    with pytest.raises(SystemExit) as ended:
        call_command("verify_ledger", stdout=out)
    assert ended.value.code == 1
    assert "Cổng 7: Mục 3: thiếu mục 2." in out.getvalue()
