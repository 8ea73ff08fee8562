"""What is not public now is not found, suggested, counted, exported, fed, mapped or served: a marker for each state.

Every document has the same word in its title, and a marker of its own that says in which state it is.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

import pytest
from django.db import transaction
from django.test import Client
from django.utils import timezone
from pytest_django.plugin import DjangoDbBlocker
from wagtail.models import PageViewRestriction, Revision, TaskState

from cms.models import ProposalAct, Role
from cms.publishing.approval import approve, digest_of
from cms.publishing.authority import Authority, acting
from cms.publishing.due import publish_due
from cms.publishing.proposals import propose
from search.api import matches, search
from search.corrections import correction, ways
from search.indexing import rebuild
from search.query import understand
from search.suggest import suggest
from tests.factories import LegalDocumentPageFactory, MadeWard, make_staff, make_ward, publish
from tests.publishing.test_acts import withdraw
from tests.search.contract.conftest import Contract
from tests.search.contract.typists import telex

SHARED: Final = "zabcung"
PUBLIC: Final = "zimcongkhai"
HOUR: Final = timedelta(hours=1)


def _document(ward: MadeWard, marker: str, **values: Any) -> Any:
    return LegalDocumentPageFactory(ward=ward, title=f"{SHARED} {marker}", number=f"77/{marker.upper()}", **values)


def _public(ward: MadeWard, marker: str) -> Any:
    return publish(_document(ward, marker))


def _drafted(ward: MadeWard, marker: str) -> None:
    _document(ward, marker).save_revision(user=make_staff(ward, Role.EDITOR))


def _redrafted(ward: MadeWard, marker: str) -> None:
    page = _public(ward, "zimtruoc")
    page.title = f"{SHARED} {marker}"
    page.summary = marker
    page.save_revision(user=make_staff(ward, Role.EDITOR))


def _submitted(ward: MadeWard, marker: str, **values: Any) -> TaskState:
    page, editor = _document(ward, marker, **values), make_staff(ward, Role.EDITOR)
    page.save_revision(user=editor)
    return TaskState.objects.get(workflow_state=page.get_workflow().start(page, editor))


def _scheduled(ward: MadeWard, marker: str) -> None:
    task = _submitted(ward, marker, go_live_at=timezone.now() + HOUR)
    approve(task, make_staff(ward, Role.APPROVER), seen_digest=digest_of(task.revision))


def _held_back(ward: MadeWard, marker: str) -> None:
    page = _document(ward, marker)
    revision = page.save_revision(user=make_staff(ward, Role.EDITOR))
    Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=timezone.now() - HOUR)
    assert [outcome.problem for outcome in publish_due()] == ["Không có người duyệt."]


def _hide(page: Any, ward: MadeWard) -> None:
    propose(page, ProposalAct.HIDE, by=make_staff(ward, Role.EDITOR), reason="lộ số điện thoại")


def _restrict(page: Any, ward: MadeWard) -> None:
    with acting(Authority(reason="rà soát")):
        PageViewRestriction.objects.create(page=page, restriction_type="login")


def _expire(page: Any, ward: MadeWard) -> None:
    with acting(Authority(reason="hết hạn")):
        type(page).objects.get(pk=page.pk).unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")


NEVER_PUBLIC: Final[dict[str, Callable[[MadeWard, str], object]]] = {
    "zimnhap": _drafted,
    "zimsua": _redrafted,
    "zimchoduyet": _submitted,
    "zimhengio": _scheduled,
    "zimgiulai": _held_back,
}
NO_LONGER: Final[dict[str, Callable[[Any, MadeWard], object]]] = {
    "zimthuhoi": lambda page, ward: withdraw(page, reason="đăng nhầm"),
    "zimkhancap": _hide,
    "zimrieng": _restrict,
    "zimhethan": _expire,
}
ANOTHER_WARDS: Final = "zimphuongkhac"
LEAKS: Final = (*NEVER_PUBLIC, *NO_LONGER, ANOTHER_WARDS)
ADDRESSES: Final = (
    "/", "/van-ban/", f"/van-ban/?q={SHARED}", f"/tim-kiem/?q={SHARED}", f"/tim-kiem/?q={SHARED}&dinh-dang=json",
    f"/tim-kiem/goi-y/?q={SHARED}", "/tim-kiem/?q=zimm", "/van-ban/tai-ve.csv", "/van-ban/tai-ve.xlsx",
    "/van-ban/tai-ve.json", "/van-ban/tai-ve.atom", "/sitemap.xml", "/so-do-cong/", "/api/v1/van-ban",
    "/api/v1/openapi.json", "/du-lieu-mo/dcat.jsonld",
)  # fmt: skip
LISTS: Final = frozenset({"/van-ban/", "/van-ban/tai-ve.csv", "/van-ban/tai-ve.xlsx", "/van-ban/tai-ve.json",
                          "/van-ban/tai-ve.atom", "/api/v1/van-ban", f"/tim-kiem/goi-y/?q={SHARED}"})  # fmt: skip
"""Those that show every public document."""


@dataclass(frozen=True)
class Portal:
    """Two wards with a document in each state."""

    ward: MadeWard
    other: MadeWard


@pytest.fixture(scope="module")
def portal(contract: Contract, django_db_blocker: DjangoDbBlocker) -> Iterator[Portal]:
    """Everything is public and indexed first; then some of it goes."""
    with django_db_blocker.unblock(), transaction.atomic():
        made = Portal(make_ward("phuong-vet"), make_ward("phuong-ben"))
        _public(made.ward, PUBLIC)
        _public(made.other, ANOTHER_WARDS)
        going = {marker: _public(made.ward, marker) for marker in NO_LONGER}
        for marker, make in NEVER_PUBLIC.items():
            make(made.ward, marker)
        rebuild()
        for marker, page in going.items():
            assert search(marker, site_id=made.ward.site.pk).count == 1
            NO_LONGER[marker](page, made.ward)
        yield made
        transaction.set_rollback(True)


def _assert_silent(portal: Portal) -> None:
    """No function of searching knows a marker."""
    site_id = portal.ward.site.pk
    found = search(SHARED, site_id=site_id, size=100)
    titles = {hit.record.title for hit in found.hits}
    assert titles == {f"{SHARED} {PUBLIC}", f"{SHARED} zimtruoc"}
    assert found.count == found.summary.unfiltered == 2
    assert all(value.count <= 2 for values in found.summary.facets.values() for value in values)
    assert {one.record.title for one in suggest(SHARED, site_id=site_id)} == titles
    assert len(matches(SHARED, site_id=site_id, kind="van-ban")) == 2
    for marker in LEAKS:
        for text in (marker, f"77/{marker}", f'"{SHARED} {marker}"', telex(marker), f"{SHARED} {marker}"):
            results = search(text, site_id=site_id)
            assert (results.hits, results.count, results.summary.unfiltered) == ((), 0, 0), text
            assert not any(results.summary.facets.values()), text
        for size in range(4, len(marker) + 1):
            assert not [one for one in suggest(marker[:size], site_id=site_id) if marker in one.record.title]
        for text in (f"{marker}x", marker[:-1], f"{SHARED} {marker[:-1]}"):
            query = understand(text)
            meant = [way for way in (correction(query, site_id), *ways(query, site_id)) if way]
            assert not [way for way in meant if marker in way.text and marker not in text]


def test_nothing_of_it_is_found_suggested_counted_or_guessed(contract: Contract, portal: Portal) -> None:
    _assert_silent(portal)


def test_nothing_of_it_is_found_after_the_index_is_made_anew(contract: Contract, portal: Portal) -> None:
    rebuild(portal.ward.site.pk)
    _assert_silent(portal)
    assert search(ANOTHER_WARDS, site_id=portal.other.site.pk).count == 1


def _everything(answer: Any) -> str:
    """The text of an answer, that of a spreadsheet taken out of it."""
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    if content[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(content)) as book:
            content = b" ".join(book.read(name) for name in book.namelist())
    return str(content.decode())


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_address_tells_it(contract: Contract, portal: Portal, client: Client, address: str) -> None:
    answer = client.get(address, headers={"host": portal.ward.host})
    assert answer.status_code == 200
    text = _everything(answer).lower()
    assert [marker for marker in LEAKS if marker in text] == []
    assert address not in LISTS or PUBLIC in text
