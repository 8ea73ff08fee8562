"""Filters by one or several of the values in use, each with the number of records it brings."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, ClassVar

from django.db.models import (
    Case,
    CharField,
    Count,
    Exists,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    TextChoices,
    Value,
    When,
)
from django.db.models.functions import Cast, Concat, ExtractYear

from cms.listing.fields import Chosen, ChosenField
from cms.listing.filters.base import Filter
from cms.registers.models.place import place_name
from cms.values.text import vietnamese_sort_key
from search.models import PublicRecord, PublicRecordQuerySet

TEXT = CharField()
Condition = Callable[[date], Q]
"""What holds of a row of the listed type on a day."""
_KEY = re.compile(r"[\w-]{1,120}", re.ASCII)
_LINE = re.compile(r"\S.{0,119}")
_YEAR = re.compile(r"[12]\d{3}", re.ASCII)


class Matching:
    """All values of one spelling: those in use are known to the database only."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.pattern = pattern

    def __contains__(self, value: object) -> bool:
        return isinstance(value, str) and self.pattern.fullmatch(value) is not None


@dataclass(frozen=True)
class Option:
    """A value in use: in the address, for people, how many records it brings, whether it is chosen."""

    value: str
    label: str
    count: int
    selected: bool = False


class Options(Filter):
    """Any of the chosen values may hold."""

    template = "listing/_options.html"
    in_use_only: ClassVar = True
    """Whether the values are those of the records; else they are a vocabulary in code."""

    def known(self) -> Container[str]:
        """What may stand in the address."""
        return Matching(_KEY)

    @property
    def field(self) -> ChosenField:
        """A field that knows the values."""
        return ChosenField(known=self.known(), label=self.label, required=False)

    def value_expression(self) -> Any:
        """The value of a row of the listed type, as in the address."""
        return Cast(F(self.path), TEXT)

    def label_expression(self) -> Any:
        """What people read of a row's value; empty where code knows it."""
        return Value("", TEXT)

    def counts(self, records: PublicRecordQuerySet) -> list[QuerySet[Any, Any]]:
        """Parts of one counting query, with rows of (filter, value, label, number of records)."""
        rows = self.listed.filter(pk__in=records.order_by().values("page_id"))
        return [self.grouped(rows, self.value_expression(), self.label_expression())]

    def grouped(self, rows: QuerySet[Any], value: Any, label: Any) -> QuerySet[Any, Any]:
        """Rows as the counting query of a listing unites them."""
        return (
            rows.annotate(found_in=Value(self.param, TEXT), found_value=value, found_label=label)
            .values("found_in", "found_value", "found_label")
            .annotate(found_count=Count("pk", distinct=True))
        )

    def label_of(self, value: str, label: str) -> str:
        """What people read, from a value and the label of its row."""
        return label or value

    def options(self, counted: Mapping[str, tuple[str, int]], chosen: Chosen) -> list[Option]:
        """The values in use and those chosen, in the order of the form; `counted` has label and number by value."""
        found = [Option(value, label, count, value in chosen.values) for value, (label, count) in counted.items()]
        return self.in_order(found)

    def in_order(self, options: Iterable[Option]) -> list[Option]:
        """By label, as Vietnamese dictionaries do."""
        return sorted(options, key=lambda option: vietnamese_sort_key(option.label))

    def narrow(self, records: PublicRecordQuerySet, value: Chosen) -> PublicRecordQuerySet:
        """The records with any of the values."""
        return self.joined(records, **{f"{self.path}__in": value.values})

    def pairs(self, value: Chosen) -> list[tuple[str, str]]:
        """Once each."""
        return [(self.param, one) for one in value.values]

    def without_each(self, value: Chosen) -> list[tuple[str, Any]]:
        """One chip a value."""
        return [
            (self.label_in_chip(one), replace(value, values=tuple(other for other in value.values if other != one)))
            for one in value.values
        ]

    def label_in_chip(self, value: str) -> str:
        """What people read of a chosen value."""
        return str(self.parent.labels.get((self.param, value), value))


