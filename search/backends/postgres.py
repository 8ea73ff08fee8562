"""PostgreSQL: Wagtail's backend, folded. The indexes that Wagtail leaves out are made by a migration of this app."""

from __future__ import annotations

from typing import Any

from modelsearch.backends.database.postgres.postgres import PostgresIndex, PostgresSearchBackend

from search.backends.folding import FoldedBackend, FoldedIndex


class Index(FoldedIndex, PostgresIndex):
    """Folded words in."""


class Backend(FoldedBackend, PostgresSearchBackend):
    """Folded words asked for; without stems and stop words of any language."""

    index_class = Index

    def __init__(self, params: dict[str, Any]) -> None:
        super().__init__({"SEARCH_CONFIG": "simple", **params})
