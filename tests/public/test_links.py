"""Links within text lead to public pages only."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.factories import MadeWard, StandardPageFactory, publish

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
