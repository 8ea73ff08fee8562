"""A search without hits is counted when a page of the portal asks for it, and never by reading."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.test import Client
from wagtail.models import Site

from cms.management.commands import run_due
from cms.models import MissedSearch
from tests.search.factories import make_record

pytestmark = pytest.mark.django_db
ADDRESS = "/tim-kiem/khong-thay/"
HERE = {"origin": "http://testserver"}


@pytest.fixture
def asked() -> Client:
    """A browser, which is checked as in production."""
    return Client(enforce_csrf_checks=True)


def kept() -> list[tuple[str, int]]:
    return list(MissedSearch.objects.order_by("pk").values_list("words", "times"))


def test_what_is_not_found_is_counted_however_it_is_spelled(asked: Client) -> None:
    for text in ("Bể bơi", "be boi", "hồ bơi"):
        response = asked.post(ADDRESS, {"q": text}, headers=HERE)
        assert (response.status_code, response.content, response.cookies.output()) == (204, b"", "")
        assert response.headers["Cache-Control"] == "no-store"
    assert kept() == [("Bể bơi", 2), ("hồ bơi", 1)]


def test_what_is_found_is_not_counted(asked: Client) -> None:
    make_record(site_id=Site.objects.get(is_default_site=True).pk, title="Bể bơi")
    assert asked.post(ADDRESS, {"q": "be boi"}, headers=HERE).status_code == 204
    assert kept() == []


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"sec-fetch-site": "same-origin"}, 204),
        ({"sec-fetch-site": "same-origin", "origin": "https://khac.vn"}, 204),
        ({"sec-fetch-site": "cross-site", **HERE}, 403),
        ({"sec-fetch-site": "same-site", **HERE}, 403),
        ({"origin": "https://khac.vn"}, 403),
        ({"origin": "null"}, 403),
        ({}, 403),
    ],
)
def test_only_pages_of_the_portal_may_ask(headers: dict[str, str], status: int, asked: Client) -> None:
    assert asked.post(ADDRESS, {"q": "bể bơi"}, headers=headers).status_code == status
    assert bool(kept()) is (status == 204)


@pytest.mark.parametrize("text", ["", "x" * 201, "\x00", '"', "gọi 0912345678", "đ" * 2_000])
def test_what_cannot_be_kept_is_no_error(text: str, asked: Client) -> None:
    assert asked.post(ADDRESS, {"q": text}, headers=HERE).status_code in {204, 403}
    assert kept() == []


def test_reading_the_address_does_nothing(asked: Client) -> None:
    assert asked.get(ADDRESS, {"q": "bể bơi"}, headers=HERE).status_code == 405
    assert kept() == []


def test_old_ones_go_with_what_is_due(asked: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    asked.post(ADDRESS, {"q": "bể bơi"}, headers=HERE)
    MissedSearch.objects.update(month="2020-01-01")
    monkeypatch.setattr("django.db.connections.close_all", lambda: None)
    assert settings.MISSED_SEARCHES_MONTHS == 12
    assert run_due.one_round()
    assert kept() == []
