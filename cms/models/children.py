"""Reading a record's children with a number of queries that does not grow with them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db import models
from django.db.models import Q
from wagtail.models import Page

from cms.disclosure import canonical
from cms.disclosure.cited import last_facts
from cms.disclosure.facts import BoundFacts, Rows
from cms.registers.models import LegalReference, NationalRow, WardRegister
from search.models import PublicRecord

LAW = (LegalReference, NationalRow)
"""Registers whose rows facts name by their code."""
LawRows = dict[str, list[Any]]
"""By code, all its rows."""
Pointing = dict[type[models.Model], list[tuple[Any, Any]]]
"""By model, the rows with a field that points to it."""
NOT_PUBLIC = 0
"""In place of the id of a record that nobody sees: that there is one may be known, not which."""


def load_children(page: Any) -> None:
    """Read every disclosed relation at most once, and what the page and its rows point to with one query a model.

    Rows that hold values, point to other records or to registers are made from the last published facts, which are read
    anyway; so are relations that are empty there. Only rows that point to files, or of which something is withheld, are
    asked for. Rows of law come with all rows of their codes (`page.law_rows`): what counts on the day is among them.

    Other pages are left out: they are shown by their public records (`BasePage.public_links`), never by their rows.
    The rows then stay in memory, as those of a preview do.
    """
    bound = type(page).facts
    published = last_facts([page.record]).get(page.record, {}) if page.live else {}
    in_memory = getattr(page, "_cluster_related_objects", None) or {}  # the rows of a preview: they are not asked for
    ids = _page_ids(page, published) if not in_memory else {}
    told = [
        relation
        for relation in bound.relations
        if relation.name not in in_memory
        and relation.withheld is None  # the facts do not tell what is kept back from what nobody counted
        and _is_told(published.get(relation.name), _fields(bound, relation))
    ]
    pointing: Pointing = defaultdict(list)
    _note(pointing, [page], [bound.field(single.name) for single in bound.singles])
    for relation in bound.relations:
        if relation not in told:
            _note(pointing, _rows_of(page, relation), _fields(bound, relation))
    page.law_rows = _law_rows(bound, told, published, pointing)
    named = page.law_rows | _ward_rows(page, told, published, pointing)
    for relation in told:
        manager = getattr(page, relation.name)
        made = _made_of_facts(bound.row_model(relation), relation, published[relation.name], ids, named)
        if made is None:
            _note(pointing, _rows_of(page, relation), _fields(bound, relation))
        else:
            manager.set(made)
    for target, places in pointing.items():
        wanted = {getattr(row, field.attname) for row, field in places} - {None}
        found = {row.pk: row for rows in named.get(target, {}).values() for row in rows}
        if missing := wanted - found.keys():
            found |= target._default_manager.order_by().in_bulk(missing)
        for row, field in places:
            if (ident := getattr(row, field.attname)) in found:
                setattr(row, field.name, found[ident])


def _fields(bound: BoundFacts, relation: Rows) -> list[Any]:
    model = bound.row_model(relation)
    return [model._meta.get_field(fact.name) for fact in relation.facts]


def _rows_of(page: Any, relation: Rows) -> list[Any]:
    """The rows as they are, with the files and the ward's register rows that they point to; they stay in memory."""
    manager = getattr(page, relation.name)
    if relation.name not in page.__dict__.setdefault("_cluster_related_objects", {}):
        beside = [field for field in _fields(type(page).facts, relation) if field.many_to_one and not _is_named(field)]
        manager.set(list(manager.get_live_queryset().select_related(*(field.name for field in beside))))
    rows: list[Any] = manager.get_object_list()
    return rows


def _note(pointing: Pointing, rows: Iterable[Any], fields: Iterable[Any]) -> None:
    """Remember which of the rows' fields point to something to be read."""
    for field in fields:
        if field.many_to_one and not issubclass(field.related_model, Page):
            pointing[field.related_model] += [(row, field) for row in rows if not field.is_cached(row)]


def _law_rows(
    bound: BoundFacts, told: Iterable[Rows], published: dict[str, Any], pointing: Pointing
) -> dict[type[models.Model], LawRows]:
    """All rows of each code that the facts name or that rows of the database point to; one query a register."""
    codes: dict[Any, set[str]] = defaultdict(set)
    for relation in told:
        for field in _fields(bound, relation):
            if _is_law(field):
                values = [row.get(field.name) for row in published[relation.name]]
                codes[field.related_model] |= {value["key"] for value in values if value}
    found: dict[type[models.Model], LawRows] = {}
    models_of_law = {*codes, *(model for model in pointing if issubclass(model, LAW))}
    for model in sorted(models_of_law, key=lambda model: not _leads_on(model)):
        pks = {getattr(row, field.attname) for row, field in pointing.get(model, [])} - {None}
        if codes[model] or pks:
            by_code: LawRows = defaultdict(list)
            for law_row in model._default_manager.all_of(codes[model], pks):
                by_code[law_row.code].append(law_row)
                for field in _leads_on(model):
                    if (other := getattr(law_row, field.name)) is not None:
                        codes[field.related_model].add(other.code)
            found[model] = dict(by_code)
    return found


