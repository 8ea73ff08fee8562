"""What is suggested while a person types."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from wagtail.models import Site

from search.models import Synonym
from search.suggest import suggest
from tests.search.factories import make_record

pytestmark = pytest.mark.django_db


def suggested(text: str, site_id: int = 1) -> list[str]:
    """Titles suggested, in order."""
    return [one.record.title for one in suggest(text, site_id=site_id)]


def test_numbers_come_first_then_titles_that_begin_so_then_other_titles() -> None:
    make_record(title="Sửa Quyết định 258", dated_on=date(2026, 6, 1))
    make_record(title="258 căn hộ", dated_on=date(2026, 5, 1))
    make_record(title="Chấp thuận chủ trương", number="258/QĐ-UBND", dated_on=date(2026, 2, 10))
    assert suggested("258") == ["Chấp thuận chủ trương", "258 căn hộ", "Sửa Quyết định 258"]
    assert suggested("258/qd") == ["Chấp thuận chủ trương"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("nh", True),
        ("nha o xa h", True),
        ("đoàn k", True),
        ("ĐOÀN KẾT", True),
        ("doan ket ", True),
        ("doan ke ", False),  # a finished word is a whole word
        ("hội nhà", True),
        ("noxh đoàn", True),
        ("ddoanf", True),
        ("sân bay", False),
        ("", False),
        ("%", False),
        ("_", False),
    ],
)
def test_a_title_is_suggested_from_its_beginnings_of_words(typed: str, found: bool) -> None:
    Synonym.objects.create(short="NOXH", full="nhà ở xã hội")
    make_record(title="Khu nhà ở xã hội Đoàn Kết")
    assert bool(suggested(typed)) is found


def test_only_what_the_ward_published_is_suggested() -> None:
    make_record(title="Dấu zimzam", site_id=2)
    gone = make_record(title="Dấu zimzum")
    make_record(title="Thân bài", body="zimzom")
    gone.delete()
    assert suggested("zim") == []
    assert suggested("zim", site_id=2) == ["Dấu zimzam"]


def test_the_piece_of_the_page_marks_what_was_typed_and_leads_to_the_record(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    site = Site.objects.get(is_default_site=True)
    make_record(site_id=site.pk, title="Khu <b> nhà", number="5/QĐ", url="/van-ban/5/")
    client.get("/tim-kiem/goi-y/?q=x")
    with django_assert_num_queries(4):
        response = client.get("/tim-kiem/goi-y/?q=nha+")
    html = response.content.decode()
    assert '<a href="/van-ban/5/">' in html
    assert "Khu &lt;b&gt; <mark>nhà</mark>" in html
    assert 'href="/tim-kiem/?q=nha"' in html
    assert "<html" not in html
    assert not response.cookies
    assert response["X-Robots-Tag"] == "noindex"


@pytest.mark.parametrize("query", ["", "?q=%00", "?q=%ff", "?q=" + "a" * 10_000, "?q=%22%27%3B--", "?q[]=1", "?q=🏠"])
def test_nothing_typed_is_an_error(query: str, client: Client) -> None:
    assert client.get(f"/tim-kiem/goi-y/{query}").status_code == 200
