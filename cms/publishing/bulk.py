"""Adding many new pages at once and making them public: the same rows as one by one, in few statements.

For imports and for content to measure with. What a form would have refused, nobody looks at here: whoever calls brings
pages that `full_clean` accepts.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import connection, models, transaction
from django.utils import timezone
from modelcluster.models import get_all_child_m2m_relations, get_all_child_relations
from wagtail.models import Locale, Page, ReferenceIndex, Revision

from cms.disclosure import canonical, log
from cms.disclosure.models import Act, LogEntry, RecordHead
from cms.models import BasePage
from cms.publishing.addresses import Restrictions, Sites
from cms.publishing.authority import Authority
from cms.publishing.by_command import number_rows
from cms.publishing.carried import CARRYING, checksums_of
from cms.publishing.disclose import office_of
from cms.publishing.errors import NotReady
from cms.publishing.projection import names_of, projected
from cms.publishing.purge import purge_after_commit
from cms.values.text import slugify_vi
from search.models import PublicRecord


def add_and_publish_many(
    parent: BasePage, pages: Sequence[BasePage], authority: Authority, *, at: datetime.datetime | None = None
) -> list[LogEntry]:
    """Add new pages of any types below `parent` and make them public, in one transaction.

    Each gets its revision, log entry, facts, public record, files and references; the index takes them up with
    `update_search`. Raises NotReady for a page without a title, ValueError when the public does not see `parent`, when
    two pages would have one address, and for children that have children of their own.
    """
    at = at or timezone.now()
    if not pages:
        return []
    with transaction.atomic():
        stored = Page.objects.get(pk=parent.pk)
        site_id = _seen(stored)
        log.lock(site_id)  # nobody adds below the same parent meanwhile
        _place(stored, pages, at)
        _insert_children(pages)
        _insert_revisions(pages, at)
        _insert_pages(pages)
        ReferenceIndex.objects.bulk_create(_references(pages))
        entries = _disclose(site_id, pages, authority, at)
    parent.numchild = stored.numchild + len(pages)  # as treebeard keeps it: a leaf is not asked for its children
    return entries


def _seen(parent: Page) -> int:
    place = Sites().place_of(parent.url_path)
    if place is None or not parent.live or Restrictions().hide(parent.path):
        raise ValueError("what stands below a page that nobody sees cannot become public")
    purge_after_commit(*place)
    return place[0]


def _place(parent: Page, pages: Sequence[BasePage], at: datetime.datetime) -> None:
    """Give the pages their places in the tree, their addresses, and all that saving and publishing would set."""
    last = parent.get_last_child()
    position = Page._str2int(last.path[-Page.steplen :]) if last else 0
    locale = parent.locale if parent.locale_id else Locale.get_default()
    slugs: set[str] = set()
    for offset, (page, ident) in enumerate(zip(pages, _reserve(Page, len(pages)), strict=True), 1):
        page.title = page.draft_title = page.title.strip()
        if not page.title:
            raise NotReady([])
        page.slug = page.slug or slugify_vi(page.title, max_length=100)
        slugs.add(page.slug)
        _hold_children(page)
        for table in _tables(type(page)):
            setattr(page, _key(table).attname, ident)
        page.depth, page.numchild = parent.depth + 1, 0
        page.path = Page._get_path(parent.path, page.depth, position + offset)
        page.url_path = f"{parent.url_path}{page.slug}/"
        page.locale = locale
        page.live, page.has_unpublished_changes = True, False
        page.first_published_at = page.last_published_at = page.latest_revision_created_at = at
        page.content_type = ContentType.objects.get_for_model(type(page))
    if len(slugs) < len(pages) or Page.objects.child_of(parent).filter(slug__in=slugs).exists():
        raise ValueError("two pages below one parent would have the same address")
    Page.objects.filter(pk=parent.pk).update(numchild=models.F("numchild") + len(pages))


def _hold_children(page: BasePage) -> None:
    """Keep the rows in memory, empty relations too: with a number the page would ask the database for each."""
    number_rows(page)
    relations = [relation.get_accessor_name() for relation in get_all_child_relations(type(page))]
    relations += [field.name for field in get_all_child_m2m_relations(type(page))]
    held = page.__dict__.setdefault("_cluster_related_objects", {})
    held.update({name: [] for name in relations if name not in held})


def _reserve(model: type[models.Model], count: int) -> Sequence[int]:
    """Numbers that no other row of the model will get."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT nextval(pg_get_serial_sequence(%s, %s)) FROM generate_series(1, %s)",
                [model._meta.db_table, _key(model).column, count],
            )
            return [row[0] for row in cursor.fetchall()]
    last = model._default_manager.aggregate(last=models.Max("pk"))["last"] or 0
    return range(last + 1, last + count + 1)


