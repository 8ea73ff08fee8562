"""How far it is to an answer, counted in taps: a citizen, an investor, and an editor who fills a record."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.journeys.conftest import Visited

pytestmark = pytest.mark.journey

MOST_TAPS = 3
PROJECT = "Khu nhà ở xã hội Minh Họa 1"
SITE = "Khu đất Minh Họa 1"
TEN_MINUTES = 600  # seconds
A_FIELD, A_TAP = 15, 4  # seconds that a person needs to type a value and to find and press a button, generously


@dataclass
class Taps:
    """A person on a phone: what they tap, and what they can see then."""

    page: Page
    count: int = 0

    def on(self, link: Locator) -> None:
        """Tap what is there to be seen."""
        expect(link).to_be_visible()
        link.click()
        self.count += 1

    def through(self, *names: str) -> None:
        """Tap the links of these names in the main part, one page after the other."""
        for name in names:
            self.on(self.page.get_by_role("main").get_by_role("link", name=re.compile(name)).first)

    def read(self, *texts: str) -> None:
        """See each text in the main part, in no fold that would have to be opened."""
        for text in texts:
            shown = self.page.get_by_role("main").get_by_text(re.compile(text)).filter(visible=True)
            expect(shown.first, text).to_be_visible()


@pytest.mark.parametrize(
    ("question", "links", "answer"),
    [
        ("may I", ["^Hướng dẫn, đối tượng", "ai được mua"], ["Các nhóm đối tượng", r"25\s+triệu", "Tôi có được mua"]),
        ("where is it", ["^Dự án ", f"^{PROJECT}$"], ["Tổ dân phố Mẫu 3", "Nộp đơn ở đâu"]),
        ("how much", ["^Giá ", "^Giá bán tạm tính Minh Họa 1, đợt 1"], [r"\d{2}\.\d{3}\.\d{3}", r"đồng/m²"]),
        ("which papers", ["^Thủ tục ", "^Đăng ký mua"], ["Giấy tờ cần có", "Ai cũng cần", "Mẫu số 01"]),
        ("by when", [f"^{PROJECT}, Đợt 1"], [r"đến hết \d+/\d+/\d{4}|đến hết ngày \d+/\d+/\d{4}", "Nộp tại|nộp tại"]),
    ],
)
def test_a_citizen_has_the_answer_within_three_taps(
    portal: Visited, page: Page, question: str, links: list[str], answer: list[str]
) -> None:
    page.goto(portal.url("/", portal.made_up))
    person = Taps(page)
    person.through(*links)
    person.read(*answer)
    assert person.count <= MOST_TAPS, question


def test_an_investor_has_a_ready_site_its_deadline_and_address_within_three_taps(portal: Visited, page: Page) -> None:
    page.goto(portal.url("/", portal.made_up))
    investor = Taps(page)
    investor.through("^Khu đất ", f"^{SITE}$")
    investor.read("Triển khai được ngay", "Đang nhận hồ sơ", r"Đến hết \d+/\d+/\d{4}.*Phòng Kinh tế")
    assert investor.count <= MOST_TAPS


FIELDS = {
    "Khu đất": {
        "title": "Khu đất thử tay số 9",
        "summary": "Khu đất sạch, có đường vào, mời nhà đầu tư nhà ở xã hội.",
        "location": "Tổ dân phố Mẫu 2, giáp đường Mẫu",
        "map_sheet": "14",
        "parcel": "21, 22",
        "area": "11.240,5",
        "present_use": "Đất trống, không có công trình.",
        "compensation_note": "Đã chi trả xong cho 12 hộ.",
    },
    "Nộp hồ sơ, dự án": {
        "apply_from": "01/12/2026",
        "apply_until": "31/03/2027",
        "apply_at": "Phòng Kinh tế, Hạ tầng và Đô thị, số 2 đường Minh Họa",
        "apply_how": "Trực tiếp, bưu chính",
        "goal": "Xây nhà ở cho công nhân khu công nghiệp.",
        "scale": "Ba tòa nhà, khoảng 280 căn.",
        "preliminary_capital": "310 tỷ",
        "schedule": "Hoàn thành quý IV/2029",
        "incentives": "Miễn tiền sử dụng đất.",
        "investor_conditions": "Có năng lực tài chính và kinh nghiệm.",
    },
    "Quy hoạch": {
        "function_planned": "Đất nhóm nhà ở xã hội",
        "storeys_planned": "9",
        "density_planned": "45",
        "ratio_planned": "4,1",
        "homes_planned": "280",
    },
}
"""What the editor types, by the tab of the form that has the field."""
CHOSEN = {
    "Khu đất": {"site_kind": "keu-goi", "state": "san-sang", "clean_land": "true", "compensation": "xong"},
    "Nộp hồ sơ, dự án": {"selection": "dau-thau"},
    "Quy hoạch": {"planning_level": "chi-tiet"},
}


def test_an_editor_fills_a_land_site_and_submits_it_within_ten_minutes(
    fresh_copy: Callable[[], Visited],
    signed_in: Callable[[Visited, str], Page],
    record_property: Callable[[str, object], None],
) -> None:
    portal = fresh_copy()
    page = signed_in(portal, "bien-tap.minh-hoa")
    begun, editor, fields = time.monotonic(), Taps(page), 0
    page.goto(portal.admin("pages/"))
    main = page.get_by_role("main")
    editor.on(main.get_by_role("link", name="Xem các trang trong «Khu đất»").last)
    editor.on(main.get_by_role("link", name="Thêm trang bên dưới").first)
    for tab, values in FIELDS.items():
        editor.on(page.get_by_role("tab", name=tab, exact=True))
        for name, value in values.items():
            page.fill(f"[name={name}]", value)
            fields += 1
        for name, value in CHOSEN[tab].items():
            page.select_option(f"select[name={name}]", value)
            fields += 1
    editor.on(page.get_by_role("button", name="Việc khác"))
    editor.on(page.get_by_role("button", name="Gửi duyệt"))
    expect(page.get_by_text("Nội dung chưa công khai: người khác duyệt thì người dân mới thấy")).to_be_visible()
    record_property("fields", fields)
    record_property("taps", editor.count)
    record_property("seconds of the browser", round(time.monotonic() - begun, 1))
    assert fields >= 25
    assert fields * A_FIELD + editor.count * A_TAP <= TEN_MINUTES
