"""What a listing counts as open, ending soon or in force is what the records' own pages say of the same day."""

from __future__ import annotations

import datetime
import itertools
from typing import Any

import pytest
from django.db.models import Q
from django.http import QueryDict

from cms.disclosure.posting import posting
from cms.listing.asked import read
from cms.listing.found import Found
from cms.listing.listing import listing_of
from projects_pages import windows
from projects_pages.land_site_presentation import window
from projects_pages.models import ApplicationRound, LandSitePage, NoticePage, PricePage, ProjectPage
from projects_pages.price_presentation import standings
from projects_pages.prices import PriceStatus, Standing
from projects_pages.rounds import STOPPED, RoundState, state_of
from projects_pages.stages import Stage
from search.models import PublicRecord
from tests.factories import MadeWard, ProjectPageFactory, publish
from tests.factories.land import LandSitePageFactory
from tests.factories.notices import NoticePageFactory
from tests.factories.prices import PricePageFactory
from tests.ledger import _made_once, _no_admin_indexes, ward

__all__ = ["_made_once", "_no_admin_indexes", "ward"]

pytestmark = pytest.mark.django_db

DAY = datetime.date(2026, 11, 23)
OFFSETS: tuple[int | None, ...] = (None, -1, 0, 1)


def at(days: int | None) -> datetime.date | None:
    """So many days from `DAY`."""
    return None if days is None else DAY + datetime.timedelta(days)


def kept(model: type[Any], condition: Q) -> set[int]:
    """Ids of the rows that satisfy a condition."""
    return set(model._base_manager.filter(condition).values_list("pk", flat=True))


def test_rounds_are_open_when_their_page_says_so(ward: MadeWard) -> None:
    """Two rounds a project: conditions of one must not be satisfied by the days of the other."""
    cases = [
        *((opens, closes, None, Stage.BUILDING) for opens, closes in itertools.product(OFFSETS, (*OFFSETS, 14, 15))),
        *((-1, 1, over, Stage.BUILDING) for over in OFFSETS),
        *((-1, 1, None, stage) for stage in STOPPED),
    ]
    pages = []
    for opens, closes, over, stage in cases:
        page = ProjectPageFactory(ward=ward, stage=stage)
        page.rounds = [
            ApplicationRound(name="Trước", opens_on=at(-40), closes_on=at(-30)),
            ApplicationRound(name="Đợt", opens_on=at(opens), closes_on=at(closes), cancelled_on=at(over)),
        ]
        page.save()
        pages.append(page)
    ended = pages[0]
    ended.rounds = [ApplicationRound(name="Đợt", opens_on=at(-1), closes_on=at(1))]
    ended.ended_on = DAY
    ended.save()
    stands = {
        page.pk: [(state_of(one, DAY), one.closes_on) for one in page.rounds.all()]
        for page in pages
        if page.stage not in STOPPED and page is not ended
    }
    is_open = {pk for pk, rows in stands.items() if any(state is RoundState.OPEN for state, _ in rows)}
    to_come = {pk for pk, rows in stands.items() if any(state is RoundState.UPCOMING for state, _ in rows)}
    soon = {
        pk
        for pk, rows in stands.items()
        if any(state is RoundState.OPEN and (last - DAY).days <= windows.SOON for state, last in rows)
    }
    assert is_open
    assert to_come
    assert soon < is_open
    assert kept(ProjectPage, windows.round_open(DAY)) == is_open
    assert kept(ProjectPage, windows.round_to_come(DAY)) == to_come
    assert kept(ProjectPage, windows.round_ends_soon(DAY)) == soon
    records = [PublicRecord(page_id=page.pk, record=page.record) for page in pages]
    told = windows.rounds_now(records, DAY)
    assert set(told) == {page.record for page in pages if page.pk in is_open | to_come}
    assert told[next(page for page in pages if page.pk in soon).record].startswith("Nhận hồ sơ đến hết ")


