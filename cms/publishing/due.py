"""Publishing what is due: each item in a transaction of its own, so that one bad page holds up no other."""

from __future__ import annotations

import logging
from dataclasses import dataclass

from django.core.cache import cache
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from wagtail.models import Revision

from cms.models import Approval
from cms.publishing.approval import publish_approved
from cms.publishing.errors import NotReady, StaleApproval, in_words

logger = logging.getLogger("cms.publishing")

REFUSALS = (PermissionDenied, NotReady, StaleApproval, ValidationError)
"""Our own: what they say is all that there is to know."""
LONGEST = 2000
"""Characters that are kept of a problem."""


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
        _tell_once_a_day("page %s: revision %s was scheduled without an approval", page_id, revision.pk)
        return Outcome(page_id, revision.pk, "Không có người duyệt.")
    try:
        with transaction.atomic():
            _refuse_taken_back(revision)
            publish_approved(approval)
    except TakenBack:
        return Outcome(page_id, revision.pk)
    except Exception as error:  # whatever one page raises, the others of all wards go on
        problem = _told(error)
        if approval.problem != problem[:LONGEST]:  # it is tried every few seconds: one line for each reason
            unknown = None if isinstance(error, REFUSALS) else error
            logger.error("page %s: revision %s is held back: %s", page_id, revision.pk, problem, exc_info=unknown)
            Approval.objects.filter(pk=approval.pk).update(problem=problem[:LONGEST])
        return Outcome(page_id, revision.pk, problem)
    return Outcome(page_id, revision.pk)


def _tell_once_a_day(message: str, *about: int) -> None:
    """Such a revision has no row on which it could be written that it was told."""
    if cache.add(f"told:{message % about}".replace(" ", "-"), True, timeout=24 * 60 * 60):
        logger.error(message, *about)


class TakenBack(Exception):
    """Between reading what is due and its turn somebody unscheduled it, or another process published it."""


def _refuse_taken_back(revision: Revision) -> None:
    due = Revision.objects.select_for_update().filter(pk=revision.pk, approved_go_live_at__lte=timezone.now())
    if not due.exists():
        raise TakenBack


def _told(error: Exception) -> str:
    """Our own refusals as they are; anything else by its name, for those who look into the server's log."""
    if isinstance(error, REFUSALS):
        return in_words(error)
    return f"Lỗi hệ thống, cần người quản trị xem ({type(error).__name__}: {error})"


def held_back() -> list[Approval]:
    """Approved publications that failed, for the alert on the approver's desk."""
    return list(Approval.objects.filter(published_at__isnull=True).exclude(problem="").select_related("page"))
