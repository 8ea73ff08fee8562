"""A citizen on a phone finds the project, its decision, and what changed; with and without JavaScript, by keyboard."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from urllib.parse import quote, urlencode

import pytest
from playwright.sync_api import Page, expect

from bin.lib.portal import DATABASE
from tests.journeys.conftest import Visited

pytestmark = pytest.mark.journey

PROJECT = "Khu nhà ở xã hội Đoàn Kết Lai Châu"


def find_and_come_back(portal: Visited, page: Page) -> None:
    page.goto(portal.url("/"))
    expect(page.locator("html")).to_have_attribute("lang", "vi")
    box = page.get_by_role("searchbox").first
    box.fill("nha o xa hoi doan ket")
    box.press("Enter")
    expect(page).to_have_url(re.compile(r"/tim-kiem/\?q=nha\+o\+xa\+hoi\+doan\+ket"))
    hit = page.get_by_role("main").get_by_role("link", name=PROJECT).first
    expect(hit).to_be_visible()
    hit.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(PROJECT)
    main = page.get_by_role("main")
    for fact in ("khoảng", "587", "32.056,8", "2028", "chưa công bố", "phải công bố: chủ đầu tư"):
        expect(main).to_contain_text(re.compile(re.escape(fact), re.IGNORECASE))
    main.get_by_role("link", name="258/QĐ-UBND").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("258/QĐ-UBND")
    expect(page.get_by_role("main")).to_contain_text("10/02/2026")
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_contain_text(PROJECT)
    page.go_back()
    expect(page.get_by_role("searchbox").first).to_have_value("nha o xa hoi doan ket")


def test_a_citizen_finds_the_project_its_decision_and_comes_back(portal: Visited, page: Page) -> None:
    find_and_come_back(portal, page)


def test_the_same_without_javascript(portal: Visited, without_javascript: Page) -> None:
    find_and_come_back(portal, without_javascript)


@pytest.mark.parametrize("query", ["258/QĐ-UBND", "258/qd-ubnd", "qđ 258", "quyet dinh so 258"])
def test_a_document_number_finds_the_document_first(portal: Visited, page: Page, query: str) -> None:
    page.goto(portal.url("/tim-kiem/"))
    box = page.get_by_role("searchbox").last
    box.fill(query)
    box.press("Enter")
    expect(page.locator(".hits > li").first).to_contain_text("258/QĐ-UBND")


def test_the_keyboard_alone_reaches_the_project(portal: Visited, desktop: Page) -> None:
    desktop.goto(portal.url("/"))
    desktop.keyboard.press("Tab")
    skip = desktop.locator(":focus")
    expect(skip).to_have_class(re.compile("skip"))
    expect(skip).to_be_in_viewport()
    desktop.keyboard.press("Enter")
    desktop.keyboard.press("Tab")
    inside = desktop.evaluate("document.activeElement.closest('main') !== null")
    assert inside, "the skip link does not lead into the content"
    outline = desktop.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline != "none", "focus is not visible"
    desktop.keyboard.type("587 can ho")
    desktop.keyboard.press("Enter")
    desktop.wait_for_url(re.compile("tim-kiem"))
    link = desktop.get_by_role("main").get_by_role("link", name=PROJECT).first
    for _ in range(60):
        desktop.keyboard.press("Tab")
        if link.evaluate("link => link === document.activeElement"):
            break
    else:
        pytest.fail("Tab never reaches the hit")
    desktop.keyboard.press("Enter")
    expect(desktop.get_by_role("heading", level=1)).to_contain_text(PROJECT)


def test_the_other_ward_has_its_own_portal(portal: Visited, page: Page) -> None:
    page.goto(portal.url("/", portal.second))
    expect(page.locator("header").first).to_contain_text("Hà Bắc")
    page.goto(portal.url("/tim-kiem/?q=3314%2FUBND-KTN", portal.second))  # a document of the first ward
    expect(page.get_by_role("main")).to_contain_text("Không tìm thấy")


HEAD = """[document.title, ...Array.from(
    document.head.querySelectorAll("link[rel=alternate], link[rel=canonical], meta[name=robots]"),
    (one) => one.getAttribute("href") ?? one.content,
)]"""
"""What the head says of the list that is shown."""


def test_a_ticked_filter_narrows_the_list_without_loading_the_page(portal: Visited, desktop: Page) -> None:
    """The address, the head, the number told to screen readers, the focus, the way back: as of a page that loaded."""
    desktop.goto(portal.url("/du-an/", portal.made_up))
    heading = desktop.locator("#so-kq")
    everything = heading.text_content() or ""
    desktop.evaluate("window.loadedOnce = true")
    box = desktop.get_by_label("Hủy").first
    box.check()
    expect(desktop).to_have_url(re.compile(r"/du-an/\?giai-doan=huy$"))
    expect(heading).to_have_text("1 dự án")
    expect(desktop.locator("[data-told]")).to_have_text("1 dự án")
    expect(box).to_be_focused()
    assert desktop.evaluate("window.loadedOnce")
    narrowed = desktop.evaluate(HEAD)
    assert "/du-an/tai-ve.csv?giai-doan=huy" in narrowed
    address = desktop.url
    desktop.go_back()
    expect(heading).to_have_text(everything)
    expect(desktop.locator('head link[href="/du-an/tai-ve.csv"]')).to_have_count(1)
    desktop.goto(address)
    assert not desktop.evaluate("window.loadedOnce")
    assert desktop.evaluate(HEAD) == narrowed


def test_the_same_filter_without_javascript_is_a_form(portal: Visited, without_javascript: Page) -> None:
    without_javascript.goto(portal.url("/du-an/", portal.made_up))
    without_javascript.get_by_text("Lọc dự án").click()
    without_javascript.get_by_label("Hủy").first.check()
    without_javascript.get_by_role("button", name="Áp dụng bộ lọc").click()
    expect(without_javascript.locator("#so-kq")).to_have_text("1 dự án")


def kept(portal: Visited, words: str) -> list[int]:
    """How often the portal has counted that nothing was found for these words."""
    with closing(sqlite3.connect(portal.data_dir / DATABASE)) as database:
        return [times for (times,) in database.execute("SELECT times FROM cms_missedsearch WHERE words = ?", [words])]


def test_a_page_that_found_nothing_tells_so_and_reading_it_alone_does_not(
    portal: Visited, page: Page, without_javascript: Page
) -> None:
    words = "bến du thuyền ngầm"
    address = portal.url(f"/tim-kiem/?q={quote(words)}", portal.made_up)
    without_javascript.goto(address)
    expect(without_javascript.get_by_role("main")).to_contain_text("Không tìm thấy")
    assert kept(portal, words) == []
    with page.expect_response(lambda answer: answer.request.method == "POST") as told:
        page.goto(address)
    assert (told.value.status, told.value.request.post_data) == (204, urlencode({"q": words}))
    assert kept(portal, words) == [1]
