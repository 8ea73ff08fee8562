"""What stands around the records: menu, doors, site map, robots.txt, data for machines, the printed sheet's address."""

from __future__ import annotations

import datetime
import json
import re
import uuid
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from django.test import Client

from cms import site_map
from home import doors as home_doors
from home.doors import Door, doors
from search.models import PublicRecord
from tests.factories import LegalDocumentPageFactory, MadeWard, ProjectPageFactory, make_ward, publish

pytestmark = pytest.mark.django_db

XML = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def get(client: Client, ward: MadeWard, path: str, status: int = 200) -> Any:
    """The answer at `path` of the ward."""
    answer = client.get(path, headers={"host": ward.host})
    assert answer.status_code == status
    return answer


def text(answer: Any) -> str:
    """The body of an answer, streamed or not."""
    return (b"".join(answer.streaming_content) if answer.streaming else answer.content).decode()


def section(ward: MadeWard, url: str, title: str) -> None:
    """One more public section, as a row: kinds that this installation does not know have doors too."""
    model = PublicRecord.objects.filter(site_id=ward.site.pk, kind__startswith="muc-").first()
    assert model is not None
    number = PublicRecord.objects.count()
    model.pk, model.record, model.page_id = None, uuid.uuid4(), 10**6 + number
    model.url, model.title, model.kind = url, title, f"muc-thu-{number}"
    model.save()


def labels(found: list[Door]) -> list[str]:
    """The labels of doors."""
    return [door.label for door in found]


def test_four_doors_stand_in_front_and_the_others_in_the_list(ward: MadeWard) -> None:
    for url, title in (("/khu-dat/", "Khu đất"), ("/thu-tuc/", "Thủ tục"), ("/gia/", "Giá"), ("/hoi-dap-x/", "Hỏi")):
        if not PublicRecord.objects.on_site(ward.site.pk).filter(url=url).exists():
            section(ward, url, title)
    front, others = doors(ward.site.pk)
    assert [door.url for door in front][:2] == ["/du-an/", "/khu-dat/"]
    assert {door.url for door in front[2:]} <= {"/doi-tuong/", "/thu-tuc/", "/gia/"}
    assert len(front) == 4
    assert {"/van-ban/", "/ke-hoach/", "/hoi-dap-x/"} <= {door.url for door in others}


