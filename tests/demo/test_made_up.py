"""The ward that is made up says so wherever it speaks, the real ones never; builders add its records one by one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from django.test import Client

from cms.disclosure.models import LogEntry, PublishedFacts
from cms.models import BasePage, DisclosurePage, LegalBasis
from cms.tenancy.wards import NewWard
from projects_pages.demo import loader
from projects_pages.demo.building import Builder, Built
from projects_pages.demo.wards import WARDS as DATA
from projects_pages.models import LegalDocumentPage
from search.models import PublicRecord
from tests.demo.conftest import Demo
from tests.demo.reading import MADE_UP, WARDS

LABEL = "Dữ liệu minh họa"
MACHINES = ("du-lieu.json", "?q=nha&dinh-dang=json")


def addresses(demo: Demo, code: str) -> Iterator[str]:
    """Every public page of a ward, its history, its JSON, and the search in both forms."""
    for record in demo.records(code):
        yield from (record.url, f"{record.url}lich-su/", f"{record.url}du-lieu.json")
    yield from ("/tim-kiem/", "/tim-kiem/?q=nha", "/tim-kiem/?q=nha&dinh-dang=json", "/khong-co/")


def test_the_ward_that_is_made_up_says_so_on_every_address(demo: Demo) -> None:
    seen = 0
    for address in addresses(demo, MADE_UP):
        text = demo.opened(MADE_UP, address).text
        assert LABEL in text, address
        if address.endswith(MACHINES):
            said = json.loads(text)
            assert said["illustrative"] is True, address
            assert said["notice"].startswith(LABEL), address
        else:
            assert 'class="strip strip--demo"' in text, address
        seen += 1
    assert seen > 20


@pytest.mark.parametrize("code", WARDS)
def test_a_real_ward_never_says_so(demo: Demo, code: str) -> None:
    for address in addresses(demo, code):
        text = demo.opened(code, address).text.lower()
        assert "minh họa" not in text, address
        assert "illustrative" not in text, address
        assert "strip--demo" not in text, address
    assert not PublishedFacts.objects.filter(site_id=demo.site_id(code), body__contains="illustrative").exists()


def document(number: str, *bases: DisclosurePage) -> LegalDocumentPage:
    """A document of the trial ward that names others."""
    page = LegalDocumentPage(title=f"Quyết định {number}", slug=number.partition("/")[0], number=number)
    page.document_type = "quyet-dinh"
    page.legal_bases = [LegalBasis(document=base) for base in bases]
    return page


def two_documents(built: Built) -> Iterator[tuple[str, BasePage]]:
    """A document, one that rests on it, and the first once more with another title."""
    yield "van-ban", document("901/QĐ-MH")
    first = built.published["901/QĐ-MH"]
    yield "van-ban", document("902/QĐ-MH", first)
    page = LegalDocumentPage.objects.get(pk=first.pk)
    page.title, page.change_reason = "Quyết định đã sửa", "Sửa tên"
    yield "van-ban", page


def the_same_twice(built: Built) -> Iterator[tuple[str, BasePage]]:
    """Two records of one name."""
    yield "van-ban", document("901/QĐ-MH")
    again = document("901/QĐ-MH")
    again.slug = "lan-nua"
    yield "van-ban", again


def trial(*builders: Builder) -> Any:
    """The ward that is made up, under another name, with builders of the test."""
    new = NewWard("thu", "phường Thử", "tỉnh Thử", "thu.localhost", illustrative=True)
    return replace(DATA[2], new=new, plan=None, builders=builders)


def test_a_builder_points_to_what_it_made_public_before(demo: Demo, undone: None) -> None:
    loader.load_ward(trial(two_documents))
    records = PublicRecord.objects.filter(number__in=["901/QĐ-MH", "902/QĐ-MH"])
    first, second = (records.get(number=number) for number in ("901/QĐ-MH", "902/QĐ-MH"))
    basis = PublishedFacts.objects.get(record=second.record).facts["legal_bases"]
    assert [row["document"] for row in basis] == [{"record": str(first.record)}]
    told = LogEntry.objects.filter(record=first.record).order_by("version")
    assert [entry.content["reason"] for entry in told] == ["Dựng dữ liệu minh họa", "Sửa tên"]
    assert first.title == "Quyết định đã sửa"


def test_two_records_of_one_name_are_refused(demo: Demo, undone: None) -> None:
    with pytest.raises(ValueError, match="901/QĐ-MH"):
        loader.load_ward(trial(the_same_twice))


def test_a_ward_without_plan_and_projects_has_no_headline(demo: Demo, undone: None, client: Client) -> None:
    assert loader.load_ward(trial())
    home = client.get("/", headers={"host": "thu.localhost"}).content.decode()
    assert 'id="noi-bat"' not in home
