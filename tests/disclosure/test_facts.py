"""Every fact and every child of every kind: changed one at a time it is told in the history under its name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import models

from cms.disclosure import history, kinds
from cms.disclosure.changes import Change
from cms.disclosure.facts import BoundFacts, Fact, Rows, may
from cms.disclosure.models import LogEntry, RecordHead
from cms.publishing.projection import names_of
from tests.disclosure.values import another
from tests.factories import MadeWard, publish
from tests.factories.kinds import FACTORIES, IN_EVERY_WARD

pytestmark = pytest.mark.django_db

KINDS = list(kinds.all_kinds().items())
NAMES = [kind for kind, _ in KINDS]
OF_A_ROW = {"id", "ORDER", "DELETE", "sort_order"}


def only_singles(kind: str, ward: MadeWard) -> Any:
    """A public record of the kind with every fact but the children filled."""
    factory = FACTORIES[kind]
    relations = {relation.name for relation in factory._meta.model.facts.relations}
    values = {name: value for name, value in factory.full_values(ward).items() if name not in relations}
    if kind not in IN_EVERY_WARD:
        return publish(factory(ward=ward, **values))
    page = factory._meta.model.objects.descendant_of(ward.home, inclusive=True).get()
    for name, value in values.items():
        setattr(page, name, value)
    return publish(page)


def told(page: Any) -> list[Change]:
    """What the newest entry of the record's public history says."""
    head = RecordHead.objects.get(record=page.record)
    newest = list(LogEntry.objects.filter(record=page.record).order_by("-version")[:1])
    return history.publications(head, newest, names_of(history.references(head, newest)))[0].changes


def assert_named(changes: Iterable[Change], *paths: str) -> None:
    """Exactly these differences, each with a name and something on one side at least."""
    changes = list(changes)
    assert [change.path for change in changes] == list(paths)
    for change in changes:
        assert change.label.strip()
        assert change.old != change.new, change


def fact_of_flag(facts: BoundFacts | Rows, flag: str) -> str | None:
    """The fact that a flag "khoảng" belongs to."""
    items = facts.singles if isinstance(facts, BoundFacts) else facts.facts
    return next((fact.name for fact in items if fact.approximate == flag), None)


@pytest.mark.parametrize(("kind", "model"), KINDS, ids=NAMES)
def test_each_fact_that_changes_is_told_by_its_name(kind: str, model: Any, ward: MadeWard) -> None:
    page = only_singles(kind, ward)
    assert model.facts.singles
    for fact in model.facts.singles:
        for name in filter(None, (fact.name, fact.approximate)):
            field = model.facts.field(name)
            setattr(page, name, another(field, getattr(page, name), ward))
            page = publish(page, reason=f"đổi {name}")
            assert_named(told(page), fact.name)


CHILDREN = [(kind, relation) for kind, model in KINDS for relation in model.facts.relations]


@pytest.mark.parametrize(("kind", "relation"), CHILDREN, ids=[f"{kind}-{relation.name}" for kind, relation in CHILDREN])
def test_each_fact_of_a_child_that_changes_is_told_by_its_name(kind: str, relation: Rows, ward: MadeWard) -> None:
    factory = FACTORIES[kind]
    model = factory._meta.model.facts.row_model(relation)
    first, second = factory.full_values(ward)[relation.name]
    page = publish(factory(ward=ward))

    def publish_rows(*rows: Any) -> list[Change]:
        nonlocal page
        setattr(page, relation.name, list(rows))
        page = publish(page)
        return told(page)

    def rows() -> list[Any]:
        return list(getattr(page, relation.name).all())

    assert_named(publish_rows(first), relation.name)
    assert_named(publish_rows(*rows(), second), relation.name)
    for fact in relation.facts:
        for name in filter(None, (fact.name, fact.approximate)):
            here, other = rows()
            field: Any = model._meta.get_field(name)
            setattr(here, name, another(field, getattr(here, name), ward))
            # A row under another name is another row to people: one that went and one that came.
            expected = [relation.name] * 2 if name == relation.key else [f"{relation.name}.{fact.name}"]
            assert_named(publish_rows(here, other), *expected)
    here, other = rows()
    here.sort_order, other.sort_order = 1, 0
    assert_named(publish_rows(other, here), relation.name)
    assert_named(publish_rows(rows()[1]), relation.name)
    assert_named(publish_rows(), relation.name)


