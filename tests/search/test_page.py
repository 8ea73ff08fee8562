"""The search page."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from django.conf import settings as django_settings
from django.db import connection
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from wagtail.models import Site

from search.indexing import rebuild
from search.models import PublicRecord
from search.synonyms import ensure_default_synonyms
from tests.search.factories import build_record, make_record

pytestmark = [pytest.mark.django_db, pytest.mark.engine]


@pytest.fixture(autouse=True)
def page_alone(settings: Any) -> None:
    """The page on the least base template, so that these tests say something of this page only."""
    templates: list[dict[str, Any]] = [dict(engine) for engine in django_settings.TEMPLATES]
    templates[0]["DIRS"] = [Path(__file__).parent / "templates", *templates[0]["DIRS"]]
    settings.TEMPLATES = templates
    settings.ROOT_URLCONF = "tests.search.urls"


@pytest.fixture
def site() -> Site:
    """The site of the test client's host."""
    return Site.objects.get(is_default_site=True)


def body(client: Client, address: str) -> str:
    """The page's HTML."""
    response = client.get(f"/tim-kiem/{address}")
    assert response.status_code == 200
    return response.content.decode()


def test_without_words_the_page_helps(client: Client) -> None:
    html = body(client, "")
    assert "Tìm thế nào cho ra" in html
    assert "0 kết quả" not in html


def test_a_record_found_shows_its_kind_number_date_and_marked_words(client: Client, site: Site) -> None:
    make_record(
        site_id=site.pk,
        title="Chấp thuận dự án Đoàn Kết",
        number="258/QĐ-UBND",
        dated_on=date(2026, 2, 10),
        unit="UBND tỉnh",
        url="/van-ban/258/",
    )
    html = body(client, "?q=doan+ket")
    assert "1 kết quả" in html
    assert '<a href="/van-ban/258/">Chấp thuận dự án <mark>Đoàn Kết</mark></a>' in html
    for shown in ("Văn bản", "258/QĐ-UBND", "UBND tỉnh", "10/02/2026", "04/5/2026"):
        assert shown in html


def test_an_ended_record_says_so(client: Client, site: Site) -> None:
    make_record(site_id=site.pk, title="Niêm yết", is_open=False, state="ended", state_label="Đã hết thời hạn")
    assert '<span class="tag">Đã hết thời hạn</span>' in body(client, "?q=niem+yet")


def test_nothing_found_is_said_with_help_and_with_the_filter_to_drop(client: Client, site: Site) -> None:
    make_record(site_id=site.pk, title="Đoàn Kết", kind="van-ban")
    assert "Không tìm thấy kết quả cho «sân bay»" in body(client, f"?q={quote('sân bay')}")
    html = body(client, "?q=doan+ket&loai=du-an")
    assert "Không tìm thấy kết quả cho «doan ket»" in html
    assert '<a href="?q=doan+ket">Bỏ loại</a>' in html
    assert "còn 1 kết quả" in html


def test_facets_and_pages_keep_what_is_asked(client: Client, site: Site) -> None:
    records = [
        build_record(site_id=site.pk, title="Nhà", kind="du-an", kind_label="Dự án", year=2026) for _ in range(15)
    ]
    records += [build_record(site_id=site.pk, title="Nhà", year=year) for year in (2026, *[2025] * 15)]
    PublicRecord.objects.bulk_create(records)
    rebuild()
    html = body(client, "?q=nha&nam=2026")
    assert 'href="?q=nha&amp;loai=du-an&amp;nam=2026"' in html
    assert 'href="?q=nha&amp;nam=2026&amp;trang=2"' in html
    assert 'Dự án <span class="n">15</span>' in html
    assert '2025 <span class="n">15</span>' in html
    assert "Trang 1 trên 2" in html
    assert 'rel="next"' in html
    assert '<ol class="hits" start="11">' in body(client, "?q=nha&nam=2026&trang=2")


