"""Rules that values of one page keep among themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError

from cms.values.personal import refuse_personal_numbers

if TYPE_CHECKING:
    from home.models.question_page import QuestionPage


def answered_after_asked(question: QuestionPage) -> None:
    """Days in order, no number of a person in the title. Raises ValidationError at the field."""
    errors: dict[str, str | list[str]] = {}
    if question.asked_on and question.answered_on and question.answered_on < question.asked_on:
        errors["answered_on"] = "Ngày trả lời phải sau ngày hỏi."
    if question.asked_on and question.due and question.due < question.asked_on:
        errors["due"] = "Hạn trả lời phải sau ngày hỏi."
    try:
        refuse_personal_numbers(question.title)
    except ValidationError as error:
        errors["title"] = error.messages
    if errors:
        raise ValidationError(errors)


def answers_say_when(question: QuestionPage) -> None:
    """An answer has its day, and a day of answer its answer. Raises ValidationError at the field that lacks."""
    if question.answer and not question.answered_on:
        raise ValidationError({"answered_on": "Ghi ngày trả lời."})
    if question.answered_on and not question.answer:
        raise ValidationError({"answer": "Ghi nội dung trả lời."})
