"""Publishing what is due: each item in a transaction of its own, so that one bad page holds up no other."""

from __future__ import annotations

import logging
from dataclasses import dataclass

from django.utils import timezone
from wagtail.models import Revision

from cms.models import Approval
from cms.publishing.approval import publish_approved

logger = logging.getLogger("cms.publishing")


@dataclass(frozen=True)
class Outcome:
    """What became of one scheduled publication."""

    page_id: int
    revision_id: int
    problem: str = ""
    """Empty when it went live."""


def publish_due() -> list[Outcome]:
    """Publish every approved revision whose time has come; what fails is held back with its problem written down."""
    due = Revision.page_revisions.filter(approved_go_live_at__lte=timezone.now()).order_by("approved_go_live_at", "pk")
    return [_publish(revision) for revision in due]


def _publish(revision: Revision) -> Outcome:
    page_id = int(revision.object_id)
    approval = Approval.objects.filter(revision_id=revision.pk, published_at__isnull=True).first()
    if approval is None:
        logger.error("page %s: revision %s was scheduled without an approval", page_id, revision.pk)
        return Outcome(page_id, revision.pk, "Không có người duyệt.")
    try:
        publish_approved(approval)
    except Exception as error:  # whatever one page raises, the others of all wards go on
        logger.exception("page %s: scheduled publication failed", page_id)
        Approval.objects.filter(pk=approval.pk).update(problem=f"{type(error).__name__}: {error}"[:2000])
        return Outcome(page_id, revision.pk, str(error) or type(error).__name__)
    return Outcome(page_id, revision.pk)


def held_back() -> list[Approval]:
    """Approved publications that failed, for the alert on the approver's desk."""
    return list(Approval.objects.filter(published_at__isnull=True).exclude(problem="").select_related("page"))
