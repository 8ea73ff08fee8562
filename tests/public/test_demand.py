"""Small counts of households stand nowhere in public: not on the page, in its data, in search, in its history."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from cms.disclosure.models import LogEntry, PublishedFacts
from cms.values.number import format_integer
from projects_pages.models import DemandCount
from search.models import PublicRecord
from tests.factories import MadeWard, PlaceFactory, publish
from tests.factories.demands import DemandPageFactory

pytestmark = pytest.mark.django_db

SMALL, BESIDE, BELOW_IT, ACROSS = 3, 731_731, 743_743, 761_761
LARGE = 797_797
"""So long that no checksum holds one by chance."""


@pytest.fixture
def survey(ward: MadeWard) -> Any:
    """A survey of two places and three groups, one cell of which is small."""
    first, second = PlaceFactory(ward=ward), PlaceFactory(ward=ward)
    numbers = {
        (first, "Hộ nghèo"): SMALL,
        (first, "Công nhân"): BESIDE,
        (first, "Người có công"): LARGE + 1,
        (second, "Hộ nghèo"): BELOW_IT,
        (second, "Công nhân"): ACROSS,
        (second, "Người có công"): LARGE,
    }
    counts = [DemandCount(place=place, group=group, households=n) for (place, group), n in numbers.items()]
    return publish(DemandPageFactory(ward=ward, slug="khao-sat-thu", counts=counts))


def stands(number: int, text: str) -> bool:
    """Whether a text holds a number, as data or as people write it."""
    return str(number) in text or format_integer(number) in text


def test_the_facts_hold_nothing_for_hidden_cells(survey: Any) -> None:
    facts = PublishedFacts.objects.get(record=survey.record).facts
    assert [row["households"] for row in facts["counts"]] == [None, None, LARGE + 1, None, None, LARGE]


@pytest.mark.parametrize("address", ["", "lich-su/", "du-lieu.json"])
def test_hidden_counts_are_in_no_answer(survey: Any, ward: MadeWard, client: Client, address: str) -> None:
    answer = client.get(f"/nhu-cau/khao-sat-thu/{address}", HTTP_HOST=ward.host).content.decode()
    assert stands(LARGE, answer)
    for number in (BESIDE, BELOW_IT, ACROSS):
        assert not stands(number, answer)
    if not address:
        assert answer.count('<span class="missing">ẩn</span>') == 4
        assert f">{SMALL}</td>" not in answer


def test_hidden_counts_are_not_searched_for_nor_logged(survey: Any) -> None:
    record = PublicRecord.objects.get(record=survey.record)
    texts = [record.body, record.keys, record.summary, *LogEntry.objects.values_list("body", flat=True)]
    for number in (BESIDE, BELOW_IT, ACROSS):
        assert not [text for text in texts if stands(number, text)]
    assert stands(LARGE, record.body)


def test_the_numbers_stay_with_the_staff(survey: Any) -> None:
    assert survey.counts.first().households == SMALL
    assert str(BESIDE) in json.dumps(survey.latest_revision.content)


@pytest.mark.parametrize("below", [0, 4])
def test_a_ward_may_hide_more_and_never_less(ward: MadeWard, below: int) -> None:
    page = DemandPageFactory(ward=ward)
    page.hidden_below = below
    with pytest.raises(ValidationError) as refused:
        page.full_clean()
    assert list(refused.value.message_dict) == ["hidden_below"]


def test_a_cell_counted_twice_is_refused(ward: MadeWard) -> None:
    page = DemandPageFactory(ward=ward)
    place = PlaceFactory(ward=ward)
    page.counts = [DemandCount(place=place, group=group, households=50) for group in ("Hộ nghèo", "hộ nghèo")]
    with pytest.raises(ValidationError, match="hai lần"):
        page.full_clean()
