"""A ward that was made before a section existed gets it by one command, which may be run again."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pytest
from django.core.management import CommandError, call_command

from cms.disclosure.models import Act, LogEntry
from cms.publishing.projections import problems
from cms.tenancy import wards
from home.models import StandardPage
from search.models import PublicRecord
from tests.factories import MadeWard, make_ward
from tests.listing.conftest import withdraw

pytestmark = pytest.mark.django_db

LATER = ("gia", "du-lieu-mo")


def made_before(monkeypatch: pytest.MonkeyPatch, code: str, later: Sequence[str] = LATER) -> MadeWard:
    """A ward from a time when some sections did not exist."""
    with monkeypatch.context() as then:
        then.setattr(wards, "SECTIONS", tuple(one for one in wards.SECTIONS if one[1] not in later))
        return make_ward(code)


def run() -> str:
    """What the command says."""
    told = io.StringIO()
    call_command("add_sections", stdout=told)
    return told.getvalue()


def sections(ward: MadeWard) -> set[str]:
    """Addresses below the home page that citizens see."""
    shown = PublicRecord.objects.on_site(ward.site.pk).exclude(url="/")
    return {url.strip("/") for url in shown.values_list("url", flat=True)}


def test_missing_sections_are_published_and_logged_once(monkeypatch: pytest.MonkeyPatch) -> None:
    old, whole = made_before(monkeypatch, "phuong-cu"), make_ward("phuong-du")
    assert sections(whole) - sections(old) == set(LATER)
    told = set(run().splitlines())  # of the wards of other tests as well
    assert {"phường Phuong Cu: Giá, Dữ liệu mở", "phường Phuong Du: đã đủ"} <= told
    assert sections(old) == sections(whole)
    entries = LogEntry.objects.filter(site_id=old.site.pk).order_by("-pk")[:2]
    assert [one.act for one in entries] == [Act.PUBLISHED] * 2
    assert all("Bổ sung mục của cổng" in one.body for one in entries)
    logged = LogEntry.objects.count()
    assert "Giá" not in run()
    assert LogEntry.objects.count() == logged
    assert problems() == []


def test_what_a_ward_keeps_back_and_what_has_the_address_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    ward = made_before(monkeypatch, "phuong-cu")
    withdraw(ward.projects)
    taken = StandardPage(title="Bảng giá", slug="gia", live=False)
    ward.home.add_child(instance=taken)
    with pytest.raises(CommandError, match="phường Phuong Cu /gia/"):
        run()
    assert not {"du-an", "gia"} & sections(ward)
    assert "du-lieu-mo" in sections(ward)
