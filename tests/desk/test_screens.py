"""Screens of every type: the explorer's columns and filters, forms that name the rules, previews."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoDbBlocker

from cms.disclosure import kinds
from cms.listing.explorer import fact_columns, filter_fields
from cms.listing.index_page import IndexPage
from cms.listing.listing import listing_of
from cms.models import DisclosurePage
from tests.desk.office import Office, lasting
from tests.factories.kinds import FACTORIES, IN_EVERY_WARD
from tests.factories.law import LegalReferenceFactory
from tests.quiet import without_admin_indexes

INDEXES: dict[str, Any] = {
    model.listed_kind(): model for model in kinds.all_kinds().values() if issubclass(model, IndexPage)
}
LEAST_TABS = {"trang": 2}
"""Types of so few fields that content and publication are all there is."""
RECORDS = sorted(set(FACTORIES) - IN_EVERY_WARD)


@pytest.fixture(scope="module")
def _full(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[tuple[Office, dict[str, Any]]]:
    """A ward with a full draft of each type."""
    with lasting(django_db_blocker) as made:
        with without_admin_indexes():
            drafts = {kind: FACTORIES[kind](ward=made.ward, full=True, slug=f"{kind}-nhap") for kind in RECORDS}
        yield made, drafts


@pytest.fixture
def drafts(_full: tuple[Office, dict[str, Any]], db: None) -> dict[str, Any]:
    """The drafts by kind."""
    return _full[1]


@pytest.fixture
def editor(_full: tuple[Office, dict[str, Any]], db: None) -> Client:
    """The ward's editor."""
    return _full[0].clients["editor"]


def text_of(answer: Any) -> str:
    """The page; fails on another status."""
    assert answer.status_code == 200
    return unescape(answer.content.decode())


@pytest.mark.parametrize("kind", INDEXES)
def test_the_explorer_shows_and_filters_what_the_listing_declares(
    kind: str, editor: Client, drafts: dict[str, Any]
) -> None:
    listing, draft = listing_of(kind), drafts[kind]
    columns, filters = fact_columns(listing), filter_fields(listing)
    assert columns
    told = text_of(editor.get(reverse("wagtailadmin_explore", args=[draft.get_parent().pk])))
    # What a browser asks for when a filter is ticked or a head is pressed: the rows without the screen around them.
    address = reverse("wagtailadmin_explore_results", args=[draft.get_parent().pk])
    page = draft.specific_class.objects.get(pk=draft.pk)
    for column in columns:
        assert f">{column.label}" in re.sub(r"\s*\n\s*", "", told), column.label
        assert column.get_value(page), column.name
    for name in filters:
        value = getattr(page, name)
        query = {name: str(value).lower() if isinstance(value, bool) else value}
        assert page.title in text_of(editor.get(address, query)), name
    for name in filters[:1]:
        choices = page._meta.get_field(name).choices or ((True, "có"), (False, "không"))
        other = next(choice for choice, _ in choices if choice != getattr(page, name))
        query = {name: str(other).lower() if isinstance(other, bool) else other}
        assert page.title not in text_of(editor.get(address, query)), name
    for column in columns[:1]:
        assert page.title in text_of(editor.get(address, {"ordering": f"-{column.sort_key}"})), column.name


def edit_form(editor: Client, draft: Any) -> tuple[Any, str]:
    """The form of a draft, and the screen that shows it."""
    answer: Any = editor.get(reverse("wagtailadmin_pages:edit", args=[draft.pk]))
    return answer.context_data["form"], text_of(answer)


@pytest.mark.parametrize("kind", RECORDS)
def test_a_form_has_all_facts_in_tabs_with_the_rules_and_a_preview(
    kind: str, editor: Client, drafts: dict[str, Any]
) -> None:
    draft = drafts[kind]
    bound = type(draft).facts
    asked = [item for item in bound if item.asked_by]
    for code in {item.asked_by for item in asked}:
        LegalReferenceFactory(code=code, provision=f"Điều khoản {code} thử")
    form, told = edit_form(editor, draft)
    assert [item.name for item in bound if item.name not in form.fields and item.name not in form.formsets] == []
    assert len(type(draft).edit_handler.children) >= LEAST_TABS.get(kind, 3)
    if isinstance(draft, DisclosurePage):
        assert {"title_en", "summary_en"} <= set(form.fields)
    for item in asked:
        said = form.fields[item.name].help_text if item.name in form.fields else form.rules_of_rows[item.name]
        assert f"Điều khoản {item.asked_by} thử" in said, item.name
        assert said in told, item.name
    shown = text_of(editor.get(reverse("wagtailadmin_pages:view_draft", args=[draft.pk])))
    assert draft.title in shown
    assert 'id="noi-dung"' in shown


def test_a_rule_that_is_no_longer_in_force_is_not_named(editor: Client, drafts: dict[str, Any]) -> None:
    LegalReferenceFactory(code="A1", provision="Điều khoản hết hiệu lực", valid_to=datetime.date(2020, 1, 1))
    form, told = edit_form(editor, drafts["du-an"])
    assert "Điều khoản hết hiệu lực" not in told
    assert "rounds" not in form.rules_of_rows
