"""The example records, their exchanged copies and the noise: indexed once for this folder, taken back after it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final

import pytest
from django.db import transaction
from pytest_django.plugin import DjangoDbBlocker

from search.api import search
from search.engines.elasticsearch.engine import ElasticsearchEngine
from search.external import state
from search.indexing import rebuild
from search.models import PublicRecord
from search.rows import row_of
from search.synonyms import ensure_default_synonyms
from search.text import tokens
from tests.search.conftest import link
from tests.search.contract.noise import noise
from tests.search.contract.reference import Known
from tests.search.contract.worlds import EXAMPLES, SITES, World, exchanged
from tests.search.factories import build_record

SEEDS: Final = (1, 20, 333, 4_000)
"""Of the exchanged worlds."""
FIRST_SITE: Final = 9_000
FIRST_PAGE: Final = 1_000_000_000
"""Beyond the pages that tests make."""
NOISE: Final = 600
"""Records of noise on each site of the examples; the exchanged sites have fewer, together 2,000."""
NOISE_EXCHANGED: Final = 100

_KINDS = {"Văn bản": "van-ban", "Dự án": "du-an", "Kế hoạch": "ke-hoach"}
_NUMBER = re.compile(r"số (\d\S*[/-]\S+)")
_DAY = re.compile(r"(\d{4})d(\d\d)(\d\d)")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All tests of this folder are asked of each engine, and stay together as tests of the database."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.django_db)
            item.add_marker(pytest.mark.engine)


@dataclass(frozen=True)
class Contract:
    """The worlds, where their sites are, and what the examples call their records."""

    worlds: tuple[World, ...]
    sites: dict[tuple[int | None, str], int] = field(default_factory=dict)
    names: dict[int, str] = field(default_factory=dict)
    records: dict[int, list[PublicRecord]] = field(default_factory=dict)
    _known: dict[int, list[Known]] = field(default_factory=dict)

    def known(self, site_id: int) -> list[Known]:
        """The records of a site as the reference reads them."""
        if site_id not in self._known:
            self._known[site_id] = [Known.of(row_of(record)) for record in self.records[site_id]]
        return self._known[site_id]

    def site(self, world: World, site: str) -> int:
        """The site of a ward of a world."""
        return self.sites[world.seed, site]

    def found(self, query: str, world: World, site: str, size: int = 3) -> list[str]:
        """What the examples call the records that come first, noise by its title."""
        hits = search(query, site_id=self.site(world, site), size=size).hits
        return [self.names.get(hit.record.pk, hit.record.title) for hit in hits]

    def first(self, query: str, world: World, site: str) -> str | None:
        """What stands first; None when nothing is found."""
        return next(iter(self.found(query, world, site)), None)


def _own_day(title: str) -> date | None:
    """The day named in a document's title."""
    for token in tokens(title):
        if found := _DAY.fullmatch(token):
            return date(*map(int, found.groups()))
    return None


def _records(world: World, site: str, site_id: int) -> Iterator[tuple[str, PublicRecord]]:
    # Last of the file first, so that no row passes only because its record was written first.
    for name, row in reversed(EXAMPLES["records"].items()):
        if site not in row["sites"]:
            continue
        title = world.exchanged(row["title"])
        number = _NUMBER.search(title) if row["kind"] == "Văn bản" else None
        day = _own_day(title) if number else None
        yield (
            name,
            build_record(
                site_id=site_id,
                kind=_KINDS.get(row["kind"], "trang"),
                kind_label=row["kind"],
                title=title,
                body=world.exchanged(row["text"]),
                number=number[1] if number else "",
                dated_on=day,
                year=day.year if day else None,
            ),
        )


def _about_money(world: World, site_id: int) -> PublicRecord:
    """The examples name no amount."""
    price = world.income - 9
    return build_record(
        site_id=site_id,
        kind="gia",
        kind_label="Giá",
        title="Bảng giá và mức thu nhập",
        body=f"thu nhập không quá {world.income} triệu đồng một tháng; giá {price}.200.000 đồng/m²; "
        f"tổng mức đầu tư {world.income},5 tỷ đồng",
    )


def _build(worlds: tuple[World, ...]) -> Contract:
    contract = Contract(worlds)
    for at, world in enumerate(worlds):
        for site in SITES:
            site_id = contract.sites[world.seed, site] = FIRST_SITE + len(contract.sites)
            named = list(_records(world, site, site_id))
            if site == SITES[0]:
                named.append(("TIEN", _about_money(world, site_id)))
            texts = [text for _, record in named for text in (record.title, record.body)]
            around = noise(site_id, texts, count=NOISE_EXCHANGED if at else NOISE, seed=at)
            records = [*around, *(record for _, record in named)]
            for record in records:
                record.page_id += FIRST_PAGE
            built = PublicRecord.objects.bulk_create(records)
            contract.records[site_id] = built
            contract.names.update(zip([record.pk for record in built[-len(named) :]], dict(named), strict=True))
    rebuild()
    return contract


@pytest.fixture(scope="package")
def contract(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Contract]:
    """Everything, in a transaction that is taken back."""
    with django_db_blocker.unblock(), transaction.atomic():
        ensure_default_synonyms()
        yield _build((World(), *(exchanged(seed) for seed in SEEDS)))
        if made := state().names:  # the rows go with the transaction, an index on a server does not
            ElasticsearchEngine(link(), *made).destroy()
        transaction.set_rollback(True)
