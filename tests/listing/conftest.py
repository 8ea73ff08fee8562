"""One portal with projects, documents and plans of known values, made once a module."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker
from wagtail.models import Site

from cms.values.dates import PartialDate
from projects_pages.models import HomeType
from search.indexing import rebuild
from tests.factories import LegalDocumentPageFactory, MadeWard, PlanPageFactory, ProjectPageFactory, make_ward, publish
from tests.factories.registers import OrganisationFactory, PlaceFactory
from tests.quiet import without_admin_indexes

MARK = "zimzam"
"""A word that no public record of the portal has."""

# Title, stage, kind, places, investor, priority, homes, area, price, completion.
PROJECTS: tuple[tuple[Any, ...], ...] = (
    ("Nhà ở An Bình", "dang-thi-cong", "doc-lap", "ab", "x", True, 100, "1000.5", 15_000_000, PartialDate(2027)),
    ("Nhà ở Bình Minh", "dang-thi-cong", "quy-20", "a", "y", False, 200, "2000", 16_000_000, PartialDate(2028, 6)),
    ("Nhà ở Cửu Long", "dang-nhan-ho-so", "doc-lap", "b", "x", None, 300, None, None, PartialDate(2028, quarter=4)),
    ("Nhà ở Đông Hà", "dang-nhan-ho-so", "nha-luu-tru", "c", "", True, None, "500", 9_000_000, None),
    ("=Khu nhà ở Êm Đềm", "huy", "", "", "y", None, 50, "0", None, PartialDate(2027, 1, 15)),
)


@dataclass
class Portal:
    """The ward, its pages by title, and the registers by letter."""

    made: MadeWard
    projects: list[Any] = field(default_factory=list)
    places: dict[str, Any] = field(default_factory=dict)
    investors: dict[str, Any] = field(default_factory=dict)

    @property
    def host(self) -> str:
        """For a test client."""
        return self.made.host


def _fill(made: MadeWard) -> Portal:
    portal = Portal(made)
    portal.places = {letter: PlaceFactory(ward=made, name=f"Tổ dân phố {letter}") for letter in "abc"}
    portal.investors = {letter: OrganisationFactory(ward=made, name=f"Công ty {letter}") for letter in "xy"}
    for title, stage, kind, places, investor, priority, homes, area, price, completion in PROJECTS:
        page = ProjectPageFactory(
            ward=made,
            title=title,
            stage=stage,
            project_kind=kind,
            investor=portal.investors.get(investor),
            priority_lane=priority,
            homes_total=homes,
            homes_total_approximate=homes == 100,
            land_area=None if area is None else Decimal(area),
            completion_planned=completion,
            homes_for_sale=10 if price else 0,
            homes_for_rent=5 if "b" in places else None,
            places=[portal.places[letter] for letter in places],
        )
        page.home_types = [HomeType(name="Căn", sale_price=price)] if price else []
        portal.projects.append(publish(page))
    for number, (kind, validity, day) in enumerate(
        [
            ("quyet-dinh", "con-hieu-luc", PartialDate(2025, 3, 4)),
            ("quyet-dinh", "het-hieu-luc", PartialDate(2026, 5)),
            ("cong-van", "", None),
        ]
    ):
        publish(
            LegalDocumentPageFactory(
                ward=made,
                title=f"Văn bản số {number}",
                number=f"{number}/QĐ-UBND",
                document_type=kind,
                validity=validity,
                issued_on=day,
            )
        )
    publish(PlanPageFactory(ward=made, title="Kế hoạch chung", issued_on=PartialDate(2026)))
    _hidden(made, portal)
    rebuild()
    return portal


def _hidden(made: MadeWard, portal: Portal) -> None:
    """Records that nobody may find: a draft, a withdrawn one, another ward's, and the draft of a public one."""
    hidden = {"stage": "boc-tham", "homes_total": 777, "location": MARK}
    ProjectPageFactory(ward=made, title=f"{MARK} nháp", places=[PlaceFactory(ward=made, name=f"{MARK} nháp")], **hidden)
    gone = publish(
        ProjectPageFactory(
            ward=made, title=f"{MARK} đã gỡ", places=[PlaceFactory(ward=made, name=f"{MARK} gỡ")], **hidden
        )
    )
    withdraw(gone)
    other = make_ward("phuong-khac")
    publish(
        ProjectPageFactory(
            ward=other, title=f"{MARK} nơi khác", places=[PlaceFactory(ward=other, name=f"{MARK} khác")], **hidden
        )
    )
    draft = portal.projects[0].__class__.objects.get(pk=portal.projects[0].pk)
    draft.title, draft.stage, draft.location = f"{MARK} bản nháp mới", "boc-tham", MARK
    draft.save_revision()


def withdraw(page: Any) -> None:
    """Take a record out of the public."""
    from wagtail.actions.unpublish_page import UnpublishPageAction

    from cms.publishing.authority import Authority, acting
    from tests.factories.wards import again

    with acting(Authority(reason="đăng nhầm")):
        UnpublishPageAction(again(page)).execute(skip_permission_checks=True)


@pytest.fixture(autouse=True)
def _no_admin_indexes() -> Iterator[None]:
    """Nothing here asks who uses what."""
    with without_admin_indexes():
        yield


@pytest.fixture(scope="module")
def _portal(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Portal]:
    with django_db_blocker.unblock(), transaction.atomic():
        with without_admin_indexes():
            filled = _fill(make_ward("phuong-loc"))
        yield filled
        transaction.set_rollback(True)


@pytest.fixture
def portal(_portal: Portal, db: None) -> Portal:
    """The portal; what a test changes is rolled back."""
    Site.clear_site_root_paths_cache()
    return _portal
