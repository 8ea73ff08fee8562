"""Adding many new pages at once and making them public: the same rows as one by one, in few statements.

For the demonstration, imports and content to measure with. What a form would have refused is looked at only where
`clean` is asked for: otherwise whoever calls brings pages that `full_clean` accepts.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.db import connection, models, transaction
from django.utils import timezone
from modelcluster.models import get_all_child_m2m_relations, get_all_child_relations
from wagtail.models import Locale, Page, ReferenceIndex, Revision

from cms.disclosure import canonical, log
from cms.disclosure.models import Act, LogEntry, RecordHead, RecordState
from cms.models import BasePage
from cms.publishing.addresses import Restrictions, Sites
from cms.publishing.authority import Authority
from cms.publishing.by_command import number_rows
from cms.publishing.carried import CARRYING, Carrying
from cms.publishing.disclose import office_of
from cms.publishing.errors import NotReady
from cms.publishing.projection import names_of, projected
from cms.publishing.purge import purge_after_commit
from cms.publishing.renewal import renew_decided
from cms.publishing.rows import insert, insert_values, reserve
from cms.registers.models.national import schedules_read_once
from cms.values.text import slugify_vi
from search.models import PublicRecord

REFERENCE_FIELDS = (
    "base_content_type",
    "content_type",
    "object_id",
    "to_content_type",
    "to_object_id",
    "model_path",
    "content_path",
    "content_path_hash",
)


def add_and_publish_many(
    parent: BasePage,
    pages: Sequence[BasePage],
    authority: Authority,
    *,
    at: datetime.datetime | None = None,
    clean: bool = False,
) -> list[LogEntry]:
    """Add new pages of any types below `parent` and make them public, in one transaction.

    Each gets its revision, log entry, facts, public record, files and references; the index takes them up with
    `update_search`. Raises NotReady for a page without a title, ValueError when the public does not see `parent`, when
    two pages would have one address, for children that have children of their own, and for a record that the log knows;
    with `clean` ValidationError for what a form would have refused.
    """
    if not pages:
        return []
    with transaction.atomic():
        place = Sites().place_of(Page.objects.get(pk=parent.pk).url_path)
        if place is not None:
            log.lock(place[0])  # nobody adds below the same parent meanwhile
        batch = Batch(authority, at=at)
        batch.add(parent, pages)
        if clean:
            for page in pages:
                page.full_clean()
        return batch.write()


class ParentChanged(Exception):
    """Somebody added below the same page between `Batch.add` and `Batch.write`; nothing was written."""


@dataclass
class _Parent:
    """A page below which others are added, as it was when the first of them was."""

    given: BasePage
    row: Page
    last: str
    """Path of the last child in the tree; empty for none."""
    slugs: set[str]
    added: int = 0


@dataclass
class _Shape:
    """Where the rows of a page type are."""

    tables: list[type[models.Model]]
    """The first one first."""
    relations: list[tuple[str, str, type[models.Model], bool]]
    """Accessor, column of the parent, model, whether the rows have rows of their own."""
    many: list[tuple[str, type[models.Model], list[Any]]]
    """Accessor, table between, its two columns."""


@dataclass
class _Rows:
    """All that is to be written, page by page, besides the log."""

    statements: list[log.Statement] = field(default_factory=list)
    tables: dict[type[models.Model], list[Any]] = field(default_factory=lambda: defaultdict(list))
    many: dict[type[models.Model], list[tuple[int, int]]] = field(default_factory=lambda: defaultdict(list))
    between: dict[type[models.Model], list[Any]] = field(default_factory=dict)
    references: list[list[Any]] = field(default_factory=list)
    decided: set[str] = field(default_factory=set)
    """Records whose state the new pages decide."""


class Batch:
    """New pages of one site that become public together, in the order in which they were added.

    `add` gives pages their numbers and addresses, so that those that come later may point to them. What is written is
    prepared before the log is locked: others publish meanwhile.
    """

    def __init__(self, authority: Authority, *, at: datetime.datetime | None = None) -> None:
        self.authority, self.at = authority, at or timezone.now()
        self.pages: list[BasePage] = []
        self._site_id = 0
        self._sites, self._restrictions = Sites(), Restrictions()
        self._parents: dict[int, _Parent] = {}

    def add(self, parent: BasePage, pages: Sequence[BasePage]) -> None:
        """Give new pages their places below `parent`; raises as `add_and_publish_many`."""
        known = self._parents.get(parent.pk) or self._parent(parent)
        for page in pages:
            page.title = page.draft_title = page.title.strip()
            if not page.title:
                raise NotReady([])
            page.slug = page.slug or slugify_vi(page.title, max_length=100)
        wanted = [page.slug for page in pages]
        taken = Page.objects.child_of(known.row).filter(slug__in=wanted)
        if len(set(wanted)) < len(wanted) or known.slugs & set(wanted) or taken.exists():
            raise ValueError("two pages below one parent would have the same address")
        known.slugs |= set(wanted)
        locale = known.row.locale if known.row.locale_id else Locale.get_default()
        position = (Page._str2int(known.last[-Page.steplen :]) if known.last else 0) + known.added
        for offset, (page, ident) in enumerate(zip(pages, reserve({Page: len(pages)})[Page], strict=True), 1):
            _hold_children(page)
            for table in _shape_of(page).tables:
                setattr(page, _key(table).attname, ident)
            page.depth, page.numchild = known.row.depth + 1, 0
            page.path = Page._get_path(known.row.path, page.depth, position + offset)
            page.url_path = f"{known.row.url_path}{page.slug}/"
            page.locale = locale
            page.live, page.has_unpublished_changes = True, False
            page.first_published_at = page.last_published_at = page.latest_revision_created_at = self.at
            page.content_type = ContentType.objects.get_for_model(type(page))
        known.added += len(pages)
        self.pages += pages

    def write(self) -> list[LogEntry]:
        """Write everything in one transaction; raises ParentChanged."""
        rows = self._prepared()
        with transaction.atomic():
            log.lock(self._site_id)
            for parent in self._parents.values():
                if _last_child(parent.row) != parent.last:
                    raise ParentChanged
                Page.objects.filter(pk=parent.row.pk).update(numchild=models.F("numchild") + parent.added)
            entries = log.append_many(rows.statements, at=self.at)
            if any(entry.version > 1 for entry in entries):
                raise ValueError("a record that the log knows is not published in bulk")
            for model, found in rows.tables.items():
                insert(model, found)
            for model, pairs in rows.many.items():
                insert_values(model, rows.between[model], pairs)
            reference: Any = ReferenceIndex._meta.get_field
            insert_values(ReferenceIndex, [reference(name) for name in REFERENCE_FIELDS], rows.references)
            renew_decided(rows.decided)
            for parent in self._parents.values():
                purge_after_commit(*(self._sites.place_of(parent.row.url_path) or (self._site_id, "/")))
        for parent in self._parents.values():
            # As treebeard keeps it: a leaf is not asked for its children.
            parent.given.numchild = parent.row.numchild + parent.added
        return entries

    def _parent(self, parent: BasePage) -> _Parent:
        row = Page.objects.get(pk=parent.pk)
        place = self._sites.place_of(row.url_path)
        if place is None or not row.live or self._restrictions.hide(row.path):
            raise ValueError("what stands below a page that nobody sees cannot become public")
        if self._site_id not in (0, place[0]):
            raise ValueError("pages that become public together are of one site")
        self._site_id = place[0]
        known = self._parents[parent.pk] = _Parent(parent, row, _last_child(row), set())
        return known

    def _prepared(self) -> _Rows:
        rows = _Rows()
        rows.tables[Revision] = []  # before the pages, which point to them
        _number_children(self.pages)
        revisions = reserve({Revision: len(self.pages)})[Revision]
        base = ContentType.objects.get_for_model(Page)
        for page, ident in zip(self.pages, revisions, strict=True):
            content = page.serializable_data()
            rows.tables[Revision].append(
                Revision(
                    id=ident,
                    content_type=page.content_type,
                    base_content_type=base,
                    object_id=str(page.pk),
                    created_at=self.at,
                    object_str=str(page),
                    content=content,
                )
            )
            page.latest_revision_id = page.live_revision_id = ident
            _collect(page, rows)
            rows.references += _references(page, base.pk)
        self._disclose(rows)
        return rows

    def _disclose(self, rows: _Rows) -> None:
        office = self.authority.office or office_of(self._site_id)
        with schedules_read_once():
            facts = {page.record: type(page).facts.canonical(page) for page in self.pages}
        names = _names(self.pages, facts)
        by_type = defaultdict[type[BasePage], list[BasePage]](list)
        for page in self.pages:
            by_type[type(page)].append(page)
        for model, pages in by_type.items():
            model.read_together(pages)
        wanted: dict[Carrying, set[int]] = defaultdict(set)
        for page in self.pages:
            carried = [(one, one.of(page)) for one in CARRYING]
            _, address = self._sites.place_of(page.url_path) or (self._site_id, page.url_path)
            rows.statements.append(
                log.Statement(
                    site_id=self._site_id,
                    record=page.record,
                    page_id=page.pk,
                    kind=page.kind,
                    act=Act.PUBLISHED,
                    address=address,
                    office=office,
                    facts=facts[page.record],
                    ended=page.ended,
                    reason=self.authority.reason,
                    decision=self.authority.decision,
                    files=sorted(sha256 for _, files in carried for sha256 in files.values()),
                )
            )
            rows.decided |= type(page).decides(facts[page.record])
            head = self._head(page, address)
            rows.tables[PublicRecord].append(
                PublicRecord(record=page.record, **projected(page, facts[page.record], head, names))
            )
            for one, files in carried:
                wanted[one].update(files)
                rows.tables[one.table] += [
                    one.table(site_id=self._site_id, record=page.record, sha256=sha256, **{one.column: ident})
                    for ident, sha256 in files.items()
                ]
        for one, idents in wanted.items():
            one.make_ready(idents)

    def _head(self, page: BasePage, address: str) -> RecordHead:
        """The record's head as the log will write it: the first entry of a new record."""
        return RecordHead(
            record=page.record,
            site_id=self._site_id,
            page_id=page.pk,
            kind=page.kind,
            version=1,
            address=address,
            first_at=self.at,
            last_at=self.at,
            state=RecordState.ENDED if page.ended else RecordState.PUBLIC,
        )


