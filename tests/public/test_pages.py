"""What every public page shows: its text, the source of each figure, which kind of missing; and how it is written."""

from __future__ import annotations

import datetime
import html
import json
import re
from typing import Any

import html5lib
import pytest
from django.test import Client
from wagtail.models import ReferenceIndex

from bin.lib.environment import ROOT
from cms.disclosure.cited import Cited, section_anchor
from cms.disclosure.models import Act
from cms.models import FigureSource
from cms.publishing.authority import Authority
from cms.publishing.disclose import conceal
from cms.registers.models import LegalReference
from cms.values.dates import PartialDate
from projects_pages.models import Milestone, PlanSection, PlanTarget
from projects_pages.presentation import steps
from search.models import PublicRecord
from tests.factories import (
    LegalDocumentPageFactory,
    MadeWard,
    PlanPageFactory,
    PricePageFactory,
    ProjectPageFactory,
    ResultListPageFactory,
    StandardPageFactory,
    publish,
)

TODAY = datetime.date(2026, 11, 22)
BOTH_PLANS = ["Kế hoạch ban đầu", "Kế hoạch hiện nay", "Thực tế"]
OWN_SCRIPT = r"(?! defer src=\"{% static )"
INLINE = re.compile(rf"<style\b|<script\b{OWN_SCRIPT}|\sstyle\s*=|\son[a-z]+\s*=\s*[\"']|javascript:", re.IGNORECASE)


def read(client: Client, ward: MadeWard, path: str, status: int = 200) -> str:
    """The page at `path` as valid HTML; fails on another status."""
    response = client.get(path, headers={"host": ward.host})
    assert response.status_code == status
    text = response.content.decode()
    html5lib.HTMLParser(strict=True).parse(text)
    return text


def words(page: str) -> str:
    """The text of a page's main part, with single plain spaces."""
    main = page[page.index("<main") : page.index("</main>")]
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", main)).split())


@pytest.fixture
def plan(ward: MadeWard) -> Any:
    """A public plan with a blank number, a year for its date, and sections."""
    page = PlanPageFactory(ward=ward, slug="ke-hoach-thu", title="Kế hoạch của phường", number="/KH-UBND")
    page.issued_on = PartialDate(2026)
    page.sections = [
        PlanSection(number="III.1", heading="Đất đai", text="Quỹ đất."),
        PlanSection(number="IV", heading="Tổ chức"),
    ]
    page.targets = [PlanTarget(indicator="Căn hộ", year=2028, planned=587, planned_approximate=True)]
    return publish(page)


def project_with_figures(ward: MadeWard, source: Any) -> Any:
    """A project, not saved as public yet, that knows its homes and land and nothing else."""
    page = ProjectPageFactory(
        ward=ward,
        slug="du-an-thu",
        title="Dự án thử",
        homes_total=587,
        homes_total_approximate=True,
        land_area="32056.8",
    )
    page.sources = [FigureSource(fact="land_area", document_id=source.pk, passage="mục III.1")]
    return page


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("path", "status", "expected"),
    [
        ("/", 200, "Ông, bà cần biết gì về nhà ở xã hội?"),
        ("/du-an/", 200, "1 dự án"),
        ("/ke-hoach/", 200, "…/KH-UBND năm 2026 Kế hoạch của phường"),
        ("/van-ban/", 200, "Chưa công khai văn bản nào"),
        ("/du-an/?trang=x", 200, "Không đọc được số trang"),
        ("/du-an/du-an-thu/", 200, "Khoảng 587 căn hộ trên 32.056,8 m² đất"),
        ("/du-an/du-an-thu/lich-su/", 200, "Lần công bố thứ 1 Công bố lần đầu"),
        ("/ke-hoach/ke-hoach-thu/", 200, "năm 2026, chưa ghi ngày, tháng"),
        ("/trang-thu/", 200, "Lời dẫn của trang. Cập nhật"),
        ("/khong-co/", 404, "Không có trang ở địa chỉ này"),
        ("/du-an/khong-co/", 404, "Không có trang ở địa chỉ này"),
        ("/du-an/khong-co/lich-su/", 404, "Không có trang ở địa chỉ này"),
    ],
)
def test_every_page_is_valid_html_and_says_its_matter(
    client: Client, ward: MadeWard, plan: Any, path: str, status: int, expected: str
) -> None:
    publish(project_with_figures(ward, plan))
    publish(StandardPageFactory(ward=ward, full=True, slug="trang-thu"))
    assert expected in words(read(client, ward, path, status))


