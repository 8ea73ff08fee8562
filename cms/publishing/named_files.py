"""Which pages name a file: public records, drafts, and what waits for approval or for its hour."""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, OuterRef, Q
from wagtail.models import Page, Revision

from cms.models.dangling import names
from cms.publishing.mentions import pages_showing


def pages_naming(file: Any) -> list[Page]:
    """Pages whose row, latest draft or scheduled revision names the document or image, by title.

    A draft of a live page is in its revision alone; Wagtail's index of references knows rows only.
    """
    found = pages_showing(file)
    draft = Page.objects.filter(latest_revision=OuterRef("pk"), has_unpublished_changes=True)
    waiting = Revision.page_revisions.filter(Q(approved_go_live_at__isnull=False) | Exists(draft))
    for revision in waiting.select_related("content_type").iterator():
        model = revision.content_type.model_class()
        if model is not None and names(model, revision.content, file):
            found.add(int(revision.object_id))
    return list(Page.objects.filter(pk__in=found).order_by("title", "pk"))
