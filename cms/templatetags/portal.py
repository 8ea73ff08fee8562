"""What stands around every public page: the ward's name, the menu, the way back, icons."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from typing import Any

from django import template
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail.models import Page, Site

from cms.models.identity import PortalIdentity, identity_of, office_called
from cms.models.ward import notice_of
from cms.stamps import asked_of, kept_of_site
from cms.values.dates import format_date, format_long_date
from search.illustrative import LABEL, illustrative
from search.models import PublicRecord

register = template.Library()

WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật")
MENU_MOST = 40
MAIN = ("/du-an/", "/khu-dat/", "/gia/", "/thu-tuc/", "/thong-bao/", "/van-ban/", "/ke-hoach/", "/doi-tuong/")
"""The sections that the bar at the head shows, the first six that are public; the list of contents has all."""
MAIN_MOST = 6
TEXT_KINDS = ("trang", "du-lieu-mo")
"""Kinds of page without records below them: after the sections in the list of contents and in the foot."""
CONTACTS = (
    ("address", "Địa chỉ"),
    ("phone", "Điện thoại"),
    ("email", "Thư điện tử"),
    ("hours", "Giờ tiếp dân"),
)


@dataclass(frozen=True)
class MenuLink:
    """A link of the menu; `current` is what `aria-current` says: "page", "true" (a page below it) or nothing."""

    label: str
    url: str
    current: str = ""


@dataclass(frozen=True)
class Portal:
    """What the frame of a page shows of the ward; empty texts where nothing has been said."""

    site: Site | None = None
    identity: PortalIdentity | None = None
    """What is public of it; in a preview of the home page what is being written."""
    menu: list[MenuLink] = field(default_factory=list)
    pages: list[MenuLink] = field(default_factory=list)
    """Pages of text right below the home page."""
    has_find: bool = True
    """Whether the head has the search box; not where the page itself is about searching."""
    illustrative: str = ""
    """What a ward that is made up says at the head of each page; empty for a real one."""

    @property
    def main_menu(self) -> list[MenuLink]:
        """The home page and the sections that people ask for most."""
        by_url = {link.url: link for link in self.menu}
        return [*self.menu[:1], *[by_url[url] for url in MAIN if url in by_url][:MAIN_MOST]]

    @property
    def ward(self) -> str:
        """With its kind: "phường Đoàn Kết"; the site's own name while the home page is not public."""
        if self.identity:
            return self.identity.ward_name
        return self.site.site_name if self.site else ""

    @property
    def office(self) -> str:
        """In whose name the portal speaks: "UBND phường Đoàn Kết"."""
        return office_called(self.ward) if self.ward else "Cổng công khai nhà ở xã hội"

    @property
    def province(self) -> str:
        """With its kind, as a line of its own: "Tỉnh Lai Châu"."""
        name = self.identity.province_name if self.identity else ""
        return name[:1].upper() + name[1:]

    @property
    def full_name(self) -> str:
        """As in the foot: "UBND phường Đoàn Kết, tỉnh Lai Châu"."""
        province = self.identity.province_name if self.identity else ""
        return ", ".join(part for part in (self.office, province) if part)

    @property
    def contacts(self) -> list[tuple[str, str]]:
        """Label and text of each way to reach the office that is known."""
        return [(label, value) for name, label in CONTACTS if (value := getattr(self.identity, name, ""))]

    @property
    def unknown_contacts(self) -> str:
        """The ways that nobody has entered, as one label: "Địa chỉ, điện thoại"."""
        labels = [label for name, label in CONTACTS if not getattr(self.identity, name, "")]
        text = ", ".join(labels).lower()
        return text[:1].upper() + text[1:]

    @property
    def examples(self) -> list[str]:
        """What people often search for."""
        text = self.identity.search_examples if self.identity else ""
        return [part.strip() for part in text.split(",") if part.strip()]

    @property
    def placeholder(self) -> str:
        """The examples in the search box."""
        return f"Ví dụ: {', '.join(self.examples[:2])}" if self.examples else ""

    @property
    def today(self) -> datetime.date:
        """The day on Vietnam's clock."""
        return timezone.localdate()

    @property
    def weekday(self) -> str:
        """The day of the week."""
        return WEEKDAYS[self.today.weekday()]

    @property
    def today_text(self) -> str:
        """The day as "22/11/2026"."""
        return format_date(self.today)

    @property
    def today_long(self) -> str:
        """The day as "ngày 22 tháng 11 năm 2026"."""
        return format_long_date(self.today)


def portal_of(request: HttpRequest | None) -> Portal:
    """The frame of the request's site: identity and menu, asked for once a request."""
    if request is None:
        return Portal()
    known: Portal | None = getattr(request, "_portal", None)
    if known is None:
        known = _read(request)
        request._portal = known  # type: ignore[attr-defined] # kept as Wagtail keeps its site and settings
    return known


