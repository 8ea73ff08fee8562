"""What axe says of a page that a browser shows, at as little cost as it can be had.

axe is injected once into each document: resize the viewport and ask again instead of loading the page again.
"""

from __future__ import annotations

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

OPTIONS = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "resultTypes": ["violations"],
}
RUN = """
([within, options]) => axe.run(within || document, options).then((found) => found.violations.map((one) =>
  `${one.id} (${one.impact}): ` + one.nodes.map((node) => `${node.target.join(" ")} ${node.failureSummary}`).join("; ")
))
"""
OPEN = "for (const fold of document.querySelectorAll('main details')) fold.open = true"


def open_folds(page: Page) -> None:
    """Open what the content folds away; the sheet of the menu stays shut, because it would cover the page."""
    page.evaluate(OPEN)


def violations(page: Page, within: str = "") -> list[str]:
    """Broken rules of WCAG 2.2 A and AA as the page is now, each with its elements; `within` a selector only there."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    found: list[str] = page.evaluate(RUN, [within, OPTIONS])
    return found
