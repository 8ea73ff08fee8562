"""Two people publish a change: what each of them sees, and what the public sees and when.

All of it happens at one portal, because starting one takes longer than most journeys: each test leaves the project
public, with what it changed, but for the last one, which leaves a change that waits.
"""

from __future__ import annotations

import datetime
import json
import re
import time
from collections.abc import Callable, Iterator
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Built, Visited, served
from tests.journeys.crawl import Answer, fetch

pytestmark = pytest.mark.journey

PROJECT = "Khu nhà ở xã hội Đoàn Kết Lai Châu"
ADDRESS = "/du-an/khu-nha-o-xa-hoi-doan-ket-lai-chau/"
REASON = "Chủ đầu tư báo đã tổ chức thi công"
LATER = "Chủ đầu tư báo ngày thi công thật"
WAIT_FOR_SCHEDULE = 150  # seconds: a minute ahead, a look every 20 seconds, and a slow machine
CALENDAR = ".xdsoft_datetimepicker"
SignIn = Callable[[Visited, str], Page]


@pytest.fixture(scope="module")
def staffed(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visited]:
    """A portal at which something changes; what is due runs there too."""
    with served(built, tmp_path_factory.mktemp("staffed") / "data", whole=True) as visited:
        yield visited


def public(portal: Visited, tail: str = "") -> Answer:
    answer = fetch(portal.port, portal.first, ADDRESS + tail)
    assert answer.status == 200
    return answer


def open_project(portal: Visited, editor: Page) -> None:
    editor.goto(portal.admin("pages/"))
    editor.get_by_role("main").get_by_role("link", name="Dự án").last.click()
    editor.get_by_role("main").get_by_role("link", name=PROJECT).first.click()
    expect(editor.get_by_role("tab", name="Tiến độ, hạ tầng")).to_be_visible()


def write_milestone(editor: Page, text: str) -> None:
    editor.get_by_role("tab", name="Tiến độ, hạ tầng").click()
    editor.fill("input[name=milestones-2-actual]", text)


def give_reason(editor: Page, reason: str) -> None:
    editor.get_by_role("tab", name=re.compile("Công bố")).click()
    editor.fill("[name=change_reason]", reason)


def submit(editor: Page) -> None:
    editor.get_by_role("button", name="Việc khác").click()
    editor.get_by_role("button", name="Gửi duyệt").click()


def approve(portal: Visited, approver: Page) -> None:
    approver.goto(portal.admin())
    approver.get_by_role("link", name=PROJECT).first.click()
    expect(approver.get_by_role("heading", level=2).or_(approver.get_by_role("heading", level=1)).first).to_be_visible()


def test_an_editor_changes_an_approver_sees_the_difference_and_the_public_sees_all_of_it(
    staffed: Visited, signed_in: SignIn
) -> None:
    portal, actual = staffed, "tháng 7/2026"
    editor = signed_in(portal, "bien-tap.doan-ket")
    open_project(portal, editor)

    # A date that says two things is refused at its field, and a reason is asked for.
    write_milestone(editor, "03/04")
    submit(editor)
    expect(editor.get_by_text("Chưa lưu được vì có ô chưa đúng")).to_be_visible()
    editor.get_by_role("tab", name=re.compile("Tiến độ, hạ tầng")).click()
    field = editor.locator("input[name=milestones-2-actual]")
    expect(field).to_have_value("03/04")
    expect(field).to_have_attribute("aria-invalid", "true")

    write_milestone(editor, actual)
    give_reason(editor, REASON)
    submit(editor)
    expect(editor.get_by_text("Nội dung chưa công khai: người khác duyệt thì người dân mới thấy")).to_be_visible()
    assert actual not in public(portal).text
    assert json.loads(public(portal, "du-lieu.json").text)["version"] == 1

    approver = signed_in(portal, "nguoi-duyet.doan-ket")
    approve(portal, approver)
    difference = approver.get_by_role("table").first
    expect(difference).to_contain_text("Mốc: Hoàn thiện thủ tục pháp lý, tổ chức thi công: Thực tế")
    expect(difference).to_contain_text(actual)
    expect(approver.get_by_role("main")).to_contain_text(REASON)
    approver.get_by_role("button", name="Duyệt và công khai").click()
    expect(approver).to_have_url(re.compile(r"/quan-tri/cong-bo/$"))

    assert actual in public(portal).text
    history = public(portal, "lich-su/").text
    assert actual in history
    assert REASON in history
    facts = json.loads(public(portal, "du-lieu.json").text)
    assert facts["version"] == 2
    assert facts["facts"]["milestones"][2]["actual"] == "2026-07"
    found = fetch(portal.port, portal.first, "/tim-kiem/?q=th%C3%A1ng+7%2F2026")
    assert PROJECT in found.text