def _read(request: HttpRequest) -> Portal:
    site = asked_of(request).site
    if site is None:
        return Portal()
    site_id = site.pk
    links, identity, notice = kept_of_site(request, "portal", lambda: _said(site_id))
    vars(request).setdefault("_identity", identity)
    menu: list[MenuLink] = []
    pages: list[MenuLink] = []
    for kind, title, url in links:
        (pages if kind in TEXT_KINDS else menu).append(MenuLink(title, url, _current(url, request.path)))
    home = MenuLink("Trang chủ", "/", "page" if request.path == "/" else "")
    has_find = request.path not in {"/", reverse("search:search")}
    return Portal(site, identity, [home, *menu], pages, has_find, notice)


def _said(site_id: int) -> tuple[list[tuple[str, str, str]], PortalIdentity | None, str]:
    """What is public of a site for its frame: links of the menu, what the portal says of itself, its notice."""
    sections = PublicRecord.objects.on_site(site_id).filter(kind__startswith="muc-")
    texts = PublicRecord.objects.on_site(site_id).filter(kind__in=TEXT_KINDS, url__regex=r"^/[^/]+/$")
    links = (sections | texts).order_by("pk").values_list("kind", "title", "url")[:MENU_MOST]
    identity = identity_of(site_id)
    return list(links), identity, _notice(identity, site_id)


def _notice(identity: PortalIdentity | None, site_id: int) -> str:
    """Costs a query only while the home page is hidden."""
    if identity is None:
        return illustrative(site_id)
    return notice_of(identity.made_up) if identity.made_up else ""


def _current(url: str, path: str) -> str:
    if url == path:
        return "page"
    return "true" if path.startswith(url) else ""


@register.simple_tag(takes_context=True, name="portal")
def portal_tag(context: Mapping[str, Any]) -> Portal:
    """`{% portal as portal %}`: the frame of the page; no query the second time."""
    request, page = context.get("request"), context.get("page")
    portal = portal_of(request)
    if getattr(request, "is_preview", False) and isinstance(page, PortalIdentity):
        return replace(portal, identity=page)
    return portal


@register.simple_tag(takes_context=True)
def canonical_address(context: Mapping[str, Any]) -> str:
    """Absolute address of a page that search engines may keep; empty for pages that are answers to a request."""
    portal = portal_of(context.get("request"))
    page = context.get("page")
    if portal.site is None or not isinstance(page, Page) or getattr(context["request"], "is_preview", False):
        return ""
    query = context["request"].GET
    asked = query.get("trang", "") if set(query) == {"trang"} else ""  # a list that is filtered or sorted is the list
    number = f"?trang={asked}" if asked.isascii() and asked.isdigit() and asked != "1" and len(asked) < 7 else ""
    return f"{portal.site.root_url}{context['request'].path}{number}"


@register.inclusion_tag("components/crumbs.html", takes_context=True)
def crumbs(context: Mapping[str, Any], here: str) -> dict[str, Any]:
    """The way from the home page to `here`, over pages that are public; one query at most."""
    request = context.get("request")
    portal = portal_of(request)
    if request is None or portal.site is None:
        return {"links": [], "here": here}
    parts = request.path.strip("/").split("/")[:-1]
    addresses = ["/" + "/".join(parts[:length]) + "/" for length in range(1, len(parts) + 1)]
    titles = {link.url: link.label for link in [*portal.menu, *portal.pages]}
    if unknown := [address for address in addresses if address not in titles]:
        found = PublicRecord.objects.on_site(portal.site.pk).filter(url__in=unknown)
        titles.update(found.values_list("url", "title"))
    links = [MenuLink(titles[address], address) for address in addresses if address in titles]
    return {"links": [MenuLink("Trang chủ", "/"), *links], "here": here}


@register.simple_tag(takes_context=True)
def illustrative_mark(context: Mapping[str, Any]) -> SafeString:
    """The mark beside figures of a ward that is made up; nothing in a real one."""
    if not portal_of(context.get("request")).illustrative:
        return SafeString()
    return format_html('<span class="demo"><b>{}</b></span>', LABEL)


@register.simple_tag
def icon(name: str) -> SafeString:
    """A picture of `portal/icons.svg` beside a text that says the same."""
    return _icon(_icons(), name)


@cache
def _icons() -> str:
    return static("portal/icons.svg")


@lru_cache(maxsize=256)
def _icon(address: str, name: str) -> SafeString:
    return format_html('<svg class="icon" aria-hidden="true"><use href="{}#{}"/></svg>', address, name)


@register.simple_tag
def emblem() -> SafeString:
    """The neutral emblem of wards that have not given one."""
    return format_html('<svg aria-hidden="true"><use href="{}#emblem"/></svg>', _icons())
