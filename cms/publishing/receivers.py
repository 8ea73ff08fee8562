"""Receivers of Wagtail's signals: each way to the public ends here and asks under whose authority."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from cms.disclosure.models import RecordHead
from cms.models import BasePage, PortalImage
from cms.models.images import make_renditions
from cms.publishing import guards, registers, showing
from cms.publishing.authority import Authority, current
from cms.publishing.disclose import disclose, follow, require_transaction
from cms.publishing.errors import NeedsSecondPerson


def connect() -> None:
    """Connect all receivers; called once when the apps are ready."""
    page_published.connect(published, dispatch_uid="disclose-published")
    page_unpublished.connect(unpublished, dispatch_uid="disclose-unpublished")
    post_page_move.connect(moved, dispatch_uid="disclose-moved")
    page_slug_changed.connect(slug_changed, dispatch_uid="disclose-slug")
    post_save.connect(restricted, sender=PageViewRestriction, dispatch_uid="disclose-restricted")
    post_delete.connect(restricted, sender=PageViewRestriction, dispatch_uid="disclose-unrestricted")
    post_save.connect(image_saved, sender=PortalImage, dispatch_uid="make-renditions")
    guards.connect()
    registers.connect()
    showing.connect()


def _authority() -> Authority:
    authority = current()
    if authority is None:
        raise NeedsSecondPerson
    require_transaction()
    return authority


def published(sender: type[Page], instance: Page, **_: Any) -> None:
    """A page went live, changed while live, or was scheduled (then it is not live: a public one is concealed)."""
    if isinstance(instance, BasePage):
        disclose(instance, _authority())


def unpublished(sender: type[Page], instance: Page, **_: Any) -> None:
    """A page went from the public."""
    if isinstance(instance, BasePage):
        disclose(instance, _authority())


def moved(sender: type[Page], instance: Page, url_path_before: str, url_path_after: str, **_: Any) -> None:
    """A page has another address, and so has all below it; drafts that never were public move freely."""
    page = instance.specific
    if not isinstance(page, BasePage) or url_path_before == url_path_after:
        return
    if _was_public(page):
        _disclose_with_all_below(page, _authority())


def slug_changed(sender: type[Page], instance: Page, **_: Any) -> None:
    """Wagtail tells this after the commit: what publication logged already is left, a bare save is logged here."""
    page = instance.specific
    if isinstance(page, BasePage) and _was_public(page):
        with transaction.atomic():
            authority = current() or Authority()
            disclose(page, Authority(authority.office, None, authority.reason, authority.decision))


def image_saved(sender: type[PortalImage], instance: PortalImage, raw: bool = False, **_: Any) -> None:
    """An image is there, has another file or another focus: its sizes are made when it is stored, not when visited."""
    if not raw:
        transaction.on_commit(partial(make_renditions, [instance.pk]))


def restricted(sender: type[PageViewRestriction], instance: PageViewRestriction, **_: Any) -> None:
    """A page and all below it went behind a login, or came back."""
    page = Page.objects.filter(pk=instance.page_id).first()
    page = page.specific if page else None
    if isinstance(page, BasePage) and (page.live or _was_public(page)):
        _disclose_with_all_below(page, _authority())


def _was_public(page: Page) -> bool:
    below = page.get_descendants(inclusive=True).values("pk")
    return RecordHead.objects.filter(page_id__in=below).exists()


def _disclose_with_all_below(page: BasePage, authority: Authority) -> None:
    told = Authority(authority.office, None, authority.reason, authority.decision)
    disclose(page, told)
    follow(page, told)