def _ward_rows(
    page: Any, told: Iterable[Rows], published: dict[str, Any], pointing: Pointing
) -> dict[type[models.Model], LawRows]:
    """Rows of the ward's registers that the facts name by their keys or that the page points to; one query a register.

    A shared row may have the key of one of the ward's own: both are given.
    """
    keys: dict[Any, set[str]] = defaultdict(set)
    for relation in told:
        for field in _fields(type(page).facts, relation):
            if _is_of_ward(field):
                values = [row.get(field.name) for row in published[relation.name]]
                keys[field.related_model] |= {value["key"] for value in values if value}
    found: dict[type[models.Model], LawRows] = {}
    for model, wanted in keys.items():
        if not wanted:
            continue
        pks = {getattr(row, field.attname) for row, field in pointing.get(model, [])} - {None}
        usable = Q(site_id=page.site_id_of_portal) | Q(site_id=None)
        by_key: LawRows = defaultdict(list)
        for row in model._default_manager.filter(usable & Q(key__in=wanted) | Q(pk__in=pks)).order_by():
            by_key[row.key].append(row)
        found[model] = dict(by_key)
    return found


def _leads_on(model: Any) -> list[Any]:
    """Fields of a register of law that point to another one of which the day decides as well: a group's form."""
    fields: list[Any] = [field for field in model._meta.fields if field.name in model.shown_with and field.many_to_one]
    return [field for field in fields if issubclass(field.related_model, NationalRow) and field.related_model != model]


def _page_ids(page: Any, published: dict[str, Any]) -> dict[str, int]:
    """Ids of the public records that the facts point to, by permanent id; the page's own links are read with them."""
    if not published:
        return {}
    wanted = Q(record__in=canonical.references(published)) | page.links_beside
    records = PublicRecord.objects.filter(wanted).order_by().defer("body", "files_text", "keys")
    page.public_links = {record.page_id: record for record in records}
    return {str(record.record): record.page_id for record in page.public_links.values()}


def _made_of_facts(
    model: type[models.Model],
    relation: Rows,
    published: list[dict[str, Any]],
    ids: dict[str, int],
    named: dict[type[models.Model], LawRows],
) -> list[models.Model] | None:
    """Rows as they were published, in their order; None when a register's row that they name cannot be told."""
    fields: dict[str, Any] = {fact.name: model._meta.get_field(fact.name) for fact in relation.facts}
    rows = []
    for order, values in enumerate(published):
        row = model(sort_order=order)
        for fact in relation.facts:
            value = values.get(fact.name)
            if fact.approximate:
                setattr(row, fact.approximate, isinstance(value, dict))
                value = value["value"] if isinstance(value, dict) else value
            field = fields[fact.name]
            if value is None:
                continue
            if _is_law(field) or _is_of_ward(field):
                pointed_to = _named(value, named.get(field.related_model, {}).get(value["key"], []), _is_law(field))
                if pointed_to is None:
                    return None
                setattr(row, fact.name, pointed_to)
            elif field.is_relation:
                setattr(row, field.attname, ids.get(value["record"], NOT_PUBLIC))
            else:
                setattr(row, fact.name, field.to_python(value))
        rows.append(row)
    return rows


def _named(value: dict[str, Any], rows: list[Any], of_law: bool) -> Any:
    """The row that a fact names: of those with its key the one with its text; None when there is none.

    Of rows of law with one text any will do: the day decides which one counts. Of a ward's there must be one.
    """
    told = [row for row in rows if canonical.reference(row)["text"] == value["text"]]
    return told[-1] if told and (of_law or len(told) == 1) else None


def _is_told(rows: list[dict[str, Any]] | None, fields: Iterable[Any]) -> bool:
    """Whether rows can be made of what the facts say of them: of values, records and rows of law."""
    return rows is not None and (not rows or all(not field.is_relation or _is_named(field) for field in fields))


def _is_named(field: Any) -> bool:
    return bool(field.many_to_one and (issubclass(field.related_model, Page) or _is_law(field) or _is_of_ward(field)))


def _is_of_ward(field: Any) -> bool:
    return bool(field.many_to_one and issubclass(field.related_model, WardRegister))


def _is_law(field: Any) -> bool:
    return bool(field.many_to_one and issubclass(field.related_model, LAW))
