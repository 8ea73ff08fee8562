"""What holds of every public page: it is there, cacheable, valid, light, and everybody can use it."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import html5lib
import pytest
from html5lib.html5parser import ParseError
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Error, Page, Response

from tests.journeys.axe import brings_axe, open_folds, violations
from tests.journeys.conftest import Built, Visited
from tests.journeys.crawl import Answer, crawl
from tests.journeys.states import Shown, State

pytestmark = pytest.mark.journey

MOST_BYTES, MOST_REQUESTS = 60_000, 8
RECORD_HISTORY = 3  # steps of the address of a record's history
MISSING = "/khong-co-trang-nay/"


@pytest.fixture(scope="session")
def everything(portal: Visited) -> dict[str, dict[str, Answer]]:
    """All pages of the wards that links lead to."""
    return {host: crawl(portal.port, host) for host in (portal.first, portal.second, portal.made_up)}


def pages(everything: dict[str, dict[str, Answer]]) -> list[tuple[str, Answer]]:
    return [(host, answer) for host, answers in everything.items() for answer in answers.values() if answer.is_html]


def shape(path: str) -> tuple[str, ...]:
    """What the page at an address is like, whatever ward and record it is of.

    A list as a table has the columns of its section; narrowed by any other parameter it shows fewer of the same rows:
    one list for each parameter is enough. So is one history for all sections: they disclose nothing themselves.
    """
    parts = urlsplit(path)
    steps = [step for step in parts.path.split("/") if step]
    asked = parts.query.partition("=")[0]
    history = steps[-1:] == ["lich-su"]
    of_its_section = steps[:1] == ["tim-kiem"] or (
        asked in {"", "xem"} and not (history and len(steps) < RECORD_HISTORY)
    )
    return (steps[0] if steps and of_its_section else "", str(len(steps)), "lich-su" if history else "", asked)


def kinds_of_page(everything: dict[str, dict[str, Answer]]) -> list[tuple[str, str]]:
    """An address of each kind: each ward's home, the first of each section, each history, the search with hits."""
    chosen: dict[tuple[str, ...], tuple[str, str]] = {}
    for host, answer in pages(everything):
        home = host if urlsplit(answer.path).path == "/" else ""
        chosen.setdefault((home, *shape(answer.path)), (host, answer.path))
    return list(chosen.values())


@dataclass
class Visit:
    """What a browser met on one page: at 360 px first, then with everything open at 1280 and at 320 px."""

    address: str
    sizes: list[int] = field(default_factory=list)
    """Of each answer, compressed, in bytes."""
    told: list[str] = field(default_factory=list)
    """Errors and refusals on the console."""
    violations: dict[int, list[str]] = field(default_factory=dict)
    """By width; empty where test_states.py asks axe, on the fullest page of this shape that there can be."""
    narrow: int = 0
    """How wide the page is on a screen of 320 px."""


@pytest.fixture(scope="session")
def in_states(all_states: tuple[Built, list[Shown]]) -> set[tuple[str, ...]]:
    """The shapes of pages that test_states.py shows in each of their states, to axe as well."""
    return {shape(one.path) for one in all_states[1] if one.state == State.FULL}


@pytest.fixture(scope="session")
def visits(
    portal: Visited, browser: Browser, everything: dict[str, dict[str, Answer]], in_states: set[tuple[str, ...]]
) -> list[Visit]:
    """Each kind of page opened once, by somebody who has nothing of it yet."""
    addresses = [*kinds_of_page(everything), (portal.first, MISSING)]
    with browser.new_context(viewport={"width": 360, "height": 780}) as context:
        page = brings_axe(context).new_page()
        context.new_cdp_session(page).send("Network.setCacheDisabled", {"cacheDisabled": True})
        return [visit(page, portal.url(path, host), axe=shape(path) not in in_states) for host, path in addresses]


def visit(page: Page, address: str, *, axe: bool) -> Visit:
    """Open a page and look at it, with `axe` too or not; the browser keeps nothing of what it loads."""
    made, answers = Visit(address), list[Response]()

    def answered(answer: Response) -> None:
        answers.append(answer)

    def said(message: ConsoleMessage) -> None:
        made.told.append(message.text)

    def failed(error: Error) -> None:
        made.told.append(str(error))

    page.on("response", answered)
    page.on("console", said)
    page.on("pageerror", failed)
    page.set_viewport_size({"width": 360, "height": 780})
    page.goto(address, wait_until="networkidle")
    made.sizes = [len(gzip.compress(answer.body())) for answer in answers]
    open_folds(page)
    if axe:
        made.violations[360] = violations(page)
        page.set_viewport_size({"width": 1280, "height": 900})
        made.violations[1280] = violations(page)
    page.set_viewport_size({"width": 320, "height": 780})
    made.narrow = page.evaluate("document.documentElement.scrollWidth")
    page.remove_listener("response", answered)
    page.remove_listener("console", said)
    page.remove_listener("pageerror", failed)
    return made


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
            assert {"default-src 'self'", "default-src 'none'"} & set(policy.split("; ")), where  # none: a file