@pytest.mark.django_db
@pytest.mark.parametrize(
    "factory",
    [
        LegalDocumentPageFactory,
        PlanPageFactory,
        PricePageFactory,
        ProjectPageFactory,
        ResultListPageFactory,
        StandardPageFactory,
    ],
)
def test_a_page_with_every_fact_is_valid_html(client: Client, ward: MadeWard, factory: Any) -> None:
    page = publish(factory(ward=ward, full=True))
    address = PublicRecord.objects.get(page_id=page.pk).url
    assert page.title in words(read(client, ward, address))
    read(client, ward, f"{address}lich-su/")


@pytest.mark.django_db
def test_each_kind_of_missing_is_said_in_its_own_words(client: Client, ward: MadeWard, plan: Any) -> None:
    LegalReference.objects.filter(code="A1").delete()
    LegalReference.objects.create(code="A1", provision="Khoản 1 Điều 38", duty="Sau 30 ngày từ khi khởi công.")
    page = project_with_figures(ward, plan)
    page.project_kind = "nha-luu-tru"
    page.milestones = [Milestone(title="Hoàn thành", planned_first=PartialDate(2099))]
    publish(page)
    text = words(read(client, ward, "/du-an/du-an-thu/"))
    assert "Nộp đơn ở đâu? Chưa công bố (phải công bố: chủ đầu tư) . Trang này không nhận hồ sơ." in text
    assert "Hoàn thành theo kế hoạch Chưa có thông tin" in text
    assert "Thực tế Không áp dụng (chưa đến năm 2099)" in text
    assert "Chưa công bố Chủ đầu tư phải công bố Chủ đầu tư Địa chỉ liên lạc" in text
    assert "Sau 30 ngày từ khi khởi công. Theo Khoản 1 Điều 38." in text
    assert "Không áp dụng Số căn để bán: nhà lưu trú công nhân chỉ cho thuê" in text


@pytest.mark.django_db
def test_a_figure_links_to_the_passage_it_comes_from(client: Client, ward: MadeWard, plan: Any) -> None:
    publish(project_with_figures(ward, plan))
    page = read(client, ward, "/du-an/du-an-thu/")
    assert 'href="/ke-hoach/ke-hoach-thu/#muc-III-1"' in page
    assert "Kế hoạch của phường, mục III.1 (2026)" in words(page)
    assert 'id="muc-III-1"' in read(client, ward, "/ke-hoach/ke-hoach-thu/")


@pytest.mark.django_db
def test_a_document_names_the_public_records_that_use_it(client: Client, ward: MadeWard, plan: Any) -> None:
    project = project_with_figures(ward, plan)
    ReferenceIndex.create_or_update_for_object(project)
    assert "Dùng ở" not in words(read(client, ward, "/ke-hoach/ke-hoach-thu/"))
    publish(project)
    ReferenceIndex.create_or_update_for_object(project)
    assert "Dùng ở Dự án: Dự án thử" in words(read(client, ward, "/ke-hoach/ke-hoach-thu/"))


@pytest.mark.django_db
def test_a_source_that_is_not_public_is_neither_named_nor_linked(client: Client, ward: MadeWard) -> None:
    draft = LegalDocumentPageFactory(ward=ward, title="Văn bản còn kín", number="99/MAT", slug="con-kin")
    publish(project_with_figures(ward, draft))
    page = read(client, ward, "/du-an/du-an-thu/")
    assert "văn bản chưa công khai" in words(page)
    assert "kín" not in page
    assert "99/MAT" not in page
    assert "con-kin" not in page


