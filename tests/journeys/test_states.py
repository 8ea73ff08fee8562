"""Every type in every state that it can be in: there, valid, readable for everybody, and the same without scripts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product

import html5lib
import pytest
from html5lib.html5parser import ParseError
from playwright.sync_api import BrowserContext, Page

from cms.disclosure import kinds
from tests.journeys.axe import brings_axe, open_folds, violations
from tests.journeys.conftest import DESKTOP, PHONE, Built, Visited, served
from tests.journeys.states import Shown, State, without

pytestmark = pytest.mark.journey

NARROW = 320
MAIN_TEXT = """
() => {
  const main = document.querySelector("main").cloneNode(true);
  for (const tool of main.querySelectorAll("[data-do], [data-needs-script], [data-told]")) tool.remove();
  return main.textContent;
}
"""
ONLY_WITH_SCRIPTS = ("data-do", "data-needs-script", "data-told")


@pytest.fixture(scope="module")
def states_portal(
    all_states: tuple[Built, list[Shown]], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Visited, list[Shown]]]:
    """A portal that shows them, and the addresses."""
    with served(all_states[0], tmp_path_factory.mktemp("states") / "data") as visited:
        yield visited, all_states[1]


def test_each_kind_is_shown_in_each_state_or_it_is_said_why_not(all_states: tuple[Built, list[Shown]]) -> None:
    shown = [(page.kind, State(page.state)) for page in all_states[1]]
    lacking = without()
    assert len(shown) == len(set(shown))
    assert set(shown).isdisjoint(lacking)
    assert {*shown, *lacking} == set(product(kinds.all_kinds(), State))
    assert all(lacking.values())


def main_text(document: html5lib.treebuilders.base.Node) -> str:
    """What a browser without scripts has in the main part, but for controls that only scripts bring."""
    main = document.find(".//main")
    return "".join(texts(main))


def texts(element: html5lib.treebuilders.base.Node) -> Iterator[str]:
    """The texts within an element, comments and controls of scripts left out."""
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str) and not any(name in child.attrib for name in ONLY_WITH_SCRIPTS):
            yield from texts(child)
        yield child.tail or ""


def resize(page: Page, width: int) -> None:
    """Give the window another width."""
    page.set_viewport_size({"width": width, "height": DESKTOP["height"]})


def problems(page: Page, address: str, status: int = 200) -> Iterator[str]:
    """What is wrong with one page; it is loaded once, at 1280 px, and looked at in every width."""
    resize(page, DESKTOP["width"])
    answer = page.goto(address)
    assert answer is not None
    if answer.status != status:
        yield f"HTTP {answer.status}"
        return
    try:
        document = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(answer.text())
    except ParseError as error:
        yield f"HTML: {error}"
        return
    if main_text(document).split() != page.evaluate(MAIN_TEXT).split():
        yield "other words with scripts than without"
    open_folds(page)
    for width in (DESKTOP["width"], PHONE["width"]):
        resize(page, width)
        yield from (f"{width} px: {found}" for found in violations(page))
    resize(page, NARROW)
    wide = page.evaluate("document.documentElement.scrollWidth")
    if wide > NARROW:
        yield f"{wide} px wide at {NARROW}"


def test_every_page_in_every_state_serves_everybody(
    states_portal: tuple[Visited, list[Shown]], context: Callable[..., BrowserContext]
) -> None:
    portal, shown = states_portal
    page = brings_axe(context(**DESKTOP)).new_page()
    found = {
        f"{one.kind} {one.state} {one.path}": wrong
        for one in sorted(shown, key=lambda one: one.host)  # another ward is another process of the browser
        if (wrong := list(problems(page, portal.url(one.path, one.host))))
    }
    assert found == {}


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desk"])
def test_the_sheet_of_the_menu_serves_everybody_where_it_is_open(
    portal: Visited, context: Callable[..., BrowserContext], size: dict[str, int]
) -> None:
    page = context(**size).new_page()
    page.goto(portal.url("/", portal.made_up))
    page.locator(".nav summary").click()
    assert violations(page, within="header.head") == []
