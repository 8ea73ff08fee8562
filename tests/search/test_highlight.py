"""What was found is marked in the spelling of the record, and nothing of it becomes markup."""

from __future__ import annotations

import unicodedata

import pytest

from search.columns import column
from search.files import FilePlace, FileText, pack, texts, unpack
from search.highlight import EXCERPT, excerpt, mark
from search.query import understand
from search.synonyms import DEFAULTS
from tests.search.factories import build_record


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        ("nha o xa hoi", "Khu nhà ở xã hội Đoàn Kết", "Khu <mark>nhà ở xã hội</mark> Đoàn Kết"),
        ("doan ket", unicodedata.normalize("NFD", "Phường Đoàn Kết"), "Phường <mark>Đoàn Kết</mark>"),
        ("NOXH", "Khu nhà ở xã hội", "Khu <mark>nhà ở xã hội</mark>"),
        ("258", "Quyết định 258/QĐ-UBND", "Quyết định <mark>258</mark>/QĐ-UBND"),
        ("258/qd-ubnd", "Số 258/QĐ-UBND", "Số <mark>258/QĐ-UBND</mark>"),
        ("10/2/2026", "ký ngày 10/02/2026.", "ký <mark>ngày 10/02/2026</mark>."),
        ("32056,8", "rộng 32.056,8 m²", "rộng <mark>32.056,8</mark> m²"),
        ("hạ", "<b>Hạ</b> & tầng", "&lt;b&gt;<mark>Hạ</mark>&lt;/b&gt; &amp; tầng"),
        ("kĩ", "kỹ thuật", "<mark>kỹ</mark> thuật"),
        ('"xã hội"', "xã, hội xã", "<mark>xã, hội</mark> xã"),
        ("không", "có gì", "có gì"),
        ("25", "250 và 25", "250 và <mark>25</mark>"),
    ],
)
def test_words_are_marked_as_they_are_written(query: str, text: str, expected: str) -> None:
    assert mark(text, understand(query, DEFAULTS)) == expected


def test_an_excerpt_shows_the_place_where_the_words_stand_together() -> None:
    body = "xã " + "mở đầu " * 200 + "công trình bãi đỗ xe xã hội được xây " + "kết thúc " * 200
    text, file = excerpt(build_record(body=body), understand("bai do xe xa hoi"))
    assert "<mark>bãi đỗ xe xã hội</mark>" in text
    assert text.startswith("…")
    assert text.endswith("…")
    assert len(text) < EXCERPT + 60
    assert file is None


def test_an_excerpt_from_a_file_says_so_and_only_when_nothing_else_has_the_words() -> None:
    record = build_record(summary="Tóm tắt", files_text="trạm xử lý nước thải")
    assert excerpt(record, understand("nuoc thai")) == ("trạm xử lý <mark>nước thải</mark>", FilePlace("", ""))
    assert excerpt(record, understand("tom tat")) == ("<mark>Tóm tắt</mark>", None)


def test_an_excerpt_is_of_the_text_that_has_most_of_the_words() -> None:
    record = build_record(summary="Nhà ở", body="Nhà ở xã hội", keys="xã")
    assert excerpt(record, understand("nha o xa hoi"))[0] == "<mark>Nhà ở xã hội</mark>"


def test_a_part_of_a_phrase_does_not_make_an_excerpt() -> None:
    body = "mở đầu " * 60 + "thu hồi đất"
    text, _ = excerpt(build_record(body=body), understand("NOXH", DEFAULTS))
    assert text.startswith("mở đầu")


@pytest.mark.parametrize("query", ["10/2/2026", "32056,8", "m2", "tháng 2/2026 32056,8"])
def test_an_excerpt_shows_dates_and_numbers_in_any_spelling(query: str) -> None:
    body = "mở đầu " * 60 + "ngày 10 tháng 02 năm 2026 có 32.056,8 m², tháng 2 năm 2026 " + "kết thúc " * 60
    text, _ = excerpt(build_record(body=body), understand(query))
    assert "<mark>" in text
    assert text.startswith("…")


def test_without_the_words_an_excerpt_is_the_beginning() -> None:
    assert excerpt(build_record(title="Đoàn Kết", summary="Mở đầu"), understand("doan ket")) == ("Mở đầu", None)
    assert excerpt(build_record(title="Đoàn Kết"), understand("doan ket")) == ("", None)


TWO = pack(
    [
        FileText("Quyết định", "/tai-lieu/1/qd.pdf", "Trạm\nxử lý\f nước thải\nngầm\f\fĐơn giá 32.056,8"),
        FileText("Bản \x1evẽ", "/tai-lieu/2/bv.pdf", " \n\f"),
        FileText("Tờ trình", "/tai-lieu/3/tt.docx", "Đường nội bộ\fbãi đỗ xe \x1f và trạm biến áp", paged=False),
    ]
)


@pytest.mark.parametrize(
    ("query", "name", "page"),
    [
        ("xu ly", "Quyết định", 1),
        ('"xử lý nước thải"', "Quyết định", 1),  # a phrase may run over the end of a page
        ("nuoc thai ngam", "Quyết định", 2),
        ("32056,8", "Quyết định", 4),
        ("bai do xe", "Tờ trình", None),
        ("tram bien ap", "Tờ trình", None),
    ],
)
def test_a_hit_in_a_file_names_the_file_and_the_page(query: str, name: str, page: int | None) -> None:
    html, file = excerpt(build_record(summary="Tóm tắt", files_text=TWO), understand(query))
    assert "<mark>" in html
    assert file is not None
    assert (file.name, file.page) == (name, page)
    assert file.href.endswith(f"#page={page}" if page else ".docx")


def test_no_phrase_runs_from_one_file_into_the_next_and_no_name_is_among_the_words() -> None:
    words = column(*texts(TWO))
    assert "c8 0gap duong noi bo bai do xe va tram" in words
    assert "xu li nuoc thai ngam" in words
    assert "to trinh" not in words
    assert "tai lieu" not in words


def test_what_is_packed_comes_back_and_old_texts_have_no_name() -> None:
    assert [(file.name, file.url) for file in unpack(TWO)] == [
        ("Quyết định", "/tai-lieu/1/qd.pdf"),
        ("Tờ trình", "/tai-lieu/3/tt.docx"),
    ]
    assert [(file.name, file.text) for file in unpack("chữ cũ")] == [("", "chữ cũ")]
    assert (unpack(""), pack([]), texts(" ")) == ([], "", ())
    assert [len(file.text) for file in unpack(TWO, 20)] == [20]
