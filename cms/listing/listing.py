"""How the records of one type are found: filters, orders and columns, declared once; and the register of it all."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from django.db.models import F, Model, OuterRef, Subquery
from django.db.models.constants import LOOKUP_SEP

from cms.disclosure import kinds
from cms.listing.filters import Filter, Places, State, Words, Year
from cms.listing.filters.base import field_at
from cms.values.fields import PartialDateField
from search.models import PublicRecord, PublicRecordQuerySet

Geometry = Mapping[str, Any]

BY_RELEVANCE = "lien-quan"


@dataclass(frozen=True)
class Order:
    """One order: its name in the address, its label, and a field of the type or column of the record ("-land_area").

    What has no value stands last; among equals the newest record stands first.
    """

    name: str
    label: str
    path: str = ""
    of_record: bool = False
    ahead: bool = False
    """Whether only days from today on count: a deadline that has passed is nobody's next one."""
    nearest: str = ""
    """Of what is equal stands first what has the nearest day from today on in this field of the type."""

    def apply(
        self, records: PublicRecordQuerySet, model: type[Model], day: datetime.date | None = None
    ) -> PublicRecordQuerySet:
        """The records in this order, as it is on `day`."""
        usual = PublicRecord._meta.ordering or ()
        if not self.path:
            return records.order_by(*usual)
        path = self.path.removeprefix("-")
        if not self.of_record:
            if isinstance(field_at(model, path), PartialDateField):
                path = f"{path}_sort"
            row = model._base_manager.order_by(path).filter(pk=OuterRef("page_id"))  # of several children the first
            if self.ahead and day is not None:
                row = row.filter(**{f"{path}__gte": day})
            if LOOKUP_SEP in path:
                row = row.exclude(**{f"{path}__isnull": True})
            if self.path.startswith("-"):
                row = row.reverse()
            records = records.annotate(found_order=Subquery(row.values(path)[:1]))
            path = "found_order"
        descending = self.path.startswith("-")
        first = F(path).desc(nulls_last=True) if descending else F(path).asc(nulls_last=True)
        if self.nearest and day is not None:
            coming = model._base_manager.filter(pk=OuterRef("page_id"), **{f"{self.nearest}__gte": day}).order_by()
            records = records.annotate(found_day=Subquery(coming.values(self.nearest)[:1]))
            return records.order_by(first, F("found_day").asc(nulls_last=True), *usual)
        return records.order_by(first, *usual)


NEWEST = Order("moi-nhat", "Mới nhất")
CHANGED = Order("moi-cap-nhat", "Mới cập nhật", "-changed_at", of_record=True)
RELEVANCE = Order(BY_RELEVANCE, "Liên quan nhất")


class Listing:
    """The declaration for one kind; a subclass with `kind` makes itself known.

    A kind without one gets these defaults.
    """

    kind: ClassVar[str]
    noun: ClassVar[str] = "hồ sơ"
    """What is counted: "5 dự án"."""
    filters: ClassVar[tuple[Filter, ...]] = (State(), Places(), Year())
    columns: ClassVar[tuple[str, ...]] = ()
    """Facts of the table; those of the cards when empty."""
    state_column: ClassVar = ""
    """The fact in whose place table and files show the record's state: what was typed, carried on to today.

    A type with states and without such a fact gets a column of its own in the table.
    """
    only_over: ClassVar = False
    """Whether records of the type have a state only when they are over: of the others nothing is missing."""
    orders: ClassVar[tuple[Order, ...]] = (NEWEST, CHANGED)
    """The first one holds where none is asked for."""
    table_first: ClassVar = False
    """Whether the table is shown where no view is asked for."""

    def __init_subclass__(cls, **kwargs: Any) -> None:
        """Enter the declaration. Raises ValueError for a second one of the same kind, or two filters of one name."""
        super().__init_subclass__(**kwargs)
        known = _listings.get(cls.kind)
        if known is not None and known.__qualname__ != cls.__qualname__:
            raise ValueError(f"two listings of kind {cls.kind}: {known.__qualname__}, {cls.__qualname__}")
        names = [name for one in cls.all_filters() for name in one.names]
        if len(names) != len(set(names)):
            raise ValueError(f"{cls.__qualname__} has two filters of one name: {names}")
        _listings[cls.kind] = cls

    @classmethod
    def all_filters(cls) -> tuple[Filter, ...]:
        """The search box, which every listing has, and the declared ones."""
        return (_words, *cls.filters)

    @classmethod
    def model(cls) -> type[Any]:
        """The listed type. Raises LookupError for a kind that no model has."""
        model = kinds.model_of(cls.kind)
        if model is None:
            raise LookupError(cls.kind)
        return model

    @classmethod
    def shown_facts(cls) -> tuple[str, ...]:
        """The columns of the table."""
        return cls.columns or tuple(getattr(cls.model(), "card_facts", ()))

    @classmethod
    def geometry(cls, facts: Mapping[str, Any]) -> Geometry | None:
        """The GeoJSON geometry of a record, from its published facts; types with a shape say how."""
        return None

    @classmethod
    def now(cls, records: Sequence[PublicRecord], day: datetime.date) -> Mapping[uuid.UUID, str]:
        """How records stand on `day` where other records decide it, by permanent id; types that know it say how."""
        return {}

    @classmethod
    def says_now(cls) -> bool:
        """Whether the type overrides `now`."""
        return cls.now.__func__ is not Listing.now.__func__  # type: ignore[attr-defined] # bound class methods

    @classmethod
    def has_shape(cls) -> bool:
        """Whether the type overrides `geometry`."""
        return cls.geometry.__func__ is not Listing.geometry.__func__  # type: ignore[attr-defined] # bound class methods


_words = Words()
_listings: dict[str, type[Listing]] = {}


def is_declared(kind: str) -> bool:
    """Whether a kind has a listing of its own."""
    return kind in _listings


def listing_of(kind: str) -> type[Listing]:
    """The declaration of a kind; for a kind without one, the defaults."""
    known = _listings.get(kind)
    return known if known is not None else type(f"Listing of {kind}", (Listing,), {"kind": kind})
