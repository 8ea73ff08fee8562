"""Whether what is public agrees with the pages and with the log's last word, and bringing it in line again.

Reads in batches with a number of queries that does not grow with the batch; memory stays flat.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import OuterRef, QuerySet, Subquery
from wagtail.models import Page, Site

from cms.disclosure import canonical, kinds
from cms.disclosure.models import PublicFile, PublicImage, PublishedFacts, RecordHead, RecordState
from cms.models import BasePage
from cms.publishing.addresses import Restrictions, Sites
from cms.publishing.authority import Authority
from cms.publishing.carried import CARRYING, write_files
from cms.publishing.disclose import conceal
from cms.publishing.projection import names_of, projected, write_projection
from search.models import PublicRecord

BATCH = 200


@dataclass(frozen=True)
class Problem:
    """One disagreement; `repairable` says whether the tables alone are wrong, so that a program may mend them."""

    message: str
    record: UUID
    page_id: int | None = None
    repairable: bool = False

    def __str__(self) -> str:
        return self.message


@dataclass
class World:
    """What every batch is compared with: the sites and who may see, read once."""

    site_id: int | None = None
    sites: Sites = field(default_factory=Sites)
    restrictions: Restrictions = field(default_factory=Restrictions)

    @cached_property
    def home(self) -> Page | None:
        """The first page of the site that is looked at; None for all sites."""
        return None if self.site_id is None else Site.objects.select_related("root_page").get(pk=self.site_id).root_page

    def place_of(self, page: Any) -> tuple[int, str] | None:
        """Site and address of a page that everybody may see; None for all others."""
        if not page.live or self.restrictions.hide(page.path):
            return None
        return self.sites.place_of(page.url_path)


def check(site_id: int | None = None) -> Iterator[Problem]:
    """Every disagreement between pages, log, public records and public files of a site, or of all sites."""
    world = World(site_id)
    return chain(
        *(_pages(world, model) for model in kinds.all_kinds().values()),
        _heads(world),
        _superfluous(PublicRecord, world, "Bản ghi công khai thừa: nhật ký không ghi hồ sơ {record} đang công khai."),
        _superfluous(PublicFile, world, "Tệp công khai thừa: nhật ký không ghi hồ sơ {record} đang công khai."),
        _superfluous(PublicImage, world, "Ảnh công khai thừa: nhật ký không ghi hồ sơ {record} đang công khai."),
    )


def repair(site_id: int | None = None) -> list[Problem]:
    """Mend what only the tables have wrong; gives what is left for a person: content that no act made public.

    A record that the log calls public and whose page nobody can see is logged as withdrawn, since that is so.
    """
    left: list[Problem] = []
    for problem in list(check(site_id)):
        if problem.repairable:
            with transaction.atomic():
                _mend(problem)
        else:
            left.append(problem)
    return left


def _mend(problem: Problem) -> None:
    head = RecordHead.objects.visible().filter(record=problem.record).first()
    page = Page.objects.filter(pk=head.page_id).first() if head else None
    if head is None or page is None:
        for record in PublicRecord.objects.filter(record=problem.record):
            record.delete()
        for carrying in CARRYING:
            carrying.table._default_manager.filter(record=problem.record).delete()
        return
    specific = page.specific
    if World().place_of(page) is None:
        conceal(specific, Authority(reason="Đối chiếu: trang không còn công khai"))
        return
    facts = PublishedFacts.objects.get(record=head.record, version=head.facts_version).facts
    write_projection(specific, facts, head)
    write_files(specific, head.site_id)


def _pages(world: World, model: type[BasePage]) -> Iterator[Problem]:
    pages = model._default_manager.filter(live=True)
    if world.home is not None:
        pages = pages.descendant_of(world.home, inclusive=True)
    for batch in _batches(pages.prefetch_related(*_relations(model)), "pk"):
        yield from _Batch(world, batch).problems()


def _batches(rows: QuerySet[Any], key: str) -> Iterator[Sequence[Any]]:
    """The rows, so many at a time, in the order of a key that no two share; a batch that is not full is the last."""
    batch = list(rows.order_by(key)[:BATCH])
    while batch:
        yield batch
        after = {f"{key}__gt": getattr(batch[-1], key)}
        batch = list(rows.filter(**after).order_by(key)[:BATCH]) if len(batch) == BATCH else []


def _relations(model: type[BasePage]) -> list[str]:
    """Everything that the facts of a type read from other tables, in one query each for a whole batch."""
    bound = model.facts
    names = [fact.name for fact in bound.singles if bound.field(fact.name).is_relation]
    for relation in bound.relations:
        names.append(relation.name)
        row = bound.row_model(relation)
        names += [f"{relation.name}__{f.name}" for f in relation.facts if row._meta.get_field(f.name).is_relation]
    return names


class _Batch:
    """Some pages of one type with all that the tables say of them."""

    def __init__(self, world: World, pages: Sequence[BasePage]) -> None:
        self.world, self.pages = world, pages
        type(pages[0]).read_together(pages)
        records = [page.record for page in pages]
        self.heads = RecordHead.objects.in_bulk(records)
        version = RecordHead.objects.filter(record=OuterRef("record")).values("facts_version")
        last = PublishedFacts.objects.filter(record__in=records, version=Subquery(version))
        self.stored: Mapping[UUID, PublishedFacts] = {facts.record: facts for facts in last}
        self.public = {row.record: row for row in PublicRecord.objects.filter(record__in=records)}
        self.files: dict[UUID, set[tuple[str, int, str]]] = {}
        for carrying in CARRYING:
            rows = carrying.table._default_manager.filter(record__in=records)
            for record, ident, sha256 in rows.values_list("record", carrying.column, "sha256"):
                self.files.setdefault(record, set()).add((carrying.column, ident, sha256))
        self.facts = {page.pk: type(page).facts.canonical(page) for page in pages}
        self.names = names_of(set().union(*(canonical.references(facts) for facts in self.facts.values())))

    def problems(self) -> Iterator[Problem]:
        """Disagreements of these pages."""
        for page in self.pages:
            place = self.world.place_of(page)
            if place is not None:  # a page that nobody sees is found by its head, if it has a public one
                yield from self._of_page(page, *place)

    def _of_page(self, page: BasePage, site_id: int, address: str) -> Iterator[Problem]:
        name = f"Trang «{page.title}» ({page.pk})"
        head = self.heads.get(page.record)
        if head is None:
            yield Problem(f"{name} đang công khai mà không có mục nhật ký nào.", page.record, page.pk)
            return
        if head.page_id != page.pk:
            yield Problem(f"{name} mang mã của hồ sơ khác (trang {head.page_id}).", page.record, page.pk)
            return
        if not head.visible:
            state = head.get_state_display()
            yield Problem(f"{name} đang công khai mà nhật ký ghi «{state}».", page.record, page.pk)
            return
        yield from self._against_log(page, name, head, site_id, address)
        yield from self._against_tables(page, name, head)

    def _against_log(
        self, page: BasePage, name: str, head: RecordHead, site_id: int, address: str
    ) -> Iterator[Problem]:
        stored = self.stored.get(page.record)
        if stored is None:
            yield Problem(f"{name}: thiếu dữ kiện của lần công bố {head.facts_version}.", page.record, page.pk)
        elif stored.facts != self.facts[page.pk]:
            changes = type(page).facts.changes(stored.facts, self.facts[page.pk], self.names)
            labels = ", ".join(dict.fromkeys(change.label for change in changes))
            yield Problem(f"{name} khác với lần công bố cuối: {labels}.", page.record, page.pk)
        if (head.site_id, head.address) != (site_id, address):
            yield Problem(f"{name} ở {address} mà nhật ký ghi {head.address}.", page.record, page.pk)
        if (head.state == RecordState.ENDED) is not page.ended:
            state = head.get_state_display()
            yield Problem(f"{name}: tình trạng kết thúc khác nhật ký («{state}»).", page.record, page.pk)

    def _against_tables(self, page: BasePage, name: str, head: RecordHead) -> Iterator[Problem]:
        stored = self.stored.get(page.record)
        facts = stored.facts if stored else self.facts[page.pk]
        row = self.public.get(page.record)
        if row is None:
            yield Problem(f"{name} thiếu bản ghi công khai.", page.record, page.pk, repairable=True)
        else:
            wanted = projected(page, facts, head, self.names)
            wrong = [column for column, value in wanted.items() if getattr(row, column) != value]
            if wrong:
                labels = ", ".join(str(PublicRecord._meta.get_field(column).verbose_name) for column in wrong)  # type: ignore[union-attr] # columns, no reverse relations
                yield Problem(f"{name}: bản ghi công khai sai ở {labels}.", page.record, page.pk, repairable=True)
        carried = {(one.column, ident, sha256) for one in CARRYING for ident, sha256 in one.of(page).items()}
        if self.files.get(page.record, set()) != carried:
            yield Problem(f"{name}: tệp công khai khác tệp của trang.", page.record, page.pk, repairable=True)


def _heads(world: World) -> Iterator[Problem]:
    """Records that the log calls public and whose page nobody can see."""
    heads = RecordHead.objects.visible()
    if world.site_id is not None:
        heads = heads.filter(site_id=world.site_id)
    for batch in _batches(heads, "record"):
        pages = Page.objects.only("live", "path", "url_path").in_bulk([head.page_id for head in batch])
        for head in batch:
            page = pages.get(head.page_id)
            if page is None or world.place_of(page) is None:
                what = "không còn" if page is None else "không còn công khai"
                yield Problem(
                    f"Hồ sơ {head.address} ({head.record}): nhật ký ghi đang công khai mà trang {what}.",
                    head.record,
                    head.page_id,
                    repairable=page is not None,
                )


def _superfluous(model: type[Any], world: World, message: str) -> Iterator[Problem]:
    """Rows of a table of public things whose record is not public on their site."""
    rows = model._default_manager.only("record", "site_id")
    if world.site_id is not None:
        rows = rows.filter(site_id=world.site_id)
    for batch in _batches(rows, "pk"):
        sites = dict(
            RecordHead.objects.visible()
            .filter(record__in=[row.record for row in batch])
            .values_list("record", "site_id")
        )
        for row in batch:
            if sites.get(row.record) != row.site_id:
                yield Problem(message.format(record=row.record), row.record, repairable=True)


def problems(site_id: int | None = None) -> Sequence[str]:
    """All disagreements as sentences."""
    return [str(problem) for problem in check(site_id)]
