"""Files of a listing: the same records, real numbers and days, no formula, nothing that is not public."""

from __future__ import annotations

import csv
import datetime
import io
import json
import re
from decimal import Decimal
from typing import Any
from xml.etree import ElementTree

import openpyxl
import pytest
from django.test import Client

from cms.listing.files.as_csv import defused
from cms.listing.files.formats import FORMATS
from cms.listing.listing import listing_of
from cms.models import Ward
from search.illustrative import LABEL
from tests.listing.conftest import MARK, Portal

ATOM = "{http://www.w3.org/2005/Atom}"
ENDINGS = ["csv", "xlsx", "json", "atom"]


def file(client: Client, portal: Portal, address: str, status: int = 200) -> bytes:
    """The whole file at an address."""
    answer: Any = client.get(address, headers={"host": portal.host})
    assert answer.status_code == status, address
    return b"".join(answer.streaming_content) if answer.streaming else bytes(answer.content)


def csv_rows(data: bytes) -> list[dict[str, str]]:
    """Rows by head."""
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))


def xlsx_rows(data: bytes) -> list[dict[str, Any]]:
    """Rows by head, with the cells' own types."""
    heads, *rows = openpyxl.load_workbook(io.BytesIO(data)).active.values
    return [dict(zip(heads, row, strict=True)) for row in rows]


def titles(ending: str, data: bytes) -> list[str]:
    """Titles in the order of the file."""
    if ending == "csv":
        return [row["Tên"].removeprefix("'") for row in csv_rows(data)]
    if ending == "xlsx":
        return [row["Tên"] for row in xlsx_rows(data)]
    if ending == "json":
        return [row["tieu-de"] for row in json.loads(data)["ban-ghi"]]
    return [str(entry.findtext(f"{ATOM}title")) for entry in ElementTree.fromstring(data).iter(f"{ATOM}entry")]


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("?sap-xep=nhieu-can", ["Cửu Long", "Bình Minh", "An Bình", "Êm Đềm", "Đông Hà"]),
        ("?giai-doan=dang-thi-cong&sap-xep=nhieu-can", ["Bình Minh", "An Bình"]),
        ("?q=cuu+long", ["Cửu Long"]),
        ("?giai-doan=huy&loai=doc-lap", []),
        ("?giai-doan=khong-co&so-can-tu=abc&%00=1&trang=x&sap-xep=nhieu-can&so-can-den=60", ["Êm Đềm"]),
    ],
)
def test_a_file_has_the_rows_of_the_listing_in_its_order(
    client: Client, portal: Portal, ending: str, query: str, wanted: list[str]
) -> None:
    found = titles(ending, file(client, portal, f"/du-an/tai-ve.{ending}{query}"))
    assert [title.removeprefix("=Khu nhà ở ").removeprefix("Nhà ở ") for title in found] == wanted


def test_csv_has_plain_numbers_iso_days_and_no_formula(client: Client, portal: Portal) -> None:
    rows = {row["Tên"]: row for row in csv_rows(file(client, portal, "/du-an/tai-ve.csv"))}
    first = rows["Nhà ở An Bình"]
    assert first["Tổng số căn hộ"] == "100"
    assert first["Tổng số căn hộ: là số «khoảng»"] == "có"
    assert first["Diện tích đất (m²)"] == "1000.5"
    assert first["Giai đoạn"] == "Đang thi công"
    assert first["Hoàn thành theo kế hoạch"] == "2027"
    assert first["Chủ đầu tư"] == "Công ty x"
    assert first["Loại căn hộ"] == "Căn, 15.000.000 đồng/m²"
    assert first["Địa chỉ"].endswith(portal.projects[0].slug + "/")
    assert rows["'=Khu nhà ở Êm Đềm"]["Hoàn thành theo kế hoạch"] == "2027-01-15"


@pytest.mark.parametrize("text", ["=1+1", "+84", "-1", "@x", "\t=1", "\r=1", " =1", "＝1", "\n=1"])
def test_what_begins_like_a_formula_is_defused(text: str) -> None:
    assert defused(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "a=1", "Nhà ở", "1-2", "«=»"])
def test_any_other_text_stays(text: str) -> None:
    assert defused(text) == text


def test_xlsx_has_real_numbers_and_days_and_texts_that_stay_texts(client: Client, portal: Portal) -> None:
    data = file(client, portal, "/du-an/tai-ve.xlsx")
    rows = {row["Tên"]: row for row in xlsx_rows(data)}
    first = rows["Nhà ở An Bình"]
    assert (first["Tổng số căn hộ"], first["Diện tích đất (m²)"]) == (100, 1000.5)
    assert rows["Nhà ở Cửu Long"]["Diện tích đất (m²)"] is None
    assert rows["=Khu nhà ở Êm Đềm"]["Hoàn thành theo kế hoạch"] == datetime.datetime(2027, 1, 15)
    assert rows["Nhà ở Cửu Long"]["Hoàn thành theo kế hoạch"] == "quý IV/2028"
    cells = [cell for row in openpyxl.load_workbook(io.BytesIO(data)).active.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells if isinstance(cell.value, str)} == {"s"}


