"""Facts (dữ kiện công khai): declared once per type, read by page, log, difference, check and export."""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from django.db import models

from cms.disclosure import canonical as canon
from cms.disclosure import pointed
from cms.disclosure.changes import Change, compare_rows
from cms.disclosure.missing import Finding, Missing, MissingKind
from cms.registers.models.national import schedules_read_once

Json = Any  # what json.loads can give


class Level(enum.StrEnum):
    """How much a fact is owed."""

    MUST = "must"
    SHOULD = "should"
    MAY = "may"


@dataclass(frozen=True)
class Fact:
    """One disclosed field: what the field itself does not know."""

    name: str
    level: Level
    asked_by: str = ""
    """Code of the LegalReference that asks for it."""
    owed_by: str = ""
    """Who has to disclose it, in Vietnamese, as shown beside "chưa công bố"."""
    approximate: str = ""
    """Name of the flag that says "khoảng"."""
    not_applicable: Callable[[Any], str] | None = None
    """Gives the reason why a record cannot have the value, or an empty text."""
    label: str = ""
    with_details: bool = False
    """Whether the page shows more of the register's row than its name: what the row names in `detail_fields`."""


@dataclass(frozen=True)
class Rows:
    """Disclosed children: a modelcluster relation with facts of its own."""

    name: str
    label: str
    facts: tuple[Fact, ...]
    key: str
    """The fact by which a person knows a row again ("Khởi công")."""
    names_facts: str = ""
    """The fact of a row that holds the name of a fact of the record; people read that one's label."""
    level: Level = Level.MAY
    asked_by: str = ""
    owed_by: str = ""
    withheld: Callable[[Any], frozenset[tuple[int, str]]] | None = None
    """Gives position and fact of the values of a record's rows that would say too much of a few households: they
    are neither logged nor shown."""


def must(name: str, **more: Any) -> Fact:
    """A fact that a rule of law demands."""
    return Fact(name, Level.MUST, **more)


def should(name: str, **more: Any) -> Fact:
    """A fact that good practice or a plan asks for."""
    return Fact(name, Level.SHOULD, **more)


def may(name: str, **more: Any) -> Fact:
    """A fact that is disclosed when there is one."""
    return Fact(name, Level.MAY, **more)


def rows(name: str, label: str, *facts: Fact, key: str, **more: Any) -> Rows:
    """Children and their facts; `key` names the fact by which people know a row again."""
    level = Level(more.pop("level", Level.MAY))
    return Rows(name, label, facts, key, level=level, **more)


class Facts:
    """The declaration on a class; reading it gives the facts of the class and of all it inherits from, bound to it."""

    def __init__(self, *items: Fact | Rows) -> None:
        self.items = items

    def __set_name__(self, owner: type[Any], name: str) -> None:
        self.name = name

    def __get__(self, instance: object, owner: type[Any]) -> BoundFacts:
        cached: BoundFacts | None = owner.__dict__.get("_bound_facts")
        if cached is None:
            gathered: dict[str, Fact | Rows] = {}
            for cls in reversed(owner.__mro__):
                declared = cls.__dict__.get(self.name)
                if isinstance(declared, Facts):
                    gathered.update({item.name: item for item in declared.items})
            cached = BoundFacts(owner, tuple(gathered.values()))
            owner._bound_facts = cached
        return cached


@dataclass(frozen=True)
class Column:
    """One column of an export or of the data dictionary."""

    name: str
    label: str
    level: Level
    asked_by: str


