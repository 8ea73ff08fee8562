"""What is looked for in a record: contradictions, which its form refuses at the field, and numbers of people."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import models
from wagtail.fields import StreamField

from cms.disclosure.facts import BoundFacts, Fact
from cms.disclosure.missing import Finding
from cms.values.personal import beginning, personal_numbers

if TYPE_CHECKING:
    from wagtail.models import Page

    from cms.models.base_page import BasePage
    from cms.models.disclosure_page import DisclosurePage

NO_PROSE = (models.EmailField, models.SlugField, models.URLField)
OFFICIAL = frozenset({"phone"})
"""Facts that are telephone numbers of an office."""


def clean_record(page: DisclosurePage) -> None:
    """Raise ValidationError with a message at each field that contradicts another."""
    errors: dict[str, str] = {}
    if page.posted_from and page.posted_until and page.posted_until < page.posted_from:
        errors["posted_until"] = "Ngày hết niêm yết phải sau ngày bắt đầu niêm yết."
    if page.ended_on and not page.ended_reason:
        errors["ended_reason"] = "Ghi lý do kết thúc: người dân cần biết vì sao hồ sơ không còn hiệu lực."
    if page.ended_reason and not page.ended_on:
        errors["ended_on"] = "Ghi ngày kết thúc."
    if errors:
        raise ValidationError(errors)


def code_taken(page: DisclosurePage, parent: Page) -> bool:
    """Whether another record of the same portal has the page's reference code."""
    from cms.models.disclosure_page import DisclosurePage

    portal = parent.get_ancestors(inclusive=True).filter(depth=2).first()
    others = DisclosurePage.objects.filter(reference_code=page.reference_code).exclude(pk=page.pk)
    return portal is not None and others.descendant_of(portal).exists()


def personal_doubts(page: BasePage) -> list[Finding]:
    """Texts about to become public in which a number looks like an identity card's or a telephone's.

    Staff are told and nobody is held up: it may be the number of an office. Where citizens' own words or names stand,
    the field itself refuses it.
    """
    bound: BoundFacts = type(page).facts
    facts, found = bound.canonical(page), []
    for label, name, text in _texts(bound, facts):
        if numbers := personal_numbers(text):
            message = (
                f"có số giống số căn cước hoặc điện thoại ({beginning(numbers[0])}). "
                "Số của người dân: bỏ đi; số của cơ quan thì giữ được."
            )
            found.append(Finding("must", label, field=name, message=message))
    return found


def _texts(bound: BoundFacts, facts: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Label, path and text of every fact that somebody wrote freely."""
    for single in bound.singles:
        if _is_prose(bound.field(single.name)):
            yield bound.label(single), single.name, _text(bound, single, facts[single.name], bound.model)
    for relation in bound.relations:
        model = bound.row_model(relation)
        prose = [fact for fact in relation.facts if _is_prose(model._meta.get_field(fact.name))]
        for row in facts[relation.name]:
            for fact in prose:
                yield relation.label, f"{relation.name}.{fact.name}", _text(bound, fact, row[fact.name], model)


def _text(bound: BoundFacts, fact: Fact, value: Any, model: type[models.Model]) -> str:
    return bound.text(fact, value, {}, model)


def _is_prose(field: Any) -> bool:
    written = isinstance(field, models.CharField | models.TextField | StreamField)
    return written and not isinstance(field, NO_PROSE) and not field.choices and field.name not in OFFICIAL
