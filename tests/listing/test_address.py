"""Query strings: readable, shareable, and whatever is broken in one is told and ignored."""

from __future__ import annotations

import html
import re
import unicodedata
from urllib.parse import quote

import html5lib
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.listing.conftest import MARK, Portal

ALL = "5 dự án"


def body(client: Client, portal: Portal, address: str) -> str:
    """The page as valid HTML."""
    answer = client.get(address, headers={"host": portal.host})
    assert answer.status_code == 200, address
    text = answer.content.decode()
    html5lib.HTMLParser(strict=True).parse(text)
    return text


def words(text: str) -> str:
    """What people read of the main part."""
    main = text[text.index("<main") : text.index("</main>")]
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", main)).split())


@pytest.mark.parametrize(
    ("query", "heading", "notice"),
    [
        ("?giai-doan=dang-thi-cong", "2 dự án", ""),
        ("?giai-doan=dang-thi-cong&giai-doan=huy", "3 dự án", ""),
        ("?giai-doan=huy&giai-doan=huy", "1 dự án", ""),
        ("?dien-tich-tu=&dien-tich-den=&q=&trang=", ALL, ""),
        ("?dien-tich-tu=1.000,5", "2 dự án", ""),
        ("?gia-ban-den=15+tri%E1%BB%87u", "2 dự án", ""),
        ("?gia-ban-den=" + quote(unicodedata.normalize("NFD", "15 triệu")), "2 dự án", ""),
        ("?q=" + quote(unicodedata.normalize("NFD", "cửu long")), "1 dự án", ""),
        ("?q=cuu+long", "1 dự án", ""),
        ("?so-can-tu=200&so-can-den=100", "2 dự án", "số đầu lớn hơn số cuối, nên đã đổi chỗ"),
        ("?giai-doan=khong-co", ALL, "Bỏ qua «khong-co»: không có trong «Giai đoạn»."),
        ("?giai-doan=khong-co&giai-doan=huy", "1 dự án", "Bỏ qua «khong-co»: không có trong «Giai đoạn»."),
        ("?dia-ban=khong-co", ALL, "Bỏ qua «khong-co»: không hồ sơ nào có «Nơi có dự án» như vậy."),
        ("?dia-ban=%27%3B--", ALL, "không có trong «Nơi có dự án»"),
        ("?dia-ban=a%00b", ALL, "không có trong «Nơi có dự án»"),
        ("?hoan-thanh=abcd", ALL, "không có trong «Năm hoàn thành theo kế hoạch»"),
        ("?hoan-thanh=1999", ALL, "không hồ sơ nào có «Năm hoàn thành theo kế hoạch» như vậy"),
        ("?hoan-thanh=%C2%B2027", ALL, "không có trong"),
        ("?so-can-tu=abc", ALL, "Bỏ qua «abc» ở «Tổng số căn»."),
        ("?so-can-tu=-5", ALL, "Bỏ qua «-5» ở «Tổng số căn»."),
        ("?so-can-tu=" + "9" * 60, "", ""),
        ("?dien-tich-tu=" + "9" * 60, "", "Bỏ qua"),
        ("?dien-tich-tu=NaN", ALL, "Bỏ qua «NaN»"),
        ("?so-can-tu=%00", ALL, ""),
        ("?khong-co=1", ALL, "Bỏ qua «khong-co»: mục này không có điều kiện ấy."),
        ("?%00=1", ALL, "Bỏ qua «»"),
        ("?sap-xep=x", ALL, "Bỏ qua cách sắp xếp không có."),
        ("?xem=x", ALL, "Bỏ qua kiểu xem không có."),
        ("?moi-trang=7", ALL, "Bỏ qua số hồ sơ mỗi trang không có."),
        ("?trang=x", ALL, "Không đọc được số trang"),
        ("?trang=0", ALL, "Không đọc được số trang"),
        ("?trang=%C2%B2", ALL, "Không đọc được số trang"),
        ("?trang=9", ALL, "Danh sách chỉ có 1 trang."),
        ("?trang=999999", ALL, "Danh sách quá dài"),
        ("?q=%22%22", ALL, "Câu tìm không có chữ hoặc số nào để tìm."),
        ("?q=" + "nha+" * 2_500, "5 dự án", "Câu tìm quá dài: chỉ tìm theo phần đầu."),
        ("?q=%ED%A0%80", ALL, "Câu tìm không có chữ"),
        ("?q=%22NEAR%28%2A%29+OR+nha", "", ""),
        ("?" + "&".join(f"la-{n}=1" for n in range(50)), ALL, "Bỏ qua các phần còn lại không đọc được của địa chỉ."),
        ("?" + "&".join(f"giai-doan=la-{n}" for n in range(90)), ALL, "các giá trị còn lại"),
        ("?giai-doan=" + "x" * 10_000, ALL, "không có trong «Giai đoạn»"),
        ("?q=%3Cscript%3Ealert(1)%3C/script%3E", "", ""),
        ("?dia-ban=%3Cscript%3E", ALL, "Bỏ qua «<script>»"),
    ],
)
def test_what_cannot_be_read_is_told_and_ignored(
    client: Client, portal: Portal, query: str, heading: str, notice: str
) -> None:
    text = body(client, portal, f"/du-an/{query}")
    assert heading in words(text)
    assert notice in words(text)
    if heading and not notice:
        assert "Bỏ qua" not in words(text)
    assert "<script>" not in text