class BoundFacts:
    """The facts of one model."""

    def __init__(self, model: type[models.Model], items: Sequence[Fact | Rows]) -> None:
        self.model = model
        self.items = tuple(items)

    def __iter__(self) -> Iterator[Fact | Rows]:
        return iter(self.items)

    @cached_property
    def by_name(self) -> dict[str, Fact | Rows]:
        """Facts and rows by the name of their field or relation."""
        return {item.name: item for item in self.items}

    @cached_property
    def singles(self) -> tuple[Fact, ...]:
        """The facts that are fields of the record itself."""
        return tuple(item for item in self.items if isinstance(item, Fact))

    @cached_property
    def relations(self) -> tuple[Rows, ...]:
        """The facts that are children."""
        return tuple(item for item in self.items if isinstance(item, Rows))

    def field(self, name: str) -> Any:
        """The model field of a fact."""
        return self.model._meta.get_field(name)

    def row_model(self, item: Rows) -> type[models.Model]:
        """The model of a relation's children."""
        return self.model._meta.get_field(item.name).related_model  # type: ignore[return-value] # always a model here

    def label(self, item: Fact | Rows, model: type[models.Model] | None = None) -> str:
        """What people call the fact."""
        if item.label:
            return item.label
        field = (model or self.model)._meta.get_field(item.name)
        return str(getattr(field, "verbose_name", item.name))

    def canonical(self, record: models.Model) -> dict[str, Json]:
        """The public facts as JSON: sorted by the writer, NFC, dates and numbers in one spelling, nothing private."""
        children = {item.name: list(getattr(record, item.name).all()) for item in self.relations}
        facts: dict[str, Json] = {}
        with schedules_read_once():
            pointed.read(self._places(record, children))
            for item in self.items:
                if isinstance(item, Rows):
                    model = self.row_model(item)
                    withheld = item.withheld(record) if item.withheld else frozenset()
                    facts[item.name] = [
                        {
                            fact.name: None if (position, fact.name) in withheld else self._value(fact, row, model)
                            for fact in item.facts
                        }
                        for position, row in enumerate(children[item.name])
                    ]
                else:
                    facts[item.name] = self._value(item, record, self.model)
        return facts

    @cached_property
    def _pointing(self) -> tuple[tuple[str, Any, bool], ...]:
        """Facts that point to something: relation (empty for the record itself), field, whether details are shown."""
        own = [("", self.field(fact.name), fact.with_details) for fact in self.singles]
        of_rows = [
            (item.name, self.row_model(item)._meta.get_field(fact.name), fact.with_details)
            for item in self.relations
            for fact in item.facts
        ]
        return tuple(place for place in (*own, *of_rows) if place[1].many_to_one)

    def _places(self, record: Any, children: Mapping[str, Sequence[Any]]) -> Iterator[pointed.Place]:
        for name, field, with_details in self._pointing:
            for row in children[name] if name else (record,):
                yield field, row, with_details

    def value(self, record: models.Model, fact: Fact) -> Json:
        """The canonical value of one fact of the record itself."""
        return self._value(fact, record, self.model)

    def _value(self, fact: Fact, record: models.Model, model: type[models.Model]) -> Json:
        value = canon.of_field(model._meta.get_field(fact.name), record)
        if fact.approximate and value is not None and getattr(record, fact.approximate):
            return {"approximate": True, "value": value}
        if fact.with_details and value is not None:
            return canon.with_details(value, getattr(record, fact.name))
        return value

    def text(self, item: Fact, value: Json, names: canon.Names, model: type[models.Model] | None = None) -> str:
        """A canonical value as people read it; empty for none."""
        if isinstance(value, dict) and value.get("approximate") is True:
            return f"khoảng {self.text(item, value['value'], names, model)}"
        return canon.display((model or self.model)._meta.get_field(item.name), value, names)

    def changes(
        self, before: Mapping[str, Json] | None, after: Mapping[str, Json], names: canon.Names | None = None
    ) -> list[Change]:
        """What differs between two canonical states, each with its name; all is new when `before` is None."""
        names = names or {}
        old: Mapping[str, Json] = before or {}
        found: list[Change] = []
        for item in self.items:
            was, now = old.get(item.name), after.get(item.name)
            if was == now or (before is None and now in (None, "", [])):
                continue
            if isinstance(item, Rows):
                found += self._row_changes(item, was or [], now or [], names)
            else:
                found.append(
                    Change(
                        self.label(item),
                        self.text(item, was, names),
                        self.text(item, now, names),
                        item.name,
                        item.level,
                    )
                )
        retired = [name for name in {*old, *after} if name not in self.by_name and old.get(name) != after.get(name)]
        found += [
            Change(name, canon.plain(old.get(name)), canon.plain(after.get(name)), name, Level.MAY)
            for name in sorted(retired)
        ]
        return found

    def _row_changes(self, item: Rows, was: list[Json], now: list[Json], names: canon.Names) -> list[Change]:
        model = self.row_model(item)
        by_name = {fact.name: fact for fact in item.facts}

        def text(name: str, value: Json) -> str:
            if item.names_facts == name and value in self.by_name:
                return self.label(self.by_name[value])
            return self.text(by_name[name], value, names, model) if name in by_name else canon.plain(value)

        def label(name: str) -> str:
            return self.label(by_name[name], model) if name in by_name else name

        return [
            replace(change, level=item.level)
            for change in compare_rows(item.label, item.name, item.key, was, now, text, label)
        ]

    def missing(self, record: models.Model, item: Fact | Rows) -> Missing | None:
        """Which kind of missing a fact of `record` is; None when it is there."""
        if isinstance(item, Rows):
            if getattr(record, item.name).exists() if record.pk is None else len(getattr(record, item.name).all()):
                return None
        elif self._is_there(item, record):
            return None
        if isinstance(item, Fact) and item.not_applicable and (why := item.not_applicable(record)):
            return Missing(MissingKind.NOT_APPLICABLE, why=why)
        if item.level is Level.MUST:
            return Missing(MissingKind.OWED, owed_by=item.owed_by, asked_by=item.asked_by)
        return Missing(MissingKind.UNKNOWN)

    def _is_there(self, item: Fact, record: models.Model) -> bool:
        field = self.field(item.name)
        if field.many_to_one:
            return getattr(record, field.attname) is not None  # what it points to is not read for this
        return not canon.is_empty(canon.of_field(field, record))

    def findings(self, record: models.Model) -> list[Finding]:
        """Facts that are owed or wanted and not there, the owed ones first."""
        found = [
            Finding(item.level.value, self.label(item), item.asked_by, item.name, item.owed_by)
            for item in self.items
            if item.level is not Level.MAY
            and (missing := self.missing(record, item))
            and missing.kind is not MissingKind.NOT_APPLICABLE
        ]
        return sorted(found, key=lambda finding: finding.level != Level.MUST)

    def columns(self) -> list[Column]:
        """Heads for exports and the data dictionary."""
        return [Column(item.name, self.label(item), item.level, item.asked_by) for item in self.items]

    def references(self, facts: Mapping[str, Json]) -> set[str]:
        """Permanent ids of all records that a canonical state points to."""
        return canon.references(facts)
