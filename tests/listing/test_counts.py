"""What a filter finds and what each value counts, against the same said in Python over the declared values."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

import pytest
from django.http import QueryDict
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from cms.listing.asked import read
from cms.listing.found import Found
from cms.listing.listing import listing_of
from tests.listing.conftest import PROJECTS, Portal

DAY = datetime.date(2026, 11, 22)
Pairs = list[tuple[str, str]]

VALUES: dict[str, list[str]] = {
    "giai-doan": ["dang-thi-cong", "dang-nhan-ho-so", "huy"],
    "loai": ["doc-lap", "quy-20", "nha-luu-tru"],
    "dia-ban": ["a", "b", "c"],
    "chu-dau-tu": ["x", "y"],
    "uu-tien": ["co", "khong"],
    "hoan-thanh": ["2027", "2028"],
    "hinh-thuc": ["mua", "thue"],
}
BOUNDS: dict[str, list[str]] = {
    "so-can": ["50", "100", "250", "1.000"],
    "dien-tich": ["0", "500", "1000,5", "2.000"],
    "gia-ban": ["9000000", "15 triệu", "20 triệu"],
}


def said(project: tuple[Any, ...]) -> dict[str, list[str]]:
    """The values of a project by filter."""
    _, stage, kind, places, investor, priority, _, _, price, completion = project
    return {
        "giai-doan": [stage],
        "loai": [kind] if kind else [],
        "dia-ban": list(places),
        "chu-dau-tu": [investor] if investor else [],
        "uu-tien": [] if priority is None else ["co" if priority else "khong"],
        "hoan-thanh": [str(completion.year)] if completion else [],
        "hinh-thuc": ["mua"] * bool(price) + ["thue"] * ("b" in places),
    }


def number(name: str, text: str) -> Decimal:
    """A typed bound."""
    plain = text.removesuffix(" triệu").replace(".", "").replace(",", ".")
    return Decimal(plain) * (1_000_000 if text.endswith("triệu") else 1)


def passes(project: tuple[Any, ...], chosen: dict[str, list[str]], bounds: dict[str, tuple[str, str]]) -> bool:
    """Whether a project satisfies all."""
    if any(values and not set(values) & set(said(project)[name]) for name, values in chosen.items()):
        return False
    numbers = {"so-can": project[6], "dien-tich": project[7], "gia-ban": project[8]}
    for name, (low, high) in bounds.items():
        if not low and not high:
            continue
        if numbers[name] is None:
            return False
        ends = sorted(number(name, text) for text in (low, high) if text)
        value = Decimal(numbers[name])
        if low and high:
            if not ends[0] <= value <= ends[1]:
                return False
        elif (low and value < ends[0]) or (high and value > ends[0]):
            return False
    return True


def key(portal: Portal, name: str, value: str) -> str:
    """A value as it stands in the address."""
    rows = {"dia-ban": portal.places, "chu-dau-tu": portal.investors}.get(name)
    return str(rows[value].key) if rows else value


def found(portal: Portal, pairs: Iterable[tuple[str, str]], kind: str = "du-an") -> Found:
    """The answer to a query string."""
    data = QueryDict(urlencode(list(pairs)))
    return Found(read(listing_of(kind), portal.made.site.pk, data, f"/{kind}/", DAY))


chosen_values = st.fixed_dictionaries(
    {name: st.lists(st.sampled_from(values), unique=True, max_size=2) for name, values in VALUES.items()}
)
chosen_bounds = st.fixed_dictionaries(
    {name: st.tuples(st.sampled_from(["", *texts]), st.sampled_from(["", *texts])) for name, texts in BOUNDS.items()}
)


@given(chosen=chosen_values, bounds=chosen_bounds)
@settings(
    max_examples=40,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_totals_and_counts_are_those_of_a_count_by_hand(
    portal: Portal, chosen: dict[str, list[str]], bounds: dict[str, tuple[str, str]]
) -> None:
    pairs: Pairs = [(name, key(portal, name, value)) for name, values in chosen.items() for value in values]
    for name, (low, high) in bounds.items():
        pairs += [(f"{name}-tu", low), (f"{name}-den", high)]
    answer = found(portal, pairs)
    by_hand = [one for one in PROJECTS if passes(one, chosen, bounds)]
    assert answer.total == len(by_hand)
    assert sorted(record.title for record in answer.page(0, 100)) == sorted(one[0] for one in by_hand)
    for control in answer.controls:
        name = control.filter.param
        if name not in VALUES:
            continue
        others = [one for one in PROJECTS if passes(one, {**chosen, name: []}, bounds)]
        counted = {key(portal, name, value): sum(value in said(one)[name] for one in others) for value in VALUES[name]}
        wanted = {value: count for value, count in counted.items() if count}
        assert {option.value: option.count for option in control.options if option.count} == wanted
        selected = {option.value for option in control.options if option.selected}
        assert selected == {key(portal, name, value) for value in chosen[name]}
    hinted = {
        one.param: sum(
            passes(project, {**chosen, one.param: []}, {**bounds, one.param: ("", "")}) for project in PROJECTS
        )
        for one, _ in answer.asked.active
    }
    assert sorted(hint.count for hint in answer.hints) == sorted(hinted.values())


def test_a_hint_says_how_many_records_dropping_a_filter_brings(portal: Portal) -> None:
    answer = found(portal, [("giai-doan", "huy"), ("so-can-tu", "60"), ("loai", "doc-lap")])
    assert answer.total == 0
    assert {hint.label: hint.count for hint in answer.hints} == {
        "Hủy": 2,
        "Nhà ở xã hội độc lập": 0,
        "Tổng số căn: từ 60": 0,
    }
    first = answer.hints[0]
    assert (first.label, first.count) == ("Hủy", 2)
    assert first.href == "/du-an/?loai=doc-lap&so-can-tu=60"


@pytest.mark.parametrize(
    ("order", "first", "last"),
    [
        ("nhieu-can", "Nhà ở Cửu Long", "Nhà ở Đông Hà"),
        ("dien-tich-lon", "Nhà ở Bình Minh", "Nhà ở Cửu Long"),
        ("hoan-thanh-som", "Nhà ở An Bình", "Nhà ở Đông Hà"),
    ],
)
def test_an_order_puts_what_has_no_value_last(portal: Portal, order: str, first: str, last: str) -> None:
    titles = [record.title for record in found(portal, [("sap-xep", order)]).page(0, 100)]
    assert (titles[0], titles[-1]) == (first, last)


@pytest.mark.parametrize(
    ("pairs", "titles"),
    [
        ([("loai", "quyet-dinh")], {"Văn bản số 0", "Văn bản số 1"}),
        ([("hieu-luc", "het-hieu-luc")], {"Văn bản số 1"}),
        ([("nam", "2025")], {"Văn bản số 0"}),
        ([("ngay-tu", "5/2026")], {"Văn bản số 1"}),
        ([("ngay-den", "2025")], {"Văn bản số 0"}),
        ([("ngay-tu", "4/3/2025"), ("ngay-den", "4/3/2025")], {"Văn bản số 0"}),
        ([("q", "2/QĐ-UBND")], {"Văn bản số 2"}),
        ([("q", "van ban so 1"), ("loai", "quyet-dinh")], {"Văn bản số 1"}),
        ([("q", "khongcogi")], set()),
    ],
)
def test_documents_are_found_by_type_force_year_day_and_words(portal: Portal, pairs: Pairs, titles: set[str]) -> None:
    answer = found(portal, pairs, "van-ban")
    assert {record.title for record in answer.page(0, 100)} == titles
    assert answer.total == len(titles)
    assert len(answer.ids) == len(titles)


def test_years_stand_newest_first_and_choices_in_the_order_of_their_vocabulary(portal: Portal) -> None:
    years = {one.filter.param: one for one in found(portal, [], "van-ban").controls}["nam"]
    assert [option.value for option in years.options] == ["2026", "2025"]
    stages = {one.filter.param: one for one in found(portal, []).controls}["giai-doan"]
    assert [option.label for option in stages.options] == ["Đang thi công", "Đang nhận hồ sơ", "Hủy"]
