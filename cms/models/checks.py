"""Contradictions within a record that its form refuses at the field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError

if TYPE_CHECKING:
    from wagtail.models import Page

    from cms.models.disclosure_page import DisclosurePage


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
