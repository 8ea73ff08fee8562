"""A search that asks one thing of one project is answered as the project's page answers it, with the source."""

from __future__ import annotations

import datetime
import html
import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import ReferenceIndex

from cms.values.dates import format_date
from projects_pages.models import ApplicationRound
from search.indexing import rebuild
from tests.factories import MadeWard, PricePageFactory, ProjectPageFactory, publish
from tests.factories.documents import LegalDocumentPageFactory
from tests.factories.prices import price_rows

pytestmark = pytest.mark.django_db

PLACE = "Văn phòng bán hàng, số 2 đường Thử"


def round_of(days: int) -> ApplicationRound:
    """An open round that closes in some days."""
    today = timezone.localdate()
    return ApplicationRound(
        name="Đợt 1",
        opens_on=today - datetime.timedelta(5),
        closes_on=today + datetime.timedelta(days),
    )


@pytest.fixture
def project(ward: MadeWard) -> Any:
    """A project that takes applications, another one whose name goes on, and its price."""
    made = ProjectPageFactory(ward=ward, title="Khu nhà ở xã hội Sao Mai 1", stage="dang-nhan-ho-so", apply_at=PLACE)
    made.rounds = [round_of(9)]
    made = publish(made)
    publish(ProjectPageFactory(ward=ward, title="Khu nhà ở xã hội Sao Mai 12"))
    rebuild()
    return made


def box(client: Client, ward: MadeWard, text: str) -> str:
    """The text of the answer; empty without one."""
    page = client.get("/tim-kiem/", {"q": text}, headers={"host": ward.host}).content.decode()
    found = re.search(r'<section class="panel flow" aria-labelledby="tra-loi">(.*?)</section>', page, re.S)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", found[1])).split()) if found else ""


def test_time_and_place_of_applying_are_those_of_the_page(client: Client, ward: MadeWard, project: Any) -> None:
    closes = format_date(timezone.localdate() + datetime.timedelta(9))
    assert closes in box(client, ward, "hạn nộp hồ sơ Sao Mai 1")
    assert PLACE in box(client, ward, "sao mai 1 nop ho so o dau")


def test_the_price_is_the_published_one_with_its_decision(client: Client, ward: MadeWard, project: Any) -> None:
    assert box(client, ward, "giá Sao Mai 1") == ""  # none is known yet
    decision = publish(LegalDocumentPageFactory(ward=ward, number="6/QĐ-UBND"))
    today, decided = timezone.localdate(), decision.disclosurepage_ptr
    price = PricePageFactory(ward=ward, project=project.disclosurepage_ptr, valid_from=today, decision=decided)
    price.price_rows = price_rows()
    ReferenceIndex.create_or_update_for_object(publish(price))
    rebuild()
    shown = box(client, ward, "giá nhà ở xã hội Sao Mai 1 bao nhiêu")
    page = html.unescape(client.get(project.url, headers={"host": ward.host}).content.decode())
    prices = re.findall(r"\d[\d.]{6,}", shown)
    assert prices
    assert "Nguồn: 6/QĐ-UBND" in shown
    assert [one for one in prices if one not in page] == []


@pytest.mark.parametrize("text", ["giá Sao Mai", "Sao Mai 1", "hạn nộp hồ sơ", "Sao Mai 12 nộp hồ sơ ở đâu"])
def test_where_two_could_be_meant_or_nothing_is_known_nothing_is_answered(
    client: Client, ward: MadeWard, project: Any, text: str
) -> None:
    assert box(client, ward, text) == ""


def test_what_is_withdrawn_answers_nothing(client: Client, ward: MadeWard, project: Any) -> None:
    from tests.listing.conftest import withdraw

    withdraw(project)
    assert box(client, ward, "sao mai 1 nop ho so o dau") == ""


def test_a_search_that_asks_nothing_costs_nothing_more(
    client: Client, ward: MadeWard, project: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def queries(text: str) -> int:
        with CaptureQueriesContext(connection) as captured:
            client.get("/tim-kiem/", {"q": text}, headers={"host": ward.host})
        return len(captured)

    plain, asking = "gia dinh sao mai 1", "sao mai 1 nop ho so o dau"
    queries(plain)
    counted = {text: queries(text) for text in (plain, asking)}
    monkeypatch.setattr("search.views.answer", lambda *_: None)
    assert queries(plain) == counted[plain]
    assert queries(asking) == counted[asking] - 2
