"""Reading a record's children with a number of queries that does not grow with them."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from django.db import models
from django.db.models import Q
from wagtail.models import Page

from cms.disclosure import canonical
from cms.disclosure.cited import last_facts
from cms.disclosure.facts import Rows
from search.models import PublicRecord

NOT_PUBLIC = 0
"""In place of the id of a record that nobody sees: that there is one may be known, not which."""


def load_children(page: Any) -> None:
    """Read every disclosed relation at most once, and what the page and its rows point to with one query a model.

    Rows that hold values or point to other records are made from the last published facts, which are read anyway; so
    are relations that are empty there. Only rows that point to files or registers are asked for.

    Other pages are left out: they are shown by their public records (`BasePage.public_links`), never by their rows.
    The rows then stay in memory, as those of a preview do.
    """
    bound = type(page).facts
    pointing: dict[type[models.Model], list[tuple[Any, Any]]] = defaultdict(list)
    published = last_facts([page.record]).get(page.record, {}) if page.live else {}
    in_memory = getattr(page, "_cluster_related_objects", None) or {}  # the rows of a preview: they are not asked for
    ids = _page_ids(page, published) if not in_memory else {}
    for relation in bound.relations:
        manager = getattr(page, relation.name)
        rows_published = published.get(relation.name)
        if relation.name not in in_memory and rows_published is not None:
            if made := _made_of_facts(page, relation, rows_published, ids):
                manager.set(made)
            elif not rows_published:
                manager.set([])
        rows = manager.get_object_list()
        model = bound.row_model(relation)
        for fact in relation.facts:
            field = model._meta.get_field(fact.name)
            if field.many_to_one and not issubclass(field.related_model, Page):
                pointing[field.related_model] += [(row, field) for row in rows]
    for single in bound.singles:
        field = bound.field(single.name)
        if field.many_to_one and not issubclass(field.related_model, Page):
            pointing[field.related_model].append((page, field))
    for target, places in pointing.items():
        wanted = {getattr(row, field.attname) for row, field in places} - {None}
        found = target._default_manager.in_bulk(wanted) if wanted else {}
        for row, field in places:
            if (ident := getattr(row, field.attname)) in found:
                setattr(row, field.name, found[ident])


def _page_ids(page: Any, published: dict[str, Any]) -> dict[str, int]:
    """Ids of the public records that the facts point to, by permanent id; the page's own links are read with them."""
    if not published:
        return {}
    wanted = Q(record__in=canonical.references(published)) | page.links_beside
    records = PublicRecord.objects.filter(wanted).defer("body", "files_text", "keys")
    page.public_links = {record.page_id: record for record in records}
    return {str(record.record): record.page_id for record in page.public_links.values()}


def _made_of_facts(
    page: Any, relation: Rows, published: list[dict[str, Any]], ids: dict[str, int]
) -> list[models.Model]:
    """Rows as they were published, in their order; none when one of their facts points to what is no record."""
    model = type(page).facts.row_model(relation)
    fields: dict[str, Any] = {fact.name: model._meta.get_field(fact.name) for fact in relation.facts}
    if any(field.is_relation and not _is_record(field) for field in fields.values()):
        return []
    rows = []
    for order, values in enumerate(published):
        row = model(sort_order=order)
        for fact in relation.facts:
            value = values.get(fact.name)
            if fact.approximate:
                setattr(row, fact.approximate, isinstance(value, dict))
                value = value["value"] if isinstance(value, dict) else value
            field = fields[fact.name]
            if value is not None and field.is_relation:
                setattr(row, field.attname, ids.get(value["record"], NOT_PUBLIC))
            elif value is not None:
                setattr(row, fact.name, field.to_python(value))
        rows.append(row)
    return rows


def _is_record(field: Any) -> bool:
    return bool(field.many_to_one and issubclass(field.related_model, Page))