def _last_child(parent: Page) -> str:
    # Not asked of the parent itself: treebeard would believe a row that was read when it had no child.
    last = Page.objects.child_of(parent).order_by("-path").values_list("path", flat=True).first()
    return str(last or "")


def _hold_children(page: BasePage) -> None:
    """Keep the rows in memory, empty relations too: with a number the page would ask the database for each."""
    shape = _shape_of(page)
    held = page.__dict__.setdefault("_cluster_related_objects", {})
    for name in [relation[0] for relation in shape.relations] + [many[0] for many in shape.many]:
        held.setdefault(name, [])
    if any(getattr(row, "sort_order", 0) is None for name, *_ in shape.relations for row in held[name]):
        number_rows(page)


def _number_children(pages: Sequence[BasePage]) -> None:
    """Give all rows their numbers, by which references name them."""
    rows: dict[type[models.Model], list[Any]] = defaultdict(list)
    for page in pages:
        held = page.__dict__["_cluster_related_objects"]
        for name, column, model, nested in _shape_of(page).relations:
            if held[name] and nested:
                raise ValueError("children of children are not inserted in bulk")
            for row in held[name]:
                setattr(row, column, page.pk)
            rows[model] += held[name]
    numbers = reserve({model: len(found) for model, found in rows.items() if found})
    for model, idents in numbers.items():
        for row, ident in zip(rows[model], idents, strict=True):
            row.pk = ident


