"""Records that show something that is not theirs: another record's name, a row of a register."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from functools import cache
from typing import Any

from django.db import connection
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
    parts, values = list[str](), list[Any]()
    for model, idents in _with_rows_that_show(row).items():
        places = ", ".join(["%s"] * len(idents))
        for part in _parts(model, tuple(kinds.all_kinds().values())):  # type: ignore[arg-type] # classes have hashes
            parts.append(f"{part} IN ({places})")
            values += idents
    if not parts:
        return set()
    with connection.cursor() as cursor:
        cursor.execute(" UNION ".join(parts), values)
        return {ident for (ident,) in cursor.fetchall()}


@cache
def _parts(model: type[Model], all_kinds: tuple[type[Any], ...]) -> tuple[str, ...]:
    """For each relation that may point to a row of `model` the statement that finds the pages, up to the row's ids.

    There are dozens of them, asked at each act that names a record anew: Django would take longer to write them each
    time than the database to answer all of them in one.
    """
    quoted = connection.ops.quote_name

    def part(field: Any, page_column: str) -> str:
        if field.many_to_many:
            table, page, pointer = field.m2m_db_table(), field.m2m_column_name(), field.m2m_reverse_name()
        else:
            of_row = field.model._meta
            table, page, pointer = of_row.db_table, of_row.pk.column, field.column
            if page_column != "pk":
                page = next(one.column for one in of_row.concrete_fields if one.attname == page_column)
        return f"SELECT {quoted(page)} FROM {quoted(table)} WHERE {quoted(pointer)}"

    fields = sorted(pointing_fields(), key=lambda found: (found[0].model._meta.label, found[0].name))
    return tuple(part(*found) for found in fields if issubclass(model, found[0].related_model))


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
