"""What keeps the index in line when rows go."""

from __future__ import annotations

from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_delete, post_migrate

from search.models import PublicRecord


def forget(sender: type[PublicRecord], instance: PublicRecord, **kwargs: Any) -> None:
    """Take a deleted record out of the index, in the transaction that deletes it."""
    from search.indexing import remove

    remove([instance])


def drop_orphans(sender: AppConfig, using: str, **kwargs: Any) -> None:
    """After migrating or flushing, the index holds no row of a record that is gone.

    The index is no Django model, so emptying the tables (`flush`) does not touch it by itself.
    """
    from search.indexing import forget_orphans

    forget_orphans(using)


def connect(app: AppConfig) -> None:
    """Connect both receivers once."""
    post_delete.connect(forget, sender=PublicRecord, dispatch_uid="search.forget")
    post_migrate.connect(drop_orphans, sender=app, dispatch_uid="search.drop_orphans")
