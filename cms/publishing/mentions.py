"""Records that show something that is not theirs: another record's name, a row of a register."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from typing import Any

from django.db.models import Model
from wagtail.models import Page

from cms.disclosure import kinds, log
from cms.disclosure.models import RecordHead
from cms.publishing.projection import write_projection
from cms.publishing.purge import purge_after_commit
from cms.registers.models import NationalRow
from search.models import PublicRecord


def pointing_fields() -> set[tuple[Any, str]]:
    """Every relation that is a fact of some kind, with the column of its model that holds the page's id."""
    return set(_pointing_fields())


def _pointing_fields() -> Iterator[tuple[Any, str]]:
    for model in kinds.all_kinds().values():
        bound = model.facts
        for fact in bound.singles:
            field = bound.field(fact.name)
            if field.is_relation:
                yield field, "pk"
        for relation in bound.relations:
            parental = model._meta.get_field(relation.name).field.attname
            for fact in relation.facts:
                field = bound.row_model(relation)._meta.get_field(fact.name)
                if field.is_relation:
                    yield field, parental


def pages_showing(row: Model) -> set[int]:
    """Ids of the pages that point to `row` by a fact of theirs or of their children; drafts may be among them.

    A row of law is shown by whoever points to another row of its code, or to a row of law that shows it.
    """
    found: set[int] = set()
    for model, idents in _with_rows_that_show(row).items():
        for field, page_column in pointing_fields():
            if issubclass(model, field.related_model):
                pointing = field.model._default_manager.filter(**{f"{field.name}__in": idents})
                found |= set(pointing.values_list(page_column, flat=True))
    return found


def _with_rows_that_show(row: Model) -> dict[type[Any], set[Any]]:
    found: dict[type[Any], set[Any]] = {}
    waiting: list[tuple[type[Any], set[Any]]] = [(type(row), {row.pk})]
    while waiting:
        model, idents = waiting.pop()
        if issubclass(model, NationalRow):
            codes = model._default_manager.filter(pk__in=idents).values("code")
            idents = set(model._default_manager.filter(code__in=codes).values_list("pk", flat=True))
        new = idents - found.get(model, set())
        if not new:
            continue
        found.setdefault(model, set()).update(new)
        for relation in model._meta.get_fields(include_hidden=True):
            if relation.one_to_many and issubclass(relation.related_model, NationalRow):
                showing = relation.related_model._default_manager.filter(**{f"{relation.field.name}__in": new})
                waiting.append((relation.related_model, set(showing.values_list("pk", flat=True))))
    return found


def heads_showing(row: Model) -> list[RecordHead]:
    """The public records that show `row`, site by site, so that two acts lock the logs in one order."""
    heads = RecordHead.objects.visible().filter(page_id__in=pages_showing(row))
    return list(heads.order_by("site_id", "page_id"))


def name_before(record: uuid.UUID) -> tuple[str, str] | None:
    """Number and title by which the public knows a record now; None for one that is not public."""
    return PublicRecord.objects.filter(record=record).values_list("number", "title").first()


def refresh_mentions(row: Model) -> None:
    """Write the public records that show `row` anew: a name that is public no longer is found by nobody."""
    for head in heads_showing(row):
        page = Page.objects.get(pk=head.page_id).specific
        last = log.last_facts(head.record)
        if last is not None and page.record == head.record:
            write_projection(page, last.facts, head)
            purge_after_commit(head.site_id, head.address)
