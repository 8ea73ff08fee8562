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
    """The engine of this name on this database; ImproperlyConfigured when it cannot be had there."""
    if name not in ENGINES:
        raise ImproperlyConfigured(
            f"SEARCH_ENGINE={name}: không có bộ máy tìm kiếm này. Để trống, hoặc chọn một trong: {', '.join(ENGINES)}."
        )
    if name != (vendor := connections[using].vendor):
        raise ImproperlyConfigured(f"SEARCH_ENGINE={name}: không chạy trên cơ sở dữ liệu {vendor}. Để trống là đúng.")
    return ENGINES[name](using)


def engine(using: str = DEFAULT_DB_ALIAS) -> Engine:
    """The engine in use."""
    return engine_for(getattr(settings, "SEARCH_ENGINE", "") or connections[using].vendor, using)