def _insert_children(pages: Sequence[BasePage]) -> None:
    rows: dict[type[models.Model], list[models.Model]] = defaultdict(list)
    for page in pages:
        for relation in get_all_child_relations(type(page)):
            found = getattr(page, relation.get_accessor_name()).get_object_list()
            if found and get_all_child_relations(relation.related_model):
                raise ValueError("children of children are not inserted in bulk")
            for row in found:
                setattr(row, relation.field.attname, page.pk)
                rows[relation.related_model].append(row)
        for field in get_all_child_m2m_relations(type(page)):
            through = field.remote_field.through
            ends = field.m2m_field_name() + "_id", field.m2m_reverse_field_name() + "_id"
            rows[through] += [
                through(**{ends[0]: page.pk, ends[1]: other.pk})
                for other in getattr(page, field.name).get_object_list()
            ]
    for model, together in rows.items():
        model._base_manager.bulk_create(together)


def _insert_revisions(pages: Sequence[BasePage], at: datetime.datetime) -> None:
    base = ContentType.objects.get_for_model(Page)
    revisions = Revision.objects.bulk_create(
        Revision(
            content_type=page.content_type,
            base_content_type=base,
            object_id=str(page.pk),
            created_at=at,
            object_str=str(page),
            content=page.serializable_data(),
        )
        for page in pages
    )
    for page, revision in zip(pages, revisions, strict=True):
        page.latest_revision = page.live_revision = revision


def _insert_pages(pages: Sequence[BasePage]) -> None:
    """One insert for each table of each type: Django's `bulk_create` refuses models of several tables, and only
    because it would not know the numbers that the first table gives; here they are known.
    """
    by_type: dict[type[Any], list[BasePage]] = defaultdict(list)
    for page in pages:
        by_type[type(page)].append(page)
    for model, found in by_type.items():
        for table in _tables(model):
            rows: Any = table._base_manager.all()
            rows._for_write = True
            rows._batched_insert(found, table._meta.local_concrete_fields, batch_size=None)


def _tables(model: type[models.Model]) -> list[type[models.Model]]:
    """The models whose tables hold a row of `model`, the first one first."""
    return [
        one
        for one in reversed(model.__mro__)
        if issubclass(one, models.Model) and hasattr(one, "_meta") and not one._meta.abstract
    ]


def _key(model: type[models.Model]) -> Any:
    return model._meta.pk


def _references(pages: Sequence[BasePage]) -> Iterator[ReferenceIndex]:
    base = ContentType.objects.get_for_model(Page)
    for page in pages:
        for to_type, to_id, model_path, content_path in set(ReferenceIndex._extract_references_from_object(page)):
            yield ReferenceIndex(
                content_type=page.content_type,
                base_content_type=base,
                object_id=str(page.pk),
                to_content_type_id=to_type,
                to_object_id=to_id,
                model_path=model_path,
                content_path=content_path,
                content_path_hash=ReferenceIndex._get_content_path_hash(content_path),
            )


def _disclose(site_id: int, pages: Sequence[BasePage], authority: Authority, at: datetime.datetime) -> list[LogEntry]:
    sites, office = Sites(), authority.office or office_of(site_id)
    facts = {page.record: type(page).facts.canonical(page) for page in pages}
    addresses = {page.record: sites.place_of(page.url_path) or (site_id, page.url_path) for page in pages}
    entries = log.append_many(
        [
            log.Statement(
                site_id=site_id,
                record=page.record,
                page_id=page.pk,
                kind=page.kind,
                act=Act.PUBLISHED,
                address=addresses[page.record][1],
                office=office,
                facts=facts[page.record],
                ended=page.ended,
                reason=authority.reason,
                decision=authority.decision,
                files=checksums_of(page),
            )
            for page in pages
        ],
        at=at,
    )
    heads = RecordHead.objects.in_bulk(list(facts))
    names = _names(pages, facts)
    PublicRecord.objects.bulk_create(
        PublicRecord(record=page.record, **projected(page, facts[page.record], heads[page.record], names))
        for page in pages
    )
    for carrying in CARRYING:
        carrying.table._default_manager.bulk_create(
            carrying.table(site_id=site_id, record=page.record, sha256=sha256, **{carrying.column: ident})
            for page in pages
            for ident, sha256 in carrying.of(page).items()
        )
    return entries


def _names(pages: Sequence[BasePage], facts: dict[Any, Any]) -> dict[str, str]:
    """How the public calls the records that the pages point to, the new ones among them."""
    new = {str(page.record): " ".join(part for part in (page.public_number, page.title) if part) for page in pages}
    pointed = set().union(*(canonical.references(one) for one in facts.values()))
    return names_of(pointed - set(new)) | {record: new[record] for record in pointed & set(new)}
