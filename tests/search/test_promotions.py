"""What a ward promotes stands above what is found, for its words however they are typed."""

from __future__ import annotations

from typing import Any

import pytest
from wagtail.contrib.search_promotions.models import Query as Words
from wagtail.contrib.search_promotions.models import SearchPromotion
from wagtail.models import Page

from search.models import Synonym
from search.promotions import MOST, promoted
from search.query import understand
from tests.search.factories import build_record

pytestmark = pytest.mark.django_db
SYNONYMS = (("NOXH", "→", "nhà ở xã hội"),)


def promote(text: str, *, site: int = 1, public: bool = True, **values: Any) -> SearchPromotion:
    """A promotion of a page of its own."""
    page = Page.get_first_root_node().add_child(title=f"Trang {text}", slug=f"trang-{Page.objects.count()}")
    if public:
        build_record(page_id=page.pk, site_id=site, title=f"Trang {text}", url="/trang/", kind_label="Tin").save()
    return SearchPromotion.objects.create(query=Words.get(text), page=page, **values)


def titles(text: str, site: int = 1) -> list[str]:
    return [one.title for one in promoted(understand(text, SYNONYMS), site, SYNONYMS)]


@pytest.mark.parametrize(
    ("words", "typed", "found"),
    [
        ("NOXH", "noxh", True),
        ("NOXH", "NƠXH", True),
        ("nơxh", "NOXH", True),
        ("NOXH", "Nhà ở xã hội", True),
        ("nhà ở xã hội", "noxh", True),
        ("nhà ở xã hội", "nha o xa hoi", True),
        ("nhà ở xã hội", "nhaf owr xax hooij", True),
        ("258/QĐ-UBND", "258 qd ubnd", True),
        ("nhà ở xã hội", "nhà ở", False),
        ("nhà ở", "nhà ở xã hội", False),
        ("258/QĐ-UBND", "2580/QĐ-UBND", False),
        ("NOXH", '"\x00', False),
    ],
)
def test_words_are_compared_as_searching_compares_them(words: str, typed: str, found: bool) -> None:
    promote(words)
    assert bool(titles(typed)) is found


def test_only_what_is_public_on_this_site_is_promoted() -> None:
    promote("giá", public=False)
    promote("giá", site=2)
    assert titles("giá") == []
    assert titles("giá", site=2) == ["Trang giá"]


def test_the_wards_order_decides_and_few_are_shown(django_assert_num_queries: Any) -> None:
    for place in range(MOST + 1):
        promote("giá", sort_order=MOST - place, description=f"số {MOST - place}")
    with django_assert_num_queries(1):
        shown = promoted(understand("giá"), 1, SYNONYMS)
    assert [one.description for one in shown] == ["số 0", "số 1", "số 2"]
    assert (shown[0].url, shown[0].kind_label) == ("/trang/", "Tin")


def test_without_the_callers_words_the_register_is_read(django_assert_num_queries: Any) -> None:
    Synonym.objects.update(active=False)
    with django_assert_num_queries(1):
        assert promoted(understand("nhà ở xã hội"), 1) == ()
    promote("nxh thử")
    Synonym.objects.create(short="nxh thử", full="nhà ở xã hội")
    with django_assert_num_queries(2):
        assert len(promoted(understand("nhà ở xã hội"), 1)) == 1
