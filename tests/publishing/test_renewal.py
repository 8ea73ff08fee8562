"""States that follow the calendar change in the public records without an act, once, and for nothing else."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from django.utils import timezone

from cms.disclosure.models import LogEntry
from cms.publishing.projections import problems
from cms.publishing.renewal import renew_states
from search.models import PublicRecord
from tests.factories import MadeWard, publish
from tests.factories.news import QuestionPageFactory
from tests.factories.notices import NoticePageFactory

pytestmark = pytest.mark.django_db

FIRST, LAST = datetime.date(2026, 3, 10), datetime.date(2026, 4, 9)


def on(monkeypatch: pytest.MonkeyPatch, day: datetime.date) -> datetime.date:
    monkeypatch.setattr(timezone, "localdate", lambda *args, **kwargs: day)
    return day


def told(page: Any) -> tuple[str, bool]:
    record = PublicRecord.objects.get(record=page.record)
    return record.state_label, record.is_open


def test_a_notice_is_upcoming_then_posted_then_over(ward: MadeWard, monkeypatch: pytest.MonkeyPatch) -> None:
    on(monkeypatch, FIRST - datetime.timedelta(days=1))
    notice = publish(NoticePageFactory(ward=ward, posted_from=FIRST, posted_until=LAST))
    assert told(notice) == ("Sắp niêm yết", True)
    entries = LogEntry.objects.count()
    for day, state, changed in (
        (FIRST, ("Đang niêm yết", True), 1),
        (LAST, ("Đang niêm yết", True), 0),
        (LAST + datetime.timedelta(days=1), ("Đã hết hạn niêm yết", False), 1),
        (LAST + datetime.timedelta(days=2), ("Đã hết hạn niêm yết", False), 0),
    ):
        assert renew_states(on(monkeypatch, day)) == changed
        assert told(notice) == state
        assert problems(ward.site.pk) == []
    assert LogEntry.objects.count() == entries


def test_a_notice_missed_for_a_season_is_over_at_once(ward: MadeWard, monkeypatch: pytest.MonkeyPatch) -> None:
    on(monkeypatch, FIRST - datetime.timedelta(days=1))
    notice = publish(NoticePageFactory(ward=ward, posted_from=FIRST, posted_until=LAST))
    assert renew_states(on(monkeypatch, datetime.date(2026, 12, 1))) == 1
    assert told(notice) == ("Đã hết hạn niêm yết", False)


def test_a_question_is_overdue_only_while_nobody_answered(ward: MadeWard, monkeypatch: pytest.MonkeyPatch) -> None:
    on(monkeypatch, datetime.date(2026, 3, 25))
    waiting = publish(QuestionPageFactory(ward=ward, due=LAST))
    answered = publish(QuestionPageFactory(ward=ward, due=LAST, answer="Được.", answered_on=datetime.date(2026, 3, 25)))
    assert renew_states(on(monkeypatch, LAST)) == 0
    assert renew_states(on(monkeypatch, LAST + datetime.timedelta(days=1))) == 1
    assert (told(waiting)[0], told(answered)[0]) == ("Quá hạn trả lời", "Đã trả lời")
