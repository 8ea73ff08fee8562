"""One portal with records of every kind, and what nobody may see; made once for all tests of open data."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from pytest_django import DjangoDbBlocker
from wagtail.models import Site

from cms.open_data.api import listings
from search.indexing import rebuild
from search.models import PublicRecord
from tests.factories import MadeWard, ProjectPageFactory, make_ward, publish
from tests.factories.kinds import FACTORIES
from tests.listing.conftest import withdraw
from tests.quiet import without_admin_indexes

MARK = "zimzam"
KINDS = [listing.kind for listing in listings()]
FORMULA = '=HYPERLINK("https://vi-du.vn","Bấm đây")'


@pytest.fixture(scope="package")
def _made(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[MadeWard]:
    """A ward with a full record and a plain one of each kind, and what nobody may see."""
    with django_db_blocker.unblock(), transaction.atomic():
        with without_admin_indexes():
            ward = make_ward("phuong-mo")
            for kind in KINDS:
                publish(FACTORIES[kind](ward=ward, full=True, slug=f"{kind}-day-du"))
                publish(FACTORIES[kind](ward=ward))
            publish(ProjectPageFactory(ward=ward, title=FORMULA, slug="cong-thuc", homes_total=5, location="@Tổ 12"))
            ProjectPageFactory(ward=ward, title=f"{MARK} nháp")
            withdraw(publish(ProjectPageFactory(ward=ward, title=f"{MARK} đã gỡ", slug="da-go")))
            other = make_ward("phuong-ngoai")
            publish(ProjectPageFactory(ward=other, title=f"{MARK} nơi khác"))
            draft = ProjectPageFactory._meta.model.objects.get(slug="du-an-day-du")
            draft.title = f"{MARK} bản nháp mới"
            draft.save_revision()
            rebuild()
        yield ward
        transaction.set_rollback(True)


@pytest.fixture
def ward(_made: MadeWard, db: None) -> MadeWard:
    """The ward; what a test changes is rolled back."""
    Site.clear_site_root_paths_cache()
    return _made


def get(client: Client, ward: MadeWard, path: str, status: int = 200, known: str = "") -> Any:
    """The answer, without a cookie, to somebody who has the one with the fingerprint `known`."""
    answer: Any = client.get(path, headers={"host": ward.host, **({"if-none-match": known} if known else {})})
    assert answer.status_code == status, (path, answer.status_code)
    assert not answer.cookies
    return answer


def as_json(client: Client, ward: MadeWard, path: str, status: int = 200) -> Any:
    """The body of an answer of the API."""
    answer = get(client, ward, path, status)
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert answer["Content-Type"].startswith("application/")
    return json.loads(answer.content)


def paths(ward: MadeWard) -> dict[str, str]:
    """Address of each listing."""
    shown = PublicRecord.objects.on_site(ward.site.pk)
    return {kind: shown.get(kind=f"muc-{kind}").url for kind in KINDS}
