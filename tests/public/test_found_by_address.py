"""A page is found by its address among what is public; all else is found, or refused, as before."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, PageViewRestriction

from cms.disclosure.models import RecordHead
from cms.serving import read_templates
from tests.factories import MadeWard, ProjectPageFactory, publish
from tests.factories.wards import again, make_ward

pytestmark = pytest.mark.django_db

ADDRESS = "/du-an/du-an-thu/"
OF_ALL_WARDS = {
    "search_publicrecord",
    "disclosure_recordhead",
    "disclosure_publishedfacts",
    "wagtailcore_page",
    "wagtailcore_referenceindex",
    "projects_pages_applicationround",
    "projects_pages_projectpage",
}
"""Tables that grow with the installation."""


@pytest.fixture
def project(ward: MadeWard) -> Any:
    return publish(ProjectPageFactory(ward=ward, title="Dự án thử", slug="du-an-thu"))


def status(client: Client, ward: MadeWard, address: str = ADDRESS) -> int:
    return client.get(address, HTTP_HOST=ward.host).status_code


def test_the_tree_is_not_walked_to_a_public_record(
    ward: MadeWard, client: Client, project: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def walked(*_: Any) -> None:
        raise AssertionError("the tree was walked")

    monkeypatch.setattr(Page, "get_descendants", walked)
    answer = client.get(ADDRESS, HTTP_HOST=ward.host)
    assert "Dự án thử" in answer.content.decode()


def test_another_ward_has_nothing_at_the_same_address(ward: MadeWard, client: Client, project: Any) -> None:
    elsewhere = make_ward("phuong-khac")
    assert status(client, elsewhere) == 404
    twin = publish(ProjectPageFactory(ward=elsewhere, title="Dự án của phường khác", slug="du-an-thu"))
    answer = client.get(ADDRESS, HTTP_HOST=elsewhere.host).content.decode()
    assert twin.title in answer
    assert "Dự án thử" not in answer


@pytest.mark.parametrize("way", ["draft", "hidden head", "private", "another record"])
def test_what_is_not_public_is_not_served_whatever_the_table_says(
    ward: MadeWard, client: Client, project: Any, way: str
) -> None:
    if way == "draft":
        Page.objects.filter(pk=project.pk).update(live=False)
    elif way == "hidden head":
        RecordHead.objects.filter(record=project.record).update(state="hidden")
        Page.objects.filter(pk=project.pk).update(live=False)
    elif way == "private":
        login = PageViewRestriction(page=ward.projects, restriction_type=PageViewRestriction.LOGIN)
        PageViewRestriction.objects.bulk_create([login])  # past the publishing path, which would refuse it
    else:
        RecordHead.objects.filter(record=project.record).delete()
        Page.objects.filter(pk=project.pk).update(live=False)
    assert status(client, ward) in {404, 410}


def test_a_head_that_names_an_old_address_opens_nothing_there(ward: MadeWard, client: Client, project: Any) -> None:
    RecordHead.objects.filter(record=project.record).update(address="/du-an/ten-khac/")
    assert status(client, ward, "/du-an/ten-khac/") == 404
    assert status(client, ward) == 200


@pytest.mark.usefixtures("watched_templates")
def test_the_page_is_the_one_that_the_tree_has(ward: MadeWard, client: Client, project: Any) -> None:
    answer = client.get(ADDRESS, HTTP_HOST=ward.host)
    assert answer.context["page"] == again(project)


@pytest.mark.parametrize("address", [ADDRESS, "/du-an/", "/"])
def test_no_page_reads_the_records_of_all_wards(ward: MadeWard, client: Client, project: Any, address: str) -> None:
    status(client, ward, address)
    with CaptureQueriesContext(connection) as asked:
        assert status(client, ward, address) == 200
    assert asked.captured_queries
    for statement in asked.captured_queries:
        assert not _read_whole(statement["sql"]) & OF_ALL_WARDS, statement["sql"]


def _read_whole(statement: str) -> set[str]:
    """Tables that SQLite reads from end to end; PostgreSQL does so with any small one and tells nothing by it."""
    if connection.vendor != "sqlite":
        return set()
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {statement}")
        steps = [row[3] for row in cursor.fetchall()]
    return {step.split()[1] for step in steps if step.startswith("SCAN ")}


def test_a_statement_that_reads_all_wards_is_recognised() -> None:
    found = _read_whole("SELECT * FROM search_publicrecord WHERE title = 'a'")
    assert found == ({"search_publicrecord"} if connection.vendor == "sqlite" else set())


def test_templates_are_read_before_the_first_visit() -> None:
    assert read_templates() > 50
