"""Telling a cache in front of the portal that addresses show something else now."""

from __future__ import annotations

from collections.abc import Iterable

from django.conf import settings
from django.db import transaction
from wagtail.contrib.frontend_cache.utils import purge_urls_from_cache
from wagtail.models import Site

from cms.listing.files.formats import FORMATS
from cms.models import PortalDocument, PortalRendition

OF_A_RECORD = ("", "lich-su/", "du-lieu.json", "ranh-gioi.geojson")
"""What hangs on a record's address."""
OF_A_LIST = ("", *(form.file_name for form in FORMATS.values()))
"""What hangs on the address of the list above it; with filters it is forgotten by its age alone."""


def addresses_of(*addresses: str) -> list[str]:
    """Paths that show a record at one of `addresses` (before and after a move) or list it: all above it as well."""
    paths: set[str] = set()
    for address in addresses:
        paths |= {f"{address}{tail}" for tail in OF_A_RECORD}
        steps = [step for step in address.split("/") if step]
        above = {f"/{'/'.join(steps[:depth])}/" for depth in range(1, len(steps))}
        paths |= {f"{list_address}{tail}" for list_address in above for tail in OF_A_LIST}
        if steps:
            paths.add("/")
    return sorted(paths)


def purge_after_commit(site_id: int, *addresses: str) -> None:
    """Ask the cache to forget what shows the record, once the act is committed; without a cache nothing happens."""
    if not getattr(settings, "WAGTAILFRONTENDCACHE", None):
        return
    _forget(site_id, addresses_of(*addresses))


def purge_documents_after_commit(site_id: int, document_ids: list[int]) -> None:
    """As `purge_after_commit`, for documents that are public no longer: a cache would go on serving what was hidden."""
    if not getattr(settings, "WAGTAILFRONTENDCACHE", None):
        return
    if paths := [document.url for document in PortalDocument.objects.filter(pk__in=document_ids)]:
        _forget(site_id, paths)


def purge_images_after_commit(site_id: int, image_ids: list[int]) -> None:
    """As `purge_documents_after_commit`, for the renditions of images."""
    if not getattr(settings, "WAGTAILFRONTENDCACHE", None):
        return
    if paths := [rendition.public_url for rendition in PortalRendition.objects.filter(image_id__in=image_ids)]:
        _forget(site_id, paths)


def _forget(site_id: int, paths: Iterable[str]) -> None:
    root = Site.objects.get(pk=site_id).root_url
    urls = [f"{root}{path}" for path in paths]
    transaction.on_commit(lambda: purge_urls_from_cache(urls), robust=True)
