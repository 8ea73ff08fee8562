"""What every engine must do; runs on whichever database the suite runs on."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search.api import DEEPEST, NEWEST_FIRST, search
from search.facets import Filters
from search.models import PublicRecord, Synonym
from tests.search.factories import make_record

pytestmark = [pytest.mark.django_db, pytest.mark.engine]


def titles(query: str, site_id: int = 1, **options: object) -> list[str]:
    """Titles found, in order."""
    return [hit.record.title for hit in search(query, site_id=site_id, size=100, **options).hits]  # type: ignore[arg-type]  # options of the test


def test_tiers_are_number_title_keys_body_files() -> None:
    # Written worst first and newest last, so that only the tiers can put them in order.
    make_record(title="tệp", files_text="Quyết định 258/QĐ-UBND", dated_on=date(2026, 5, 5))
    make_record(title="nội dung", body="Quyết định 258/QĐ-UBND", dated_on=date(2026, 5, 4))
    make_record(title="tóm tắt", summary="Quyết định 258/QĐ-UBND", dated_on=date(2026, 5, 3))
    make_record(title="từ khóa", keys="Quyết định 258/QĐ-UBND", dated_on=date(2026, 5, 2))
    make_record(title="Sửa Quyết định 258/QĐ-UBND", dated_on=date(2026, 5, 1))
    make_record(title="Chính nó", number="258/QĐ-UBND", dated_on=date(2026, 2, 10))
    assert titles("258/QĐ-UBND") == [
        "Chính nó",
        "Sửa Quyết định 258/QĐ-UBND",
        "từ khóa",
        "nội dung",
        "tóm tắt",
        "tệp",
    ]


@pytest.mark.parametrize(
    "query", ["258", "qđ 258", "258 QĐ", "quyết định 258", "quyet dinh so 258", "258/qd-ubnd", "258qd", "0258/QĐ"]
)
def test_a_document_is_found_by_its_number_in_any_spelling(query: str) -> None:
    make_record(title="Về việc chấp thuận chủ trương", number="258/QĐ-UBND")
    make_record(title="Về việc khác", number="2580/QĐ-UBND", body="quyết định")
    assert titles(query) == ["Về việc chấp thuận chủ trương"]


def test_the_type_in_the_title_stands_for_a_number_without_it() -> None:
    make_record(title="Nghị quyết của Quốc hội", number="201/2025/QH15")
    assert titles("nq 201") == titles("nghị quyết 201/2025") == ["Nghị quyết của Quốc hội"]


def test_a_documents_own_day_comes_before_texts_that_name_it() -> None:
    make_record(title="Kế hoạch theo văn bản ngày 10/02/2026", dated_on=date(2026, 5, 1))
    make_record(title="Văn bản", dated_on=date(2026, 2, 10))
    assert titles("10/2/2026") == ["Văn bản", "Kế hoạch theo văn bản ngày 10/02/2026"]
    assert titles("tháng 2/2026") == ["Kế hoạch theo văn bản ngày 10/02/2026", "Văn bản"]


def test_accents_as_typed_come_before_others_in_the_same_tier() -> None:
    make_record(title="Bản thuê", dated_on=date(2026, 5, 1))
    make_record(title="Bản thuế", dated_on=date(2026, 1, 1))
    make_record(title="Bản khác", body="thuế", dated_on=date(2026, 6, 1))
    assert titles("thuế") == ["Bản thuế", "Bản thuê", "Bản khác"]
    assert titles("thuê") == ["Bản thuê", "Bản thuế", "Bản khác"]
    assert titles("thue") == ["Bản thuê", "Bản thuế", "Bản khác"]


def test_a_title_that_asks_the_same_comes_before_those_with_the_words_alone() -> None:
    make_record(title="Đối tượng: ai được mua, thuê nhà ở xã hội", dated_on=date(2026, 1, 1))
    make_record(title="Đăng ký mua nhà ở xã hội", dated_on=date(2026, 5, 1))
    assert [title[:4] for title in titles("ai duoc mua nha o xa hoi")] == ["Đối ", "Đăng"]
    assert [title[:4] for title in titles("mua nhà ở xã hội")] == ["Đăng", "Đối "]
    assert [title[:4] for title in titles("mua nhà ở xã hội ở đâu")] == ["Đăng", "Đối "]


def test_open_records_come_before_ended_ones_then_the_newest_then_the_first_written() -> None:
    make_record(title="Thông báo A", dated_on=date(2026, 1, 1))
    make_record(title="Thông báo B", dated_on=date(2026, 6, 1), is_open=False)
    make_record(title="Thông báo C", dated_on=date(2026, 3, 1))
    make_record(title="Thông báo D")
    make_record(title="Thông báo E", disclosed_at=datetime(2026, 6, 1, tzinfo=UTC))
    make_record(title="Thông báo F")
    assert [title[-1] for title in titles("thông báo")] == list("CAEDFB")
    assert [title[-1] for title in titles("thông báo", order=NEWEST_FIRST)] == list("BCAEDF")


def test_a_project_comes_before_texts_about_it() -> None:
    make_record(title="Thông báo về Khu nhà A", dated_on=date(2026, 6, 1))
    make_record(title="Khu nhà A", kind="du-an", kind_label="Dự án")
    assert titles("khu nhà a")[0] == "Khu nhà A"


def test_every_word_must_be_found_but_in_any_column() -> None:
    make_record(title="Khu nhà ở xã hội", keys="Tổ dân phố số 12", body="587 căn hộ", files_text="bãi đỗ xe")
    assert titles("xã hội tổ dân phố 12 căn hộ bãi đỗ")
    assert not titles("xã hội sân bay")


@pytest.mark.parametrize(
    ("query", "found"),
    [('"xã hội"', True), ('"hội xã"', False), ('"hội đoàn"', False), ('"Đoàn Kết"', True), ('"nhà ở" "xa hoi"', True)],
)
def test_a_quoted_phrase_is_found_as_it_stands_and_not_over_a_seam(query: str, found: bool) -> None:
    make_record(title="Khu nhà ở xã hội", keys="Đoàn Kết")
    assert bool(titles(query)) is found


def test_another_sites_record_is_never_found() -> None:
    make_record(title="Dấu riêng zimzam", number="99/QĐ-UBND", keys="zimzam", body="zimzam", site_id=2)
    make_record(title="Của mình", body="site 0site2 zimzim", site_id=1)
    for query in ("zimzam", "99/QĐ-UBND", "dấu riêng", '"zimzam"', "0site2 zimzam", 'zimzam" OR "a', "site:zimzam"):
        assert titles(query, site_id=1) == []
    assert titles("zimzam", site_id=2) == ["Dấu riêng zimzam"]
    assert titles("zimzam", site_id=22) == []


def test_a_record_that_moved_to_another_site_is_found_there_only() -> None:
    record = make_record(title="Chuyển nhà")
    record.site_id = 2
    record.save()
    assert titles("chuyển nhà", site_id=1) == []
    assert titles("chuyển nhà", site_id=2) == []  # not before it is indexed anew
    from search.indexing import index

    index([record])
    assert titles("chuyển nhà", site_id=2) == ["Chuyển nhà"]


def test_filters_narrow_and_facets_leave_out_their_own_selection() -> None:
    make_record(title="Một", kind="van-ban", kind_label="Văn bản", year=2026)
    make_record(title="Một", kind="van-ban", kind_label="Văn bản", year=2025)
    make_record(title="Một", kind="ke-hoach", kind_label="Kế hoạch", year=2026)
    make_record(title="Một", kind="trang", kind_label="Trang")
    results = search("một", site_id=1, filters=Filters(kind=("van-ban",), year=(2026,)))
    summary = results.summary
    assert results.count == 1
    assert [(one.value, one.label, one.count, one.selected) for one in summary.facets["kind"]] == [
        ("ke-hoach", "Kế hoạch", 1, False),
        ("van-ban", "Văn bản", 1, True),
    ]
    assert [(one.value, one.count, one.selected) for one in summary.facets["year"]] == [
        ("2026", 1, True),
        ("2025", 1, False),
    ]
    assert (summary.unfiltered, dict(summary.without)) == (4, {"kind": 2, "year": 2})
    assert search("một", site_id=1, filters=Filters(kind=("van-ban", "trang"))).count == 3
    assert search("một", site_id=1, filters=Filters(kind=("khong-co",))).count == 0


def test_a_record_counts_under_each_of_its_places_its_state_and_its_unit() -> None:
    east, west = {"key": "dong", "label": "Thôn Đông"}, {"key": "tay", "label": "Thôn Tây"}
    make_record(title="Một", places=[east, west], unit="Phòng Kinh tế", state="mo", state_label="Đang mở")
    make_record(title="Một", places=[east, east], unit="Phòng Kinh tế", state="xong", state_label="Đã xong")
    make_record(title="Một", unit="Văn phòng")
    facets = search("một", site_id=1, filters=Filters(place=("dong",), unit=("Phòng Kinh tế",))).summary.facets
    assert [(one.label, one.count, one.selected) for one in facets["place"]] == [
        ("Thôn Đông", 2, True),
        ("Thôn Tây", 1, False),
    ]
    assert [(one.label, one.count) for one in facets["state"]] == [("Đang mở", 1), ("Đã xong", 1)]
    assert [(one.label, one.count) for one in facets["unit"]] == [("Phòng Kinh tế", 2)]
    assert titles("một", filters=Filters(place=("tay",), state=("mo",))) == ["Một"]
    assert titles("một", filters=Filters(place=("tay",), state=("xong",))) == []


def test_pages_hold_every_record_once_and_a_page_out_of_range_is_the_nearest() -> None:
    for at in range(25):
        make_record(title=f"Trang số {at}")
    pages = [search("trang", site_id=1, page=page) for page in (1, 2, 3)]
    assert [len(page.hits) for page in pages] == [10, 10, 5]
    assert len({hit.record.pk for page in pages for hit in page.hits}) == 25
    beyond = search("trang", site_id=1, page=99)
    assert (beyond.page, beyond.pages, len(beyond.hits)) == (3, 3, 5)
    assert beyond.notices


def test_paging_ends_with_advice_to_narrow_the_search() -> None:
    from search.indexing import rebuild
    from tests.search.factories import build_record

    PublicRecord.objects.bulk_create([build_record(title="Trang dài") for _ in range(DEEPEST + 5)])
    rebuild()
    last = search("trang", site_id=1, page=100)
    assert (last.count, last.pages, len(last.hits)) == (DEEPEST + 5, 100, 10)
    assert any("hãy thu hẹp tìm kiếm" in notice for notice in last.notices)
    assert not search("trang", site_id=1, page=1).notices


def test_a_synonym_works_in_its_direction_and_only_while_it_is_active() -> None:
    make_record(title="Khu nhà ở xã hội")
    make_record(title="Ghi tắt NOXH")
    assert titles("noxh") == ["Ghi tắt NOXH"]
    synonym = Synonym.objects.create(short="NOXH", full="nhà ở xã hội", relation="→")
    assert set(titles("noxh")) == {"Khu nhà ở xã hội", "Ghi tắt NOXH"}
    assert titles("nhà ở xã hội") == ["Khu nhà ở xã hội"]
    synonym.active = False
    synonym.save()
    assert titles("noxh") == ["Ghi tắt NOXH"]


def test_a_very_long_record_is_indexed() -> None:
    words = " ".join(f"tu{number} {number}" for number in range(120_000))
    make_record(title="Dài", files_text=words, body=words)
    assert titles("dài") == ["Dài"]
    assert titles("tu 17") == ["Dài"]


@pytest.mark.parametrize(
    "text",
    ['"', '""', "'", "258\"", "   ", "\x00", "a\x00b", "*", "NEAR(", "a OR", "-", "title : a", "{a}", "^a", "a & | !",
     "<->", ":*", "%", "\\", "nhà" * 4_000, "\ud800", "🏠", "AND OR NOT"],
)  # fmt: skip
def test_no_text_makes_searching_fail(text: str) -> None:
    make_record(title="Khu nhà ở xã hội")
    search(text, site_id=1)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=60))
def test_any_text_may_be_searched_and_stored(text: str) -> None:
    search(text, site_id=1)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\x00"), max_size=80))
def test_any_text_may_be_indexed_and_shown(text: str) -> None:
    make_record(title=f"dấu {text}"[:500], body=text, files_text=text)
    assert search("dấu", site_id=1, order=NEWEST_FIRST).count


def test_a_year_is_not_the_first_of_january() -> None:
    make_record(title="Kế hoạch", dated_on=date(2026, 1, 1), dated_as="2026")
    assert titles("1/1/2026", site_id=1) == []
