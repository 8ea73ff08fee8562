"""Wagtail's index of who uses what: a page is taken up once for a save, not anew with each of its rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from wagtail.models import Page


@contextmanager
def references_once(page: Page, update_fields: Iterable[str] | None = None) -> Iterator[None]:
    """Within, saving the page and its rows leaves the index as it is; afterwards the whole page is taken up.

    With `update_fields` only when one of them points to something that the index knows.

    Stock Wagtail reads all relations of the page again for each row that is saved, a third of what publishing takes.
    """
    from wagtail.signal_handlers import (  # need the models, which are being made here
        disable_reference_index_auto_update,
        reference_index_auto_update_disabled,
    )
    from wagtail.tasks import update_reference_index_task

    if getattr(reference_index_auto_update_disabled, "value", False):
        yield
        return
    with disable_reference_index_auto_update():
        yield
    if update_fields is None or any(_refers(page, name) for name in update_fields):
        update_reference_index_task.enqueue(page._meta.app_label, page._meta.model_name, str(page.pk))


def _refers(page: Page, name: str) -> bool:
    field = page._meta.get_field(name)
    if field.is_relation:
        return not getattr(field.related_model, "wagtail_reference_index_ignore", False)
    return hasattr(field, "extract_references")
