"""What was approved for an hour goes public at that hour, each item by itself."""

from __future__ import annotations

import datetime
from io import StringIO
from typing import Any

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Page, Revision, TaskState

from cms.disclosure.models import LogEntry
from cms.models import Approval, Role
from cms.publishing import due
from cms.publishing.approval import approve, digest_of, publish_approved
from cms.publishing.due import held_back, publish_due
from cms.publishing.errors import StaleApproval
from cms.publishing.projections import problems
from tests.factories import LegalDocumentPageFactory, MadeWard, make_staff, publish

pytestmark = pytest.mark.django_db

HOUR = datetime.timedelta(hours=1)


def scheduled(ward: MadeWard, title: str) -> Any:
    """A document whose publication was approved for an hour from now."""
    editor, approver = make_staff(ward, Role.EDITOR), make_staff(ward, Role.APPROVER)
    page = LegalDocumentPageFactory(ward=ward, title=title, go_live_at=timezone.now() + HOUR)
    page.save_revision(user=editor)
    workflow_state = page.get_workflow().start(page, editor)
    task = TaskState.objects.get(workflow_state=workflow_state)
    approve(task, approver, seen_digest=digest_of(task.revision))
    return page


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Lets time pass for everybody who asks Django's clock."""
    real = timezone.now

    def forward(by: datetime.timedelta) -> None:
        monkeypatch.setattr(timezone, "now", lambda: real() + by)

    return forward


def live(page: Any) -> bool:
    """Whether the page is live now."""
    return bool(Page.objects.get(pk=page.pk).live)


def test_before_its_hour_nothing_is_public_and_then_it_is(ward: MadeWard, clock: Any) -> None:
    page = scheduled(ward, "Hẹn giờ")
    assert publish_due() == []
    assert not live(page)
    assert not LogEntry.objects.filter(record=page.record).exists()
    clock(2 * HOUR)
    assert [outcome.problem for outcome in publish_due()] == [""]
    assert live(page)
    assert LogEntry.objects.get(record=page.record).act == "published"
    assert Approval.objects.get(page=page.pk).published_at is not None
    assert publish_due() == []
    assert problems() == []


def test_one_bad_page_holds_up_no_other(ward: MadeWard, clock: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    bad, good = scheduled(ward, "Hỏng"), scheduled(ward, "Tốt")
    clock(2 * HOUR)
    real = publish_approved

    def refuse_bad(approval: Approval) -> None:
        real(approval)
        if approval.page_id == bad.pk:
            raise RuntimeError("hỏng giữa chừng")

    monkeypatch.setattr(due, "publish_approved", refuse_bad)
    outcomes = {outcome.page_id: outcome.problem for outcome in publish_due()}
    assert outcomes[good.pk] == ""
    assert "hỏng giữa chừng" in outcomes[bad.pk]
    assert (live(bad), live(good)) == (False, True)
    (held,) = held_back()
    assert held.page_id == bad.pk
    assert "hỏng giữa chừng" in held.problem
    monkeypatch.setattr(due, "publish_approved", real)
    assert [outcome.problem for outcome in publish_due()] == [""]
    assert held_back() == []


def test_a_rewritten_revision_is_held_back(ward: MadeWard, clock: Any) -> None:
    page = scheduled(ward, "Đã duyệt")
    revision = Revision.objects.get(approved_go_live_at__isnull=False)
    revision.content["title"] = "Sửa sau khi duyệt"
    revision.save(update_fields=["content"])
    clock(2 * HOUR)
    out = StringIO()
    with pytest.raises(SystemExit) as ended:
        call_command("publish_due", stdout=out)
    assert ended.value.code == 1
    assert "thay đổi sau khi duyệt" in out.getvalue()
    assert not live(page)
    assert [approval.page_id for approval in held_back()] == [page.pk]


def test_what_nobody_approved_is_held_back(ward: MadeWard, clock: Any) -> None:
    page = LegalDocumentPageFactory(ward=ward, go_live_at=timezone.now() + HOUR)
    revision = page.save_revision()
    Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=page.go_live_at)
    clock(2 * HOUR)
    assert [outcome.problem for outcome in publish_due()] == ["Không có người duyệt."]
    assert not live(page)


def test_an_approval_publishes_once(ward: MadeWard, clock: Any) -> None:
    page = scheduled(ward, "Bản đã duyệt")
    approval = Approval.objects.get(page=page.pk)
    clock(2 * HOUR)
    publish_approved(approval)
    newer = type(page).objects.get(pk=page.pk)
    newer.title = "Bản mới hơn"
    publish(newer)
    with pytest.raises(StaleApproval):
        publish_approved(approval)
    assert Page.objects.get(pk=page.pk).title == "Bản mới hơn"


def test_what_was_taken_back_meanwhile_is_left_alone(ward: MadeWard, clock: Any) -> None:
    page = scheduled(ward, "Hẹn rồi thôi")
    clock(2 * HOUR)
    revision = Revision.objects.get(approved_go_live_at__isnull=False)
    Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=None)
    assert due._publish(revision).problem == ""
    assert not live(page)
    assert held_back() == []


def refuse(_: Approval) -> None:
    """Stand in for a publication that our own rules refuse."""
    raise StaleApproval


def test_what_is_held_back_is_told_once_for_each_reason(
    ward: MadeWard, clock: Any, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    page = scheduled(ward, "Hỏng")
    clock(2 * HOUR)

    def told() -> list[tuple[str, bool]]:
        found = [(record.getMessage(), record.exc_info is None) for record in caplog.records]
        caplog.clear()
        return [(text, short) for text, short in found if "held back" in text]

    monkeypatch.setattr(due, "publish_approved", refuse)
    for _ in range(3):
        publish_due()
    ((text, short),) = told()
    assert f"page {page.pk}" in text
    assert "thay đổi sau khi duyệt" in text
    assert short

    def break_down(_: Approval) -> None:
        raise RuntimeError("hỏng máy")

    monkeypatch.setattr(due, "publish_approved", break_down)
    for _ in range(3):
        publish_due()
    ((text, short),) = told()
    assert "hỏng máy" in text
    assert not short  # nobody foresaw it: where it happened is told, once
    assert [approval.page_id for approval in held_back()] == [page.pk]


def test_what_nobody_approved_is_told_once_a_day(ward: MadeWard, clock: Any, caplog: pytest.LogCaptureFixture) -> None:
    cache.clear()
    page = LegalDocumentPageFactory(ward=ward, go_live_at=timezone.now() + HOUR)
    revision = page.save_revision()
    Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=page.go_live_at)
    clock(2 * HOUR)
    for _ in range(3):
        publish_due()
    assert len([record for record in caplog.records if "without an approval" in record.getMessage()]) == 1
