"""A cache in front of the portal forgets what a publication changes."""

from __future__ import annotations

from typing import Any

import pytest
from wagtail.models import Site

from cms.models import Attachment, ProposalAct, Role
from cms.publishing.proposals import propose
from cms.publishing.purge import addresses_of, purge_after_commit
from tests.factories import LegalDocumentPageFactory, PortalDocumentFactory, make_staff, make_ward, publish

LISTS = ("", "tai-ve.csv", "tai-ve.xlsx", "tai-ve.json", "tai-ve.geojson", "tai-ve.atom")
TAILS = ("", "du-lieu.json", "lich-su/", "ranh-gioi.geojson")
RECORD = [f"/du-an/khu-a/{tail}" for tail in TAILS]


@pytest.mark.parametrize(
    ("addresses", "expected"),
    [
        (("/du-an/khu-a/",), ["/", *(f"/du-an/{tail}" for tail in LISTS), *RECORD]),
        (("/",), [f"/{tail}" for tail in TAILS]),
        (
            ("/van-ban/a/", "/van-ban/b/"),
            ["/", *(f"/van-ban/{tail}" for tail in LISTS)]
            + [f"/van-ban/{slug}/{tail}" for slug in "ab" for tail in TAILS],
        ),
    ],
)
def test_what_shows_or_lists_the_record_is_forgotten(addresses: tuple[str, ...], expected: list[str]) -> None:
    assert addresses_of(*addresses) == sorted(expected)


@pytest.mark.django_db
def test_the_cache_is_asked_after_the_commit_and_only_then(
    settings: Any, monkeypatch: pytest.MonkeyPatch, django_capture_on_commit_callbacks: Any
) -> None:
    asked: list[str] = []
    monkeypatch.setattr("cms.publishing.purge.purge_urls_from_cache", asked.extend)
    settings.WAGTAILFRONTENDCACHE = {"default": {"BACKEND": "unused"}}
    site = Site.objects.first()
    assert site is not None
    with django_capture_on_commit_callbacks(execute=True):
        purge_after_commit(site.pk, "/du-an/khu-a/")
        assert asked == []
    assert f"{site.root_url}/du-an/khu-a/" in asked


@pytest.mark.django_db
def test_without_a_cache_nothing_is_asked(settings: Any, django_capture_on_commit_callbacks: Any) -> None:
    settings.WAGTAILFRONTENDCACHE = {}
    with django_capture_on_commit_callbacks() as callbacks:
        purge_after_commit(1, "/")
    assert callbacks == []


@pytest.mark.django_db
def test_the_files_of_a_hidden_record_are_forgotten_as_well(
    settings: Any, monkeypatch: pytest.MonkeyPatch, django_capture_on_commit_callbacks: Any
) -> None:
    asked: list[str] = []
    monkeypatch.setattr("cms.publishing.purge.purge_urls_from_cache", asked.extend)
    ward = make_ward("phuong-thu")
    document = PortalDocumentFactory(ward=ward)
    page = LegalDocumentPageFactory(ward=ward, attachments=[Attachment(title="Phụ lục", document=document)])
    page = publish(page)
    settings.WAGTAILFRONTENDCACHE = {"default": {"BACKEND": "unused"}}
    with django_capture_on_commit_callbacks(execute=True):
        propose(page, ProposalAct.HIDE, by=make_staff(ward, Role.EDITOR), reason="lộ số điện thoại")
    assert f"{ward.site.root_url}{document.url}" in asked