def test_html_is_valid_and_has_nothing_inline(everything: dict[str, dict[str, Answer]]) -> None:
    kinds = set(kinds_of_page(everything))
    for host, answer in pages(everything):
        where = f"{host}{answer.path}"
        if ("?" in answer.path or answer.path.endswith("/lich-su/")) and (host, answer.path) not in kinds:
            continue  # narrowed lists and histories are made of the same parts: one of each is enough
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


def test_the_first_view_is_light(visits: list[Visit]) -> None:
    heavy = {one.address: one.sizes for one in visits if len(one.sizes) > MOST_REQUESTS or sum(one.sizes) > MOST_BYTES}
    assert heavy == {}
    assert all(one.sizes for one in visits)


def test_axe_finds_nothing(visits: list[Visit], in_states: set[tuple[str, ...]]) -> None:
    found = {(one.address, width): said for one in visits for width, said in one.violations.items() if said}
    assert found == {}
    looked_at = {shape(urlsplit(one.address).path) for one in visits if set(one.violations) == {360, 1280}}
    assert {shape("/so-do-cong/"), shape("/du-an/lich-su/"), shape(MISSING)} <= looked_at
    assert {shape("/"), shape("/du-an/"), shape("/du-an/mot/")} <= in_states


def test_what_is_wrong_is_found_beside_parts_that_were_looked_at_before(
    context: Callable[..., BrowserContext],
) -> None:
    """A part is passed over only where nothing was found in the same one, at the same place and width."""
    page = brings_axe(context()).new_page()
    small = '<a href="/a" class="small">A</a><a href="/b" class="small">B</a>'
    style = "<style>.small { display: inline-block; width: 10vw; height: 10vw } body { font-size: 10px }</style>"
    frame, unnamed = "<header><p>Đầu trang</p></header>", '<p><img src="/a.png"></p>'
    named = '<div><label for="x">Tên</label><input id="x"></div>'

    def found(head: str, main: str, width: int = 360) -> set[str]:
        page.set_viewport_size({"width": width, "height": 780})
        page.set_content(
            f'<!DOCTYPE html><html lang="vi"><title>Trang</title>{style}{head}<main><h1>Trang</h1>{main}</main></html>'
        )
        return {one.split(" ")[0] for one in violations(page)}

    assert found(frame, named) == set()
    assert found(frame, named + unnamed) == {"image-alt"}
    assert found(frame, named + unnamed) == {"image-alt"}
    assert found(frame + unnamed, named) == {"image-alt"}
    assert found(frame, '<div><input id="x"></div>') == {"label"}
    assert found(frame, named.replace("</label>", "</label></div><div>")) == set()
    assert found(frame, "<div></div>" + named.split("</label>")[1]) == {"label"}
    assert found(frame, f"<p>{small}</p>", 1280) == set()
    assert found(frame, f"<p>{small}</p>", 160) == {"target-size"}
    assert found(frame, named) == set()


@pytest.mark.parametrize("within", ["", "main"])
def test_pale_text_is_found_on_every_page_that_has_it(context: Callable[..., BrowserContext], within: str) -> None:
    """The look of a text is remembered once it can be read; neither a pale one nor a dark ground passes for it."""
    page = context().new_page()
    for style, others in (
        ("", ""),
        ("color: #ccc", ""),
        ("color: #ccc", ""),
        ("", "background: #222"),
        ("", "opacity: 0.3"),
        ("", ""),
    ):
        within_others = f'<div style="{others}"><p style="{style}">Chữ</p></div>'
        page.set_content(f'<main style="background: #fff">{within_others}</main>')
        found = violations(page, within)
        assert any("color-contrast" in one for one in found) == bool(style or others), (style, others, found)


def test_axe_finds_nothing_in_the_open_menu(portal: Visited, context: Callable[..., BrowserContext]) -> None:
    """The sheet lies over the page: it is looked at by itself."""
    page = context().new_page()
    page.goto(portal.url())
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 780})
        page.evaluate("document.querySelector('header details').open = true")
        assert violations(page, "header") == [], width


def test_nothing_scrolls_sideways_at_320_pixels(visits: list[Visit]) -> None:
    assert {one.address: one.narrow for one in visits if one.narrow > 320} == {}


def test_nothing_is_refused_by_the_policy_and_no_error_is_logged(visits: list[Visit]) -> None:
    missing = "the server responded with a status of 404"  # of the page that is not there
    assert {one.address: one.told for one in visits if [said for said in one.told if missing not in said]} == {}
