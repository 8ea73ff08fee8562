"""What an approver signs for: the revision under review beside what is public now."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.contrib.auth import get_user_model
from django.utils import timezone
from wagtail.models import Page, Revision, TaskState

from cms.desk.people import name_of
from cms.disclosure import log
from cms.disclosure.changes import Change
from cms.disclosure.missing import Finding
from cms.disclosure.models import RecordHead, RecordState
from cms.models import BasePage, DisclosurePage
from cms.publishing.addresses import address_of
from cms.publishing.approval import authority_of, digest_of, editors_since_publication, may_approve
from cms.publishing.authority import Authority
from cms.registers.models import LegalReference


@dataclass(frozen=True)
class Lacking:
    """A fact that is not there."""

    level: str
    label: str
    owed_by: str
    law: str
    """The provision that asks for it, empty when none in force is known."""


@dataclass(frozen=True)
class Comparison:
    """One revision that waits, its page as it stands, and everything the desk says about the two."""

    task_state: TaskState
    page: BasePage
    """The page's row: what is public, as far as it is live."""

    @cached_property
    def revision(self) -> Revision:
        """The revision under review."""
        return self.task_state.revision

    @cached_property
    def content(self) -> BasePage:
        """The page as the revision has it."""
        content: BasePage = self.revision.as_object()
        return content

    @cached_property
    def head(self) -> RecordHead | None:
        """What the log says of the record; None when it was never public."""
        return RecordHead.objects.filter(record=self.page.record).first()

    @property
    def state(self) -> str:
        """Where the record stands in public, in words."""
        if self.head is None:
            return "Chưa từng công khai"
        return str(RecordState(self.head.state).label)

    @cached_property
    def changes(self) -> list[Change]:
        """Every difference to the facts published last; everything for a record that was never public."""
        bound = type(self.content).facts
        after = bound.canonical(self.content)
        last = log.last_facts(self.page.record)
        before = last.facts if last else None
        names = staff_names(bound.references(after) | bound.references(before or {}))
        return list(bound.changes(before, after, names))

    @cached_property
    def address(self) -> tuple[str, str]:
        """The address now and the one that the revision brings; equal when it stays."""
        place = address_of(self.page)
        now = self.head.address if self.head else (place[1] if place else "")
        if self.page.depth <= 2 or not now:
            return now, now
        above = now.rstrip("/").rpartition("/")[0]
        return now, f"{above}/{self.content.slug}/"

    @property
    def moves(self) -> bool:
        """Whether people will find the public record under another address."""
        return self.head is not None and self.address[0] != self.address[1]

    @cached_property
    def lacking(self) -> list[Lacking]:
        """What is owed or wanted and not there, the owed ones first, with the provision that asks for it."""
        findings = type(self.content).facts.findings(self.content)
        codes = {finding.asked_by for finding in findings if finding.asked_by}
        in_force = LegalReference.objects.in_force_on(timezone.localdate()).filter(code__in=codes)
        provisions = {reference.code: reference.provision for reference in in_force}
        return [
            Lacking(finding.level, finding.label, finding.owed_by, provisions.get(finding.asked_by, ""))
            for finding in findings
        ]

    @cached_property
    def doubts(self) -> list[Finding]:
        """What does not fit together, as the form told the editors."""
        return self.content.doubts

    @cached_property
    def authority(self) -> Authority:
        """Reason and decision as they will stand in the log."""
        return authority_of(self.content)

    @cached_property
    def editors(self) -> list[str]:
        """Everybody who edited since what is public now was saved."""
        people = get_user_model().objects.filter(pk__in=editors_since_publication(self.page)).order_by("username")
        return [name_of(person) for person in people]

    @property
    def scheduled(self) -> datetime.datetime | None:
        """When it is to become public; None for at once, as for a time that has passed."""
        planned: datetime.datetime | None = self.content.go_live_at
        return planned if planned and planned > timezone.now() else None

    @cached_property
    def digest(self) -> str:
        """What the form carries back, so that nothing else than what was seen is approved."""
        return digest_of(self.revision)

    def edited_by(self, user: Any) -> bool:
        """Whether the person cannot decide because part of this is his own work."""
        return not may_approve(self.page, user)


def staff_names(references: set[str]) -> dict[str, str]:
    """How staff call the records that facts point to, drafts included."""
    if not references:
        return {}
    pages = DisclosurePage.objects.filter(record__in=references).only("record", "title", "live")
    return {str(page.record): page.title if page.live else f"{page.title} (chưa công khai)" for page in pages}


def waiting_page(task_state: TaskState) -> BasePage | None:
    """The page whose revision waits in `task_state`; None when it is no page of a portal."""
    page = Page.objects.filter(pk=task_state.revision.object_id).first()
    specific = page.specific if page else None
    return specific if isinstance(specific, BasePage) else None
