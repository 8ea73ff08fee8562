"""A listing as a table: one row a record, one cell a fact, each missing value with its kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models

from cms.disclosure import canonical, kinds
from cms.disclosure.cited import Cited
from cms.disclosure.facts import BoundFacts, Fact, Level
from cms.disclosure.missing import Missing, MissingKind
from cms.listing.listing import Listing
from cms.models import BasePage
from search.models import PublicRecord


@dataclass(frozen=True)
class Head:
    """One column."""

    label: str
    is_number: bool


NOTHING_NOW = "–"
"""Of records that do not stand somehow now nothing is missing: a project without an open round."""
STATE, NOW = Head("Tình trạng", is_number=False), Head("Hiện nay", is_number=False)


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


def heads(listing: type[Listing], rows: Sequence[Cited] | None = None) -> list[Head]:
    """The state and how it stands now where nothing declared says so, then the columns that the listing declares.

    Of `rows`, if they are given, one has to stand somehow now: else the column would be empty. So with the state of
    types that have one only when they are over.
    """
    bound: BoundFacts = listing.model().facts
    return _heads_of_today(listing, rows) + [
        Head(bound.label(bound.by_name[name]), _is_number(bound.field(name))) for name in listing.shown_facts()
    ]


def table_rows(listing: type[Listing], rows: Sequence[Cited]) -> list[TableRow]:
    """The records of one page; one query."""
    bound: BoundFacts = listing.model().facts
    items = [item for name in listing.shown_facts() if isinstance(item := bound.by_name[name], Fact)]
    today, has_states = _heads_of_today(listing, rows), _has_states(listing)
    columns = list(zip(heads(listing, rows)[len(today) :], items, strict=True))
    names = _names(bound, items, rows)
    pages = (
        listing.model()._base_manager.in_bulk([cited.record.page_id for cited in rows]) if _may_not_apply(items) else {}
    )
    return [
        TableRow(
            cited,
            [_cell_of_today(head, cited, has_states=has_states) for head in today]
            + [
                Cell(head, cited.record.state_label)
                if item.name == listing.state_column and cited.record.state_label
                else _cell(head, item, cited, pages.get(cited.record.page_id), names)
                for head, item in columns
            ],
        )
        for cited in rows
    ]


def _heads_of_today(listing: type[Listing], rows: Sequence[Cited] | None) -> list[Head]:
    named = listing.model().public_state is not BasePage.public_state
    shown = named if rows is None else _has_states(listing) or any(cited.state_tags for cited in rows)
    has_state = shown and not listing.state_column
    has_now = listing.says_now() and (rows is None or any(cited.now for cited in rows))
    return [STATE] * has_state + [NOW] * has_now


def _cell_of_today(head: Head, cited: Cited, *, has_states: bool) -> Cell:
    if head is NOW:
        return Cell(head, cited.now or NOTHING_NOW)
    if text := ", ".join(tag.label for tag in cited.state_tags):
        return Cell(head, text)
    return Cell(head, missing=Missing(MissingKind.UNKNOWN)) if has_states else Cell(head, NOTHING_NOW)


def _has_states(listing: type[Listing]) -> bool:
    """Whether each record of the type stands in some state, which no column tells."""
    states = not listing.only_over and listing.model().public_state is not BasePage.public_state
    return states and not listing.state_column


def _may_not_apply(items: Sequence[Fact]) -> bool:
    return any(item.not_applicable for item in items)


def _names(bound: BoundFacts, items: Sequence[Fact], rows: Sequence[Cited]) -> dict[str, str]:
    """How the public records that columns point to are called; no query where none does."""
    values = [cited.facts.get(item.name) for item in items if bound.field(item.name).is_relation for cited in rows]
    references = set().union(*(canonical.references(value) for value in values))
    if not references:
        return {}
    return {
        str(row.record): row.title for row in PublicRecord.objects.filter(record__in=references).only("record", "title")
    }


def _cell(head: Head, item: Fact, cited: Cited, page: Any, names: Mapping[str, str]) -> Cell:
    value = cited.facts.get(item.name)
    hidden = canonical.references(value) - set(names)
    if canonical.is_empty(value) or hidden:
        return Cell(head, missing=_missing(item, page))
    bound: BoundFacts = kinds.model_of(cited.record.kind).facts  # type: ignore[union-attr] # the listed type
    return Cell(head, bound.text(item, value, names))


def _missing(item: Fact, page: Any) -> Missing:
    """As on the record's own page."""
    if item.not_applicable and page is not None and (why := item.not_applicable(page)):
        return Missing(MissingKind.NOT_APPLICABLE, why=why)
    if item.level is Level.MUST:
        return Missing(MissingKind.OWED, owed_by=item.owed_by, asked_by=item.asked_by)
    return Missing(MissingKind.UNKNOWN)


def _is_number(field: Any) -> bool:
    return isinstance(field, models.IntegerField | models.DecimalField) and not field.choices
