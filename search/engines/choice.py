"""Which engine answers: the database's own, unless `SEARCH_ENGINE` names another and that one knows everything."""

from __future__ import annotations

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from search.engines import database_engine
from search.engines.base import Engine, Scope


def external() -> Engine | None:
    """The engine beside the database's own; None where the setting is empty.

    Raises ImproperlyConfigured for a setting that names none.
    """
    named = str(getattr(settings, "SEARCH_ENGINE", ""))
    if not named:
        return None
    raise ImproperlyConfigured(f"SEARCH_ENGINE={named}: không có bộ máy tìm kiếm này. Để trống là đúng.")


def answering(scope: Scope) -> Engine:
    """The engine that answers a search in this scope now."""
    return external() or database_engine()
