"""Nobody, superusers included, takes pages across wards, makes aliases, or deletes what a ward is made of."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.models import Page

from cms.models.portal import portal_of
from cms.publishing.errors import AnotherRecord
from cms.tenancy.receivers import LeavesItsWard
from tests.tenancy.conftest import SignIn, Two
from tests.tenancy.world import snapshot


@pytest.fixture
def superuser(two: Two, sign_in: SignIn) -> Client:
    """Signed in as somebody who may everything that Wagtail knows of."""
    return sign_in(two.shared["superuser"])


def test_a_page_does_not_move_to_another_ward(two: Two, superuser: Client) -> None:
    before = snapshot()
    response = superuser.post(reverse("wagtailadmin_pages:move_confirm", args=[two.a.text.pk, two.b.made.home.pk]), {})
    assert response.status_code == 302
    assert response.headers["Location"] == "/quan-tri/"
    assert pages(snapshot()) == pages(before)
    with pytest.raises(LeavesItsWard):
        Page.objects.get(pk=two.a.text.pk).move(two.b.made.home, pos="last-child")


def test_a_page_moves_within_its_ward(two: Two, superuser: Client) -> None:
    text = Page.objects.get(pk=two.a.text.pk)
    other = Page.objects.get(pk=two.a.text.pk).copy(
        update_attrs={"slug": "trang-khac", "title": "Khác"}, keep_live=False
    )
    other.move(text, pos="last-child")
    assert Page.objects.get(pk=other.pk).is_child_of(Page.objects.get(pk=text.pk))


def pages(rows: dict[Any, Any]) -> dict[Any, Any]:
    """The rows of the tree in a snapshot."""
    return {key: row for key, row in rows.items() if key[0] == "wagtailcore.Page"}


def test_a_page_is_not_copied_to_another_ward(two: Two, superuser: Client) -> None:
    before = snapshot()
    sent = {"new_title": "Chép", "new_slug": "chep", "new_parent_page": two.b.made.home.pk}
    superuser.post(reverse("wagtailadmin_pages:copy", args=[two.a.text.pk]), sent)
    assert pages(snapshot()) == pages(before)


def test_a_page_is_copied_within_its_ward(two: Two, superuser: Client) -> None:
    sent = {"new_title": "Chép", "new_slug": "chep", "new_parent_page": two.a.made.home.pk}
    superuser.post(reverse("wagtailadmin_pages:copy", args=[two.a.text.pk]), sent)
    copy = Page.objects.get(slug="chep")
    assert (copy.live, copy.is_child_of(two.a.made.home)) == (False, True)


def test_there_are_no_aliases(two: Two, superuser: Client) -> None:
    before = snapshot()
    sent = {"new_title": "Chép", "new_slug": "chep", "new_parent_page": two.a.made.home.pk, "alias": "on"}
    superuser.post(reverse("wagtailadmin_pages:copy", args=[two.a.text.pk]), sent)
    assert superuser.post(reverse("wagtailadmin_pages:convert_alias", args=[two.a.text.pk])).status_code == 403
    action = f"/quan-tri/api/main/pages/{two.a.text.pk}/action/create_alias/"
    assert superuser.post(action, {"destination_page_id": two.a.made.home.pk}).status_code == 403
    assert pages(snapshot()) == pages(before)
    with pytest.raises(AnotherRecord):
        CreatePageAliasAction(two.a.text, update_slug="chep").execute(skip_permission_checks=True)


def test_home_pages_are_not_made_by_hand(two: Two, superuser: Client) -> None:
    root = Page.get_first_root_node()
    assert root is not None
    before = snapshot()
    address = reverse("wagtailadmin_pages:add", args=["home", "homepage", root.pk])
    assert superuser.post(address, {"title": "Cổng mới", "slug": "cong-moi"}).status_code == 302
    below = reverse("wagtailadmin_pages:add", args=["home", "homepage", two.a.made.home.pk])
    assert superuser.post(below, {"title": "Cổng mới", "slug": "cong-moi"}).status_code == 302
    assert pages(snapshot()) == pages(before)


def test_what_a_ward_is_made_of_is_not_deleted(two: Two, superuser: Client) -> None:
    ward = two.a.made.ward
    before = snapshot()
    group = ward.groups.all()[0].group_id
    for name, ident in (
        ("wagtailsites:delete", ward.site_id),
        ("wagtailadmin_collections:delete", ward.collection_id),
        ("wagtailusers_groups:delete", group),
    ):
        assert superuser.get(reverse(name, args=[ident])).status_code == 403
        assert superuser.post(reverse(name, args=[ident])).status_code == 403
    assert snapshot() == before


def test_a_portal_ends_at_its_home_page(two: Two) -> None:
    for world in (two.a, two.b):
        portal = portal_of(world.draft)
        assert portal is not None
        assert (portal.home.pk, portal.site_id) == (world.made.home.pk, world.made.site.pk)
    root = Page.get_first_root_node()
    assert root is not None
    assert portal_of(root) is None
