"""Parts of public pages, kept for as long as nothing they show has changed (docs/decisions/018-kept-fragments.md).

A part is kept with the stamp of what it was rendered of, and shown while that stamp is the present one. Kept are pages
of public records as everybody sees them: no preview, nothing behind a restriction, no answer to filters.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from django.core.cache import caches
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils.safestring import SafeString, mark_safe

from cms.models.images import noting_lacking
from cms.stamps import DAY, Stamp, asked_of, key_of

PAGE_PARTS: Final = ("head", "main")
"""Parts of one address; the others stand around every page of its section."""
FRAME_PARTS: Final = ("top", "foot")
LONGEST: Final = 400_000
"""Characters of the parts of one page; a longer one is rendered each time."""
LONGEST_PATH: Final = 1000
LONGEST_NUMBER: Final = 6
HEADERS: Final = ("HX-Push-Url",)
FRAME: Final = "base.html"

Kept = tuple[Stamp, dict[str, str], dict[str, str]]
"""What it was rendered of, the parts, headers."""


class Keeper:
    """The parts of the page that a request asks for: kept ones are shown, others rendered and kept."""

    def __init__(self, request: HttpRequest, site_id: int, stamp: Stamp, number: str) -> None:
        self.request, self.stamp = request, stamp
        section = request.path.split("/")[1]
        # A menu marks the section that is read, and a page in the menu otherwise than one below it.
        whole = request.path in {"/", f"/{section}/"}
        self.page_key = key_of("page", site_id, request.path, number)
        self.frame_key = key_of("frame", site_id, section, whole)
        self.parts: dict[str, str] = {}
        self.rendered: set[str] = set()

    def kept(self) -> TemplateResponse | None:
        """The answer out of kept parts; None when the page has to be rendered."""
        headers = self._read(self.page_key)
        self._read(self.frame_key)
        return None if headers is None else self.keep(TemplateResponse(self.request, FRAME, headers=headers))

    def keep(self, response: TemplateResponse) -> TemplateResponse:
        """Render an answer with what is kept of its parts, and keep what had to be rendered."""
        vars(self.request)["_keeper"] = self  # where the template's tag looks for it
        with noting_lacking() as lacking:
            response.render()
        # An image may be made any moment, and nothing would tell: what lacks one is not kept.
        if response.status_code == 200 and not lacking:
            self._write(self.page_key, PAGE_PARTS, {name: response[name] for name in HEADERS if name in response})
            self._write(self.frame_key, FRAME_PARTS, {})
        return response

    def part(self, name: str, render: Callable[[], str]) -> SafeString:
        """One part of the page."""
        if name not in self.parts:
            self.parts[name] = render()
            self.rendered.add(name)
        return mark_safe(self.parts[name])  # rendered and escaped by the template engine

    def _read(self, key: str) -> dict[str, str] | None:
        """Headers of what is kept under a key and still holds; its parts are known then."""
        kept: Kept | None = caches["fragments"].get(key)
        if kept is None or kept[0] != self.stamp:
            return None
        self.parts |= kept[1]
        return kept[2]

    def _write(self, key: str, names: tuple[str, ...], headers: dict[str, str]) -> None:
        parts = {name: str(self.parts[name]) for name in names if name in self.parts}
        if self.rendered.isdisjoint(names) or len(parts) < len(names) or sum(map(len, parts.values())) > LONGEST:
            return
        caches["fragments"].set(key, (self.stamp, parts, headers), DAY)


def keeper_of(request: HttpRequest) -> Keeper | None:
    """Who keeps parts of the page at the address of the request; None where nothing is kept.

    Of a list only its pages are kept: what people filter for is endless. One query.
    """
    if request.method not in {"GET", "HEAD"} or len(request.path) > LONGEST_PATH or not _is_plain(request.GET):
        return None
    site, stamp = asked_of(request)
    if site is None or stamp is None:
        return None
    return Keeper(request, site.pk, stamp, request.GET.get("trang", ""))


def _is_plain(query: Any) -> bool:
    """Whether nothing is asked for but a page of a list, as links ask for it."""
    if not query:
        return True
    numbers: list[str] = query.getlist("trang")
    number = numbers[0] if len(numbers) == len(query) == 1 else ""
    return number.isascii() and number.isdigit() and len(number) <= LONGEST_NUMBER
