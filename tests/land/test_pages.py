"""Land sites and old blocks as the public sees them: list with map, relations both ways, machine form, English."""

from __future__ import annotations

import datetime
import json
import re
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import ReferenceIndex

from cms.values.shape import Shape
from projects_pages.models import (
    BuildingOrder,
    Feature,
    Landmark,
    ProjectPage,
    SiteState,
)
from search.indexing import rebuild
from tests.factories import MadeWard, ProjectPageFactory, publish
from tests.factories.land import SQUARE, LandSitePageFactory, OldBuildingPageFactory

pytestmark = pytest.mark.django_db
FAR = "POLYGON ((106.56 20.95, 106.561 20.95, 106.561 20.951, 106.56 20.951, 106.56 20.95))"


def html(client: Client, ward: MadeWard, path: str) -> str:
    """The page at `path`."""
    answer = client.get(path, HTTP_HOST=ward.host)
    assert answer.status_code == 200, path
    return str(answer.content.decode())


def site(ward: MadeWard, **values: Any) -> Any:
    """A public land site."""
    return publish(LandSitePageFactory(ward=ward, **values))


def test_the_list_numbers_its_rows_as_its_map_does(ward: MadeWard, client: Client) -> None:
    site(ward, title="Lô một", boundary=Shape.from_wkt(SQUARE), state=SiteState.READY)
    site(ward, title="Lô hai", boundary=Shape.from_wkt(FAR), state=SiteState.HAS_INVESTOR)
    site(ward, title="Lô ba", state=SiteState.PREPARING)
    page = html(client, ward, "/khu-dat/")
    described = re.search(r"<desc[^>]*>(.*?)</desc>", page, re.S)
    assert described is not None
    assert "số 1: Lô một" in described[1]
    assert "Lô hai" in described[1]
    assert "Lô ba" not in described[1]
    assert page.count('class="map__site') == 2
    for title in ("Lô một", "Lô hai", "Lô ba"):
        assert f">{title}</a></h3>" in page


def test_landmarks_of_the_list_are_drawn_around_each_site(ward: MadeWard, client: Client) -> None:
    index = ward.index("khu-dat")
    index.landmarks = [
        Landmark(
            name="Đường trục", feature=Feature.ROAD, shape=Shape.from_wkt("LINESTRING (106.549 20.94, 106.552 20.941)")
        )
    ]
    publish(index)
    one = site(ward, boundary=Shape.from_wkt(SQUARE))
    assert "Đường trục" in html(client, ward, one.url_path.removeprefix(f"/{ward.ward.code}"))


def test_without_a_place_there_is_no_map_and_nothing_breaks(ward: MadeWard, client: Client) -> None:
    one = site(ward)
    for path in ("/khu-dat/", f"/khu-dat/{one.slug}/"):
        assert "<figure" not in html(client, ward, path)
    assert client.get(f"/khu-dat/{one.slug}/ranh-gioi.geojson", HTTP_HOST=ward.host).status_code == 404


def test_the_boundary_is_served_as_geojson_only_while_the_site_is_public(ward: MadeWard, client: Client) -> None:
    draft = LandSitePageFactory(ward=ward, boundary=Shape.from_wkt(SQUARE))
    address = f"/khu-dat/{draft.slug}/ranh-gioi.geojson"
    assert client.get(address, HTTP_HOST=ward.host).status_code == 404
    publish(draft)
    answer = client.get(address, HTTP_HOST=ward.host)
    assert answer["Content-Type"].startswith("application/geo+json")
    feature = json.loads(answer.content)
    assert feature["geometry"] == Shape.from_wkt(SQUARE).geojson
    assert feature["properties"]["ten"] == draft.title


def test_site_and_project_name_each_other_and_a_draft_names_nobody(ward: MadeWard, client: Client) -> None:
    one = site(ward, title="Lô có dự án")
    project: ProjectPage = ProjectPageFactory(ward=ward, title="Dự án trên lô", land_site=one)
    ReferenceIndex.create_or_update_for_object(project)
    assert "Dự án trên lô" not in html(client, ward, f"/khu-dat/{one.slug}/")
    publish(project)
    assert "Dự án trên lô" in html(client, ward, f"/khu-dat/{one.slug}/")
    assert "Lô có dự án" in html(client, ward, f"/du-an/{project.slug}/")


def test_an_investor_reads_deadline_and_place_in_the_list_and_who_owes_them(ward: MadeWard, client: Client) -> None:
    until = timezone.localdate() + datetime.timedelta(days=30)
    site(ward, state=SiteState.READY, apply_until=until, apply_at="Phòng số 9", area=Decimal(500))
    site(ward, state=SiteState.READY)
    site(ward, state=SiteState.HAS_INVESTOR)
    page = html(client, ward, "/khu-dat/")
    assert "Phòng số 9" in page
    assert "còn 30 ngày" in page
    assert "phải công bố: UBND cấp tỉnh" in page
    assert "(đã có nhà đầu tư)" in page


def test_english_stands_in_a_section_of_its_own_language(ward: MadeWard, client: Client) -> None:
    one = site(ward, title_en="Site one", summary_en="A cleared site.", area=Decimal("12480.5"))
    page = html(client, ward, f"/khu-dat/{one.slug}/")
    section = re.search(r'<section id="english" lang="en".*?</section>', page, re.S)
    assert section is not None
    assert "A cleared site." in section[0]
    assert "12,480.5 m²" in section[0]
    assert 'lang="en"' not in html(client, ward, f"/khu-dat/{site(ward).slug}/")


@pytest.mark.parametrize("typed", ["chung cu xuong cap", "chung cư cũ xuống cấp", "xống cấp"])
def test_old_blocks_are_found_by_the_right_and_by_the_printed_spelling(
    typed: str, ward: MadeWard, client: Client
) -> None:
    index = ward.index("chung-cu-cu")
    index.orders = [BuildingOrder(text="các chung cư cũ xống cấp nghiêm trọng")]
    index.other_names = "Chung cư cũ xuống cấp nghiêm trọng"
    publish(index)
    rebuild()
    answer = client.get("/tim-kiem/", {"q": typed}, HTTP_HOST=ward.host)
    assert '"/chung-cu-cu/"' in answer.content.decode()


def test_a_full_old_block_tells_danger_plan_and_notices(ward: MadeWard, client: Client) -> None:
    block = publish(OldBuildingPageFactory(ward=ward, full=True))
    page = html(client, ward, f"/chung-cu-cu/{block.slug}/")
    for told in ("Cấp D", "Phá dỡ để xây dựng lại", "đã dời 12", "Kết quả kiểm định", "Nhà tạm cư số 2"):
        assert told in page
