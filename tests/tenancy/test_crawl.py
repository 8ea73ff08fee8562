"""A ward's staff opens whatever the administration has and meets nothing of another ward."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path, resolve, reverse

from cms.models import Role
from cms.tenancy.rules import ALL, RULES, Rule
from cms.urls import urlpatterns as stock
from tests.tenancy.conftest import SignIn, Two
from tests.tenancy.crawler import Crawl, addresses, fill
from tests.tenancy.world import HOST_A, HOST_B, MARK

LEAVING = "wagtailadmin_logout"


def crawl(client: Client, two: Two, *, links: bool) -> Crawl:
    """Every address with A's numbers and with B's mixed in, then, with `links`, every link found behind them."""
    found = Crawl(client)
    own: list[str] = []
    for address in addresses():
        if address.name != LEAVING:
            mine = fill(address, two.a, most=1)
            own += mine
            for asked in fill(address, two.a, two.b, most=8):
                if asked not in mine:
                    found.visit(asked)
    if links:
        found.follow(own)
    for asked in own:
        found.visit(asked)
    return found


NOT_BY_READING = {
    "wagtailadmin_dismissibles",
    "wagtailadmin_login",
    "wagtailadmin_logout",
    "wagtailadmin_explore_root",
    "wagtailadmin_block_preview",
    "wagtailadmin_editing_sessions:ping",
    "wagtailadmin_editing_sessions:release",
    "wagtailadmin_pages:add_subpage",
    "wagtailadmin_pages:lock",
    "wagtailadmin_pages:unlock",
    "wagtailadmin_pages:revisions_index",
    "wagtailadmin_pages:revisions_unschedule",  # editors hold back nothing that was scheduled
    "wagtaildocs:edit_multiple",
    "wagtaildocs:delete_multiple",
    "wagtaildocs:create_multiple_from_uploaded_document",
    "wagtaildocs:delete_upload_multiple",
    "wagtailimages:edit_multiple",
    "wagtailimages:delete_multiple",
    "wagtailimages:create_multiple_from_uploaded_image",
    "wagtailimages:delete_upload_multiple",
}
"""Views that only redirect, only take what is sent, or need what the crawler has not got."""


@pytest.mark.parametrize(
    ("role", "host"),
    [(Role.EDITOR, HOST_A), (Role.APPROVER, HOST_B), (Role.MANAGER, HOST_A), (Role.INSPECTOR, HOST_A)],
)
def test_a_role_meets_nothing_of_another_ward(role: Role, host: str, two: Two, sign_in: SignIn) -> None:
    """The administration answers on every portal's host; on the other ward's, frames and menus must not name it."""
    found = crawl(sign_in(role, host), two, links=role in {Role.MANAGER, Role.INSPECTOR})
    assert found.leaks == []
    assert two.changed() == {}
    let_through = {name for name, rule in RULES.items() if rule.roles is None or role in rule.roles}
    assert found.opened <= let_through | {"wagtailadmin_tag_autocomplete", "wagtailadmin_tag_model_autocomplete"}
    assert let_through - found.opened - NOT_BY_READING == set()  # the crawler got everywhere


FORGED = (
    "id",
    "childOf",
    "child_of",
    "descendant_of",
    "ancestor_of",
    "translation_of",
    "page_id",
    "parent_page_id",
    "new_parent_page",
    "target_pages[]",
)


def test_foreign_numbers_in_a_query_show_nothing(two: Two, sign_in: SignIn) -> None:
    found = Crawl(sign_in(Role.MANAGER))
    b = two.b
    people = b.staff[Role.EDITOR].pk
    filters = {"owner": people, "edited_by": people, "user": people, "site": b.made.site.pk, "q": MARK[:4]}
    numbers = {
        "documents": b.document.pk,
        "docs": b.document.pk,
        "images": b.image.pk,
        "place": b.rows["place"].pk,
        "organisation": b.rows["organisation"].pk,
        "unit": b.rows["unit"].pk,
    }
    for address in addresses():
        if address.variables or address.name == LEAVING or address.name not in RULES:
            continue
        place = reverse(address.name)
        own = next((number for word, number in numbers.items() if word in place), b.draft.pk)
        found.visit(f"{place}?id={own}&multiple=1&collection_id={b.made.ward.collection_id}")
        filtered, named = urlencode(filters), f"id={own}&id={b.public.pk}"
        answer = found.visit(f"{place}?{filtered}&{named}")
        if answer is None or answer.status_code != 200:  # refused for one of them: the other is asked for alone
            found.visit(f"{place}?{filtered}")
            found.visit(f"{place}?{named}")
    for listing in ("wagtailadmin_api:pages:listing", "wagtailadmin_choose_page", "wagtailadmin_pages:search"):
        for name in FORGED:
            found.visit(f"{reverse(listing)}?{urlencode({name: b.draft.pk})}")
    found.visit(f"{reverse('wagtailadmin_api:pages:listing')}?fields=*&limit=100")
    found.visit(f"{reverse('wagtailadmin_choose_page_search')}?q={MARK[:4]}")
    assert found.leaks == []


def test_on_the_other_wards_host_nothing_more_is_seen_of_what_approvers_may_not_open(two: Two, sign_in: SignIn) -> None:
    found = Crawl(sign_in(Role.MANAGER, HOST_B))
    for address in addresses():
        rule = RULES.get(address.name)
        if rule is not None and rule.roles is not None and Role.APPROVER not in rule.roles:
            for asked in fill(address, two.a, most=1):
                found.visit(asked)
    assert found.leaks == []
    assert {"wagtailsnippets_registers_place:edit", "goi-y:index"} <= found.opened


def leak(request: HttpRequest) -> HttpResponse:
    """A view as somebody might write it: all pages, whoever asks."""
    from wagtail.models import Page

    return HttpResponse("".join(page.title for page in Page.objects.all()))


urlpatterns = [path("quan-tri/ro-ri/", leak, name="leak"), *stock]


def test_a_view_that_leaks_is_refused_and_seen_once_let_through(
    two: Two, sign_in: SignIn, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.ROOT_URLCONF = __name__
    assert resolve("/quan-tri/ro-ri/").view_name == "leak"
    found = Crawl(sign_in(Role.EDITOR))
    found.visit("/quan-tri/ro-ri/")
    assert (found.leaks, found.answered) == ([], {"/quan-tri/ro-ri/": 403})
    monkeypatch.setitem(RULES, "leak", Rule(ALL))
    seen = Crawl(sign_in(Role.EDITOR))
    seen.visit("/quan-tri/ro-ri/")
    assert len(seen.leaks) == 1


def test_what_the_crawler_looks_for_is_there(two: Two) -> None:
    """A superuser meets B everywhere, so the markers are where they could leak."""
    client = Client(headers={"host": HOST_A})
    client.force_login(two.shared["superuser"], "django.contrib.auth.backends.ModelBackend")
    found = Crawl(client)
    for name in (
        "wagtailadmin_explore_root",
        "wagtailadmin_choose_page",
        "wagtaildocs:index",
        "wagtailimages:index",
        "wagtailusers_users:index",
        "wagtailusers_groups:index",
        "wagtailsites:index",
        "wagtailredirects:index",
        "wagtailadmin_collections:index",
        "wagtailadmin_workflows:index",
        "wagtailadmin_workflows:task_index",
        "wagtailadmin_reports:site_history",
        "wagtailsnippets_registers_place:list",
        "wagtailsnippets_registers_unit:list",
        "wagtailsnippetchoosers_registers_organisation:choose",
        "wagtailadmin_api:images:listing",
    ):
        found.visit(reverse(name))
    assert len(found.leaks) == len(found.answered) == 16
