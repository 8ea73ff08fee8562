"""What is offered where nothing was found."""

from __future__ import annotations

import pytest

from search.api import Results, search
from search.facets import Filters
from search.models import Synonym
from tests.search.factories import make_record

pytestmark = pytest.mark.django_db


def asked(text: str, filters: Filters | None = None) -> Results:
    """The answer on site 1."""
    return search(text, site_id=1, filters=filters or Filters())


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("trung cư", "chung cư"),
        ("chung cuw xống cấp", "chung cuw xuống cấp"),
        ("chunf cư", "chung cư"),
        ("xuong cap chugn cu", "xuong cap chung cu"),
        ("trung cư xuốg cấp", "chung cư xuống cấp"),
    ],
)
def test_a_slip_is_respelled_as_the_record_writes_it(typed: str, meant: str) -> None:
    make_record(title="Chung cư cũ", body="nhà chung cư xuống cấp")
    results = asked(typed)
    assert results.count == 0
    assert results.meant is not None
    assert (results.meant.text, results.meant.count) == (meant, 1)
    assert asked(results.meant.text).count == 1
    assert results.ways == ()


@pytest.mark.parametrize("typed", ["cải tạo chung cư", "phần mềm", "khiếu nại", "rẻ nhất"])
def test_a_word_that_nobody_wrote_is_not_taken_for_another_that_stands_elsewhere(typed: str) -> None:
    make_record(title="Ai được mua nhà", body="Tạo nhóm chung cư, phần để đếm, hiểu và làm lại, nhất trí.")
    results = asked(typed)
    assert results.count == 0
    assert results.meant is None


def test_a_correction_is_never_taken_from_another_ward() -> None:
    make_record(title="Zimzam", site_id=2)
    assert asked("zimzan").meant is None
    assert asked("rim ram").meant is None


def test_where_no_spelling_helps_words_and_quotes_to_leave_out_are_named_with_what_they_bring() -> None:
    for _ in range(2):
        make_record(title="Khu nhà ở xã hội")
    make_record(title="Sân chơi")
    results = asked("nhà ở sân chơi")
    assert results.meant is None
    assert [(way.label, way.text, way.count) for way in asked("nhà chơi").ways] == [
        ("chữ «chơi»", "nhà", 2),
        ("chữ «nhà»", "chơi", 1),
    ]
    quoted = asked('"xã ở nhà"')
    assert [(way.label, way.text, way.count) for way in quoted.ways] == [("dấu ngoặc kép", "xã ở nhà", 2)]


@pytest.mark.parametrize(
    ("typed", "ways"),
    [
        ("lương 20 triệu mua được nhà không", [("chữ «lương 20 triệu»", "mua được nhà không", 1)]),
        ("cháo nhà xã phở", [("chữ «cháo», «phở»", "nhà xã", 2)]),
        ("noxh cháo phở", [("chữ «cháo phở»", "noxh", 2)]),
        ("cháo phở bún", []),
        ("nhà " + "cháo " * 11, [("chữ «" + " ".join(["cháo"] * 11) + "»", "nhà", 3)]),
        ("nhà " + "cháo " * 12, []),
    ],
)
def test_as_few_words_as_can_be_are_left_out(typed: str, ways: list[tuple[str, str, int]]) -> None:
    Synonym.objects.create(short="NOXH", full="nhà ở xã hội")
    for title in ("Khu nhà ở xã hội", "Nhà ở xã hội", "Mua nhà"):
        make_record(title=title)
    results = asked(typed)
    assert results.count == 0
    assert [(way.label, way.text, way.count) for way in results.ways] == ways
    assert all(asked(way.text).count == way.count for way in results.ways)


def test_nothing_is_offered_where_only_the_filters_keep_the_records_out() -> None:
    make_record(title="Chung cư")
    results = asked("chung cư", Filters(kind=("du-an",)))
    assert (results.count, results.meant, results.ways) == (0, None, ())
    assert dict(results.summary.without) == {"kind": 1}


@pytest.mark.parametrize(
    "text", ["zzz " * 20, "a b c d e f g h", '"x" "y"', "999/QĐ-UBND", "12/2/2020", "qqq", '"', "🏠 zz"]
)
def test_no_text_without_hits_is_an_error(text: str) -> None:
    make_record(title="Chung cư")
    assert asked(text).count == 0