@pytest.mark.django_db
def test_a_source_loses_its_link_when_it_is_withdrawn(client: Client, ward: MadeWard, plan: Any) -> None:
    publish(project_with_figures(ward, plan))
    withdraw(plan)
    page = read(client, ward, "/du-an/du-an-thu/")
    assert "/ke-hoach/ke-hoach-thu/" not in page
    assert "văn bản chưa công khai" in words(page)


def withdraw(page: Any) -> None:
    """Take a page from the public as an act of the office would."""
    type(page).objects.filter(pk=page.pk).update(live=False)
    page.refresh_from_db()
    conceal(page, Authority(act=Act.WITHDRAWN, reason="Gỡ để thử"))


@pytest.mark.django_db
def test_where_a_record_was_the_way_to_its_history_stays(client: Client, ward: MadeWard, plan: Any) -> None:
    withdraw(plan)
    page = read(client, ward, "/ke-hoach/ke-hoach-thu/", 410)
    assert "Hồ sơ đã gỡ khỏi trang công khai" in words(page)
    assert 'href="/ke-hoach/ke-hoach-thu/lich-su/"' in page
    history = words(read(client, ward, "/ke-hoach/ke-hoach-thu/lich-su/"))
    assert "Gỡ để thử" in history
    assert "Kế hoạch của phường" not in history


@pytest.mark.django_db
def test_key_figures_are_those_of_the_json(client: Client, ward: MadeWard, plan: Any) -> None:
    publish(project_with_figures(ward, plan))
    facts = json.loads(client.get("/du-an/du-an-thu/du-lieu.json", headers={"host": ward.host}).content)["facts"]
    assert facts["homes_total"] == {"approximate": True, "value": 587}
    assert facts["land_area"] == "32056.8"
    text = words(read(client, ward, "/du-an/du-an-thu/"))
    assert "Tổng số căn hộ khoảng 587" in text
    assert "Diện tích đất 32.056,8 m²" in text


@pytest.mark.django_db
def test_rows_made_from_published_facts_are_the_stored_rows(client: Client, ward: MadeWard, plan: Any) -> None:
    text = words(read(client, ward, "/ke-hoach/ke-hoach-thu/"))
    assert "Căn hộ 2028 khoảng 587 chưa có thông tin" in text
    assert "III.1. Đất đai Quỹ đất. IV. Tổ chức" in text


@pytest.mark.django_db
def test_the_frame_names_what_the_ward_has_not_said(client: Client, ward: MadeWard) -> None:
    page = read(client, ward, "/")
    assert "Địa chỉ, điện thoại, thư điện tử, giờ tiếp dân: chưa có thông tin." in page
    assert 'class="strip"' not in page
    ward.home.phone, ward.home.notice = "0213 000 000", "Bản thử"
    ward.home.save_revision()
    assert 'class="strip"' not in read(client, ward, "/")
    publish(ward.home)
    page = read(client, ward, "/du-an/")
    assert "Điện thoại: 0213 000 000" in page
    assert "Địa chỉ, thư điện tử, giờ tiếp dân: chưa có thông tin." in page
    assert 'class="strip"' in page


@pytest.mark.django_db
def test_a_draft_of_a_section_is_not_in_the_menu(client: Client, ward: MadeWard) -> None:
    assert 'href="/van-ban/"' in read(client, ward, "/")
    withdraw(ward.documents)
    assert 'href="/van-ban/"' not in read(client, ward, "/")


@pytest.mark.django_db
def test_an_address_without_marks_writes_d_for_each_d_with_a_stroke(ward: MadeWard) -> None:
    assert publish(ProjectPageFactory(ward=ward, title="Khu nhà Đoàn Kết đợt đầu")).slug == "khu-nha-doan-ket-dot-dau"