class Choice(Options):
    """Of a vocabulary (`TextChoices`) at `path`, in its own order."""

    in_use_only = False

    def vocabulary(self) -> dict[str, str]:
        """Values with their labels."""
        return {str(value): str(label) for value, label in self.column.flatchoices if value}

    def known(self) -> Container[str]:
        """The vocabulary."""
        return self.vocabulary()

    def label_of(self, value: str, label: str) -> str:
        """The vocabulary's label."""
        return self.vocabulary().get(value, value)

    def label_in_chip(self, value: str) -> str:
        """The vocabulary's label."""
        return self.label_of(value, "")

    def in_order(self, options: Iterable[Option]) -> list[Option]:
        """As the vocabulary goes."""
        order = list(self.vocabulary())
        return sorted(options, key=lambda option: order.index(option.value) if option.value in order else len(order))


class Spelled(Options):
    """A short text of the type at `path`, as its editors spelled it ("Đối tượng, điều kiện")."""

    def known(self) -> Container[str]:
        """Any line."""
        return Matching(_LINE)


class YesNo(Choice):
    """A yes or no at `path`; what nobody has said is in neither."""

    def vocabulary(self) -> dict[str, str]:
        """Both."""
        return {"co": "Có", "khong": "Không"}

    def value_expression(self) -> Any:
        """As in the address."""
        return Case(
            When(**{self.path: True}, then=Value("co")), When(**{self.path: False}, then=Value("khong")), default=None,
            output_field=TEXT,
        )  # fmt: skip

    def narrow(self, records: PublicRecordQuerySet, value: Chosen) -> PublicRecordQuerySet:
        """By the flag."""
        return self.joined(records, **{f"{self.path}__in": [one == "co" for one in value.values]})


class Conditions(Choice):
    """Of some named conditions on the listed rows, each of which may depend on the day ("đang mở", "cho thuê")."""

    def __init__(self, param: str, label: str, conditions: Mapping[str, tuple[str, Condition]]) -> None:
        super().__init__(param, label)
        self.conditions = conditions

    def vocabulary(self) -> dict[str, str]:
        """The names of the conditions."""
        return {value: label for value, (label, _) in self.conditions.items()}

    def counts(self, records: PublicRecordQuerySet) -> list[QuerySet[Any, Any]]:
        """One part a condition, since a record may satisfy several."""
        return [
            self.grouped(self.narrow(records, Chosen((value,))).order_by(), Value(value, TEXT), Value("", TEXT))
            for value in self.conditions
        ]

    def narrow(self, records: PublicRecordQuerySet, value: Chosen) -> PublicRecordQuerySet:
        """By any of the conditions, as they are today."""
        any_of = Q()
        for one in value.values:
            rows = self.listed.filter(self.conditions[one][1](self.parent.day), pk=OuterRef("page_id"))
            any_of |= Q(Exists(rows))
        return records.filter(any_of)


class Flag(Conditions):
    """One box to tick: the rows that satisfy `when`."""

    def __init__(self, param: str, label: str, when: Condition, says: str = "Có") -> None:
        super().__init__(param, label, {"co": (says, when)})

    def label_in_chip(self, value: str) -> str:
        """Which box it is."""
        return str(self.label)


class Related(Options):
    """A row of a register at `path` ("investor"): its key in the address, its name for people."""

    def value_expression(self) -> Any:
        """The key."""
        return F(f"{self.path}__key")

    def label_expression(self) -> Any:
        """The name."""
        return F(f"{self.path}__name")

    def narrow(self, records: PublicRecordQuerySet, value: Chosen) -> PublicRecordQuerySet:
        """By key."""
        return self.joined(records, **{f"{self.path}__key__in": value.values})