def undeclared(model: Any, fields: Iterable[str], children: Mapping[str, tuple[Any, Iterable[str]]]) -> list[str]:
    """Fields of a form that are neither facts nor in `not_disclosed` with a reason; children by their relation."""

    def loose(names: Iterable[str], facts: Iterable[Fact | Rows], reasons: Mapping[str, str]) -> list[str]:
        declared = {fact.name for fact in facts} | {fact.approximate for fact in facts if isinstance(fact, Fact)}
        return [name for name in names if name not in declared and not reasons.get(name, "").strip()]

    facts = tuple(model.facts)
    found = loose(fields, facts, model.not_disclosed)
    relations = {item.name: item for item in facts if isinstance(item, Rows)}
    for name, (row_model, row_fields) in children.items():
        if name not in relations:
            found += loose([name], facts, model.not_disclosed)
            continue
        reasons = getattr(row_model, "not_disclosed", {})
        names = [field for field in row_fields if field not in OF_A_ROW]
        found += [f"{name}.{field}" for field in loose(names, relations[name].facts, reasons)]
    return found


def all_not_disclosed(model: Any) -> dict[str, str]:
    """The lists of a type and of all that it inherits from."""
    return {name: why for cls in reversed(model.__mro__) for name, why in cls.__dict__.get("not_disclosed", {}).items()}


@pytest.mark.parametrize(("kind", "model"), KINDS, ids=NAMES)
def test_every_field_of_the_edit_form_is_a_fact_or_says_why_not(kind: str, model: Any) -> None:
    form = model.get_edit_handler().get_form_class()
    children = {name: (formset.model, list(formset.form.base_fields)) for name, formset in form.formsets.items()}
    declared = SimpleNamespace(facts=model.facts, not_disclosed=all_not_disclosed(model))
    assert form.base_fields
    assert undeclared(declared, form.base_fields, children) == []


@pytest.mark.parametrize(("kind", "model"), KINDS, ids=NAMES)
def test_every_fact_can_be_edited_in_the_form(kind: str, model: Any) -> None:
    form = model.get_edit_handler().get_form_class()
    offered = {*form.base_fields, *form.formsets}
    assert [fact.name for fact in model.facts if fact.name not in offered] == []


def test_the_check_of_forms_finds_what_is_not_declared() -> None:
    row = SimpleNamespace(not_disclosed={"remark": "working note"})
    facts = (may("title"), may("homes", approximate="about"), Rows("rows", "Dòng", (may("name"),), "name"))
    bad = SimpleNamespace(facts=facts, not_disclosed={"note": "working note", "memo": " "})
    fields = ["title", "homes", "about", "note", "memo", "secret"]
    children = {
        "rows": (row, ["id", "ORDER", "DELETE", "name", "remark", "price"]),
        "others": (row, ["name"]),
    }
    assert undeclared(bad, fields, children) == ["memo", "secret", "rows.price", "others"]


def test_a_difference_under_no_name_is_found() -> None:
    with pytest.raises(AssertionError):
        assert_named([Change("", "a", "b", "title")], "title")
    with pytest.raises(AssertionError):
        assert_named([Change("Tên", "a", "b", "title"), Change("Nơi", "", "b", "location")], "title")


def test_a_field_of_unknown_type_is_not_passed_over() -> None:
    with pytest.raises(NotImplementedError):
        another(models.BinaryField(), b"", None)
