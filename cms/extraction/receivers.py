"""A new file is read once it is stored for good."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models.signals import post_save

from cms.extraction.tasks import extract
from cms.models import PortalDocument, TextState


def connect() -> None:
    """Connect the receiver; called once when the apps are ready."""
    post_save.connect(stored, sender=PortalDocument, dispatch_uid="extract-text")


def stored(sender: type[PortalDocument], instance: PortalDocument, raw: bool = False, **_: Any) -> None:
    """Ask for the text of a file that nobody has read yet."""
    if not raw and instance.file and instance.text_state == TextState.WAITING:
        transaction.on_commit(lambda: extract.enqueue(instance.pk, instance.sha256))
