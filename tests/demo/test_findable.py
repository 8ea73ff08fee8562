"""The collected examples of what people type, asked of the two wards as they are, among 2,000 records of noise."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from pytest_django.plugin import DjangoDbBlocker

from search.api import search
from search.indexing import index
from search.models import PublicRecord
from tests.demo.conftest import Demo
from tests.demo.reading import WARDS
from tests.search.contract.noise import noise

EXAMPLES: dict[str, Any] = json.loads(
    (Path(__file__).parent.parent / "search" / "examples.json").read_text(encoding="utf-8")
)
# The examples' names of records that these wards have, and their document number, kind or address.
RECORDS = {
    "DA1": "du-an",
    "VB258": "258/QĐ-UBND",
    "VB222": "222/QĐ-UBND",
    "VB3314": "3314/UBND-KTN",
    "VB08": "08/CĐ-BXD",
    "VB07": "07/NQ-CP",
    "VB201": "201/2025/QH15",
    "VB02": "02-NQ/TU",
    "VB09": "09-NQ/TU",
    "KHDK": "ke-hoach",
    "KHHB": "ke-hoach",
    "HD": "/thu-tuc/dang-ky-mua/",
    "DT": "/huong-dan/doi-tuong-dieu-kien/",
    "GPMB": "/huong-dan/giai-phong-mat-bang/",
}
QUERIES = [row for row in EXAMPLES["queries"] if set(row["first"]) & set(RECORDS)]


NOISE = 1_000
"""Records on each ward that share words with its own."""


@pytest.fixture(scope="module")
def noisy(demo: Demo, django_db_blocker: DjangoDbBlocker) -> Iterator[Demo]:
    """The wards, and records of noise around theirs."""
    with django_db_blocker.unblock(), transaction.atomic():
        for ward in WARDS:
            own = demo.records(ward)
            texts = [text for record in own for text in (record.number, record.title, record.keys, record.summary)]
            around = list(noise(demo.site_id(ward), texts, count=NOISE, seed=5))
            for at, record in enumerate(around):
                record.page_id = (demo.site_id(ward) + 1) * 1_000_000 + at
            index(PublicRecord.objects.bulk_create(around))
        yield demo
        transaction.set_rollback(True)


@pytest.mark.parametrize("row", QUERIES, ids=[row["query"] for row in QUERIES])
def test_what_people_type_finds_the_real_record_first(noisy: Demo, row: dict[str, Any]) -> None:
    wanted = {noisy.record(row["site"], RECORDS[name]).pk for name in row["first"] if name in RECORDS}
    hits = search(row["query"], site_id=noisy.site_id(row["site"])).hits
    assert wanted & {hit.record.pk for hit in hits}
    assert hits[0].record.pk in wanted, [hit.record.title for hit in hits]


def test_the_examples_reach_every_record_that_has_a_name(demo: Demo) -> None:
    assert len(QUERIES) > 45
    for name, record in RECORDS.items():
        for ward in EXAMPLES["records"][name]["sites"]:
            assert demo.record(ward, record).indexed_at is not None
