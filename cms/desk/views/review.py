"""The approver's screen: the difference to what is public now, and the decision."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from wagtail.admin import messages
from wagtail.models import TaskState

from cms.desk.comparison import Comparison, waiting_page
from cms.desk.forms import ReviewForm
from cms.desk.views.base import DeskMixin
from cms.models import SecondPersonTask
from cms.publishing import approval
from cms.publishing.errors import NotReady, StaleApproval, in_words


class ReviewView(DeskMixin):
    """Duyệt công bố."""

    template_name = "desk/review.html"
    page_title = "Duyệt công bố"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Find what waits; another ward's does not exist."""
        state = get_object_or_404(
            TaskState.objects.select_related("revision", "workflow_state__requested_by", "task"),
            pk=kwargs["task_state_id"],
        )
        page, task = waiting_page(state), state.task.specific
        if page is None or not isinstance(task, SecondPersonTask):
            raise Http404
        self.ward_to_work_in(page)
        self.comparison, self.task = Comparison(state, page), task
        if state.status != TaskState.STATUS_IN_PROGRESS:
            messages.warning(request, f"«{self.comparison.content.title}» không còn chờ duyệt.")
            return redirect("desk:home")
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self) -> str:
        """The title under review."""
        return str(self.comparison.content.title)

    def get(self, request: HttpRequest, task_state_id: int) -> HttpResponse:
        """Difference, checklist, decision."""
        return self._show(ReviewForm(initial={"digest": self.comparison.digest}))

    def post(self, request: HttpRequest, task_state_id: int) -> HttpResponse:
        """Approve or send back; what is refused is said on the page, and nothing is written then."""
        form = ReviewForm(request.POST)
        if not form.is_valid():
            return self._show(form, status=422)
        title, comment = self.comparison.content.title, form.cleaned_data["comment"]
        try:
            if "approve" in request.POST:
                done = approval.approve(
                    self.comparison.task_state, request.user, seen_digest=form.cleaned_data["digest"], comment=comment
                )
            elif "reject" in request.POST:
                approval.reject(self.comparison.task_state, request.user, comment=comment)
                messages.success(
                    request, f"Đã trả lại «{title}» kèm ý kiến. Không có gì thay đổi trên trang công khai."
                )
                return redirect("desk:home")
            else:
                form.add_error(None, "Chọn duyệt hoặc trả lại.")
                return self._show(form, status=422)
        except StaleApproval:
            return self._start_again("Nội dung đã đổi từ lúc ông/bà mở trang này. Xem lại khác biệt rồi duyệt lần nữa.")
        except PermissionDenied as refused:
            form.add_error(None, str(refused))
            return self._show(form, status=403)
        except (NotReady, ValidationError) as refused:
            form.add_error(None, f"Chưa công bố được. {in_words(refused)}")
            return self._show(form, status=422)
        self._tell(done.published_at is not None, title)
        return redirect("desk:home")

    def _tell(self, public: bool, title: str) -> None:
        if public:
            messages.success(self.request, f"Đã duyệt: «{title}» đã công khai.")
        else:
            messages.success(self.request, f"Đã duyệt: «{title}» sẽ tự công khai đúng giờ đã hẹn.")

    def _start_again(self, why: str) -> HttpResponse:
        """The same screen with the difference as it is now."""
        state = TaskState.objects.select_related("revision").get(pk=self.comparison.task_state.pk)
        page = waiting_page(state)
        if page is None or state.status != TaskState.STATUS_IN_PROGRESS:
            messages.warning(self.request, "Bản này không còn chờ duyệt.")
            return redirect("desk:home")
        self.comparison = Comparison(state, page)
        form = ReviewForm(initial={"digest": self.comparison.digest})
        return self._show(form, status=409, problem=why)

    def _show(self, form: ReviewForm, *, status: int = 200, problem: str = "") -> HttpResponse:
        user = self.request.user
        decides, edited = self.task.may_decide(user), self.comparison.edited_by(user)
        problems = [problem] if problem else list(form.non_field_errors())
        if form.errors.get("digest"):
            problems.append("Trang duyệt gửi thiếu mã nội dung: tải lại trang rồi duyệt lần nữa.")
        context = self.get_context_data(
            form=form,
            seen=self.comparison,
            may_decide=decides and not edited,
            is_approver=decides,
            edited=edited,
            problems=problems,
        )
        return self.render_to_response(context, status=status)
