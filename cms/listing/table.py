"""A listing as a table: one row a record, one cell a fact, each missing value with its kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models

from cms.disclosure import canonical
from cms.disclosure.cited import Cited
from cms.disclosure.facts import BoundFacts, Fact, Level
from cms.disclosure.missing import Missing, MissingKind
from cms.listing.listing import Listing


@dataclass(frozen=True)
class Head:
    """One column."""

    label: str
    is_number: bool


@dataclass(frozen=True)
class Cell:
    """One value, or which kind of missing it is."""

    head: Head
    text: str = ""
    missing: Missing | None = None


@dataclass(frozen=True)
class TableRow:
    """One record."""

    cited: Cited
    cells: Sequence[Cell]


def heads(listing: type[Listing]) -> list[Head]:
    """The columns that the listing declares."""
    bound: BoundFacts = listing.model().facts
    return [
        Head(bound.label(bound.by_name[name]), _is_number(bound.field(name))) for name in listing.shown_facts()
    ]  # fmt: skip


def table_rows(listing: type[Listing], rows: Sequence[Cited]) -> list[TableRow]:
    """The records of one page; one query."""
    bound: BoundFacts = listing.model().facts
    items = [item for name in listing.shown_facts() if isinstance(item := bound.by_name[name], Fact)]
    columns = list(zip(heads(listing), items, strict=True))
    pages = (
        listing.model()._base_manager.in_bulk([cited.record.page_id for cited in rows]) if _may_not_apply(items) else {}
    )
    return [
        TableRow(cited, [_cell(head, item, cited, pages.get(cited.record.page_id)) for head, item in columns])
        for cited in rows
    ]


def _may_not_apply(items: Sequence[Fact]) -> bool:
    return any(item.not_applicable for item in items)


def _cell(head: Head, item: Fact, cited: Cited, page: Any) -> Cell:
    if canonical.is_empty(cited.facts.get(item.name)):
        return Cell(head, missing=_missing(item, page, cited.facts))
    return Cell(head, cited.text(item.name))


def _missing(item: Fact, page: Any, facts: Mapping[str, Any]) -> Missing:
    """As on the record's own page."""
    if item.not_applicable and page is not None and (why := item.not_applicable(page)):
        return Missing(MissingKind.NOT_APPLICABLE, why=why)
    if item.level is Level.MUST:
        return Missing(MissingKind.OWED, owed_by=item.owed_by, asked_by=item.asked_by)
    return Missing(MissingKind.UNKNOWN)


def _is_number(field: Any) -> bool:
    return isinstance(field, models.IntegerField | models.DecimalField) and not field.choices
