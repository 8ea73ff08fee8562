"""Public records whose state is not their own alone: the calendar decides it, or another record that replaces them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

from django.db import transaction
from wagtail.models import Page

from cms.disclosure import kinds
from cms.models import BasePage
from cms.publishing.purge import purge_after_commit
from search.indexing import index_after_commit
from search.models import PublicRecord

BATCH = 200


def renew_states(day: datetime.date) -> int:
    """Bring the states of all public records in line with `day`; gives how many changed.

    A type whose state follows the calendar names the candidates itself (`changing(day)`, a query set of its pages).
    Nothing is logged: what was published stays as it was, only the day is another.
    """
    changed = 0
    for model in kinds.all_kinds().values():
        changing = getattr(model, "changing", None)
        if changing is None:
            continue
        pages = changing(day).order_by("pk")
        last = 0
        while batch := list(pages.filter(pk__gt=last)[:BATCH]):
            changed += sum(_renew(page) for page in batch)
            last = batch[-1].pk
    return changed


def renew_decided(records: Iterable[str]) -> None:
    """Bring the states of these records in line with what other records say of them now; those not public have none."""
    wanted = set(records)
    if wanted:
        for page_id in PublicRecord.objects.filter(record__in=wanted).values_list("page_id", flat=True):
            _renew(Page.objects.get(pk=page_id).specific)


@transaction.atomic
def _renew(page: BasePage) -> bool:
    state, label = page.public_state
    told: Any = PublicRecord.objects.select_for_update().filter(record=page.record)
    record = told.exclude(state=state, is_open=page.public_open).first()
    if record is None:
        return False
    record.state, record.state_label, record.is_open, record.indexed_at = state, label, page.public_open, None
    record.save(update_fields=["state", "state_label", "is_open", "indexed_at"])
    index_after_commit(record.pk)
    purge_after_commit(record.site_id, record.url)
    return True
