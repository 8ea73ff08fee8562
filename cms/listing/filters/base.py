"""What every filter of a listing is, said once: name in the address, label, how it is read, how it narrows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, ClassVar

import django_filters
from django.db.models import Exists, Field, Model, OuterRef, QuerySet
from django.db.models.constants import LOOKUP_SEP

from cms.values.fields import PartialDateField
from search.models import PublicRecord, PublicRecordQuerySet

if TYPE_CHECKING:
    AnyField = Field[Any, Any]
else:
    AnyField = Field

NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
"""How a parameter may be called."""


def field_at(model: type[Model], path: str) -> AnyField:
    """The field that a path names, relations followed. Raises FieldDoesNotExist."""
    head, _, rest = path.partition(LOOKUP_SEP)
    field: Any = model._meta.get_field(head)
    return field_at(field.related_model, rest) if rest else field


class Filter(django_filters.Filter):
    """One filter; `path` leads from the listed type to a field, relations included ("home_types__sale_price").

    A record is kept when its page's row, which is public as long as the record is, satisfies the filter.
    """

    template: ClassVar[str]
    """How the form shows it."""
    suffixes: ClassVar[tuple[str, ...]] = ("",)

    def __init__(self, param: str, label: str, path: str = "", **extra: Any) -> None:
        if not NAME.fullmatch(param):
            raise ValueError(f"no name for an address: {param!r}")
        super().__init__(field_name=path, label=label, **extra)
        self.param, self.path = param, path

    @property
    def names(self) -> tuple[str, ...]:
        """Its parameters in the address."""
        return tuple(f"{self.param}{suffix}" for suffix in self.suffixes)

    @property
    def listed(self) -> QuerySet[Any]:
        """All rows of the listed type, public or not: to be joined to public records, never shown."""
        rows: QuerySet[Any] = self.parent.listing.model()._base_manager.order_by()
        return rows

    @property
    def column(self) -> AnyField:
        """The field at the end of the path."""
        return field_at(self.parent.listing.model(), self.path)

    @property
    def ordered_path(self) -> str:
        """The path for comparisons: a partial date is compared by its companion."""
        return f"{self.path}_sort" if isinstance(self.column, PartialDateField) else self.path

    def joined(self, records: PublicRecordQuerySet, **condition: Any) -> PublicRecordQuerySet:
        """The records whose own row satisfies a condition."""
        return records.filter(Exists(self.listed.filter(pk=OuterRef("page_id"), **condition)))

    def filter(self, qs: PublicRecordQuerySet, value: Any) -> PublicRecordQuerySet:
        """As django_filters calls it: all of them where nothing is chosen."""
        return self.narrow(qs, value) if value else qs

    def narrow(self, records: PublicRecordQuerySet, value: Any) -> PublicRecordQuerySet:
        """The records that satisfy a value that is not empty."""
        raise NotImplementedError

    def pairs(self, value: Any) -> list[tuple[str, str]]:
        """How a value stands in the address."""
        raise NotImplementedError

    def without_each(self, value: Any) -> list[tuple[str, Any]]:
        """What is said of each part of a value, and the value without it."""
        raise NotImplementedError

    def said(self, value: Any) -> str:
        """A whole value in words."""
        return ", ".join(text for text, _ in self.without_each(value))


def public(site_id: int, kind: str) -> PublicRecordQuerySet:
    """The public records of a kind without the long texts."""
    return PublicRecord.objects.on_site(site_id).of_kind(kind).defer("body", "files_text", "keys")
