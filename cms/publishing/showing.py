"""What public pages show, model by model: a row that is saved or deleted ends what was rendered of the sites it is on.

What pages say of themselves passes the log, which does the same for whatever is appended to it, in bulk as well
(`log.lock`). Here stands what the log does not see; `NOT_SHOWN` says of every other model of ours why it need not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.apps import apps
from django.db.models import Model
from django.db.models.signals import post_delete, post_save
from wagtail.models import Page, PageViewRestriction, Site

from cms.disclosure import generations
from cms.disclosure.generations import EVERY
from cms.disclosure.models import PublicFile, PublicImage, RecordHead
from cms.models import BasePage, PortalDocument, PortalImage, PortalRendition, Ward
from cms.registers.models import FormTemplate
from search.models import PublicRecord

OF_DRAFTS = frozenset({"draft_title", "has_unpublished_changes", "latest_revision", "latest_revision_created_at"})
"""Columns of a public page that speak of its draft."""


def _everywhere(row: Model) -> Iterable[int]:
    return (EVERY,)


def _on_its_site(row: Any) -> Iterable[int]:
    """Of a register's row that all wards share: everywhere."""
    return (row.site_id or EVERY,)


def _where_page_is(page: Page) -> Iterable[int]:
    if not page.live:
        return ()  # what takes a page from the public is logged
    home = page.path[: 2 * page.steplen]
    return Site.objects.filter(root_page__path=home).values_list("pk", flat=True)


def _where_restricted(row: PageViewRestriction) -> Iterable[int]:
    return _where_page_is(row.page)


def _where_image_is(image: PortalImage) -> Iterable[int]:
    return PublicImage.objects.filter(image_id=image.pk).values_list("site_id", flat=True)


def _where_rendition_is(rendition: Any) -> Iterable[int]:
    return PublicImage.objects.filter(image_id=rendition.image_id).values_list("site_id", flat=True)


def _where_document_is(document: PortalDocument) -> Iterable[int]:
    if FormTemplate.objects.filter(file=document.pk).exists():
        return (EVERY,)
    return PublicFile.objects.filter(document_id=document.pk).values_list("site_id", flat=True)


SHOWN: Mapping[type[Model], Callable[[Any], Iterable[int]]] = {
    **{model: _on_its_site for model in apps.get_app_config("registers").get_models() if hasattr(model, "site_id")},
    **{model: _everywhere for model in apps.get_app_config("registers").get_models() if not hasattr(model, "site_id")},
    PageViewRestriction: _where_restricted,
    PortalDocument: _where_document_is,
    PortalImage: _where_image_is,
    PortalRendition: _where_rendition_is,
    PublicRecord: _on_its_site,
    RecordHead: _on_its_site,
    Site: _everywhere,
    Ward: _on_its_site,
}
"""On which sites a row of each model is shown; pages of every type come to it in `connect`."""

NOT_SHOWN: Mapping[str, str] = {
    "cms.Approval": "who approved stands in no page",
    "cms.DisclosurePage_places": "written with its page, in one transaction",
    "cms.MissedSearch": "what staff read",
    "cms.Proposal": "what waits for a second person; its outcome is logged",
    "cms.SecondPersonTask": "how approval goes",
    "cms.SecondPersonTask_groups": "how approval goes",
    "cms.WardGroup": "who may do what",
    "disclosure.Generation": "the token itself",
    "disclosure.LogEntry": "appended under the log's lock, which renews",
    "disclosure.LogHead": "the lock itself",
    "disclosure.PublicFile": "whether a file is served; what a page says of it comes from its facts",
    "disclosure.PublicImage": "whether an image is served; what a page says of it comes from its facts",
    "disclosure.PublishedFacts": "written under the log's lock, which renews",
    "search.ExternalIndex": "searching; its answers are not kept",
    "search.IndexedPlace": "searching; its answers are not kept",
    "search.IndexedRecord": "searching; its answers are not kept",
    "search.IndexedTitle": "searching; its answers are not kept",
    "search.IndexedValue": "searching; its answers are not kept",
    "search.Removal": "searching; its answers are not kept",
    "search.Synonym": "searching; its answers are not kept",
    "search.Unseen": "searching; its answers are not kept",
}
"""Models of ours besides pages and their children, which are written with them in one transaction."""


def connect() -> None:
    """Connect the receiver to every model that is shown; called once when the apps are ready."""
    for model in (*SHOWN, *_page_models()):
        post_save.connect(changed, sender=model, dispatch_uid=f"shown-saved-{model._meta.label}")
        post_delete.connect(changed, sender=model, dispatch_uid=f"shown-deleted-{model._meta.label}")


def _page_models() -> Iterable[type[Model]]:
    return (model for model in apps.get_models() if issubclass(model, BasePage) or model is Page)


def changed(sender: type[Model], instance: Any, update_fields: Iterable[str] | None = None, **_: Any) -> None:
    """A row that pages show was saved or deleted, in the transaction of whoever did it."""
    of_page = isinstance(instance, Page)
    if of_page and update_fields and OF_DRAFTS.issuperset(update_fields):
        return
    generations.renew(*(_where_page_is if of_page else SHOWN[sender])(instance))
