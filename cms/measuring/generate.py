"""Making many wards full of records, ward by ward, so that memory does not grow with them."""

from __future__ import annotations

import copy
import gc
import multiprocessing
from collections import Counter
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import Any

from django.db import connections, models, transaction
from wagtail.models import Page

from cms.measuring.names import Namer
from cms.measuring.templates import Source
from cms.measuring.variation import Variations, World
from cms.models import Ward
from cms.publishing.authority import Authority
from cms.publishing.bulk import Batch
from cms.registers.models import WardRegister
from cms.tenancy.wards import NewWard, create_ward

BATCH = 400
"""Records that are in memory together."""
SHARES = {"van-ban": 30, "thong-bao": 15, "du-an": 12, "gia": 10, "khu-dat": 8, "tin-tuc": 8, "hoi-dap": 8}
"""How many of a hundred records of a busy ward are of a kind; every other kind has a little."""
LITTLE = 1
TOLD = Authority(reason="Dữ liệu sinh để đo")
OBJECTS_BETWEEN_COLLECTIONS = 50_000
"""Of Python's garbage collector: a batch makes that many objects, and almost all of them stay until it is written."""


@dataclass(frozen=True)
class Made:
    """One ward that was made, and how many records it got of each kind."""

    ward: Ward
    records: Counter[str]


@dataclass(frozen=True)
class Order:
    """One ward to make."""

    seed: str
    number: int
    pages: int


class Maker:
    """Makes wards like the source; each process has one."""

    def __init__(self, source: Source, alone: AbstractContextManager[Any] | None = None) -> None:
        self.source, self.alone = source, alone or nullcontext()
        self.variations = [Variations(template) for template in source.templates]

    def make(self, order: Order) -> Made:
        """Make a ward with its records, batch by batch."""
        names, code = Namer(f"{order.seed}-{order.number}"), f"{order.seed}-{order.number + 1}"
        name = names.place()
        new = NewWard(code, f"phường {name}", f"tỉnh {names.place()}", f"{code}.localhost", illustrative=True)
        with self.alone:  # two wards made at once would take the same place in the tree
            ward = create_ward(new)
        world = World(names, name)
        with transaction.atomic():
            _copy_rows(self.source, ward, world)
        return Made(ward, self._fill(ward, world, order.pages))

    def _fill(self, ward: Ward, world: World, count: int) -> Counter[str]:
        records: Counter[str] = Counter()
        home = Page.objects.get(pk=ward.site.root_page_id).specific
        sections = {page.specific_class: page.specific for page in home.get_children()}
        batch = Batch(TOLD)
        for variations, wanted in self._portions(count):
            model, kind = type(variations.template.page), variations.template.page.kind
            allowing = (page for section, page in sections.items() if model in section.allowed_subpage_models())
            parent: Any = next(allowing, home)
            while wanted:
                pages = [variations.draw(world) for _ in range(min(BATCH - len(batch.pages), wanted))]
                batch.add(parent, pages)
                world.pages.setdefault(kind, []).extend(pages)
                records[kind] += len(pages)
                wanted -= len(pages)
                if len(batch.pages) == BATCH:
                    batch.write()
                    batch = Batch(TOLD)
        batch.write()
        return records

    def _portions(self, count: int) -> Iterator[tuple[Variations, int]]:
        """How many records to make after each template; together `count`."""
        shares = [SHARES.get(one.template.page.kind, LITTLE) for one in self.variations]
        done = 0
        for place, one in enumerate(self.variations, 1):
            due = round(count * sum(shares[:place]) / sum(shares))
            yield one, due - done
            done = due


def generate(source: Source, wards: int, pages: int, seed: str, *, processes: int = 1) -> Iterator[Made]:
    """Make `wards` new wards with `pages` records together, each ward in transactions of its own.

    The same seed gives the same content; a seed that was used before is refused, since its wards are there already.
    With several processes the wards are made side by side: each prepares its rows while another one writes.
    Raises ValueError.
    """
    if wards < 1 or pages < wards:
        raise ValueError("cần ít nhất một phường và một trang cho mỗi phường")
    if Ward.objects.filter(code__startswith=f"{seed}-").exists():
        raise ValueError(f"đã có các phường sinh từ «{seed}»")
    orders = [Order(seed, number, pages // wards + (number < pages % wards)) for number in range(wards)]
    if processes == 1:
        yield from map(Maker(source).make, orders)
        return
    connections.close_all()  # a connection belongs to one process
    context = multiprocessing.get_context("fork")
    with context.Pool(min(processes, wards), _begin, (source, context.Lock())) as pool:
        yield from pool.imap(_make, orders)
        pool.close()
        pool.join()


_maker: list[Maker] = []
"""That of this process, when it is one of several."""


def _begin(source: Source, alone: AbstractContextManager[Any]) -> None:
    gc.freeze()
    gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS)
    _maker.append(Maker(source, alone))


def _make(order: Order) -> Made:
    made = _maker[0].make(order)
    gc.collect()  # a ward's records lead to each other: left to itself, the collector lets many wards gather first
    return made


def _copy_rows(source: Source, ward: Ward, world: World) -> None:
    """Give the ward rows of registers and files like those of the template ward; files share the stored content."""
    for row in source.registers:
        _copy(row, world, site=ward.site)
    files: list[models.Model] = [*source.documents, *source.images]
    for file in files:
        _copy(file, world, collection=ward.collection)


def _copy(row: models.Model, world: World, **values: Any) -> None:
    twin = copy.copy(row)
    twin._state = copy.copy(row._state)
    twin.pk, twin._state.adding = None, True
    for name, value in values.items():
        setattr(twin, name, value)
    for one in type(row)._meta.concrete_fields:
        target: Any = one.related_model
        if one.is_relation and one.name not in values and target and issubclass(target, WardRegister):
            setattr(twin, one.name, world.like(getattr(row, one.name)))
    # What save() would work out again is copied: the key of a row, the checksum of a file.
    models.Model.save_base(twin, raw=True, force_insert=True)
    world.copies[(type(row), row.pk)] = twin
