"""What axe says of a page that a browser shows, at as little cost as it can be had.

axe is injected once into each document: resize the viewport and ask again instead of loading the page again. Contrast
takes axe longer than all other rules together, and pages are made of the same parts: it is asked for each look of a
text once in a run.
"""

from __future__ import annotations

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

OPTIONS = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "rules": {"color-contrast": {"enabled": False}},
    "resultTypes": ["violations"],
}
CONTRAST = {"runOnly": {"type": "rule", "values": ["color-contrast"]}, "resultTypes": ["violations"]}
TOLD = """(found) => found.violations.map((one) =>
  `${one.id} (${one.impact}): ` + one.nodes.map((node) => `${node.target.join(" ")} ${node.failureSummary}`).join("; ")
)"""
RUN = f"([within, options]) => axe.run(within || document, options).then({TOLD})"
RUN_ON_LOOKS = f"""([looks, options]) =>
  axe.run({{include: looks.map((look) => window.textsByLook.get(look))}}, options).then({TOLD})"""
LOOKS = """
(within) => {
  const transparent = /^rgba\\(.*, 0\\)$|^transparent$/, beneath = new Map();
  // All that can lie behind a text: what its ancestors are filled with, how they shine through, whether they are moved.
  const ground = (element) => {
    if (!element) return "";
    if (!beneath.has(element)) {
      const style = getComputedStyle(element), own = [];
      if (!transparent.test(style.backgroundColor)) own.push(style.backgroundColor);
      if (style.backgroundImage !== "none") own.push(style.backgroundImage);
      for (const name of ["opacity", "filter", "mixBlendMode", "position", "zIndex", "clipPath", "transform"])
        if (!["1", "none", "normal", "static", "auto"].includes(style[name])) own.push(name, style[name]);
      beneath.set(element, [ground(element.parentElement), ...own].join(" "));
    }
    return beneath.get(element);
  };
  window.textsByLook = new Map();
  for (const element of (within ? document.querySelector(within) : document.body).querySelectorAll("*")) {
    const shows = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim())
      || element.matches("input, select, textarea");
    if (!shows || !element.checkVisibility()) continue;
    const style = getComputedStyle(element);
    const look = [style.color, style.fontSize, style.fontWeight, style.textShadow, style.webkitTextFillColor,
      element.matches(":disabled, [aria-disabled=true], :disabled *, [aria-disabled=true] *"),
      ground(element)].join("|");
    if (!window.textsByLook.has(look)) window.textsByLook.set(look, element);
  }
  return [...window.textsByLook.keys()];
}
"""
OPEN = "for (const fold of document.querySelectorAll('main details')) fold.open = true"

_readable: set[str] = set()
"""Looks of texts in which axe has found enough contrast."""


def open_folds(page: Page) -> None:
    """Open what the content folds away; the sheet of the menu stays shut, because it would cover the page."""
    page.evaluate(OPEN)


def violations(page: Page, within: str = "") -> list[str]:
    """Broken rules of WCAG 2.2 A and AA as the page is now, each with its elements; `within` a selector only there."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    found: list[str] = page.evaluate(RUN, [within, OPTIONS])
    return found + without_contrast(page, within)


def without_contrast(page: Page, within: str = "") -> list[str]:
    """What axe says of the contrast of texts whose look no page had before.

    A look is all that contrast depends on: colour, size and weight of the letters, and what they stand on.
    """
    looks = [look for look in page.evaluate(LOOKS, within) if look not in _readable]
    if not looks:
        return []
    found: list[str] = page.evaluate(RUN_ON_LOOKS, [looks, CONTRAST])
    if not found:
        _readable.update(looks)
    return found