def test_a_section_that_is_not_public_leaves_its_place_to_the_next(
    ward: MadeWard, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(home_doors, "FRONT", (("/khong-co/",), ("/van-ban/",), ("/khong-co/", "/du-an/")))
    front, others = doors(ward.site.pk)
    assert [door.url for door in front][:2] == ["/van-ban/", "/du-an/"]
    assert len(front) == 3
    assert not {door.url for door in front} & {door.url for door in others}


def test_the_list_of_contents_has_every_section_on_every_page(ward: MadeWard, client: Client) -> None:
    urls = PublicRecord.objects.on_site(ward.site.pk).filter(kind__startswith="muc-").values_list("url", flat=True)
    for path, status in (("/", 200), ("/van-ban/", 200), ("/tim-kiem/", 200), ("/khong-co/", 404)):
        page = text(get(client, ward, path, status))
        menu = page[page.index('<details class="nav__all">') : page.index("</header>")]
        assert [url for url in urls if f'href="{url}"' not in menu] == [], path
        assert 'href="/so-do-cong/"' in menu


def test_who_finds_nothing_is_shown_the_sections(ward: MadeWard, client: Client) -> None:
    found_nothing = text(get(client, ward, "/tim-kiem/?q=zimzam"))
    sections = found_nothing.partition("Xem theo mục")[2].partition("</nav>")[0]
    assert [url for url in ("/du-an/", "/van-ban/", "/") if f'href="{url}"' in sections] == ["/du-an/", "/van-ban/"]


def test_the_page_says_that_it_takes_no_applications_and_where_to_go(ward: MadeWard, client: Client) -> None:
    home = text(get(client, ward, "/"))
    assert "Trang này không nhận hồ sơ." in home
    assert "Nộp hồ sơ ở đâu?" in home
    assert "Một cửa, một điểm đến" in home


def test_the_tree_shows_what_is_public_and_no_draft(ward: MadeWard, client: Client) -> None:
    publish(LegalDocumentPageFactory(ward=ward, full=True, slug="cong-khai", title="Đã công khai"))
    LegalDocumentPageFactory(ward=ward, full=True, slug="nhap", title="Còn là bản nháp")
    tree = text(get(client, ward, "/so-do-cong/"))
    for record in PublicRecord.objects.on_site(ward.site.pk):
        assert f'href="{record.url}"' in tree
    assert "Còn là bản nháp" not in tree


def test_a_section_with_many_records_shows_the_newest_and_counts_the_others(
    ward: MadeWard, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(site_map, "NEWEST_OF_A_KIND", 2)
    for number in range(5):
        publish(LegalDocumentPageFactory(ward=ward, slug=f"so-{number}", title=f"Văn bản thứ {number}"))
    tree = text(get(client, ward, "/so-do-cong/"))
    assert len(re.findall(r'href="/van-ban/so-\d/"', tree)) == 2
    assert "và 3 hồ sơ khác" in tree


def locations(answer: Any) -> list[str]:
    """The addresses in a sitemap."""
    return [str(found.text) for found in ElementTree.fromstring(text(answer)).iterfind(".//s:loc", XML)]


def test_the_sitemap_has_every_public_address_of_its_own_site(ward: MadeWard, client: Client) -> None:
    other = make_ward("noi-khac")
    publish(ProjectPageFactory(ward=ward, full=True, slug="mot"))
    publish(ProjectPageFactory(ward=other, full=True, slug="hai"))
    ProjectPageFactory(ward=ward, full=True, slug="nhap")
    answer = get(client, ward, "/sitemap.xml")
    assert answer["Content-Type"].startswith("application/xml")
    urls = PublicRecord.objects.on_site(ward.site.pk).values_list("url", flat=True)
    assert sorted(locations(answer)) == sorted(f"{ward.site.root_url}{url}" for url in urls)


def test_the_sitemap_says_when_each_record_changed_last(ward: MadeWard, client: Client) -> None:
    publish(ProjectPageFactory(ward=ward, full=True, slug="mot"))
    record = PublicRecord.objects.get(url="/du-an/mot/")
    entries = ElementTree.fromstring(text(get(client, ward, "/sitemap.xml"))).iterfind("s:url", XML)
    told = {entry.findtext("s:loc", "", XML): entry.findtext("s:lastmod", "", XML) for entry in entries}
    changed = datetime.datetime.fromisoformat(told[f"{ward.site.root_url}/du-an/mot/"])
    assert changed == record.changed_at.replace(microsecond=0)


def test_a_sitemap_too_long_for_one_file_is_an_index(
    ward: MadeWard, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(site_map, "ADDRESSES_OF_A_FILE", 2)
    count = PublicRecord.objects.on_site(ward.site.pk).count()
    files = locations(get(client, ward, "/sitemap.xml"))
    assert files == [f"{ward.site.root_url}/sitemap-{one}.xml" for one in range(1, -(-count // 2) + 1)]
    found = [one for file in files for one in locations(get(client, ward, file.removeprefix(ward.site.root_url)))]
    assert len(found) == len(set(found)) == count
    get(client, ward, f"/sitemap-{len(files) + 1}.xml", 404)


def test_robots_are_kept_from_search_and_administration_and_told_of_the_sitemap(ward: MadeWard, client: Client) -> None:
    lines = text(get(client, ward, "/robots.txt")).splitlines()
    assert {"Disallow: /quan-tri/", "Disallow: /tim-kiem/", "Disallow: /*?"} <= set(lines)
    assert lines[-1] == f"Sitemap: {ward.site.root_url}/sitemap.xml"


def test_a_record_describes_itself_to_machines(ward: MadeWard, client: Client) -> None:
    page = publish(LegalDocumentPageFactory(ward=ward, full=True, slug="ve-viec", title='Về "x" </script> & y'))
    html = text(get(client, ward, "/van-ban/ve-viec/"))
    record = PublicRecord.objects.get(page_id=page.pk)
    block = re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    assert block
    said = json.loads(block.group(1))
    assert (said["@type"], said["name"], said["identifier"]) == ("Legislation", record.title, str(record.record))
    assert said["url"] == f"{ward.site.root_url}{record.url}"
    assert said["legislationIdentifier"] == record.number
    assert datetime.datetime.fromisoformat(said["dateModified"]) == record.changed_at.replace(microsecond=0)
    assert f'<meta property="og:url" content="{said["url"]}">' in html
    assert '<meta property="og:title" content="Về &quot;x&quot; &lt;/script&gt; &amp; y">' in html


@pytest.mark.parametrize("path", ["/tim-kiem/?q=nha", "/so-do-cong/", "/van-ban/lich-su/"])
def test_answers_to_a_request_describe_no_record(ward: MadeWard, client: Client, path: str) -> None:
    html = text(get(client, ward, path))
    assert "ld+json" not in html
    assert "og:url" not in html


def test_the_printed_sheet_carries_its_address_as_text_and_as_code(ward: MadeWard, client: Client) -> None:
    publish(ProjectPageFactory(ward=ward, full=True, slug="mot"))
    html = text(get(client, ward, "/du-an/mot/"))
    foot = html[html.index('class="sheet sheet--foot"') :]
    assert f"<b>{ward.site.root_url}/du-an/mot/</b>" in foot
    assert re.search(r'<svg class="qr" viewBox="0 0 \d+ \d+" role="img" aria-label="[^"]+"><path', foot)


@pytest.mark.parametrize(
    ("told", "wait", "words"),
    [
        ("", 3600, "Cổng sẽ mở lại sớm."),
        ("không đọc được", 3600, "Cổng sẽ mở lại sớm."),
        ("2000-01-01T05:00+07:00", 60, "05 giờ 00 ngày 01 tháng 01 năm 2000"),
    ],
)
def test_during_maintenance_every_address_says_when_to_come_back(
    ward: MadeWard, client: Client, settings: Any, tmp_path: Path, told: str, wait: int, words: str
) -> None:
    settings.MAINTENANCE_FILE = str(tmp_path / "bao-tri")
    get(client, ward, "/")
    Path(settings.MAINTENANCE_FILE).write_text(told, encoding="utf-8")
    for path in ("/", "/du-an/", "/robots.txt", "/quan-tri/"):
        answer = get(client, ward, path, 503)
        assert answer["Retry-After"] == str(wait)
        assert words in text(answer)
    assert "no-store" in get(client, ward, "/", 503)["Cache-Control"]
    Path(settings.MAINTENANCE_FILE).unlink()
    get(client, ward, "/")
