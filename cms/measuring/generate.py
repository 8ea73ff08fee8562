"""Making many wards full of records, ward by ward, so that memory does not grow with them."""

from __future__ import annotations

import copy
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import models, transaction
from wagtail.models import Page

from cms.measuring.names import Namer
from cms.measuring.templates import Source, Template
from cms.measuring.variation import World, vary
from cms.models import BasePage, Ward
from cms.publishing.authority import Authority
from cms.publishing.bulk import add_and_publish_many
from cms.registers.models import WardRegister
from cms.tenancy.wards import NewWard, create_ward

BATCH = 200
SHARES = {"van-ban": 30, "thong-bao": 15, "du-an": 12, "gia": 10, "khu-dat": 8, "tin-tuc": 8, "hoi-dap": 8}
"""How many of a hundred records of a busy ward are of a kind; every other kind has a little."""
LITTLE = 1
TOLD = Authority(reason="Dữ liệu sinh để đo")


@dataclass(frozen=True)
class Made:
    """One ward that was made, and how many records it got of each kind."""

    ward: Ward
    records: Counter[str]


def generate(source: Source, wards: int, pages: int, seed: str) -> Iterator[Made]:
    """Make `wards` new wards with `pages` records together, each ward in transactions of its own.

    The same seed gives the same content; a seed that was used before is refused, since its wards are there already.
    Raises ValueError.
    """
    if wards < 1 or pages < wards:
        raise ValueError("cần ít nhất một phường và một trang cho mỗi phường")
    if Ward.objects.filter(code__startswith=f"{seed}-").exists():
        raise ValueError(f"đã có các phường sinh từ «{seed}»")
    for number in range(wards):
        count = pages // wards + (number < pages % wards)
        yield _ward(source, Namer(f"{seed}-{number}"), f"{seed}-{number + 1}", count)


def _ward(source: Source, names: Namer, code: str, count: int) -> Made:
    name = names.place()
    ward = create_ward(NewWard(code, f"phường {name}", f"tỉnh {names.place()}", f"{code}.localhost", illustrative=True))
    world = World(names, name)
    with transaction.atomic():
        _copy_rows(source, ward, world)
    records: Counter[str] = Counter()
    home = Page.objects.get(pk=ward.site.root_page_id).specific
    sections = {page.specific_class: page.specific for page in home.get_children()}
    for template, wanted in _portions(source.templates, count):
        parent: Any = next(
            (section for model, section in sections.items() if type(template.page) in model.allowed_subpage_models()),
            home,
        )
        for first in range(0, wanted, BATCH):
            batch: list[BasePage] = [vary(template, world) for _ in range(min(BATCH, wanted - first))]
            add_and_publish_many(parent, batch, TOLD)
            world.pages.setdefault(template.page.kind, []).extend(batch)
            records[template.page.kind] += len(batch)
    return Made(ward, records)


def _portions(templates: tuple[Template, ...], count: int) -> Iterator[tuple[Template, int]]:
    """How many records to make after each template; together `count`."""
    shares = [SHARES.get(template.page.kind, LITTLE) for template in templates]
    done = 0
    for place, template in enumerate(templates, 1):
        due = round(count * sum(shares[:place]) / sum(shares))
        yield template, due - done
        done = due


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
