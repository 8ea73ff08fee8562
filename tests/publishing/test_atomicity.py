"""A failure at any step of a publication leaves nothing half-public."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction
from wagtail.models import Page, TaskState, WorkflowState

from cms.disclosure.models import PublishedFacts
from cms.models import Approval, Attachment, LegalBasis, Role
from cms.publishing.approval import approve, digest_of
from tests.factories import (
    LegalDocumentPageFactory,
    MadeWard,
    PortalDocumentFactory,
    make_staff,
    publish,
)
from tests.publishing.test_guards import state

pytestmark = pytest.mark.django_db


class Injected(Exception):
    """The failure of a step."""


STEPS = (
    "cms.disclosure.log.lock",
    "cms.disclosure.log.last_facts",
    "cms.disclosure.log.append",
    "cms.disclosure.log._facts",
    "cms.disclosure.log._entry",
    "cms.disclosure.log._moved",
    "cms.disclosure.models.LogEntry.objects.bulk_create",
    "cms.disclosure.models.LogHead.save",
    "cms.disclosure.models.PublishedFacts.objects.bulk_create",
    "cms.disclosure.models.RecordHead.save",
    "cms.disclosure.models.PublicFile.save",
    "cms.publishing.disclose.write_projection",
    "cms.publishing.disclose.write_files",
    "cms.publishing.disclose.refresh_mentions",
    "cms.publishing.disclose._follow_addresses",
    "cms.publishing.disclose.purge_after_commit",
    "cms.publishing.projection.index_after_commit",
    "cms.publishing.receivers.disclose",
    "search.models.PublicRecord.save",
    "cms.models.Approval.save",
    "wagtail.models.Page.save",
    "wagtail.models.TaskState.approve",
    "wagtail.models.WorkflowState.finish",
    "wagtail.models.WorkflowState.save",
)


@pytest.fixture
def waiting(ward: MadeWard) -> tuple[Any, TaskState]:
    """A public document with a change, a file and a citing record, whose new revision waits for its approver."""
    page = publish(LegalDocumentPageFactory(ward=ward, title="Bản đầu"))
    citing = LegalDocumentPageFactory(ward=ward)
    citing.legal_bases = [LegalBasis(document=page.disclosurepage_ptr)]
    publish(citing)
    page.title = "Bản hai"
    page.attachments = [Attachment(title="Tệp", document=PortalDocumentFactory(ward=ward))]
    page.change_reason = "sửa"
    editor = make_staff(ward, Role.EDITOR)
    page.save_revision(user=editor)
    page = type(page).objects.get(pk=page.pk)
    page.get_workflow().start(page, editor)
    return page, TaskState.objects.get()


def everything() -> tuple[Any, ...]:
    """What the public sees, and what staff has of the review."""
    return (
        state(),
        list(PublishedFacts.objects.order_by("pk").values_list("sha256")),
        list(Approval.objects.values_list("published_at", "problem")),
        list(TaskState.objects.values_list("status")),
        list(WorkflowState.objects.values_list("status")),
        list(Page.objects.order_by("pk").values_list("live_revision_id", "has_unpublished_changes")),
    )


def fail(*_: Any, **__: Any) -> None:
    """Stand in for a step that fails."""
    raise Injected


@pytest.fixture
def approver(ward: MadeWard) -> Iterator[Any]:
    """The second person."""
    return make_staff(ward, Role.APPROVER)


def test_without_a_failure_the_approval_publishes(waiting: tuple[Any, TaskState], approver: Any) -> None:
    before = everything()
    _, task = waiting
    approve(task, approver, seen_digest=digest_of(task.revision))
    after = everything()
    assert [index for index, (old, new) in enumerate(zip(before, after, strict=True)) if old == new] == []


def test_a_failure_at_any_step_leaves_everything_as_it_was(
    waiting: tuple[Any, TaskState], approver: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, task = waiting
    seen, before = digest_of(task.revision), everything()
    reached = []
    for step in STEPS:
        with monkeypatch.context() as patch:
            patch.setattr(step, fail)
            with pytest.raises(Injected), transaction.atomic():
                approve(TaskState.objects.get(pk=task.pk), approver, seen_digest=seen)
        assert everything() == before, step
        reached.append(step)
    assert reached == list(STEPS)
