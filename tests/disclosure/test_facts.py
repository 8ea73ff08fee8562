"""Every fact and every child of every kind: changed one at a time it is told in the history under its name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import models

from cms.disclosure import history, kinds
from cms.disclosure.canonical import references
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


class Editing:
    """A public record that is changed in memory, and what the history would say of each change."""

    def __init__(self, page: Any, ward: MadeWard) -> None:
        self.page, self.ward, self.facts = page, ward, type(page).facts
        self.last = self.facts.canonical(page)
        self._names: dict[frozenset[str], Any] = {}

    def names(self, records: set[str]) -> Any:
        """What records are called; asked once, for nothing is published meanwhile."""
        asked = frozenset(records)
        if asked not in self._names:
            self._names[asked] = names_of(records)
        return self._names[asked]

    def changes(self) -> list[Change]:
        """What differs from the last time."""
        before, self.last = self.last, self.facts.canonical(self.page)
        return self.facts.changes(before, self.last, self.names(references(before) | references(self.last)))

    def set_rows(self, relation: str, *rows: Any) -> list[Change]:
        """Give a relation these rows, in this order."""
        setattr(self.page, relation, list(rows))
        return self.changes()

    def set_another(self, record: Any, model: Any, name: str) -> None:
        """Give a field of the record, or of one of its rows, another value."""
        setattr(record, name, another(model._meta.get_field(name), getattr(record, name), self.ward))


def flags(fact: Fact) -> list[str]:
    """The field of a fact and its flag "khoảng"."""
    return [name for name in (fact.name, fact.approximate) if name]


@pytest.mark.parametrize(("kind", "model"), KINDS, ids=NAMES)
def test_each_fact_that_changes_is_told_by_its_name(kind: str, model: Any, ward: MadeWard) -> None:
    editing = Editing(only_singles(kind, ward), ward)
    assert model.facts.singles
    for fact in model.facts.singles:
        for name in flags(fact):
            editing.set_another(editing.page, model, name)
            assert_named(editing.changes(), fact.name)
    # All of it together, by the way to the public and read back from the log.
    assert_named(told(publish(editing.page)), *(fact.name for fact in model.facts.singles))


WITH_CHILDREN = [(kind, model) for kind, model in KINDS if model.facts.relations]


@pytest.mark.parametrize(("kind", "model"), WITH_CHILDREN, ids=[kind for kind, _ in WITH_CHILDREN])
def test_each_fact_of_a_child_that_changes_is_told_by_its_name(kind: str, model: Any, ward: MadeWard) -> None:
    factory = FACTORIES[kind]
    full = factory.full_values(ward)
    editing = Editing(publish(factory(ward=ward)), ward)
    for relation in model.facts.relations:
        first, second = full[relation.name]
        assert_named(editing.set_rows(relation.name, first), relation.name)
        assert_named(editing.set_rows(relation.name, first, second), relation.name)
        for fact in relation.facts:
            for name in flags(fact):
                editing.set_another(first, type(first), name)
                # A row under another name is another row to people: one that went and one that came.
                expected = [relation.name] * 2 if name == relation.key else [f"{relation.name}.{fact.name}"]
                assert_named(editing.changes(), *expected)
        assert_named(editing.set_rows(relation.name, second, first), relation.name)
        assert_named(editing.set_rows(relation.name, second), relation.name)
        assert_named(editing.set_rows(relation.name), relation.name)


@pytest.mark.parametrize(("kind", "model"), WITH_CHILDREN, ids=[kind for kind, _ in WITH_CHILDREN])
def test_changed_children_are_told_by_the_history(kind: str, model: Any, ward: MadeWard) -> None:
    """One publication each for rows that are new, changed in every fact, in another order, and gone."""
    factory = FACTORIES[kind]
    full = factory.full_values(ward)
    page = publish(factory(ward=ward))

    def publish_rows(changed: Callable[[Rows, list[Any]], list[Any]]) -> list[Change]:
        nonlocal page
        for relation in model.facts.relations:
            setattr(page, relation.name, changed(relation, list(getattr(page, relation.name).all())))
        page = publish(page)
        return told(page)

    def new(relation: Rows, rows: list[Any]) -> list[Any]:
        return list(full[relation.name])

    def another_value(relation: Rows, rows: list[Any]) -> list[Any]:
        for fact in relation.facts:
            for name in flags(fact):
                if name != relation.key:
                    setattr(rows[0], name, another(rows[0]._meta.get_field(name), getattr(rows[0], name), ward))
        return rows

    def in_another_order(relation: Rows, rows: list[Any]) -> list[Any]:
        for place, row in enumerate(reversed(rows)):
            row.sort_order = place
        return rows[::-1]

    relations = [relation.name for relation in model.facts.relations]
    assert_named(publish_rows(new), *(name for name in relations for _ in range(2)))
    expected = [
        f"{relation.name}.{fact.name}"
        for relation in model.facts.relations
        for fact in relation.facts
        if fact.name != relation.key or fact.approximate
    ]
    in_order = sorted(publish_rows(another_value), key=lambda change: change.path)
    assert_named(in_order, *sorted(expected))
    assert_named(publish_rows(in_another_order), *relations)
    assert_named(publish_rows(lambda relation, rows: []), *(name for name in relations for _ in range(2)))


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
def test_a_title_without_a_frame_can_be_seen_while_it_is_empty(kind: str, model: Any) -> None:
    titles = [panel for panel in panels(model.get_edit_handler()) if getattr(panel, "field_name", "") == "title"]
    assert titles
    for panel in titles:
        words = panel.widget.attrs["placeholder"] if panel.widget else ""
        assert (panel.classname == "title") == (words == f"{panel.heading}*")


def panels(of: Any) -> Iterator[Any]:
    """A panel and all within it."""
    yield of
    for child in getattr(of, "children", ()):
        yield from panels(child)


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
