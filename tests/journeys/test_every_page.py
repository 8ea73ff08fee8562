"""What holds of every public page: it is there, cacheable, valid, light, and everybody can use it."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from urllib.parse import urlsplit

import html5lib
import pytest
from axe_playwright_python.sync_playwright import Axe
from html5lib.html5parser import ParseError
from playwright.sync_api import BrowserContext, Page, Response

from tests.journeys.conftest import Visited
from tests.journeys.crawl import Answer, crawl

pytestmark = pytest.mark.journey

WCAG = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}
MOST_BYTES, MOST_REQUESTS = 60_000, 8


@pytest.fixture(scope="session")
def everything(portal: Visited) -> dict[str, dict[str, Answer]]:
    """All pages of the wards that links lead to."""
    return {host: crawl(portal.port, host) for host in (portal.first, portal.second, portal.made_up)}


def pages(everything: dict[str, dict[str, Answer]]) -> list[tuple[str, Answer]]:
    return [(host, answer) for host, answers in everything.items() for answer in answers.values() if answer.is_html]


def kinds_of_page(everything: dict[str, dict[str, Answer]]) -> list[tuple[str, str]]:
    """One address of each kind of page and ward: the first of each section, each history, the search with hits."""
    chosen: dict[tuple[str, ...], str] = {}
    for host, answer in pages(everything):
        parts = urlsplit(answer.path)
        steps = [step for step in parts.path.split("/") if step]
        shape = (
            host,
            steps[0] if steps else "",
            str(len(steps)),
            steps[-1] if "lich-su" in steps else "",
            parts.query[:1],
        )
        chosen.setdefault(shape, answer.path)
    return [(shape[0], path) for shape, path in chosen.items()]


def collector(answers: list[Response]) -> Callable[[Response], None]:
    """A listener that Playwright can mark as its own, which a method of a list cannot be."""

    def note(answer: Response) -> None:
        answers.append(answer)

    return note


def test_every_link_leads_somewhere(everything: dict[str, dict[str, Answer]]) -> None:
    broken = [
        (host, answer.path, answer.status)
        for host, answers in everything.items()
        for answer in answers.values()
        if answer.status != 200
    ]
    assert not broken
    assert len(everything["doan-ket.localhost"]) > 15
    assert len(everything["ha-bac.localhost"]) > 10


def test_public_answers_are_cacheable_and_leave_nothing_in_the_browser(
    everything: dict[str, dict[str, Answer]],
) -> None:
    for host, answers in everything.items():
        for answer in answers.values():
            where = f"{host}{answer.path}"
            assert "set-cookie" not in answer.headers, where
            assert "cookie" not in answer.headers.get("vary", "").lower(), where
            cache = answer.headers["cache-control"]
            assert {"public", "max-age=0", "s-maxage=60", "stale-while-revalidate=300"} <= set(cache.split(", ")), where
            policy = answer.headers["content-security-policy"]
            assert "unsafe-inline" not in policy, where
            assert "unsafe-eval" not in policy, where
            assert "default-src 'self'" in policy, where


def test_html_is_valid_and_has_nothing_inline(everything: dict[str, dict[str, Answer]]) -> None:
    for host, answer in pages(everything):
        where = f"{host}{answer.path}"
        parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
        try:
            document = parser.parse(answer.text)
        except ParseError as error:
            pytest.fail(f"{where}: {error}")
        assert document.get("lang") == "vi", where
        for element in document.iter():
            if not isinstance(element.tag, str):
                continue
            assert "style" not in element.attrib, f"{where}: {element.tag}"
            assert not [name for name in element.attrib if name.startswith("on")], f"{where}: {element.tag}"
            assert element.tag != "style", where
            runs = element.tag == "script" and element.get("type") != "application/ld+json"
            assert not runs or element.get("src"), where
        idents = [element.get("id") for element in document.iter() if element.get("id")]
        assert len(idents) == len(set(idents)), f"{where}: an id twice"


def test_the_two_wards_show_nothing_of_each_other(everything: dict[str, dict[str, Answer]]) -> None:
    for host, marks in {
        "ha-bac.localhost": ("Đoàn Kết", "Lai Châu", "Đặng Việt Hưng", "doan-ket"),
        "doan-ket.localhost": ("Hà Bắc", "Hải Phòng", "Nguyễn Đắc Chiếm", "ha-bac"),
    }.items():
        for answer in everything[host].values():
            assert not [mark for mark in marks if mark in answer.text], f"{host}{answer.path}"


def test_the_first_view_is_light(
    portal: Visited, context: Callable[..., BrowserContext], everything: dict[str, dict[str, Answer]]
) -> None:
    for host, path in kinds_of_page(everything):
        visit = context().new_page()
        answers: list[Response] = []
        visit.on("response", collector(answers))
        visit.goto(portal.url(path, host), wait_until="networkidle")
        bodies = [len(gzip.compress(answer.body())) for answer in answers]
        visit.close()
        assert len(bodies) <= MOST_REQUESTS, f"{host}{path}: {len(bodies)} requests"
        assert sum(bodies) <= MOST_BYTES, f"{host}{path}: {sum(bodies)} bytes"


@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing(
    portal: Visited, context: Callable[..., BrowserContext], everything: dict[str, dict[str, Answer]], width: int
) -> None:
    page = context(width=width).new_page()
    axe = Axe()
    for host, path in [*kinds_of_page(everything), (portal.first, "/khong-co-trang-nay/")]:
        page.goto(portal.url(path, host))
        for fold in page.locator("details").all():
            fold.evaluate("fold => { fold.open = true }")
        found = axe.run(page, options=WCAG)
        assert found.violations_count == 0, f"{host}{path}: {found.generate_report()}"


def test_nothing_scrolls_sideways_at_320_pixels(
    portal: Visited, context: Callable[..., BrowserContext], everything: dict[str, dict[str, Answer]]
) -> None:
    page = context(width=320).new_page()
    for host, path in kinds_of_page(everything):
        page.goto(portal.url(path, host))
        for fold in page.locator("details").all():
            fold.evaluate("fold => { fold.open = true }")
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= 320, f"{host}{path}: {width} px wide"


def test_nothing_is_refused_by_the_policy_and_no_error_is_logged(
    portal: Visited, page: Page, everything: dict[str, dict[str, Answer]]
) -> None:
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))
    for host, path in kinds_of_page(everything):
        page.goto(portal.url(path, host))
    assert told == []
