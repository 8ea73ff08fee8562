"""Publishing for tests without the indexes that only the administration reads."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

from django.template.response import SimpleTemplateResponse
from modelsearch import signal_handlers
from wagtail.signal_handlers import disable_reference_index_auto_update


class _NoTask:
    """Stands where Wagtail orders that a row be indexed."""

    def enqueue(self, app_label: str, model_name: str, pk: str) -> None:
        """Order nothing."""


@contextmanager
def without_admin_indexes() -> Iterator[None]:
    """Nothing of what is saved goes into the index of references or into the search of the administration.

    Both read a whole page anew at each save, a quarter of what publishing takes. For tests that ask neither: what leads
    to the public writes the public index, which stays. Tests of choosers and of the gate keep both (tests/tenancy).
    """
    with (
        disable_reference_index_auto_update(),
        patch.object(signal_handlers, "insert_or_update_object_task", _NoTask()),
    ):
        yield


@contextmanager
def without_rendering() -> Iterator[None]:
    """Screens answer as ever, but what stands on them is not written: half a second for the form of a project.

    For tests that send something and ask what became of it, not what is shown afterwards.
    """
    with patch.object(SimpleTemplateResponse, "rendered_content", ""):
        yield
