"""Receivers of Wagtail's signals: each way to the public ends here and asks under whose authority."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save, pre_delete
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from cms.disclosure.models import Act, RecordHead
from cms.models import BasePage
from cms.publishing.authority import Authority, current
from cms.publishing.disclose import address_of, disclose, follow, require_transaction
from cms.publishing.errors import NeedsSecondPerson, WasPublic


def connect() -> None:
    """Connect all receivers; called once when the apps are ready."""
    page_published.connect(published, dispatch_uid="disclose-published")
    page_unpublished.connect(unpublished, dispatch_uid="disclose-unpublished")
    post_page_move.connect(moved, dispatch_uid="disclose-moved")
    page_slug_changed.connect(slug_changed, dispatch_uid="disclose-slug")
    pre_delete.connect(deleting, dispatch_uid="disclose-deleting")
    post_save.connect(restricted, sender=PageViewRestriction, dispatch_uid="disclose-restricted")
    post_delete.connect(restricted, sender=PageViewRestriction, dispatch_uid="disclose-unrestricted")


def _authority() -> Authority:
    authority = current()
    if authority is None:
        raise NeedsSecondPerson
    require_transaction()
    return authority


def published(sender: type[Page], instance: Page, **_: Any) -> None:
    """A page went live, changed while live, or was scheduled (not live yet: nothing to log)."""
    if isinstance(instance, BasePage):
        authority = _authority()
        if instance.live:
            disclose(instance, authority)


def unpublished(sender: type[Page], instance: Page, **_: Any) -> None:
    """A page went from the public."""
    if isinstance(instance, BasePage):
        disclose(instance, _authority())


def moved(sender: type[Page], instance: Page, url_path_before: str, url_path_after: str, **_: Any) -> None:
    """A page has another address, and so has all below it; drafts that never were public move freely."""
    page = instance.specific
    if not isinstance(page, BasePage) or url_path_before == url_path_after:
        return
    below = page.get_descendants(inclusive=True).values_list("pk", flat=True)
    if not RecordHead.objects.filter(page_id__in=list(below)).exists():
        return
    authority = _authority()
    told = Authority(authority.office, None, authority.reason, authority.decision)
    disclose(page, told)
    follow(page, told)


def slug_changed(sender: type[Page], instance: Page, **_: Any) -> None:
    """Wagtail tells this after the commit: what publication logged already is left, a bare save is logged here."""
    page = instance.specific
    if not isinstance(page, BasePage):
        return
    head = RecordHead.objects.visible().filter(record=page.record).first()
    place = address_of(page)
    if head is None or place is None or head.address == place[1]:
        return
    with transaction.atomic():
        authority = current() or Authority(act=Act.MOVED)
        disclose(page, Authority(authority.office, None, authority.reason, authority.decision))


def deleting(sender: type[Any], instance: Any, **_: Any) -> None:
    """What was public is not deleted, by nobody and on no way."""
    if isinstance(instance, Page) and RecordHead.objects.filter(page_id=instance.pk).exists():
        raise WasPublic


def restricted(sender: type[PageViewRestriction], instance: PageViewRestriction, **_: Any) -> None:
    """A page and all below it went behind a login, or came back."""
    page = Page.objects.filter(pk=instance.page_id).first()
    page = page.specific if page else None
    if not isinstance(page, BasePage):
        return
    below = page.get_descendants(inclusive=True).values_list("pk", flat=True)
    if RecordHead.objects.filter(page_id__in=list(below)).exists() or page.live:
        authority = _authority()
        told = Authority(authority.office, None, authority.reason, authority.decision)
        disclose(page, told)
        follow(page, told)
