"""Public pages cost the same with few records and with many, and carry the headers that let them be cached."""

from __future__ import annotations

import datetime
import re
import uuid
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.core.cache import caches
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django import DjangoDbBlocker
from wagtail.models import Site

from cms.disclosure import log
from cms.disclosure.models import LogEntry, LogHead, PublishedFacts
from cms.middleware import shared_cache_seconds
from cms.values.render import VIETNAM
from search.indexing import rebuild
from search.models import PublicRecord
from tests.factories import MadeWard

pytestmark = pytest.mark.django_db

OTHER_ADDRESSES = {
    "/van-ban/?trang=2": 11,
    "/tim-kiem/?q=nha+o+xa+hoi": 12,
    "/tim-kiem/?q=258%2FQD-UBND&loai=van-ban&nam=2026": 15,
    "/tim-kiem/": 15,
    "/tim-kiem/?q=khong+thay+zimzam": 15,
    "/tim-kiem/?q=vam+ban+zimzam": 15,
    "/tim-kiem/?q=vam+bam+thuu+qoanh+zimzan+duu": 15,
    "/tim-kiem/goi-y/?q=nha+o+x": 15,
    "/van-ban/van-ban-thu/lich-su/": 20,
    "/du-an/du-an-thu/lich-su/": 20,
    "/du-an/du-an-thu/du-lieu.json": 20,
    "/khu-dat/khu-dat-thu/ranh-gioi.geojson": 20,
    "/api/v1/": 15,
    "/api/v1/openapi.json": 10,
    "/api/v1/van-ban?nam=2026&trang=2": 15,
    "/du-lieu-mo/dcat.jsonld": 10,
    "/du-lieu-mo/tu-dien.csv": 10,
    "/du-lieu-mo/tu-dien/du-an/": 15,
}
OF_A_RECORD, OF_KINDS = 16, {"huong-dan": 20, "nhu-cau": 17, "thu-tuc": 18}
"""Queries of a record's page of which nothing is kept; more for kinds that show what registers say."""


def budgets() -> dict[str, int]:
    """What each address may cost: every kind of record is among them by itself."""
    shown = PublicRecord.objects.exclude(url__startswith="/van-ban/so-").values_list("url", "kind")
    return {url: OF_KINDS.get(kind, OF_A_RECORD) for url, kind in shown} | OTHER_ADDRESSES


FEW, MANY = 10, 2_000
CACHED = {"public", "max-age=0", "s-maxage=60", "stale-while-revalidate=300"}


def add_records(ward: MadeWard, number: int) -> None:
    """So many public documents, written as rows; found by the same words as real ones."""
    now, year = timezone.now(), datetime.date(2026, 1, 1)
    begun = PublicRecord.objects.count()
    PublicRecord.objects.bulk_create(
        PublicRecord(
            record=uuid.uuid4(),
            site_id=ward.site.pk,
            page_id=1_000_000 + begun + n,
            kind="van-ban",
            kind_label="Văn bản",
            number=f"{begun + n}/QĐ-UBND",
            title=f"Quyết định về nhà ở xã hội số {begun + n}",
            body="nhà ở xã hội",
            year=2026,
            dated_on=year + datetime.timedelta(days=n % 300),
            disclosed_at=now,
            changed_at=now,
            url=f"/van-ban/so-{begun + n}/",
            version=1,
        )
        for n in range(number)
    )
    rebuild(ward.site.pk)


def add_entries(ward: MadeWard, record: uuid.UUID, number: int) -> None:
    """So many entries with facts for one record, as publishing would write them."""
    head = LogHead.objects.get(site_id=ward.site.pk)
    last = PublishedFacts.objects.filter(record=record).order_by("-version").first()
    assert last is not None
    first = LogEntry.objects.filter(record=record).order_by("-version").first()
    assert first is not None
    entries, previous = [], head.last_hash
    for n in range(number):
        body = f'{{"address":"/","n":{head.size + n},"office":"UBND"}}'
        entries.append(
            LogEntry(
                site_id=ward.site.pk,
                number=head.size + n,
                record=record,
                version=first.version + 1 + n,
                act="changed",
                at=timezone.now(),
                body=body,
                leaf_hash=log.leaf_hash(body),
                previous_hash=previous,
            )
        )
        previous = entries[-1].leaf_hash
    LogEntry.objects.bulk_create(entries)
    PublishedFacts.objects.bulk_create(
        PublishedFacts(
            site_id=ward.site.pk,
            record=record,
            version=entry.version,
            kind=last.kind,
            body=last.body,
            sha256=last.sha256,
        )
        for entry in entries
    )
    LogHead.objects.filter(pk=head.pk).update(size=head.size + number, last_hash=previous)


def writes(captured: CaptureQueriesContext) -> list[str]:
    """Statements that would change something: a visit never does."""
    return [query["sql"] for query in captured if not re.match(r"[\s(]*(SELECT|WITH|EXPLAIN)\b", query["sql"], re.I)]


