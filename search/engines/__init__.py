"""Engines that find records. One is chosen by the setting `SEARCH_ENGINE`; empty takes the database's own."""

from __future__ import annotations

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import DEFAULT_DB_ALIAS, connections

from search.engines.base import Engine
from search.engines.postgres import PostgresEngine
from search.engines.sqlite import SqliteEngine

ENGINES: dict[str, type[Engine]] = {"sqlite": SqliteEngine, "postgresql": PostgresEngine}


def engine_for(name: str, using: str = DEFAULT_DB_ALIAS) -> Engine:
    """The engine of this name on this database; ImproperlyConfigured when there is none."""
    try:
        return ENGINES[name](using)
    except KeyError:
        raise ImproperlyConfigured(
            f"SEARCH_ENGINE={name}: không có bộ máy tìm kiếm này. Chọn một trong: {', '.join(ENGINES)}."
        ) from None


def engine(using: str = DEFAULT_DB_ALIAS) -> Engine:
    """The engine in use."""
    return engine_for(getattr(settings, "SEARCH_ENGINE", "") or connections[using].vendor, using)
