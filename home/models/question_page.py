"""Questions and answers (hỏi đáp); who asked is nobody's business and stands nowhere."""

from __future__ import annotations

import datetime
from typing import Any, ClassVar

from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, ObjectList, TabbedInterface

from cms.disclosure.facts import Facts, may, must, rows, should
from cms.disclosure.uses import uses_of
from cms.models import DisclosurePage
from cms.models.base_page import title_panel
from cms.values.fields import LineField, ProseField
from cms.values.personal import refuse_personal_numbers
from home.answers import AnswerState, answer_state
from home.models.news_page import RelatedRecord
from home.rules import answered_after_asked, answers_say_when
from search.models import PublicRecord


class QuestionPage(DisclosurePage):
    """A question of a citizen without the citizen, and what the responsible unit answered."""

    kind = "hoi-dap"
    kind_label = "Hỏi đáp"
    template = "home/question_page.html"
    parent_page_types: ClassVar = ["home.QuestionIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    card_facts: ClassVar = ("asked_on", "field_of_work", "answering_unit")

    asked_on = models.DateField("Ngày hỏi")
    field_of_work = LineField("Lĩnh vực", max_length=120, blank=True)
    question = ProseField(
        "Câu hỏi",
        validators=[refuse_personal_numbers],
        help_text="Không ghi tên, số căn cước, số điện thoại, địa chỉ nhà của người hỏi.",
    )
    due = models.DateField("Hạn trả lời", null=True, blank=True)
    answer = ProseField("Trả lời", blank=True, validators=[refuse_personal_numbers])
    answered_on = models.DateField("Ngày trả lời", null=True, blank=True)
    answering_unit = models.ForeignKey(
        "registers.Unit",
        verbose_name="Đơn vị trả lời",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    facts = Facts(
        must("asked_on"),
        may("field_of_work"),
        must("question"),
        should("due"),
        should("answer"),
        may("answered_on"),
        should("answering_unit"),
        rows("related", "Hồ sơ liên quan", must("document"), may("note"), key="document"),
    )
    rules = (answered_after_asked, answers_say_when)

    content_panels: ClassVar = [
        title_panel("Câu hỏi nói ngắn", "Không ghi tên hay số của người hỏi."),
        MultiFieldPanel(
            [FieldPanel("asked_on"), FieldPanel("field_of_work"), FieldPanel("question")], heading="Câu hỏi"
        ),
        MultiFieldPanel(
            [
                FieldPanel("answering_unit"),
                FieldPanel("due"),
                FieldPanel("answer"),
                FieldPanel("answered_on"),
            ],
            heading="Trả lời",
        ),
        FieldPanel("summary"),
        InlinePanel("related", heading="Hồ sơ liên quan", label="Hồ sơ"),
    ]
    edit_handler = TabbedInterface(
        [
            ObjectList(content_panels, heading="Nội dung"),
            ObjectList(DisclosurePage.basis_panels, heading="Nguồn, căn cứ, tệp"),
            ObjectList(DisclosurePage.record_panels, heading="Nhãn hồ sơ"),
            ObjectList(DisclosurePage.settings_panels, heading="Công bố"),
        ]
    )

    class Meta:
        verbose_name = "hỏi đáp"
        verbose_name_plural = "hỏi đáp"

    def state_on(self, day: datetime.date) -> AnswerState:
        """Answered, waiting, or waiting past its time."""
        return answer_state(self.answer, self.due, day)

    @property
    def public_state(self) -> tuple[str, str]:
        """The state of today; `renew_states` follows the days."""
        state = self.state_on(timezone.localdate())
        return state.value, state.label

    @property
    def public_date(self) -> datetime.date | None:
        """The day of the answer, before it that of the question."""
        return self.answered_on or self.asked_on

    @property
    def public_unit(self) -> str:
        """The unit that answers."""
        return self.answering_unit.name if self.answering_unit else super().public_unit

    @classmethod
    def changing(cls, day: datetime.date) -> QuerySet[Any]:
        """Public questions whose time to be answered has passed and whose record does not tell it yet."""
        waiting = PublicRecord.objects.of_kind(cls.kind).filter(state=AnswerState.WAITING).values("page_id")
        return cls._default_manager.filter(pk__in=waiting, due__lt=day)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds the state of today and the public records that point to the question."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context["state"] = self.state_on(timezone.localdate())
        context["uses"] = uses_of(self)
        return context

    def clean(self) -> None:
        """Refuse numbers of persons in the title too, and an answer before its question."""
        super().clean()
        for rule in self.rules:
            rule(self)


class QuestionRelation(RelatedRecord):
    """A record that a question is about."""

    page = ParentalKey(QuestionPage, on_delete=models.CASCADE, related_name="related")

    class Meta(RelatedRecord.Meta):
        verbose_name = "hồ sơ liên quan"
        verbose_name_plural = "hồ sơ liên quan"
