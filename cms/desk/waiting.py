"""What waits on the desk: for review, for a decision, for its hour, or held back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, F, IntegerField, Q, QuerySet, Value, When
from django.db.models.functions import Cast
from wagtail.models import Page, Revision, TaskState, WorkflowState

from cms.disclosure import kinds
from cms.disclosure.models import PublicFile
from cms.models import (
    Approval,
    PortalDocument,
    Proposal,
    ProposalAct,
    ProposalState,
    SecondPersonTask,
    TextState,
    Ward,
)
from cms.publishing.due import held_back

SHOWN = 50
"""Rows of each list; what is decided makes room for the next."""


@dataclass(frozen=True)
class Item:
    """One row: the page it is about, and whatever it is (a task, a proposal, a revision, an approval)."""

    page: Page
    what: Any
    reason: str = ""
    kind: str = ""
    comment: str = ""


def in_wards(wards: Iterable[Ward]) -> Q:
    """Pages of these wards."""
    condition = Q(pk__in=[])
    for ward in wards:
        condition |= Q(path__startswith=ward.site.root_page.path)
    return condition


def pages_of(wards: Iterable[Ward]) -> QuerySet[Page]:
    """Pages of these wards, with their types."""
    return Page.objects.filter(in_wards(wards)).select_related("content_type")


def reviews(wards: Sequence[Ward]) -> list[Item]:
    """Revisions that wait for a second person in these wards, the oldest first."""
    tasks = SecondPersonTask.objects.filter(groups__ward_group__ward__in=wards).values("pk")
    states = TaskState.objects.filter(status=TaskState.STATUS_IN_PROGRESS, task__in=tasks)
    states = states.select_related("revision__user", "workflow_state__requested_by").order_by("started_at")[:SHOWN]
    found = list(states)
    pages = {page.pk: page for page in pages_of(wards).filter(pk__in=[int(s.revision.object_id) for s in found])}
    return [
        _item(pages[ident], state, state.revision)
        for state in found
        if (ident := int(state.revision.object_id)) in pages
    ]


def scans(wards: Sequence[Ward]) -> list[PortalDocument]:
    """Files of these wards that a public record carries and nobody finds by their words, the newest first."""
    rows = PortalDocument.objects.filter(
        text_state=TextState.SCAN,
        pk__in=PublicFile.objects.filter(site_id__in=[w.site_id for w in wards]).values("document_id"),
    )
    return list(rows.order_by("-created_at", "-pk")[:SHOWN])


def proposals(wards: Sequence[Ward]) -> list[Item]:
    """Open proposals: hidden at once first, since the public misses the record already."""
    sites = [ward.site_id for ward in wards]
    found = (
        Proposal.objects.filter(site_id__in=sites, state=ProposalState.OPEN)
        .select_related("page__content_type", "asked_by", "target")
        .annotate(
            urgency=Case(When(act=ProposalAct.HIDE, then=Value(0)), default=Value(1), output_field=IntegerField())
        )
        .order_by("urgency", "asked_at")[:SHOWN]
    )
    return [Item(proposal.page, proposal, proposal.reason, _kind(proposal.page)) for proposal in found]


def scheduled(wards: Sequence[Ward]) -> list[Item]:
    """Approved revisions whose hour is still to come, the next first."""
    pages = pages_of(wards)
    due = Revision.page_revisions.filter(approved_go_live_at__isnull=False).annotate(
        page_id=Cast("object_id", IntegerField())
    )
    found = list(due.filter(page_id__in=pages.values("pk")).order_by("approved_go_live_at")[:SHOWN])
    known = {page.pk: page for page in pages.filter(pk__in=[int(revision.object_id) for revision in found])}
    return [_item(known[int(revision.object_id)], revision, revision) for revision in found]


def failed(wards: Sequence[Ward]) -> list[Item]:
    """Approved publications that could not be carried out."""
    approvals: list[Approval] = held_back()
    known = {page.pk: page for page in pages_of(wards).filter(pk__in=[approval.page_id for approval in approvals])}
    return [
        Item(known[approval.page_id], approval, approval.problem, _kind(known[approval.page_id]))
        for approval in approvals
        if approval.page_id in known
    ]


def sent_by(user: Any, wards: Sequence[Ward]) -> list[Item]:
    """What the person sent and nobody decided yet, and what came back with a comment."""
    open_states = (WorkflowState.STATUS_IN_PROGRESS, WorkflowState.STATUS_NEEDS_CHANGES)
    states = WorkflowState.objects.filter(requested_by=user, status__in=open_states).select_related(
        "current_task_state__revision", "current_task_state__finished_by"
    )
    found = list(states.order_by("-created_at")[:SHOWN])
    pages = {page.pk: page for page in pages_of(wards).filter(pk__in=[int(state.object_id) for state in found])}
    return [
        _item(
            pages[int(state.object_id)],
            state,
            state.current_task_state.revision,
            comment=state.current_task_state.comment,
        )
        for state in found
        if int(state.object_id) in pages and state.current_task_state
    ]


def unsent_by(user: Any, wards: Sequence[Ward]) -> list[Item]:
    """Drafts that the person saved last and that nobody sent for review."""
    waiting = WorkflowState.objects.active().annotate(page_id=Cast("object_id", IntegerField())).values("page_id")
    pages = (
        pages_of(wards)
        .filter(has_unpublished_changes=True, latest_revision__user=user)
        .exclude(pk__in=waiting)
        .filter(Q(latest_revision__approved_go_live_at__isnull=True))
        .select_related("latest_revision")
        .order_by(F("latest_revision_created_at").desc(nulls_last=True))
    )
    return [_item(page, page.latest_revision, page.latest_revision) for page in pages[:SHOWN]]


def _item(page: Page, what: Any, revision: Revision, comment: str = "") -> Item:
    return Item(page, what, revision.content.get("change_reason") or "", _kind(page), comment)


def _kind(page: Page) -> str:
    return next((model.kind_label for model in kinds.all_kinds().values() if page.specific_class is model), "")
