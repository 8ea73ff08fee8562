"""The search page within the portal's frame, at its real address."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Site

from search.indexing import rebuild
from search.models import PublicRecord
from search.synonyms import ensure_default_synonyms
from tests.search.factories import build_record

pytestmark = pytest.mark.django_db

BUDGET = 15


def queries(client: Client, address: str) -> int:
    """Queries of one request, once what is kept in the process is known."""
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


@pytest.mark.parametrize("address", ["/tim-kiem/", "/tim-kiem/?q=noxh", "/tim-kiem/?q=noxh&nam=2003&trang=2"])
def test_the_page_keeps_to_its_budget_at_10_and_at_2000_records(address: str, client: Client) -> None:
    site = Site.objects.get(is_default_site=True)
    ensure_default_synonyms()
    counts = []
    for size in (10, 1_990):
        PublicRecord.objects.bulk_create(
            [build_record(site_id=site.pk, title=f"Nhà ở xã hội {at}", year=2000 + at % 5) for at in range(size)]
        )
        rebuild()
        counts.append(queries(client, address))
    assert counts[0] == counts[1]
    assert counts[0] <= BUDGET


def test_the_page_has_one_search_box_one_heading_and_no_script_of_its_own(client: Client) -> None:
    html = client.get("/tim-kiem/?q=%3Cscript%3E").content.decode()
    assert html.count('role="search"') == html.count("<h1") == 1
    assert 'value="&lt;script&gt;"' in html
    scripts = re.findall(r"<script[^>]*>", html)
    assert len(scripts) == html.count("<script") == 2
    assert all(re.fullmatch(r'<script defer src="/static/[^"]+">', script) for script in scripts)
    assert "style=" not in html
    assert 'rel="canonical"' not in html
