"""What axe says of a page that a browser shows, at as little cost as it can be had.

axe comes with each document of a context that `brings_axe`: resize the viewport and ask again instead of loading the
page again. Contrast takes axe longer than all other rules together, and pages are made of the same parts: it is asked
for each look of a text once in a run, and all rules for each part of a page once at a width (`PARTS`).
"""

from __future__ import annotations

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import BrowserContext, Page

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
PARTS = """
(width) => {
  // Blocks only: what stands beside a link or a button in its line stays with it. Lists and tables are one part.
  const parts = "article, aside, details, div, dl, figure, footer, form, header, nav, ol, p, section, table, ul";
  const opened = "main, main article, main section, main div, main details";
  const refers = "for list headers form aria-labelledby aria-describedby aria-controls aria-owns aria-details";
  const pairs = refers.split(" ").flatMap((name) => [...document.querySelectorAll(`[${name}]`)].flatMap((from) =>
    from.getAttribute(name).split(/\\s+/).map((id) => [from, document.getElementById(id)])));
  const words = (html) => html.replace(/ (href|action)="[^"]*"/g, " $1");  // where a link leads says nothing to axe
  const digest = (text) => {
    let one = 0xdeadbeef, two = 0x41c6ce57;
    for (let at = 0; at < text.length; at++) {
      one = Math.imul(one ^ text.charCodeAt(at), 2654435761);
      two = Math.imul(two ^ text.charCodeAt(at), 1597334677);
    }
    return `${text.length} ${one >>> 0} ${two >>> 0}`;
  };
  window.parts = [];
  const met = [];
  const look = (element, place, above) => {
    const here = place + words(element.cloneNode(false).outerHTML);
    for (const child of element.children) {
      let number = above;
      if (child.matches(parts)) {
        // What names another part, or is named there, must be seen beside it.
        const whole = pairs.every(([from, to]) => child.contains(from) === child.contains(to));
        number = window.parts.push(child) - 1;
        met.push([digest(width + here + words(child.outerHTML)), above, whole]);
      }
      if (child.matches(opened) && !child.matches("[role]")) look(child, here, number);
    }
  };
  look(document.body, "", -1);
  return met;
}
"""
TAKE_OUT = """
(numbers) => {
  // An empty box of the same size stays in its place, so that nothing else moves.
  const boxes = numbers.map((number) => [window.parts[number], window.parts[number].getBoundingClientRect()]);
  window.putBack = boxes.map(([part, box]) => {
    const empty = document.createElement("div");
    empty.className = part.className;
    const size = {width: `${box.width}px`, height: `${box.height}px`};
    Object.assign(empty.style, size, {boxSizing: "border-box", flex: "none"});
    if (!part.checkVisibility()) empty.style.display = "none";
    part.replaceWith(empty);
    return () => empty.replaceWith(part);
  });
}
"""
PUT_BACK = "for (const back of window.putBack) back()"
OPEN = "for (const fold of document.querySelectorAll('main details')) fold.open = true"

_readable: set[str] = set()
"""Looks of texts in which axe has found enough contrast."""
_sound: set[str] = set()
"""Parts of pages, each with a width, in which axe has found nothing."""


def brings_axe(context: BrowserContext) -> BrowserContext:
    """Let every document of the context have axe from its start: the browser compiles it once, not for each page."""
    context.add_init_script(AXE_SCRIPT)
    return context


def open_folds(page: Page) -> None:
    """Open what the content folds away; the sheet of the menu stays shut, because it would cover the page."""
    page.evaluate(OPEN)


def violations(page: Page, within: str = "") -> list[str]:
    """Broken rules of WCAG 2.2 A and AA as the page is now, each with its elements; `within` a selector only there.

    A part that axe has passed on another page, of the same words and elements at the same place and width, is taken out
    while it looks at the others.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    if within:
        alone: list[str] = page.evaluate(RUN, [within, OPTIONS])
        return alone + without_contrast(page, within)
    parts = page.evaluate(PARTS, f"{page.evaluate('innerWidth')} ")
    page.evaluate(TAKE_OUT, known(parts))
    found: list[str] = page.evaluate(RUN, ["", OPTIONS])
    found += without_contrast(page)
    page.evaluate(PUT_BACK)
    if not found:
        _sound.update(name for name, _, _ in parts)
    return found


def known(parts: list[tuple[str, int, bool]]) -> list[int]:
    """The parts to take out: outermost ones that stand by themselves and in which nothing was found before.

    Each part is its digest, the number of the part around it or -1, and whether it stands by itself.
    """
    found: list[int] = []
    within: set[int] = set()
    for number, (name, above, by_itself) in enumerate(parts):
        if above in within:
            within.add(number)
        elif by_itself and name in _sound:
            within.add(number)
            found.append(number)
    return found


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