def test_a_statement_that_writes_is_seen(portal: MadeWard) -> None:
    with CaptureQueriesContext(connection) as captured:
        PublicRecord.objects.filter(pk=0).update(title="x")
        PublicRecord.objects.first()
    assert len(writes(captured)) == 1


def costs(client: Client, ward: MadeWard) -> dict[str, int]:
    """Queries of each address, with cold caches."""
    found = {}
    assert connection.features.supports_json_field  # Django finds out within a savepoint, once a process
    client.get("/so-do-cong/", HTTP_HOST=ward.host)  # which site a host is called by is known to the process afterwards
    for address in budgets():
        for alias in settings.CACHES:
            caches[alias].clear()
        Site.clear_site_root_paths_cache()
        with CaptureQueriesContext(connection) as captured:
            answer = client.get(address, HTTP_HOST=ward.host)
        assert answer.status_code == 200, address
        assert writes(captured) == [], address
        found[address] = len(captured)
    return found


def test_every_page_keeps_its_budget_with_few_records_and_with_many(portal: MadeWard, client: Client) -> None:
    project = PublicRecord.objects.get(url="/du-an/du-an-thu/")
    add_records(portal, FEW)
    add_entries(portal, project.record, FEW)
    # A list of more than one page asks for its neighbours: both states have several.
    add_records(portal, 30)
    add_entries(portal, project.record, 30)
    few = costs(client, portal)
    add_records(portal, MANY)
    add_entries(portal, project.record, MANY)
    many = costs(client, portal)
    allowed = budgets()
    assert {address: (cost, allowed[address]) for address, cost in many.items() if cost > allowed[address]} == {}
    assert many == few


DATA = '<script type="application/ld+json">'
"""A block of data: no browser runs it, and the policy does not ask about it (seen in tests/journeys)."""


def scripts_and_styles_within(html: str) -> list[str]:
    """Code that stands in a page itself: scripts without an address, style elements and attributes, handlers."""
    scripts = [tag for tag in re.findall(r"<script\b[^>]*>", html, re.I) if not re.search(r"\bsrc\s*=", tag, re.I)]
    scripts = [tag for tag in scripts if tag != DATA]
    tags = re.findall(r"<[a-z][^>]*>", html, re.I)
    attributes = [tag for tag in tags if re.search(r"""\s(style|on[a-z]+)\s*=\s*["']""", tag, re.I)]
    links = re.findall(r"""(?:href|src|action)\s*=\s*["']?\s*javascript:""", html, re.I)
    return scripts + re.findall(r"<style\b[^>]*>", html, re.I) + attributes + links


@pytest.mark.parametrize(
    "html",
    [
        "<script>x()</script>",
        "<SCRIPT type='module'>x()</SCRIPT>",
        '<script type="application/ld+json" type="module">x()</script>',
        "<style>a{}</style>",
        '<p class="a" style="color:red">',
        '<a onclick="x()">',
        '<a href="javascript:x()">',
    ],
)
def test_code_within_a_page_is_found(html: str) -> None:
    assert scripts_and_styles_within(html)
    assert not scripts_and_styles_within('<script src="/a.js" defer></script><a href="/x/" class="style">on = "x"</a>')


def pages(client: Client, ward: MadeWard) -> Iterator[tuple[str, Any]]:
    """Every address with its answer, those that lead nowhere as well."""
    for address in [*budgets(), "/khong-co/", "/khong-co/lich-su/"]:
        yield address, client.get(address, HTTP_HOST=ward.host)


@pytest.fixture(scope="module")
def answers(with_each_kind: MadeWard, django_db_blocker: DjangoDbBlocker) -> dict[str, Any]:
    """What somebody unknown gets at noon at every address."""
    noon = datetime.datetime(2026, 11, 22, 12, tzinfo=VIETNAM)
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch:
        patch.setattr("cms.middleware.shared_cache_seconds", lambda _: shared_cache_seconds(noon))
        return dict(pages(Client(), with_each_kind))


def test_public_answers_are_cacheable_and_carry_no_cookie(answers: dict[str, Any]) -> None:
    for address, answer in answers.items():
        assert not answer.cookies, address
        assert "Set-Cookie" not in answer.headers, address
        assert set(answer.headers["Cache-Control"].split(", ")) == CACHED, address
        assert "cookie" not in answer.headers.get("Vary", "").lower(), address


def test_a_session_changes_nothing_on_public_pages(
    answers: dict[str, Any], portal: MadeWard, client: Client, admin_user: Any
) -> None:
    client.force_login(admin_user)
    for address, answer in pages(client, portal):
        assert answer.content == answers[address].content, address
        assert not answer.cookies, address


def test_the_policy_allows_no_code_within_pages_and_they_have_none(answers: dict[str, Any]) -> None:
    for address, answer in answers.items():
        policy = answer.headers["Content-Security-Policy"]
        assert "unsafe-inline" not in policy, address
        assert "unsafe-eval" not in policy, address
        assert "default-src 'self'" in policy, address
        if answer.headers["Content-Type"].startswith("text/html"):
            assert scripts_and_styles_within(answer.content.decode()) == [], address
