"""Pictures of public pages: made when published, only read by visitors; one stands for a page where it is shared."""

from __future__ import annotations

import io
import re
from typing import Any

import pytest
from django.core.files.images import ImageFile
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from PIL import Image as Picture

from cms.disclosure import kinds
from cms.models import BasePage, PortalImage
from cms.models.images import ALL, PHOTO, SHARED
from cms.publishing.authority import Authority
from cms.publishing.bulk import add_and_publish_many
from projects_pages.models import SitePhoto
from tests.factories import MadeWard, PortalImageFactory, publish
from tests.factories.land import LandSitePageFactory
from tests.factories.news import NewsPageFactory
from tests.public.test_budgets import writes


def photo(ward: MadeWard) -> PortalImage:
    """A picture that is larger than any size in which it is shown."""
    drawn = io.BytesIO()
    Picture.new("RGB", (1400, 900), 0x336699).save(drawn, "JPEG")
    image: PortalImage = PortalImageFactory(ward=ward, file=ImageFile(drawn, name="rong.jpg"))
    return image


def site_with_photo(ward: MadeWard) -> Any:
    """An unpublished land site whose only photo says what it shows."""
    page = LandSitePageFactory(ward=ward)
    page.photos = [SitePhoto(image=photo(ward), alt='Đất "trống" nhìn từ phía Bắc')]
    return page


def news_with_picture(ward: MadeWard, **values: Any) -> Any:
    """An unpublished article with a picture in its text."""
    body = [("text", "<p>Chữ.</p>"), ("picture", {"image": photo(ward), "alt": "Lễ khởi công", "caption": ""})]
    return NewsPageFactory(ward=ward, body=body, **values)


def shared(html: str) -> dict[str, str]:
    """The tags of the preview by name."""
    return dict(re.findall(r'<meta (?:property|name)="(og:image[\w:]*|twitter:card)" content="([^"]*)">', html))


def read(client: Client, ward: MadeWard, address: str) -> str:
    """A page as anybody gets it; fails where the visit writes."""
    with CaptureQueriesContext(connection) as captured:
        answer = client.get(address, headers={"host": ward.host})
    assert answer.status_code == 200
    assert writes(captured) == []
    return answer.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("make", "alt"),
    [(site_with_photo, "Đất &quot;trống&quot; nhìn từ phía Bắc"), (news_with_picture, "Lễ khởi công")],
)
def test_a_record_with_an_image_offers_it_large_to_everybody(
    make: Any, alt: str, ward: MadeWard, client: Client
) -> None:
    page = publish(make(ward))
    html = read(client, ward, page.get_url_parts()[2])
    told = shared(html)
    assert (told["og:image:width"], told["og:image:height"]) == ("1200", "630")
    assert (told["og:image:alt"], told["twitter:card"]) == (alt, "summary_large_image")
    root = ward.site.root_url
    assert told["og:image"].startswith(f"{root}/media/images/")
    answer: Any = client.get(told["og:image"].removeprefix(root), headers={"host": ward.host})
    assert answer.status_code == 200
    assert Picture.open(io.BytesIO(b"".join(answer.streaming_content))).size == (1200, 630)
    for address in re.findall(r'<img[^>]* src="([^"]+)"', html):
        assert client.get(address, headers={"host": ward.host}).status_code == 200


@pytest.mark.django_db
def test_a_page_without_an_image_offers_the_portals_and_the_home_page_the_emblem(
    ward: MadeWard, client: Client
) -> None:
    told = shared(read(client, ward, "/du-an/"))
    assert told["og:image"] == f"{ward.site.root_url}/static/portal/share.png"
    assert told["og:image:alt"].startswith("Công khai nhà ở xã hội, UBND")
    assert shared(read(client, ward, "/")) == told
    ward.home.emblem = photo(ward)
    publish(ward.home)
    of_home = shared(read(client, ward, "/"))
    assert "/media/images/" in of_home["og:image"]
    assert of_home["twitter:card"] == "summary"
    assert shared(read(client, ward, "/du-an/"))["og:image"] == told["og:image"]


def without_shared_picture(models: Any) -> list[str]:
    """Types that carry images and name none for the preview; the home page has its emblem."""

    def carries(model: Any) -> bool:
        bound = model.facts
        rows = [(bound.row_model(one), one.facts) for one in bound.relations]
        fields = [bound.field(fact.name) for fact in bound.singles]
        fields += [row._meta.get_field(fact.name) for row, facts in rows for fact in facts]
        of_facts = any(field.related_model is PortalImage for field in fields if field.is_relation)
        return of_facts or model.carried_images is not BasePage.carried_images

    return [
        model.kind
        for model in models
        if model.kind != "trang-chu" and carries(model) and model.shared_picture is BasePage.shared_picture
    ]


def test_every_type_with_images_names_one(monkeypatch: pytest.MonkeyPatch) -> None:
    types = list(kinds.all_kinds().values())
    assert without_shared_picture(types) == []
    for model in types:
        if "shared_picture" in model.__dict__ and model is not BasePage:
            monkeypatch.delattr(model, "shared_picture")
    assert without_shared_picture(types) == ["khu-dat", "tin-tuc"]


@pytest.mark.django_db
def test_what_was_never_made_is_left_out_and_made_by_the_command(ward: MadeWard, client: Client) -> None:
    page = publish(site_with_photo(ward))
    image, address = page.photos.first().image, page.get_url_parts()[2]
    assert {one.filter_spec for one in image.renditions.all()} == set(ALL)
    image.renditions.filter(filter_spec__in=[PHOTO, SHARED]).delete()
    html = read(client, ward, address)
    assert "<img" not in html
    assert "share.png" in shared(html)["og:image"]
    call_command("make_renditions", stdout=io.StringIO())
    assert "<img" in read(client, ward, address)


@pytest.mark.django_db
def test_an_image_has_all_sizes_when_stored_and_when_its_focus_moves(
    ward: MadeWard, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        image = photo(ward)
    assert image.renditions.count() == len(ALL)
    with django_capture_on_commit_callbacks(execute=True):
        image.focal_point_x, image.focal_point_y, image.focal_point_width, image.focal_point_height = 100, 100, 50, 50
        image.save()
    assert image.renditions.filter(filter_spec=SHARED).count() == 2
    assert image.renditions.count() == len(ALL) + 1  # the other sizes show the whole picture, whatever its focus


@pytest.mark.django_db
def test_what_is_published_in_bulk_has_its_sizes_too(ward: MadeWard, client: Client) -> None:
    made = news_with_picture(ward)
    page = type(made)(title="Tin theo lô", dated_on=made.dated_on, body=made.body)
    add_and_publish_many(ward.index("tin-tuc"), [page], Authority(reason="thử"))
    assert "/media/images/" in shared(read(client, ward, "/tin-tuc/tin-theo-lo/"))["og:image"]