@pytest.mark.parametrize(
    ("address", "notice"),
    [
        ("?q=nha&nam=abc", "Bỏ qua năm không đọc được."),
        ("?q=nha&nam=-1", "Bỏ qua năm không đọc được."),
        ("?q=nha&nam=99999999999999999999", "Bỏ qua năm không đọc được."),
        ("?q=nha&nam=²", "Bỏ qua năm không đọc được."),
        ("?q=nha&trang=0", "Bỏ qua số trang không đọc được."),
        ("?q=nha&trang=1e9", "Bỏ qua số trang không đọc được."),
        ("?q=nha&trang=7", "Không có trang 7: đang xem trang 1."),
        ("?q=nha&sap-xep=x", "Bỏ qua cách sắp xếp không có."),
        ("?q=nha&loai=%27%3B--", "Bỏ qua loại không đọc được."),
        ("?q=nha&loai=a%00b", "Bỏ qua loại không đọc được."),
        ("?q=%22%22", "Câu tìm không có chữ hoặc số nào để tìm."),
        ("?q=" + "nha+" * 2_500, "Câu tìm quá dài: chỉ tìm theo phần đầu."),
    ],
)
def test_what_cannot_be_read_is_left_out_and_said(address: str, notice: str, client: Client, site: Site) -> None:
    make_record(site_id=site.pk, title="Nhà")
    assert notice in body(client, address)


@pytest.mark.parametrize(
    "address", ["?q=%00", "?q=%ff%fe", "?q=%ED%A0%80", "?q=%3Cscript%3Ealert(1)%3C/script%3E", "?%00=1", "?loai=" * 30]
)
def test_a_broken_address_is_never_an_error_nor_markup(address: str, client: Client) -> None:
    assert "<script" not in body(client, address)


def test_another_sites_record_is_not_on_the_page(client: Client, site: Site) -> None:
    make_record(site_id=site.pk + 1, title="Dấu zimzam", kind_label="Loại zimzam", year=1999)
    html = body(client, "?q=zimzam")
    assert "Dấu" not in html
    assert "1999" not in html
    assert client.get("/tim-kiem/?q=zimzam&dinh-dang=json").json()["so-ket-qua"] == 0


def test_a_host_without_a_site_has_no_records(client: Client, site: Site) -> None:
    make_record(site_id=site.pk, title="Nhà")
    Site.objects.all().delete()
    Site.clear_site_root_paths_cache()
    assert "Không tìm thấy" in body(client, "?q=nha")


def test_json_holds_the_same_as_the_page_and_is_advertised(client: Client, site: Site) -> None:
    record = make_record(site_id=site.pk, title="Nhà <b>", number="1/QĐ", body="nhà & đất", dated_on=date(2026, 2, 10))
    assert '<link rel="alternate" type="application/json" href="?q=nha&amp;trang=1&amp;dinh-dang=json"' in body(
        client, "?q=nha"
    )
    answer = client.get("/tim-kiem/?q=nha&dinh-dang=json")
    assert answer["Content-Type"] == "application/json"
    data = answer.json()
    assert data["so-ket-qua"] == 1
    hit = data["ket-qua"][0]
    assert (hit["ma"], hit["tieu-de"], hit["trich"], hit["ngay"]) == (
        str(record.record),
        "Nhà <b>",
        "nhà & đất",
        "2026-02-10",
    )
    assert hit["dia-chi"] == f"http://testserver{record.url}"


def test_the_page_sets_no_cookie_is_not_for_indexes_and_only_answers_get(client: Client) -> None:
    response = client.get("/tim-kiem/?q=nha")
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")
    assert response["X-Robots-Tag"] == "noindex"
    assert '<meta name="robots" content="noindex">' in response.content.decode()
    assert client.post("/tim-kiem/?q=nha").status_code == 405


@pytest.mark.parametrize("size", [10, 2_000])
def test_queries_are_the_same_at_any_size(
    size: int, client: Client, site: Site, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    ensure_default_synonyms()
    PublicRecord.objects.bulk_create(
        [
            build_record(site_id=site.pk, title=f"Nhà ở xã hội {at}", year=2000 + at % 20, kind=f"loai-{at % 4}")
            for at in range(size)
        ]
    )
    rebuild()
    # Site, synonyms, counts, ids of the page, records of the page, promotions. SQLite looks first whether the matches
    # are few; another engine takes counts and ids, and asking whether it knows everything costs one.
    usual = 7 if connection.vendor == "sqlite" else 6
    with django_assert_num_queries(5 if django_settings.SEARCH_ENGINE else usual):
        client.get("/tim-kiem/?q=noxh&trang=1")