def _collect(page: BasePage, rows: _Rows) -> None:
    """Put the page and its children to the rows of their tables."""
    shape, held = _shape_of(page), page.__dict__["_cluster_related_objects"]
    for table in shape.tables:
        rows.tables[table].append(page)
    for name, _, model, _ in shape.relations:
        if held[name]:
            rows.tables[model] += held[name]
    for name, through, columns in shape.many:
        rows.between[through] = columns
        rows.many[through] += [(page.pk, other.pk) for other in held[name]]


def _references(page: BasePage, base: int) -> Iterator[list[Any]]:
    """Rows of what the page points to, as the database takes them."""
    hashed: Any = ReferenceIndex._meta.get_field("content_path_hash")
    for to_type, to_id, model_path, content_path in set(ReferenceIndex._extract_references_from_object(page)):
        digest = hashed.get_db_prep_save(ReferenceIndex._get_content_path_hash(content_path), connection)
        yield [base, page.content_type_id, str(page.pk), to_type, to_id, model_path, content_path, digest]


def _shape_of(page: BasePage) -> _Shape:
    model: Any = type(page)
    return _shape(model)


@cache
def _shape(model: type[Any]) -> _Shape:
    tables = [
        one
        for one in reversed(model.__mro__)
        if issubclass(one, models.Model) and hasattr(one, "_meta") and not one._meta.abstract
    ]
    relations = [
        (
            relation.get_accessor_name(),
            relation.field.attname,
            relation.related_model,
            bool(get_all_child_relations(relation.related_model)),
        )
        for relation in get_all_child_relations(model)
    ]
    many = []
    for one in get_all_child_m2m_relations(model):
        through = one.remote_field.through
        ends = [through._meta.get_field(name) for name in (one.m2m_field_name(), one.m2m_reverse_field_name())]
        many.append((one.name, through, ends))
    return _Shape(tables, relations, many)


def _key(model: type[models.Model]) -> Any:
    return model._meta.pk


def _names(pages: Sequence[BasePage], facts: dict[UUID, Any]) -> dict[str, str]:
    """How the public calls the records that the pages point to, the new ones among them."""
    new = {str(page.record): " ".join(part for part in (page.public_number, page.title) if part) for page in pages}
    pointed = set().union(*(canonical.references(one) for one in facts.values()))
    return names_of(pointed - set(new)) | {record: new[record] for record in pointed & set(new)}
