"""Whatever is declared for a kind works on a full record of it: filters, orders, table, files, within the budget."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable
from html import unescape
from typing import Any

import pytest
from django.core.exceptions import FieldDoesNotExist
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cms.disclosure import kinds
from cms.listing.files.formats import formats_of
from cms.listing.filters import Filter, OfRecord, Options, YearOf
from cms.listing.filters.base import field_at
from cms.listing.index_page import IndexPage
from cms.listing.listing import Listing, is_declared, listing_of
from cms.listing.table import heads
from cms.models import BasePage
from search.models import PublicRecord
from tests.factories import MadeWard, publish
from tests.factories.kinds import FACTORIES
from tests.ledger import _made_once, _no_admin_indexes, ward

__all__ = ["_made_once", "_no_admin_indexes", "ward"]

SILENT_WHILE_OPEN = frozenset({"van-ban"})
"""Kinds whose rows name the state only when it is over."""
WITHOUT_DECLARATION: dict[str, str] = {}
"""Kinds that the defaults serve as well as any declaration would, each with the reason."""

INDEXES: dict[str, Any] = {
    model.listed_kind(): model for model in kinds.all_kinds().values() if issubclass(model, IndexPage)
}


def wrong_names(listing: type[Listing], *filters: Filter) -> list[str]:
    """What a declaration names that the type does not have."""
    model, wrong = listing.model(), []
    for one in filters or listing.filters:
        path, of_record = one.path, isinstance(one, OfRecord) and not isinstance(one, YearOf)
        try:
            field_at(PublicRecord if of_record else model, path or "id")
        except FieldDoesNotExist:
            wrong.append(path)
    return wrong + [name for name in listing.shown_facts() if name not in model.facts.by_name]


@pytest.mark.parametrize("kind", INDEXES)
def test_a_declaration_names_what_its_type_has(kind: str) -> None:
    assert wrong_names(listing_of(kind)) == []


def test_a_name_that_the_type_does_not_have_is_found() -> None:
    assert wrong_names(listing_of("du-an"), Options("x", "X", "no_such_field")) == ["no_such_field"]


def without_listing(kinds_with_index: Iterable[str]) -> list[str]:
    """Kinds whose filters nobody declared, without a reason for it."""
    return [kind for kind in kinds_with_index if not is_declared(kind) and not WITHOUT_DECLARATION.get(kind)]


def test_every_index_has_a_declared_listing_or_a_reason_for_none() -> None:
    assert without_listing(INDEXES) == []
    assert without_listing([*INDEXES, "khong-khai"]) == ["khong-khai"]


def body(client: Client, ward: MadeWard, address: str) -> str:
    """The page; fails on another status and past the budget."""
    with CaptureQueriesContext(connection) as captured:
        answer = client.get(address, headers={"host": ward.host})
    assert answer.status_code == 200, address
    assert len(captured) <= 20, (address, len(captured))
    return str(answer.content.decode())


def told_alike(client: Client, ward: MadeWard, path: str, record: PublicRecord) -> None:
    """Cards, table, CSV and JSON say the same of a record's state today, whatever was typed."""
    cards = unescape(body(client, ward, path))
    table = unescape(body(client, ward, f"{path}?xem=bang"))
    assert record.title in cards
    assert record.title in table
    listing = listing_of(record.kind)
    answer: Any = client.get(f"{path}tai-ve.csv", headers={"host": ward.host})
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    (row,) = [one for one in csv.DictReader(io.StringIO(text)) if one["Mã bản ghi"] == str(record.record)]
    now = listing.now([record], timezone.localdate()).get(record.record, "")
    assert row["Tình trạng"] == record.state_label
    assert row.get("Hiện nay", "") == now
    if listing.state_column:
        assert row[label_of_state(listing)] == record.state_label
    told = {part for cell in re.findall(r">([^<]+)</td>", table) for part in cell.split(", ")}
    for said in filter(None, (record.state_label if record.kind not in SILENT_WHILE_OPEN else "", now)):
        assert said in cards
        assert said in told
    answer = client.get(f"{path}tai-ve.json", headers={"host": ward.host})
    (found,) = [
        one for one in json.loads(b"".join(answer.streaming_content))["ban-ghi"] if one["ma"] == row["Mã bản ghi"]
    ]
    assert (found["trang-thai"], found.get("hien-nay", "")) == (record.state_label, now)


def label_of_state(listing: type[Listing]) -> str:
    """Head of the column that shows the state."""
    bound = listing.model().facts
    return str(bound.label(bound.by_name[listing.state_column]))


@pytest.mark.parametrize("kind", INDEXES)
def test_a_type_with_states_shows_them_in_the_table(kind: str) -> None:
    """In a column of its own, or in the fact that the state is made of."""
    listing = listing_of(kind)
    if listing.model().public_state is BasePage.public_state:
        assert not listing.state_column
        return
    shown = [head.label for head in heads(listing)]
    assert (label_of_state(listing) if listing.state_column else "Tình trạng") in shown


@pytest.mark.django_db
@pytest.mark.parametrize("kind", INDEXES)
def test_each_value_offered_finds_the_records_it_counts(client: Client, ward: MadeWard, kind: str) -> None:
    page = publish(FACTORIES[kind](ward=ward, full=True))
    path = re.sub(r"[^/]+/$", "", PublicRecord.objects.get(page_id=page.pk).url)
    number = PublicRecord.objects.filter(kind=kind).count()
    publish(FACTORIES[kind](ward=ward))
    noun = listing_of(kind).noun
    text = body(client, ward, path)
    assert f"{PublicRecord.objects.filter(kind=kind).count()} {noun}</h2>" in text
    offered = re.findall(
        r'name="([\w-]+)" value="([\w-]+)"[^>]*> <span>[^<]*</span> <span class="n">(\d+)</span>', text
    )
    assert offered or number == 0
    for name, value, count in offered:
        assert f"{count} {noun}</h2>" in body(client, ward, f"{path}?{name}={value}"), (name, value)
    for order in listing_of(kind).orders:
        body(client, ward, f"{path}?sap-xep={order.name}")
    told_alike(client, ward, path, PublicRecord.objects.get(page_id=page.pk))
    for form in formats_of(listing_of(kind)):
        answer: Any = client.get(f"{path}{form.file_name}", headers={"host": ward.host})
        assert answer.status_code == 200, form
        data = b"".join(answer.streaming_content)
        assert len(data) > 100
        if form.ending in {"json", "geojson"}:
            assert json.loads(data)["so-ban-ghi"] >= 2
