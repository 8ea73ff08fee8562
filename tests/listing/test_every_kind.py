"""Whatever is declared for a kind works on a full record of it: filters, orders, table, files, within the budget."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from django.core.exceptions import FieldDoesNotExist
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cms.disclosure import kinds
from cms.listing.files.formats import formats_of
from cms.listing.filters import Filter, OfRecord, Options, YearOf
from cms.listing.filters.base import field_at
from cms.listing.index_page import IndexPage
from cms.listing.listing import Listing, listing_of
from search.models import PublicRecord
from tests.factories import MadeWard, publish
from tests.factories.kinds import FACTORIES
from tests.ledger import _made_once, _no_reference_index, ward

__all__ = ["_made_once", "_no_reference_index", "ward"]

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


def body(client: Client, ward: MadeWard, address: str) -> str:
    """The page; fails on another status and past the budget."""
    with CaptureQueriesContext(connection) as captured:
        answer = client.get(address, headers={"host": ward.host})
    assert answer.status_code == 200, address
    assert len(captured) <= 20, (address, len(captured))
    return str(answer.content.decode())


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
    assert page.title in body(client, ward, f"{path}?xem=bang")
    for form in formats_of(listing_of(kind)):
        answer: Any = client.get(f"{path}{form.file_name}", headers={"host": ward.host})
        assert answer.status_code == 200, form
        data = b"".join(answer.streaming_content)
        assert len(data) > 100
        if form.ending in {"json", "geojson"}:
            assert json.loads(data)["so-ban-ghi"] >= 2
