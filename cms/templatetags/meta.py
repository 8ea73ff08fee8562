"""What a record says of itself to machines: Open Graph, schema.org JSON-LD, and the QR code on its printed sheet."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

import segno
from django import template
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from cms.models import PortalImage
from cms.models.images import SHARED, SHARED_EMBLEM, rendition_of
from cms.templatetags.portal import Portal, canonical_address, portal_of
from search.models import PublicRecord

register = template.Library()

SCHEMA_TYPES: Final = {
    "trang-chu": "WebSite",
    "van-ban": "Legislation",
    "ke-hoach": "Report",
    "thu-tuc": "GovernmentService",
    "tin-tuc": "NewsArticle",
    "thong-bao": "Article",
}
"""What schema.org calls each kind of record; of others it says no more than that they are pages."""

IN_SCRIPT: Final = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}
DESCRIPTION_MOST: Final = 300
OF_THE_PORTAL: Final = (1200, 630)
"""Pixels of portal/share.png."""
QR_MASK: Final = 2
QR_BORDER: Final = 2  # modules; the sheet's white paper is the rest of the quiet zone


@register.inclusion_tag("components/meta.html", takes_context=True)
def record_meta(context: Mapping[str, Any]) -> dict[str, Any]:
    """`{% record_meta %}`: tags of the head for a page that is public; nothing for previews and answers to requests."""
    record: PublicRecord | None = context.get("public_record")
    address = canonical_address(context)
    if record is None or not address:
        return {}
    portal = portal_of(context.get("request"))
    return {
        "address": address,
        "record": record,
        "portal": portal,
        "description": _description(record, portal),
        "is_site": record.kind == "trang-chu",
        "shared": _shared_image(context.get("page"), record, portal),
        "linked_data": _linked_data(record, address, portal),
    }


@dataclass(frozen=True)
class SharedImage:
    """The picture in the preview of a shared address; the address is absolute."""

    address: str
    width: int
    height: int
    alt: str
    is_large: bool = True


def _shared_image(page: Any, record: PublicRecord, portal: Portal) -> SharedImage:
    """The record's own picture; of the home page the ward's emblem; of all others the portal's."""
    root = portal.site.root_url if portal.site else ""
    picked: tuple[PortalImage, str] | None = getattr(page, "shared_picture", None)
    if picked and (own := rendition_of(picked[0], SHARED)):
        return SharedImage(root + own.public_url, own.width, own.height, picked[1])
    emblem = portal.identity.emblem if portal.identity and record.kind == "trang-chu" else None
    if emblem and (own := rendition_of(emblem, SHARED_EMBLEM)):
        return SharedImage(root + own.public_url, own.width, own.height, f"Biểu trưng: {portal.office}", is_large=False)
    width, height = OF_THE_PORTAL
    return SharedImage(root + static("portal/share.png"), width, height, f"Công khai nhà ở xã hội, {portal.full_name}")


def _description(record: PublicRecord, portal: Portal) -> str:
    """What previews in other services show; of data that are made up it says so first."""
    text = " ".join(part for part in (portal.illustrative, record.summary) if part)
    return text[:DESCRIPTION_MOST] or f"{record.kind_label}: {portal.full_name}"


def _linked_data(record: PublicRecord, address: str, portal: Portal) -> SafeString:
    """JSON-LD as a block of data: it has no script type, so the browser runs nothing and the policy allows it."""
    root = portal.site.root_url if portal.site else ""
    office = {"@type": "GovernmentOrganization", "name": portal.office, "url": f"{root}/"}
    said: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": SCHEMA_TYPES.get(record.kind, "WebPage"),
        "name": record.title,
        "url": address,
        "inLanguage": "vi",
        "identifier": str(record.record),
        "datePublished": timezone.localtime(record.disclosed_at).isoformat(timespec="seconds"),
        "dateModified": timezone.localtime(record.changed_at).isoformat(timespec="seconds"),
        "description": _description(record, portal),
        "publisher": office,
        "version": record.version,
    }
    if record.kind == "trang-chu":
        said["name"] = f"Công khai nhà ở xã hội, {portal.full_name}"
        said["potentialAction"] = {
            "@type": "SearchAction",
            "target": f"{root}{reverse('search:search')}?q={{words}}",
            "query-input": "required name=words",
        }
    if record.kind == "van-ban" and record.number:
        said["legislationIdentifier"] = record.number
    if record.kind == "thu-tuc":
        said["provider"] = office
        # A service has neither dates nor a version in the vocabulary.
        for name in ("datePublished", "dateModified", "version", "inLanguage", "publisher"):
            del said[name]
    if portal.illustrative:
        said["disambiguatingDescription"] = portal.illustrative
    text = json.dumps(said, ensure_ascii=False, separators=(",", ":")).translate(IN_SCRIPT)
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(text))


@register.simple_tag
def qr_code(address: str) -> SafeString:
    """`{% qr_code address %}`: the address as a picture for a telephone's camera; nothing for an empty address."""
    return _qr_code(address) if address else SafeString()


@lru_cache(maxsize=4096)
def _qr_code(address: str) -> SafeString:
    # Weighing all eight masks takes five times as long, and readers take any of them.
    code = segno.make_qr(address, error="m", mask=QR_MASK)
    size = code.symbol_size(border=QR_BORDER)[0]
    picture = code.svg_inline(border=QR_BORDER, omitsize=True, svgclass=None, lineclass=None)
    path = picture[picture.index("<path") : picture.rindex("</svg>")]
    return format_html(
        '<svg class="qr" viewBox="0 0 {} {}" role="img" aria-label="Mã QR của địa chỉ trang này">{}</svg>',
        size,
        size,
        mark_safe(path),
    )
