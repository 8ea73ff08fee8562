"""A second person approves exactly what he saw, and that is what becomes public."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.models import Page, PageLogEntry, Revision, TaskState

from cms.disclosure import canonical
from cms.disclosure.models import RecordHead
from cms.models import Approval, BasePage, SecondPersonTask
from cms.publishing.authority import Authority, acting
from cms.publishing.errors import NeedsSecondPerson, StaleApproval

EDITING = ("wagtail.create", "wagtail.edit", "wagtail.revert", "wagtail.rename", "wagtail.copy", "wagtail.reorder")


def digest_of(revision: Revision) -> str:
    """SHA-256 of a revision's whole content, and of what it says of the files and register rows that it names.

    Autosave rewrites revisions in place under the same id; a file that no public record carries yet may be replaced
    under its own, and the revision knows no more of it than that.
    """
    return _digest(revision, revision.as_object())


def _digest(revision: Revision, content: BasePage) -> str:
    facts = type(content).facts.canonical(content)
    return canonical.sha256(canonical.dumps({"content": revision.content, "facts": facts}))


def editors_since_publication(page: Page) -> set[int]:
    """Ids of everybody who wrote any revision or changed the page since what is public now was saved."""
    last = Approval.objects.filter(page_id=page.pk, published_at__isnull=False).order_by("-published_at").first()
    base_id = last.revision_id if last else page.live_revision_id
    base = Revision.objects.filter(pk=base_id).first() if base_id else None
    revisions = page.revisions.filter(user__isnull=False)
    entries = PageLogEntry.objects.filter(page=page.pk, action__in=EDITING, user__isnull=False)
    if base is not None:
        revisions = revisions.filter(created_at__gt=base.created_at)
        entries = entries.filter(timestamp__gt=base.created_at).exclude(revision_id=base.pk)
    return set(revisions.values_list("user_id", flat=True)) | set(entries.values_list("user_id", flat=True))


def may_approve(page: Page, user: Any) -> bool:
    """Whether the person did not edit what is to be approved; whether his role allows it is the task's question."""
    return user.pk not in editors_since_publication(page)


def approve(task_state: TaskState, user: Any, *, seen_digest: str, comment: str = "") -> Approval:
    """Approve what waits in `task_state` and publish it, now or at the time that it carries.

    Raises NeedsSecondPerson when the person may not decide or edited, StaleApproval when the content is not the one
    with `seen_digest`, NotReady when the record contradicts itself; nothing is written then.
    """
    with transaction.atomic():
        page, task, revision = _locked(task_state)
        if not task.may_decide(user):
            raise NeedsSecondPerson("Chỉ người duyệt của phường, xã này duyệt được.")
        if not may_approve(page, user):
            raise NeedsSecondPerson("Ông/bà đã sửa nội dung này, nên người khác phải duyệt.")
        if digest_of(revision) != seen_digest:
            raise StaleApproval
        approval = Approval.objects.create(
            page_id=page.pk, revision_id=revision.pk, digest=seen_digest, approved_by=user
        )
        task.on_action(task_state, user, "approve", comment=comment)
        approval.refresh_from_db()
        return approval


def reject(task_state: TaskState, user: Any, *, comment: str) -> None:
    """Send the content back to the editor with what is to be changed. Raises NeedsSecondPerson as `approve` does."""
    with transaction.atomic():
        _, task, _ = _locked(task_state)
        if not task.may_decide(user):
            raise NeedsSecondPerson("Chỉ người duyệt của phường, xã này trả lại được.")
        task.on_action(task_state, user, "reject", comment=comment)


def _locked(task_state: TaskState) -> tuple[Page, SecondPersonTask, Revision]:
    state = TaskState.objects.select_for_update().get(pk=task_state.pk)
    task = state.task.specific
    if state.status != TaskState.STATUS_IN_PROGRESS or not isinstance(task, SecondPersonTask):
        raise StaleApproval
    page = Page.objects.select_for_update().get(pk=state.workflow_state.object_id)
    return page, task, state.revision


def publish_finished(workflow_state: Any) -> None:
    """Publish the revision that the last step of the workflow approved.

    Raises NeedsSecondPerson when nobody approved it on the desk: a workflow without a second person's step, or one that
    was skipped through, publishes nothing.
    """
    task_state = (
        TaskState.objects.filter(workflow_state=workflow_state, status=TaskState.STATUS_APPROVED)
        .order_by("-finished_at", "-pk")
        .first()
    )
    approval = task_state and (
        Approval.objects.filter(revision_id=task_state.revision_id, published_at__isnull=True)
        .order_by("-approved_at")
        .first()
    )
    if not approval:
        raise NeedsSecondPerson
    publish_approved(approval)


def publish_approved(approval: Approval) -> None:
    """Publish what was approved, or schedule it when it carries a time to come.

    Raises StaleApproval when the revision was rewritten or what was approved is public already (another process was
    quicker: publishing it again would undo what came after), NeedsSecondPerson when its approver edited since.
    """
    with transaction.atomic():
        if not Approval.objects.select_for_update().filter(pk=approval.pk, published_at__isnull=True).exists():
            raise StaleApproval
        revision = Revision.objects.select_for_update().get(pk=approval.revision_id)
        content = revision.as_object()
        if _digest(revision, content) != approval.digest:
            raise StaleApproval
        if approval.approved_by_id in _writers_of(revision):
            raise NeedsSecondPerson
        with acting(authority_of(content)):
            PublishPageRevisionAction(revision, user=approval.approved_by).execute(skip_permission_checks=True)
        if not (content.go_live_at and content.go_live_at > timezone.now()):
            approval.published_at = timezone.now()
        approval.problem = ""
        approval.save(update_fields=["published_at", "problem"])


def _writers_of(revision: Revision) -> set[int]:
    return {revision.user_id} if revision.user_id else set()


def authority_of(page: BasePage) -> Authority:
    """Reason and decision that the editor gave with the content; a decision that is not public is not named."""
    decision = page.change_decision
    known = decision and RecordHead.objects.visible().filter(page_id=decision.pk).exists()
    number = decision.specific.public_number if decision and known else ""
    return Authority(reason=page.change_reason, decision=number)