def test_what_went_out_by_mistake_is_hidden_by_one_person_and_confirmed_by_another(
    staffed: Visited, signed_in: SignIn
) -> None:
    portal = staffed
    editor = signed_in(portal, "bien-tap.doan-ket")
    open_project(portal, editor)
    page_id = re.search(r"/pages/(\d+)/", editor.url)
    assert page_id
    editor.goto(portal.admin(f"cong-bo/trang/{page_id[1]}/go-khan-cap/"))
    editor.fill("[name=reason]", "Lộ thông tin riêng của người dân")
    editor.check("[name=sure]")
    editor.get_by_role("main").get_by_role("button", name=re.compile("Gỡ")).click()
    expect(editor).to_have_url(re.compile(rf"/cong-bo/trang/{page_id[1]}/$"))
    hidden = fetch(portal.port, portal.first, ADDRESS)
    assert hidden.status == 410
    assert "587" not in hidden.text
    assert fetch(portal.port, portal.first, ADDRESS + "du-lieu.json").status == 404
    history = public(portal, "lich-su/").text
    assert "Gỡ khẩn cấp" in history
    assert not re.search(r"\b587\b", history)  # a digest may hold the digits
    assert ADDRESS not in fetch(portal.port, portal.first, "/tim-kiem/?q=587+can+ho").text

    approver = signed_in(portal, "nguoi-duyet.doan-ket")
    approver.goto(portal.admin("cong-bo/"))
    approver.get_by_role("link", name=PROJECT).first.click()
    approver.fill("[name=answer]", "Không có thông tin riêng nào")
    approver.get_by_role("button", name="Không đồng ý, cho công khai trở lại").click()
    expect(approver).to_have_url(re.compile(r"/quan-tri/cong-bo/$"))
    assert "587" in public(portal).text


def test_what_is_scheduled_a_minute_ahead_goes_live_untouched(staffed: Visited, signed_in: SignIn) -> None:
    portal, actual = staffed, "tháng 8/2026"
    editor = signed_in(portal, "bien-tap.doan-ket")
    open_project(portal, editor)
    write_milestone(editor, actual)
    give_reason(editor, LATER)
    due = datetime.datetime.now(ZoneInfo("Asia/Ho_Chi_Minh")) + datetime.timedelta(minutes=2)
    due = due.replace(second=0, microsecond=0)
    editor.fill("[name=go_live_at]", due.strftime("%d/%m/%Y %H:%M"))
    # The calendar opens a moment after the field has the focus: closed before, it would lie over the buttons.
    expect(editor.locator(CALENDAR).filter(visible=True)).to_have_count(1)
    editor.get_by_role("tab", name=re.compile("Công bố")).click()
    expect(editor.locator(CALENDAR).filter(visible=True)).to_have_count(0)
    expect(editor.locator("[name=go_live_at]")).to_have_value(due.strftime("%d/%m/%Y %H:%M"))
    submit(editor)
    approver = signed_in(portal, "nguoi-duyet.doan-ket")
    approve(portal, approver)
    approver.get_by_role("button", name="Duyệt, hẹn giờ công khai").click()
    expect(approver).to_have_url(re.compile(r"/quan-tri/cong-bo/$"))
    assert actual not in public(portal).text

    deadline = time.monotonic() + WAIT_FOR_SCHEDULE
    while actual not in public(portal).text:
        assert time.monotonic() < deadline, "what was due did not go live"
        time.sleep(2)
    assert datetime.datetime.now(due.tzinfo) >= due
    assert LATER in public(portal, "lich-su/").text


def test_an_editor_alone_has_no_way_to_approve(staffed: Visited, signed_in: SignIn) -> None:
    portal, actual = staffed, "tháng 9/2026"
    approver = signed_in(portal, "nguoi-duyet.doan-ket")
    open_project(portal, approver)
    write_milestone(approver, actual)
    give_reason(approver, REASON)
    submit(approver)
    approve(portal, approver)
    expect(approver.get_by_text("Ông/bà đã sửa nội dung này từ lần công bố trước")).to_be_visible()
    expect(approver.get_by_role("button", name="Duyệt và công khai")).to_have_count(0)
    assert actual not in public(portal).text
