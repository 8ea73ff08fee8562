"""Acts other than publishing: asking for one, and deciding as the second person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from wagtail.admin import messages

from cms.desk.forms import DecideForm, ProposeForm, places_for
from cms.desk.views.base import DeskMixin, page_or_404
from cms.disclosure.models import RecordHead
from cms.models import BasePage, Proposal, ProposalAct, ProposalState
from cms.publishing import proposals
from cms.publishing.errors import NotReady, StaleApproval, in_words


@dataclass(frozen=True)
class Meaning:
    """What an act does, in the words of the screens."""

    act: ProposalAct
    does: str
    """To the public, when it is done."""
    button: str
    refused: str
    """What remains when the second person does not agree."""


MEANINGS = {
    meaning.act: meaning
    for meaning in (
        Meaning(
            ProposalAct.WITHDRAW,
            "Trang không còn trong cổng, trong tìm kiếm và danh sách; địa chỉ cũ báo «đã gỡ». "
            "Lịch sử công bố vẫn ghi việc gỡ và lý do.",
            "Gửi đề nghị gỡ",
            "Trang tiếp tục công khai như hiện nay.",
        ),
        Meaning(
            ProposalAct.MOVE,
            "Trang, và mọi trang bên dưới, có địa chỉ mới. Lịch sử công bố ghi việc đổi địa chỉ.",
            "Gửi đề nghị chuyển",
            "Trang ở nguyên địa chỉ hiện nay.",
        ),
        Meaning(
            ProposalAct.RESTRICT,
            "Chỉ cán bộ xem được trang này và mọi trang bên dưới, trong phần quản trị; người dân không tìm thấy nữa.",
            "Gửi đề nghị giới hạn",
            "Trang tiếp tục công khai như hiện nay.",
        ),
        Meaning(
            ProposalAct.OPEN,
            "Mọi người lại xem được trang này và các trang bên dưới như trước khi giới hạn.",
            "Gửi đề nghị bỏ giới hạn",
            "Trang tiếp tục chỉ để cán bộ xem.",
        ),
        Meaning(
            ProposalAct.HIDE,
            "Trang bị gỡ ngay khi bấm nút. Chỉ dùng khi lộ dữ liệu cá nhân hoặc có sai sót nghiêm trọng. "
            "Người duyệt sau đó xác nhận, hoặc cho công khai trở lại.",
            "Gỡ ngay",
            "Bản công khai trước khi gỡ trở lại ngay.",
        ),
    )
}


class ActsView(DeskMixin):
    """Which acts a page allows, each with what it does."""

    template_name = "desk/acts.html"
    page_title = "Thao tác công bố"

    def get(self, request: HttpRequest, page_id: int) -> HttpResponse:
        """The acts, or the proposal that waits already."""
        page = page_or_404(page_id)
        self.ward_to_work_in(page)
        head = RecordHead.objects.filter(page_id=page.pk).first()
        acts = [
            meaning
            for meaning in MEANINGS.values()
            if head is not None and proposals.can_be_proposed(page, meaning.act, head) and _has_place(page, meaning.act)
        ]
        return self.render_to_response(
            self.get_context_data(
                page=page,
                head=head,
                acts=acts,
                open_proposal=open_proposal(page),
                decided=page.proposals.exclude(state=ProposalState.OPEN).select_related("asked_by", "decided_by")[:10],
            )
        )


class ProposeView(DeskMixin):
    """Đề nghị một việc với trang đang công khai."""

    template_name = "desk/propose.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """The page must be the person's own ward's."""
        self.page, self.meaning = page_or_404(kwargs["page_id"]), MEANINGS[kwargs["act"]]
        self.ward_to_work_in(self.page)
        if not self.page.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self) -> str:
        """The act."""
        return str(self.meaning.act.label)

    def get_page_subtitle(self) -> str:
        """The page."""
        return str(self.page.title)

    def get(self, request: HttpRequest, page_id: int, act: ProposalAct) -> HttpResponse:
        """The form."""
        return self._show(ProposeForm(page=self.page, act=act))

    def post(self, request: HttpRequest, page_id: int, act: ProposalAct) -> HttpResponse:
        """Write the proposal; hiding is done with it."""
        form = ProposeForm(request.POST, page=self.page, act=act)
        if not form.is_valid():
            return self._show(form, status=422)
        try:
            proposals.propose(
                self.page,
                act,
                by=request.user,
                reason=form.cleaned_data["reason"],
                decision=form.cleaned_data["decision"],
                target=form.cleaned_data.get("target"),
            )
        except (ValueError, PermissionDenied) as refused:
            form.add_error(None, str(refused))
            return self._show(form, status=422)
        if act == ProposalAct.HIDE:
            messages.warning(request, f"Đã gỡ «{self.page.title}» khỏi trang công khai. Người duyệt sẽ xác nhận.")
        else:
            messages.success(request, f"Đã gửi đề nghị. «{self.page.title}» vẫn công khai cho đến khi có người đồng ý.")
        return redirect("desk:acts", self.page.pk)

    def _show(self, form: ProposeForm, *, status: int = 200) -> HttpResponse:
        head = RecordHead.objects.filter(page_id=self.page.pk).first()
        waiting = open_proposal(self.page)
        context = self.get_context_data(
            form=form,
            page=self.page,
            meaning=self.meaning,
            head=head,
            open_proposal=waiting,
            possible=head is not None
            and waiting is None
            and proposals.can_be_proposed(self.page, self.meaning.act, head)
            and _has_place(self.page, self.meaning.act),
            urgent=self.meaning.act == ProposalAct.HIDE,
        )
        return self.render_to_response(context, status=status)


class DecideView(DeskMixin):
    """Đồng ý hoặc không đồng ý một đề nghị."""

    template_name = "desk/decide.html"
    page_title = "Giải quyết đề nghị"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """The proposal must be about the person's own ward."""
        self.proposal = get_object_or_404(
            Proposal.objects.select_related("page", "target", "asked_by", "decided_by"), pk=kwargs["proposal_id"]
        )
        self.page = page_or_404(self.proposal.page_id)
        self.ward_to_work_in(self.page)
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self) -> str:
        """The act and the page."""
        return f"{self.proposal.get_act_display()}: {self.page.title}"

    def get(self, request: HttpRequest, proposal_id: int) -> HttpResponse:
        """What will happen, and the decision."""
        return self._show(DecideForm())

    def post(self, request: HttpRequest, proposal_id: int) -> HttpResponse:
        """Agree or refuse; what cannot be done is said on the page, and nothing is written then."""
        form = DecideForm(request.POST)
        if not form.is_valid():
            return self._show(form, status=422)
        if ("agree" in request.POST) == ("refuse" in request.POST):
            form.add_error(None, "Chọn đồng ý hoặc không đồng ý.")
            return self._show(form, status=422)
        agree = "agree" in request.POST
        try:
            proposals.decide(self.proposal, by=request.user, agree=agree, answer=form.cleaned_data["answer"])
        except PermissionDenied as refused:
            form.add_error(None, str(refused))
            return self._show(form, status=403)
        except (ValueError, ValidationError, NotReady, StaleApproval) as refused:
            form.add_error(None, in_words(refused))
            return self._show(form, status=422)
        messages.success(request, self._told(agree))
        return redirect("desk:home")

    def _told(self, agree: bool) -> str:
        title = self.page.title
        if self.proposal.act == ProposalAct.HIDE:
            return f"Đã xác nhận gỡ «{title}»." if agree else f"«{title}» đã công khai trở lại."
        return f"Đã đồng ý và thực hiện với «{title}»." if agree else f"Không đồng ý: «{title}» giữ nguyên."

    def _show(self, form: DecideForm, *, status: int = 200) -> HttpResponse:
        context = self.get_context_data(
            form=form,
            proposal=self.proposal,
            page=self.page,
            head=RecordHead.objects.filter(page_id=self.page.pk).first(),
            meaning=MEANINGS[ProposalAct(self.proposal.act)],
            urgent=self.proposal.act == ProposalAct.HIDE,
            is_open=self.proposal.state == ProposalState.OPEN,
            own=self.proposal.asked_by_id == self.request.user.pk,
            may_decide=proposals.may_decide(self.proposal, self.request.user),
        )
        return self.render_to_response(context, status=status)


def _has_place(page: BasePage, act: ProposalAct) -> bool:
    return act != ProposalAct.MOVE or places_for(page).exists()


def open_proposal(page: BasePage) -> Proposal | None:
    """What is asked for already; one at a time."""
    return Proposal.objects.filter(page_id=page.pk, state=ProposalState.OPEN).select_related("asked_by").first()