@pytest.mark.parametrize(
    ("first", "now", "actual", "labels", "verdict", "late"),
    [
        ("2026-33", "", "2026-02-10", ["Kế hoạch", "Thực tế"], "Đúng hạn", False),
        ("2026-33", "2026-34", "2026-06-22", BOTH_PLANS, "Chậm so với kế hoạch ban đầu", True),
        ("2026-33", "2026-36", "", BOTH_PLANS, "Lùi so với kế hoạch ban đầu", True),
        ("2026", "", "", ["Kế hoạch", "Thực tế"], "", False),
        ("", "", "2026-02-10", ["Thực tế"], "", False),
    ],
)
def test_a_milestone_is_told_against_its_first_plan(
    first: str, now: str, actual: str, labels: list[str], verdict: str, late: bool
) -> None:
    step = steps(FakeProject(milestone(first, now, actual)), TODAY)[0]  # type: ignore[arg-type] # as much as is read
    assert ([day.label for day in step.days], step.verdict, step.late) == (labels, verdict, late)


@pytest.mark.parametrize(
    ("planned", "words_of_missing"),
    [
        ("2027", "không áp dụng (chưa đến năm 2027)"),
        ("2026-36", "chưa có thông tin"),
        ("2026-34", "chưa có thông tin"),
        ("2026-12", "không áp dụng (chưa đến tháng 12 năm 2026)"),
    ],
)
def test_only_a_time_that_has_not_come_makes_a_milestone_inapplicable(planned: str, words_of_missing: str) -> None:
    day = steps(FakeProject(milestone(planned, "", "")), TODAY)[0].days[-1]  # type: ignore[arg-type] # as above
    assert day.missing is not None
    assert f"{day.missing} ({day.missing.note})".removesuffix(" ()") == words_of_missing


class FakeProject:
    """The milestones of a project and nothing else."""

    cited: dict[int, Cited] = {}  # noqa: RUF012 - never written

    def __init__(self, *rows: Milestone) -> None:
        self.rows = rows

    @property
    def milestones(self) -> FakeProject:
        """As a manager."""
        return self

    def all(self) -> tuple[Milestone, ...]:
        """The rows."""
        return self.rows


def milestone(first: str, now: str, actual: str) -> Milestone:
    """A milestone with dates as EDTF, empty for none."""
    dates = [PartialDate.from_edtf(text) if text else None for text in (first, now, actual)]
    return Milestone(title="Khởi công", planned_first=dates[0], planned_now=dates[1], actual=dates[2])


@pytest.mark.parametrize(
    ("passage", "expected"),
    [
        ("mục III.1", "#muc-III-1"),
        ("mục III.1 và III.4", "#muc-III-1"),
        ("mục III.4", "#muc-III"),
        ("mục IV", ""),
        ("phụ lục", ""),
        ("", ""),
    ],
)
def test_a_passage_leads_to_its_section_or_to_the_one_around_it(passage: str, expected: str) -> None:
    cited = Cited(PublicRecord(), {"sections": [{"number": "III"}, {"number": "III.1"}]})
    assert cited.anchor(passage) == expected
    assert section_anchor("III.1") == "muc-III-1"


def templates() -> dict[str, str]:
    """Text of every template of public pages by its path."""
    private = ("desk", "tenancy", "wagtail", "cms/desk")
    found = {str(path.relative_to(ROOT / "templates")): path for path in (ROOT / "templates").rglob("*.html")}
    return {name: path.read_text() for name, path in sorted(found.items()) if not name.startswith(private)}


def test_no_template_has_inline_script_or_style() -> None:
    assert "base.html" in templates()
    assert {name: found for name, text in templates().items() if (found := INLINE.findall(text))} == {}


@pytest.mark.parametrize(
    "bad",
    [
        "<p style='x'>",
        '<a onclick="x()">',
        "<script>x</script>",
        "<style>",
        '<a href="javascript:x">',
        "<SCRIPT src=x>",
    ],
)
def test_inline_script_or_style_is_seen(bad: str) -> None:
    assert INLINE.search(bad)


def test_every_component_says_what_it_takes() -> None:
    components = {name: text for name, text in templates().items() if name.startswith("components/")}
    assert components
    assert [name for name, text in components.items() if not text.startswith("{#")] == []
