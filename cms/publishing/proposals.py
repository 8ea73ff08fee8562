"""Acts other than publishing: one person asks, another agrees; hiding is done at once and then decided."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.actions.move_page import MovePageAction
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.models import Page, PageViewRestriction, Revision

from cms.disclosure.models import Act, LogEntry, RecordHead
from cms.models import BasePage, Proposal, ProposalAct, ProposalState, Role, WardGroup
from cms.publishing.authority import Authority, acting
from cms.publishing.carried import checksums_of
from cms.publishing.disclose import conceal
from cms.publishing.errors import NeedsSecondPerson


def propose(
    page: BasePage, act: ProposalAct, *, by: Any, reason: str, decision: str = "", target: Page | None = None
) -> Proposal:
    """Ask for an act on a public record; hiding is done in the same transaction.

    Raises ValueError when the record is not public, a proposal is open already, the reason is empty, or the place to
    move to does not take the page.
    """
    with transaction.atomic():
        head = RecordHead.objects.select_for_update().filter(page_id=page.pk).first()  # one proposal after the other
        if head is None or not can_be_proposed(page, act, head):
            raise ValueError("Việc này không hợp với tình trạng hiện nay của hồ sơ.")
        if Proposal.objects.filter(page_id=page.pk, state=ProposalState.OPEN).exists():
            raise ValueError("Đã có một đề nghị về hồ sơ này đang chờ duyệt.")
        if not reason.strip():
            raise ValueError("Ghi lý do.")
        if act == ProposalAct.MOVE and not _takes(target, page):
            raise ValueError("Không chuyển được tới mục này.")
        proposal = Proposal.objects.create(
            page_id=page.pk,
            site_id=head.site_id,
            act=act,
            reason=reason,
            decision=decision,
            target=target if act == ProposalAct.MOVE else None,
            revision_id=page.live_revision_id,
            asked_by=by,
        )
        if act == ProposalAct.HIDE:
            with acting(Authority(act=Act.HIDDEN, reason=reason, decision=decision)):
                UnpublishPageAction(page, user=by).execute(skip_permission_checks=True)
        return proposal


def can_be_proposed(page: BasePage, act: ProposalAct, head: RecordHead) -> bool:
    """Whether the act fits: opening again needs a restriction of the page's own, all others a public record."""
    if act == ProposalAct.OPEN:
        return page.live and page.view_restrictions.exists()
    return head.visible


def _takes(target: Page | None, page: BasePage) -> bool:
    if target is None or target.pk == page.pk or target.is_descendant_of(page) or page.is_child_of(target):
        return False
    portal = page.get_ancestors(inclusive=True).get(depth=2)
    inside = target.pk == portal.pk or target.is_descendant_of(portal)
    free = not target.get_children().filter(slug=page.slug).exclude(pk=page.pk).exists()
    return inside and free and bool(page.can_move_to(target.specific))


def may_decide(proposal: Proposal, user: Any) -> bool:
    """Whether the person approves for the proposal's ward and did not ask himself."""
    if not user.is_active or proposal.asked_by_id == user.pk:
        return False
    groups = WardGroup.objects.filter(ward__site_id=proposal.site_id, role=Role.APPROVER, group__user=user)
    return bool(user.is_superuser or groups.exists())


def decide(proposal: Proposal, *, by: Any, agree: bool, answer: str = "") -> Proposal:
    """Agree or refuse as the second person, and do what was asked for.

    Raises NeedsSecondPerson for the person who asked and for everybody who does not approve in this ward, ValueError
    when it was decided before or the place to move to does not take the page any more; nothing is written then.
    """
    with transaction.atomic():
        proposal = Proposal.objects.select_for_update().get(pk=proposal.pk)
        if proposal.state != ProposalState.OPEN:
            raise ValueError("Đề nghị này đã được giải quyết.")
        if proposal.asked_by_id == by.pk:
            raise NeedsSecondPerson("Người lập đề nghị không tự duyệt được.")
        if not may_decide(proposal, by):
            raise NeedsSecondPerson("Chỉ người duyệt của phường, xã này giải quyết được.")
        page = proposal.page.specific
        authority = Authority(reason=proposal.reason, decision=proposal.decision)
        if agree:
            _carry_out(proposal, page, authority, by)
        elif proposal.act == ProposalAct.HIDE:
            _restore(proposal, answer, by)
        proposal.state = ProposalState.AGREED if agree else ProposalState.REFUSED
        proposal.decided_by, proposal.decided_at, proposal.answer = by, timezone.now(), answer
        proposal.save()
        return proposal


def _carry_out(proposal: Proposal, page: BasePage, authority: Authority, by: Any) -> None:
    if proposal.act == ProposalAct.HIDE:
        conceal(page, Authority(authority.office, Act.HIDING_CONFIRMED, authority.reason, authority.decision))
        return
    if proposal.act == ProposalAct.MOVE and not _takes(proposal.target, page):
        raise ValueError("Mục chuyển đến nay không nhận trang này nữa (hoặc đã có trang trùng địa chỉ).")
    with acting(authority):
        if proposal.act == ProposalAct.WITHDRAW:
            UnpublishPageAction(page, user=by).execute(skip_permission_checks=True)
        elif proposal.act == ProposalAct.MOVE:
            assert proposal.target is not None
            MovePageAction(page, proposal.target, pos="last-child", user=by).execute(skip_permission_checks=True)
        elif proposal.act == ProposalAct.RESTRICT:
            PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
        else:
            for restriction in page.view_restrictions.all():
                restriction.delete()


def _restore(proposal: Proposal, answer: str, by: Any) -> None:
    """Undo hiding: what was public before is public again, whatever drafts were saved meanwhile.

    Raises ValueError when a file of it is not the one that was public: nobody carried it, so it could be replaced.
    """
    revision = Revision.objects.get(pk=proposal.revision_id)
    content = revision.as_object()
    head = RecordHead.objects.get(page_id=proposal.page_id)
    shown = LogEntry.objects.get(record=head.record, version=head.facts_version).content
    if checksums_of(content) != shown.get("files", []):
        raise ValueError("Tệp của hồ sơ đã bị thay hoặc xóa trong lúc gỡ: xác nhận gỡ, rồi sửa và gửi duyệt lại.")
    with acting(Authority(act=Act.RESTORED, reason=answer or "Không đồng ý gỡ khẩn cấp")):
        PublishPageRevisionAction(revision, user=by).execute(skip_permission_checks=True)