def test_more_parameters_than_a_request_may_have_are_no_error_of_the_server(client: Client, portal: Portal) -> None:
    answer = client.get("/du-an/?" + "&".join(f"a{n}=1" for n in range(2_000)), headers={"host": portal.host})
    assert answer.status_code == 400


def test_chips_drop_one_condition_each_and_keep_the_rest(client: Client, portal: Portal) -> None:
    place = portal.places["a"].key
    text = body(client, portal, f"/du-an/?dia-ban={place}&giai-doan=dang-thi-cong&so-can-tu=50&xem=bang&q=nha")
    chips = {
        html.unescape(re.sub(r"<[^>]+>", "", label)).strip(): html.unescape(href)
        for href, label in re.findall(r'<a class="chip[^"]*" href="([^"]*)">(.*?)</a>', text)
    }
    assert chips == {
        "có chữ nha  (bỏ lọc này)": f"/du-an/?giai-doan=dang-thi-cong&dia-ban={place}&so-can-tu=50&xem=bang",
        "Đang thi công  (bỏ lọc này)": f"/du-an/?q=nha&dia-ban={place}&so-can-tu=50&xem=bang",
        "Tổ dân phố a  (bỏ lọc này)": "/du-an/?q=nha&giai-doan=dang-thi-cong&so-can-tu=50&xem=bang",
        "Tổng số căn: từ 50  (bỏ lọc này)": f"/du-an/?q=nha&giai-doan=dang-thi-cong&dia-ban={place}&xem=bang",
        "Bỏ tất cả": "/du-an/?xem=bang",
    }
    for href in chips.values():
        body(client, portal, href)


def test_the_table_says_the_facts_and_which_kind_of_missing(client: Client, portal: Portal) -> None:
    text = words(body(client, portal, "/du-an/?xem=bang&giai-doan=dang-nhan-ho-so"))
    assert "Tên Giai đoạn Tổng số căn hộ Diện tích đất Hoàn thành theo kế hoạch Chủ đầu tư" in text
    assert "Nhà ở Cửu Long Tổ dân phố b Đang nhận hồ sơ 300 Chưa có thông tin quý IV/2028 Công ty x" in text
    assert "Chưa công bố (phải công bố: chủ đầu tư)" in text


def test_an_empty_answer_names_the_filter_to_drop_and_what_that_brings(client: Client, portal: Portal) -> None:
    text = words(body(client, portal, "/du-an/?giai-doan=huy&loai=doc-lap"))
    assert "Không có dự án nào khớp cả 2 điều kiện" in text
    assert "Bỏ «Hủy» còn 2 dự án" in text
    assert "Bỏ mọi điều kiện còn 5 dự án" in text


@pytest.mark.parametrize(
    ("query", "indexed"),
    [
        ("", True),
        ("?trang=1", True),
        ("?giai-doan=huy", False),
        ("?sap-xep=nhieu-can", False),
        ("?xem=bang", False),
        ("?q=nha", False),
    ],
)
def test_combinations_are_not_for_search_engines_and_name_the_plain_list(
    client: Client, portal: Portal, query: str, indexed: bool
) -> None:
    text = body(client, portal, f"/du-an/{query}")
    assert ('<meta name="robots" content="noindex, follow">' not in text) is indexed
    assert re.findall(r'<link rel="canonical" href="[^"]*(/du-an/[^"]*)">', text) == ["/du-an/"]


@pytest.mark.parametrize("address", ["/du-an/", "/du-an/?xem=bang", "/van-ban/", "/ke-hoach/", f"/du-an/?q={MARK}"])
def test_nothing_that_is_not_public_is_listed_counted_or_offered(client: Client, portal: Portal, address: str) -> None:
    text = (
        body(client, portal, address)
        .replace(f"có chữ {MARK}", "")
        .replace(f'value="{MARK}"', "")
        .replace(f"q={MARK}", "")
    )
    assert MARK not in text
    assert "boc-tham" not in text
    assert "777" not in text


EVERY = (
    "?q=nha&giai-doan=dang-thi-cong&giai-doan=huy&loai=doc-lap&dia-ban={place}&chu-dau-tu={investor}&uu-tien=co"
    "&so-can-tu=1&dien-tich-tu=1&gia-ban-den=99+tri%E1%BB%87u&hoan-thanh=2027&sap-xep=nhieu-can"
)


@pytest.mark.parametrize(
    "query", ["", "?xem=bang", EVERY, EVERY + "&xem=bang", EVERY.replace("so-can-tu=1", "so-can-tu=999")]
)
def test_twenty_queries_are_enough_for_any_number_of_filters(client: Client, portal: Portal, query: str) -> None:
    address = "/du-an/" + query.format(place=portal.places["a"].key, investor=portal.investors["x"].key)
    with CaptureQueriesContext(connection) as captured:
        body(client, portal, address)
    assert len(captured) <= 20, [one["sql"][:200] for one in captured]
