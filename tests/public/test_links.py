"""Links within text and old addresses lead to public pages only."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.contrib.redirects.models import Redirect

from cms.publishing.authority import Authority, acting
from tests.factories import MadeWard, StandardPageFactory, publish
from tests.factories.wards import again

pytestmark = pytest.mark.django_db


def test_a_link_to_a_draft_has_no_address_until_the_draft_is_public(ward: MadeWard, client: Client) -> None:
    draft = StandardPageFactory(ward=ward, slug="nhap-kin")
    text = f'<p><a linktype="page" id="{draft.pk}">xem thêm</a></p>'
    publish(StandardPageFactory(ward=ward, slug="trang-co-lien-ket", body=[("text", text)]))
    told = client.get("/trang-co-lien-ket/", HTTP_HOST=ward.host).content.decode()
    assert "xem thêm" in told
    assert "nhap-kin" not in told
    publish(draft)
    told = client.get("/trang-co-lien-ket/", HTTP_HOST=ward.host).content.decode()
    assert '<a href="/nhap-kin/">xem thêm</a>' in told


def renamed(page: Any, slug: str, run: Any, *, public: bool) -> Any:
    """The page under another slug, with what Wagtail does after the commit."""
    page.slug = slug
    with run(execute=True):
        _ = publish(page) if public else page.save()
    return again(page)


def test_an_old_address_leads_to_the_public_page_and_never_to_a_draft(
    ward: MadeWard, client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    page = publish(StandardPageFactory(ward=ward, slug="cu"))
    page = renamed(page, "moi", django_capture_on_commit_callbacks, public=True)
    answer = client.get("/cu/", HTTP_HOST=ward.host)
    assert (answer.status_code, answer.headers["Location"]) == (301, "/moi/")
    with acting(Authority(reason="đăng nhầm")):
        UnpublishPageAction(page).execute(skip_permission_checks=True)
    renamed(again(page), "nhap-kin", django_capture_on_commit_callbacks, public=False)
    assert client.get("/cu/", HTTP_HOST=ward.host).status_code == 404
    assert client.get("/moi/", HTTP_HOST=ward.host).status_code == 410


def test_an_address_given_by_hand_is_followed(ward: MadeWard, client: Client) -> None:
    Redirect.objects.create(old_path="/ngan", redirect_link="https://vi-du.vn/đích/")
    answer = client.get("/ngan/", HTTP_HOST=ward.host)
    assert answer.headers["Location"] == "https://vi-du.vn/%C4%91%C3%ADch/"