def test_sites_take_applications_when_their_page_says_so(ward: MadeWard) -> None:
    sites = [
        LandSitePageFactory(ward=ward, state="san-sang", apply_from=at(opens), apply_until=at(closes))
        for opens, closes in itertools.product(OFFSETS, (*OFFSETS, 14, 15))
    ]
    sites.append(LandSitePageFactory(ward=ward, state="co-nha-dau-tu", apply_until=at(3)))
    sites.append(LandSitePageFactory(ward=ward, state="san-sang", apply_until=at(3), ended_on=DAY))
    shown = {site.pk: window(site, DAY) for site in sites}
    is_open = {pk for pk, one in shown.items() if one is not None and one.heading == "Đang nhận hồ sơ"}
    soon = {site.pk for site in sites if site.pk in is_open and site.apply_until and site.apply_until <= at(14)}
    assert soon < is_open
    assert kept(LandSitePage, windows.site_open(DAY)) == is_open
    assert kept(LandSitePage, windows.site_ends_soon(DAY)) == soon


def test_postings_end_soon_when_their_page_says_so(ward: MadeWard) -> None:
    notices = [
        NoticePageFactory(ward=ward, posted_from=at(first), posted_until=at(last))
        for first, last in itertools.product(OFFSETS, (*OFFSETS, 7, 8))
    ]
    soon = {one.pk for one in notices if posting(one.posted_from, one.posted_until, DAY).ends_soon}
    assert soon
    assert kept(NoticePage, windows.posting_ends_soon(DAY)) == soon


def test_a_price_is_in_force_when_its_card_says_so(ward: MadeWard) -> None:
    projects = [publish(ProjectPageFactory(ward=ward)).disclosurepage_ptr for _ in range(3)]
    made: dict[str, Any] = {}

    def price(name: str, project: int | None, begins: int | None, ends: int | None = None, **more: Any) -> None:
        replaces = more.pop("replaces", "")
        made[name] = publish(
            PricePageFactory(
                ward=ward,
                title=name,
                project=None if project is None else projects[project],
                valid_from=at(begins),
                valid_until=at(ends),
                replaces=made[replaces].disclosurepage_ptr if replaces else None,
                **more,
            )
        )

    price("cũ", 0, -30)
    price("mới", 0, -10)
    price("chưa đến", 0, 5)
    price("cho thuê", 0, -90, transaction="thue")
    price("tạm tính", 1, -10)
    price("thẩm định", 1, -10, status=PriceStatus.APPRAISED)
    price("hết hạn", 2, -20, -1)
    price("chưa có ngày", 2, None)
    price("bị thay", 2, -5)
    price("thay", 2, -6, replaces="bị thay")
    price("không dự án", None, -3, 0)
    PricePageFactory(ward=ward, title="nháp", project=projects[0], valid_from=at(-1))  # nobody sees it
    names = {page.pk: name for name, page in made.items()}
    cards = standings(PublicRecord.objects.of_kind("gia"), DAY)
    by_card = {name for name, page in made.items() if cards[page.record] == Standing.IN_FORCE}
    assert by_card == {"mới", "cho thuê", "thẩm định", "thay", "không dự án"}

    def listed(value: str) -> set[str]:
        asked = read(listing_of("gia"), ward.site.pk, QueryDict(f"ap-dung={value}"), "/gia/", DAY)
        return {names[record.page_id] for record in Found(asked).page(0, 100)}

    assert listed("dang-ap-dung") == by_card
    assert listed("chua-den-ngay") == {"chưa đến"}
    assert listed("da-qua") == {"cũ", "tạm tính", "hết hạn", "bị thay"}
    assert kept(PricePage, windows.price_over(DAY)) <= set(names) | kept(PricePage, Q(title="nháp"))


def test_the_next_deadline_stands_first_and_a_passed_one_is_nobodys_next(ward: MadeWard) -> None:
    for name, days in (("qua", -2), ("sau", 9), ("sớm", 0), ("không", None)):
        publish(LandSitePageFactory(ward=ward, title=name, state="san-sang", apply_until=at(days)))
    publish(LandSitePageFactory(ward=ward, title="đang chuẩn bị", state="dang-chuan-bi", apply_until=at(20)))

    def listed(order: str) -> list[str]:
        asked = read(listing_of("khu-dat"), ward.site.pk, QueryDict(order), "/khu-dat/", DAY)
        return [record.title for record in Found(asked).page(0, 100)]

    titles = listed("sap-xep=han-gan")
    assert titles[:3] == ["sớm", "sau", "đang chuẩn bị"]
    assert set(titles[3:]) == {"qua", "không"}
    # As listed first: among the ready ones those that can still be had, the one that closes next before the others.
    titles = listed("")
    assert (titles[:2], titles[-1]) == (["sớm", "sau"], "đang chuẩn bị")
