"""Two people for every act: the task of a workflow, what was approved, and acts that are asked for."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from wagtail.models import AbstractGroupApprovalTask, Page, Revision, TaskState

from cms.values.fields import LineField


class SecondPersonTask(AbstractGroupApprovalTask):
    """A step that only another person than the editors can take, on the desk that shows the difference.

    The stock buttons of the edit view offer nothing (`get_actions`): they would approve without the difference having
    been seen. While the step waits, the content is locked for everybody: stock Wagtail lets the approving group rewrite
    the revision under review in place (technical notes, §8).
    """

    class Meta:
        verbose_name = "bước người thứ hai duyệt"
        verbose_name_plural = "bước người thứ hai duyệt"

    def locked_for_user(self, obj: Page, user: Any) -> bool:
        """Nobody edits what is under review."""
        return True

    def get_actions(self, obj: Page, user: Any) -> list[tuple[str, str, bool]]:
        """Deciding happens on the approver's desk alone."""
        return []

    def may_decide(self, user: Any) -> bool:
        """Whether the person belongs to those who approve; whether he edited is another question."""
        return bool(user.is_active and (user.is_superuser or self._user_in_groups(user)))

    def get_task_states_user_can_moderate(self, user: Any, **kwargs: Any) -> models.QuerySet[TaskState]:
        """What waits for the person on the desk."""
        if self.may_decide(user):
            return self.task_states.filter(status=TaskState.STATUS_IN_PROGRESS)
        return TaskState.objects.none()

    @classmethod
    def get_description(cls) -> str:
        """What the administration says of this type of step."""
        return "Người duyệt phải khác mọi người đã sửa từ lần công bố trước."


class Approval(models.Model):
    """That a second person approved this content: publishing compares the digest again and refuses anything else."""

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+")
    revision_id = models.PositiveIntegerField(db_index=True)
    digest = models.CharField(max_length=64)
    approved_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    approved_at = models.DateTimeField(auto_now_add=True)
    published_at = models.DateTimeField(null=True, blank=True)
    problem = models.TextField("Vì sao chưa công bố được", blank=True)

    class Meta:
        verbose_name = "lần duyệt"
        verbose_name_plural = "lần duyệt"
        ordering: ClassVar = ["-approved_at"]

    def __str__(self) -> str:
        return f"{self.page_id}: bản {self.revision_id}"


def is_settled(revision: Revision) -> bool:
    """Whether somebody approved, or reviews, exactly this content; it must not change under its id any more."""
    return (
        Approval.objects.filter(revision_id=revision.pk).exists()
        or Page.objects.filter(live_revision=revision).exists()
        or TaskState.objects.filter(revision=revision, status=TaskState.STATUS_IN_PROGRESS).exists()
    )


class ProposalAct(models.TextChoices):
    """Acts that are asked for by one person and done when another agrees; hiding is done at once and then decided."""

    WITHDRAW = "go", "Gỡ khỏi trang công khai"
    MOVE = "chuyen", "Chuyển sang mục khác"
    RESTRICT = "gioi-han", "Chỉ để cán bộ xem trong phần quản trị"
    OPEN = "bo-gioi-han", "Bỏ giới hạn, công khai trở lại"
    HIDE = "go-khan-cap", "Gỡ khẩn cấp"


class ProposalState(models.TextChoices):
    """Where a proposal stands."""

    OPEN = "cho", "Chờ người duyệt"
    AGREED = "dong-y", "Đã đồng ý"
    REFUSED = "tu-choi", "Không đồng ý"


class Proposal(models.Model):
    """An act on a public page that waits for a second person."""

    page = models.ForeignKey(Page, verbose_name="Trang", on_delete=models.CASCADE, related_name="proposals")
    site_id = models.PositiveIntegerField()
    act = models.CharField("Việc", max_length=20, choices=ProposalAct.choices)
    reason = LineField("Lý do", max_length=500)
    decision = LineField("Văn bản làm căn cứ", max_length=255, blank=True)
    target = models.ForeignKey(
        Page, verbose_name="Chuyển đến", null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    revision_id = models.PositiveIntegerField(null=True, blank=True, help_text="Bản đang công khai khi gỡ khẩn cấp.")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(auto_now_add=True)
    state = models.CharField("Tình trạng", max_length=10, choices=ProposalState.choices, default=ProposalState.OPEN)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    answer = LineField("Ý kiến của người duyệt", max_length=500, blank=True)

    class Meta:
        verbose_name = "đề nghị"
        verbose_name_plural = "đề nghị"
        ordering: ClassVar = ["-asked_at"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["page"], condition=models.Q(state="cho"), name="one_open_proposal_a_page")
        ]

    def __str__(self) -> str:
        return f"{self.get_act_display()}: {self.page_id}"