class Places(Related):
    """The places that records lie in, called as on the records."""

    def __init__(self, param: str = "dia-ban", label: str = "Địa bàn", path: str = "places") -> None:
        super().__init__(param, label, path)

    def label_expression(self) -> Any:
        """Kind and name: what a place is called follows from both."""
        return Concat(F(f"{self.path}__kind"), Value("|"), F(f"{self.path}__name"), output_field=TEXT)

    def label_of(self, value: str, label: str) -> str:
        """With the kind in front where the name does not begin with it."""
        kind, _, name = label.partition("|")
        return place_name(kind, name)


class Linked(Options):
    """Another record at `path` ("project"): its slug in the address, its title for people; none that is not public."""

    def value_expression(self) -> Any:
        """The slug, which is public as the page is."""
        return Case(When(Exists(self._target(f"{self.path}_id")), then=F(f"{self.path}__slug")), output_field=TEXT)

    def label_expression(self) -> Any:
        """The title of the public record."""
        return Subquery(self._target(f"{self.path}_id").values("title")[:1], output_field=TEXT)

    def _target(self, column: str) -> PublicRecordQuerySet:
        return PublicRecord.objects.on_site(self.parent.site_id).order_by().filter(page_id=OuterRef(column))

    def narrow(self, records: PublicRecordQuerySet, value: Chosen) -> PublicRecordQuerySet:
        """By slug, among the public ones."""
        rows = self.listed.filter(Exists(self._target(f"{self.path}_id")), pk=OuterRef("page_id"))
        return records.filter(Exists(rows.filter(**{f"{self.path}__slug__in": value.values})))


class OfRecord(Options):
    """A column of the public record itself; `labels` names the column with what people read."""

    def __init__(self, param: str, label: str, column: str, labels: str = "") -> None:
        super().__init__(param, label, column)
        self.labels = labels or column

    def counts(self, records: PublicRecordQuerySet) -> list[QuerySet[Any, Any]]:
        """Straight from the records."""
        return [self.grouped(records.order_by(), Cast(F(self.path), TEXT), Cast(F(self.labels), TEXT))]

    def narrow(self, records: PublicRecordQuerySet, value: Chosen) -> PublicRecordQuerySet:
        """By the column."""
        return records.filter(**{f"{self.path}__in": value.values})


class State(OfRecord):
    """The state that lists show; where its vocabulary is given, in that order and nothing besides."""

    def __init__(
        self, param: str = "tinh-trang", label: str = "Tình trạng", vocabulary: type[TextChoices] | None = None
    ) -> None:
        super().__init__(param, label, "state", "state_label")
        self.vocabulary = {str(value): str(text) for value, text in vocabulary.choices} if vocabulary else {}

    def known(self) -> Container[str]:
        """The vocabulary, any word without one."""
        return self.vocabulary or super().known()

    def in_order(self, options: Iterable[Option]) -> list[Option]:
        """As the vocabulary has them."""
        ordered = super().in_order(options)
        if not self.vocabulary:
            return ordered
        order = list(self.vocabulary)
        return sorted(ordered, key=lambda option: order.index(option.value) if option.value in order else len(order))


class Year(OfRecord):
    """The year of the record's own date, newest first."""

    def __init__(self, param: str = "nam", label: str = "Năm") -> None:
        super().__init__(param, label, "year")

    def known(self) -> Container[str]:
        """Four digits."""
        return Matching(_YEAR)

    def in_order(self, options: Iterable[Option]) -> list[Option]:
        """Newest first."""
        return sorted(options, key=lambda option: option.value, reverse=True)


class YearOf(Year):
    """The year of a date or partial date of the type."""

    def __init__(self, param: str, label: str, path: str) -> None:
        Options.__init__(self, param, label, path)

    def counts(self, records: PublicRecordQuerySet) -> list[QuerySet[Any, Any]]:
        """From the rows of the type."""
        return Options.counts(self, records)

    def value_expression(self) -> Any:
        """The year of the day by which the date is sorted."""
        return Cast(ExtractYear(self.ordered_path), TEXT)

    def narrow(self, records: PublicRecordQuerySet, value: Chosen) -> PublicRecordQuerySet:
        """By year."""
        return self.joined(records, **{f"{self.ordered_path}__year__in": [int(one) for one in value.values]})
