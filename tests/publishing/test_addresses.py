"""A page stands at an address where it is seen: histories, search and administration have theirs."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from tests.factories import MadeWard, StandardPageFactory, publish

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("slug", ["lich-su", "tim-kiem", "quan-tri", "so-do-cong"])
def test_an_address_of_the_portal_itself_is_refused(ward: MadeWard, slug: str) -> None:
    with pytest.raises(ValidationError) as refused:
        StandardPageFactory(ward=ward, slug=slug)
    assert "slug" in refused.value.message_dict


@pytest.mark.parametrize(
    ("title", "slug"), [("Lịch sử", "lich-su-2"), ("Tìm kiếm", "tim-kiem-2"), ("Lịch sử phường", "lich-su-phuong")]
)
def test_a_title_that_would_give_one_gets_an_address_where_it_is_seen(
    ward: MadeWard, client: Client, title: str, slug: str
) -> None:
    page = publish(StandardPageFactory(ward=ward, title=title))
    assert page.slug == slug
    assert f"<h1>{title}</h1>" in client.get(f"/{slug}/", HTTP_HOST=ward.host).content.decode()


def test_deeper_pages_may_be_called_as_the_search(ward: MadeWard) -> None:
    parent = StandardPageFactory(ward=ward, slug="cha")
    assert StandardPageFactory(parent=parent, slug="tim-kiem").slug == "tim-kiem"
    with pytest.raises(ValidationError):
        StandardPageFactory(parent=parent, slug="lich-su")
