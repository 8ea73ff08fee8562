"""One spelling for everything that is hashed."""

from __future__ import annotations

import datetime
import unicodedata
from decimal import Decimal
from typing import Any

import pytest
from wagtail.rich_text import RichText

from cms.disclosure import canonical
from cms.values.dates import PartialDate
from home.models import NewsPage
from projects_pages.models import HomeType, Milestone, ProjectPage
from tests.factories import MadeWard, ProjectPageFactory, publish

DECOMPOSED = unicodedata.normalize("NFD", "Nhà ở xã hội Đoàn Kết")
COMPOSED = "Nhà ở xã hội Đoàn Kết"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ({"b": 1, "a": [True, None]}, '{"a":[true,null],"b":1}'),
        ({"đ": "ừ", "a": ""}, '{"a":"","đ":"ừ"}'),
        (DECOMPOSED, f'"{COMPOSED}"'),
        ({DECOMPOSED: DECOMPOSED}, f'{{"{COMPOSED}":"{COMPOSED}"}}'),
        ('"\\\n', '"\\"\\\\\\n"'),
        ("\u0301á", '"\u0301á"'),
    ],
)
def test_canonical_json_has_one_spelling(value: Any, text: str) -> None:
    assert canonical.dumps(value) == text


def test_the_order_of_insertion_does_not_matter() -> None:
    keys = ["z", "a", "m"]
    assert canonical.dumps(dict.fromkeys(keys, 1)) == canonical.dumps(dict.fromkeys(reversed(keys), 1))


@pytest.mark.parametrize(
    ("name", "value", "spelling"),
    [
        ("title", DECOMPOSED, COMPOSED),
        ("location", f"  {DECOMPOSED}  ", COMPOSED),
        ("land_area", Decimal("32056.80"), "32056.8"),
        ("land_area", "32056.8", "32056.8"),
        ("land_area", Decimal("3.2E+4"), "32000"),
        ("land_area", Decimal("0.00"), "0"),
        ("building_density", Decimal("42.50"), "42.5"),
        ("homes_total", 587, 587),
        ("homes_total", "587", 587),
        ("total_investment", 560_000_000_000, 560_000_000_000),
        ("completion_planned", PartialDate(2028, quarter=4), "2028-36"),
        ("completion_planned", PartialDate(2028), "2028"),
        ("completion_planned", PartialDate(2028, 3, 1), "2028-03-01"),
        ("posted_from", datetime.date(2026, 3, 4), "2026-03-04"),
        ("priority_lane", None, None),
        ("priority_lane", False, False),
    ],
)
def test_numbers_dates_and_text_have_one_spelling(name: str, value: Any, spelling: Any) -> None:
    project = ProjectPage(**{name: value})
    assert ProjectPage.facts.canonical(project)[name] == spelling


@pytest.mark.parametrize(("flag", "spelling"), [(False, 587), (True, {"approximate": True, "value": 587})])
def test_an_approximate_number_says_so(flag: bool, spelling: Any) -> None:
    project = ProjectPage(homes_total=587, homes_total_approximate=flag)
    assert ProjectPage.facts.canonical(project)["homes_total"] == spelling


def test_children_stand_in_their_order() -> None:
    project = ProjectPage(
        milestones=[Milestone(title="Khởi công"), Milestone(title="Bàn giao")], home_types=[HomeType(name="A")]
    )
    facts = ProjectPage.facts.canonical(project)
    assert [row["title"] for row in facts["milestones"]] == ["Khởi công", "Bàn giao"]
    assert facts["home_types"] == [
        {
            "name": "A",
            "count": None,
            "area_from": None,
            "area_to": None,
            "sale_price": None,
            "rent_price": None,
            "price_note": "",
        }
    ]


def test_what_the_editor_calls_a_paragraph_is_no_fact() -> None:
    opened = NewsPage(body=[("text", RichText('<p data-block-key="26jei">Đợt 1 có <b>120 căn</b>.</p>'))])
    assert NewsPage.facts.canonical(opened)["body"] == [{"type": "text", "value": "<p>Đợt 1 có <b>120 căn</b>.</p>"}]


@pytest.mark.django_db
def test_the_facts_are_the_same_before_and_after_the_database(ward: MadeWard) -> None:
    draft = ProjectPageFactory(ward=ward, full=True)
    before = canonical.dumps(ProjectPage.facts.canonical(draft))
    page = publish(draft)
    assert canonical.dumps(ProjectPage.facts.canonical(page)) == before
    from_revision = page.latest_revision.as_object()
    assert canonical.dumps(ProjectPage.facts.canonical(from_revision)) == before


@pytest.mark.parametrize(
    ("value", "found"),
    [
        (None, set()),
        ({"record": "a"}, {"a"}),
        ({"x": [{"record": "a"}, {"y": {"record": "b"}}]}, {"a", "b"}),
        ({"key": "a", "text": "b"}, set()),
    ],
)
def test_references_are_found_at_every_depth(value: Any, found: set[str]) -> None:
    assert canonical.references(value) == found


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (True, "có"),
        (False, "không"),
        ({"record": "x"}, "hồ sơ chưa công khai"),
        ({"record": "a"}, "258/QĐ-UBND"),
        ({"name": "to.pdf", "sha256": "0", "size": 1}, "to.pdf"),
        ({"key": "a", "text": "Sở Xây dựng"}, "Sở Xây dựng"),
        ([{"type": "text", "value": "<p>Một <b>hai</b>&nbsp;ba</p>"}, {"type": "heading", "value": "Đầu"}], None),
    ],
)
def test_every_value_can_be_read_by_people(value: Any, text: str | None) -> None:
    shown = canonical.plain(value, {"a": "258/QĐ-UBND"})
    assert shown == text if text is not None else ("<" not in shown and "Một hai ba" in shown)
