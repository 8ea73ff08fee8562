"""Engines that find records. The database's own is always kept; the setting `SEARCH_ENGINE` may name another."""

from __future__ import annotations

from typing import Final

from django.db import DEFAULT_DB_ALIAS, connections

from search.engines.base import DatabaseEngine
from search.engines.postgres import PostgresEngine
from search.engines.sqlite import SqliteEngine

DATABASES: Final[dict[str, type[DatabaseEngine]]] = {"sqlite": SqliteEngine, "postgresql": PostgresEngine}


def database_engine(using: str = DEFAULT_DB_ALIAS) -> DatabaseEngine:
    """The engine in the database of the records; KeyError for a database without one."""
    return DATABASES[connections[using].vendor](using)
