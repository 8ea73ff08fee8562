"""What a browser with scripts adds to a page: text size, copying, reading aloud; and that nobody needs it."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.journeys.conftest import DESKTOP, Visited

pytestmark = pytest.mark.journey

A_VOICE = """
const voice = {lang: "vi-VN", name: "thử"};
window.spoken = [];
Object.defineProperty(window, "speechSynthesis", {value: {
  getVoices: () => [{lang: "en-US"}, voice],
  speak: (one) => window.spoken.push([one.text, one.lang]),
  cancel: () => { window.cancelled = window.spoken.length; window.spoken = []; },
  get speaking() { return window.spoken.length > 0; },
  pending: false,
  addEventListener: () => {},
}});
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
"""
VIOLATIONS = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (event) => window.violations.push(event.violatedDirective));
"""


def test_a_chosen_text_size_stays_until_it_is_taken_back(portal: Visited, desktop: Page) -> None:
    desktop.goto(portal.url())
    plain = desktop.evaluate("parseFloat(getComputedStyle(document.body).fontSize)")
    desktop.get_by_role("button", name="Chữ to hơn").first.click()
    bigger = desktop.evaluate("parseFloat(getComputedStyle(document.body).fontSize)")
    assert bigger > plain * 1.1
    desktop.goto(portal.url("/van-ban/"))
    assert desktop.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") == bigger
    desktop.get_by_role("button", name="Chữ cỡ thường").first.click()
    assert desktop.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") == plain
    assert desktop.evaluate("localStorage.length") == 0


def test_the_address_can_be_copied_and_sent_without_a_third_party(
    portal: Visited, context: Callable[..., BrowserContext]
) -> None:
    browser = context(**DESKTOP)
    browser.grant_permissions(["clipboard-read", "clipboard-write"])
    page = browser.new_page()
    page.goto(portal.url("/ke-hoach/"))
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.get_by_role("button", name="Chép địa chỉ").click()
    expect(page.get_by_role("status")).to_have_text("Đã chép địa chỉ.")
    assert page.evaluate("navigator.clipboard.readText()") == portal.url("/ke-hoach/")
    link = page.get_by_role("link", name="Gửi qua thư điện tử").get_attribute("href") or ""
    assert link.startswith("mailto:?subject=")
    assert {urlsplit(address).hostname for address in asked} <= {portal.first}


def test_reading_aloud_is_offered_only_with_a_vietnamese_voice(portal: Visited, desktop: Page) -> None:
    desktop.goto(portal.url())
    button = desktop.locator("[data-do=read]")
    assert not desktop.evaluate("speechSynthesis.getVoices().some((one) => one.lang.startsWith('vi'))")
    expect(button).to_be_hidden()
    desktop.add_init_script(A_VOICE)
    desktop.goto(portal.url("/ke-hoach/"))
    heading = desktop.get_by_role("heading", level=1).inner_text()
    button.click()
    spoken = desktop.evaluate("window.spoken")
    assert heading in [text for text, _ in spoken]
    assert {language for _, language in spoken} == {"vi-VN"}
    assert not any("Trang chủ" in text for text, _ in spoken), "the way back is not read"
    expect(button).to_have_attribute("aria-pressed", "true")
    button.click()
    assert desktop.evaluate("window.cancelled") == len(spoken)
    expect(button).to_have_attribute("aria-pressed", "false")
    desktop.goto(portal.url("/du-an/khu-nha-o-xa-hoi-minh-hoa-1/", portal.made_up))
    button.click()
    said = [text for text, _ in desktop.evaluate("window.spoken")]
    # A price is one number to the ear, not three; a date and a document are words.
    for words in ("14250000 đồng một mét vuông", "quý 4 năm", "01 quyết định MH (15 tháng 01 năm"):
        assert any(words in text for text in said), words


def test_data_for_machines_do_not_offend_the_policy(portal: Visited, desktop: Page) -> None:
    desktop.add_init_script(VIOLATIONS)
    for path in ("/", "/du-an/", "/van-ban/", "/so-do-cong/"):
        desktop.goto(portal.url(path))
        assert desktop.evaluate("window.violations") == [], path
    assert desktop.locator("script[type='application/ld+json']").count() == 0
    desktop.goto(portal.url("/van-ban/"))
    assert desktop.locator("script[type='application/ld+json']").count() == 1
    # The same page with code in it is reported: the listener does listen.
    desktop.evaluate(
        "() => { const code = document.createElement('script'); code.textContent = '1'; document.body.append(code); }"
    )
    desktop.wait_for_function("window.violations.length === 1")


def test_without_scripts_the_contents_open_and_no_dead_button_is_shown(
    portal: Visited, without_javascript: Page
) -> None:
    page = without_javascript
    page.goto(portal.url("/van-ban/", portal.made_up))
    assert [button.inner_text() for button in page.locator("button[data-do]:visible").all()] == []
    page.locator(".nav summary").click()
    page.locator(".nav__sheet").get_by_role("link", name="Sơ đồ cổng").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sơ đồ cổng")


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_the_contents_fit_every_width(portal: Visited, context: Callable[..., BrowserContext], width: int) -> None:
    page = context(width=width).new_page()
    page.goto(portal.url("/", portal.made_up))
    page.locator(".nav summary").click()
    expect(page.locator(".nav__sheet")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