def test_json_has_the_facts_as_the_record_itself_has_them(client: Client, portal: Portal) -> None:
    data = json.loads(file(client, portal, "/du-an/tai-ve.json?giai-doan=huy&la=1"))
    assert (data["so-ban-ghi"], data["dieu-kien"]) == (1, ["Giai đoạn: Hủy"])
    assert data["thong-bao"] == ["Bỏ qua «la»: mục này không có điều kiện ấy."]
    row = data["ban-ghi"][0]
    own = json.loads(
        file(client, portal, row["dia-chi"].partition(portal.host)[2].lstrip(":0123456789") + "du-lieu.json")
    )
    assert row["du-kien"] == own["facts"]


def test_atom_names_each_record_by_its_permanent_id(client: Client, portal: Portal) -> None:
    feed = ElementTree.fromstring(file(client, portal, "/van-ban/tai-ve.atom"))
    entries = list(feed.iter(f"{ATOM}entry"))
    assert len(entries) == 3
    assert all(str(entry.findtext(f"{ATOM}id")).startswith("urn:uuid:") for entry in entries)
    assert {element.tag for element in feed} >= {f"{ATOM}{name}" for name in ("id", "title", "updated", "author")}


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("query", ["", f"?q={MARK}", "?giai-doan=boc-tham"])
def test_no_file_holds_what_is_not_public(client: Client, portal: Portal, ending: str, query: str) -> None:
    data = file(client, portal, f"/du-an/tai-ve.{ending}{query}")
    text = (
        repr(xlsx_rows(data))
        if ending == "xlsx"
        else data.decode().replace(f"q={MARK}", "").replace(f"có chữ {MARK}", "")
    )
    assert MARK not in text
    assert not re.search(r"(?<![\w.-])777(?![\w-])", text)  # an identifier or a time may hold the digits


@pytest.mark.parametrize(
    "address",
    [
        "/du-an/tai-ve.geojson",
        "/du-an/tai-ve.exe",
        "/khong-co/tai-ve.csv",
        "/tai-ve.csv",
        "/trang-chu/tai-ve.csv",
        "/du-an/khong-co/tai-ve.csv",
    ],
)
def test_what_is_no_listing_has_no_file(client: Client, portal: Portal, address: str) -> None:
    file(client, portal, address, 404)


def test_the_page_advertises_every_form_and_each_is_there(client: Client, portal: Portal) -> None:
    page = client.get("/du-an/?giai-doan=huy", headers={"host": portal.host}).content.decode()
    for ending in ENDINGS:
        media = FORMATS[ending].media_type
        href = f"/du-an/tai-ve.{ending}?giai-doan=huy"
        assert f'<link rel="alternate" type="{media}" href="{href}"' in page
        assert f'<a href="{href}"' in page
        answer: Any = client.get(href, headers={"host": portal.host})
        assert answer["Content-Type"] == media
        assert answer["X-Robots-Tag"] == "noindex"
        assert not answer.cookies
        assert "s-maxage=60" in answer["Cache-Control"]
    assert "geojson" not in page


def test_long_listings_are_read_in_chunks(client: Client, portal: Portal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cms.listing.files.contents.CHUNK", 2)
    assert len(titles("csv", file(client, portal, "/du-an/tai-ve.csv"))) == 5


def test_decimals_keep_their_digits() -> None:
    from cms.listing.files.as_csv import _cell

    assert (_cell(Decimal("1E+3")), _cell(Decimal("0.10")), _cell(None)) == ("1000", "0.10", "")


def test_every_kind_has_a_listing_and_a_kind_without_one_gets_the_defaults() -> None:
    assert listing_of("du-an").noun == "dự án"
    plain = listing_of("kind-without-declaration")
    assert [one.param for one in plain.filters] == ["tinh-trang", "dia-ban", "nam"]
    assert listing_of("kind-without-declaration").kind == "kind-without-declaration"


@pytest.mark.parametrize("query", ["", "?giai-doan=huy&loai=doc-lap"])
def test_every_file_of_a_ward_that_is_made_up_says_so(client: Client, portal: Portal, query: str) -> None:
    for made_up in (True, False):
        Ward.objects.filter(pk=portal.made.ward.pk).update(illustrative=made_up)
        for ending in ENDINGS:
            data = file(client, portal, f"/du-an/tai-ve.{ending}{query}")
            if ending == "xlsx":
                sheet = openpyxl.load_workbook(io.BytesIO(data)).active
                assert (sheet.title == LABEL and sheet["A1"].value == LABEL) is made_up
            else:
                assert (LABEL in data.decode()) is made_up, ending
