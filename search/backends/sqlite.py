"""SQLite: Wagtail's FTS5 backend, folded, with a join in place of a subquery that searches anew for every row."""

from __future__ import annotations

from typing import Any

from django.db import connections
from django.db.models import AutoField, BigAutoField, ForeignKey, Model, OneToOneField, QuerySet
from modelsearch.backends.database.sqlite.query import MatchExpression, normalize
from modelsearch.backends.database.sqlite.sqlite import (
    IndexEntry,
    SQLiteAutocompleteQueryCompiler,
    SQLiteFTSIndexEntry,
    SQLiteIndex,
    SQLiteSearchBackend,
    SQLiteSearchQueryCompiler,
)
from modelsearch.query import MatchAll, Not
from modelsearch.utils import get_descendants_content_types_pks

from search.backends.folding import FoldedBackend, FoldedIndex

ENTRIES, WORDS = IndexEntry._meta.db_table, SQLiteFTSIndexEntry._meta.db_table
RANK = f"bm25({WORDS}, 1, 1, 3)"
"""A word in the title (the third column) weighs three times one elsewhere."""


class Joined:
    """Mixin before Wagtail's compilers of queries."""

    def search(self: Any, config: Any, start: int | None, stop: int | None, score_field: str | None = None) -> Any:
        """The rows found, best first.

        The index answers first, once; the sign `+` keeps SQLite from asking it again for each row of the table.
        """
        asked = normalize(self.query)
        if isinstance(asked, MatchAll | Not):
            return super().search(config, start, stop, score_field)  # type: ignore[misc] # of the class mixed with
        rows: QuerySet[Any] = self.queryset
        types = get_descendants_content_types_pks(rows.model)
        name = "_score" if score_field is None else score_field
        found = rows.extra(
            select={name: RANK} if self.order_by_relevance or score_field else {},
            tables=[WORDS, ENTRIES],
            where=[
                f"{WORDS} MATCH %s",
                f"{ENTRIES}.id = +{WORDS}.rowid",
                f"{ENTRIES}.content_type_id IN ({', '.join(str(int(one)) for one in types)})",
                _same_row(rows.model),
            ],
            params=[self._match(asked, config)],
        )
        if self.order_by_relevance:
            found = found.extra(order_by=[name, f"-{_column(rows.model)}"])
        elif not rows.query.order_by:
            found = found.order_by("-pk")
        return found[start:stop]

    def _match(self: Any, asked: Any, config: Any) -> str:
        """The words in the language of FTS5; they are ASCII letters and digits, so nothing ends their quotes."""
        expression = MatchExpression(self.FTS_TABLE_FIELDS, self.build_search_query(asked, config=config))
        using = self.queryset.db
        _, (match,) = expression.as_sql(self.queryset.query.get_compiler(using), connections[using])
        return str(match)


def _column(model: type[Model]) -> str:
    return f"{model._meta.db_table}.{model._meta.pk.column}"


def _same_row(model: type[Model]) -> str:
    key: Any = model._meta.pk
    while isinstance(key, OneToOneField | ForeignKey):
        key = key.target_field
    if isinstance(key, AutoField | BigAutoField):
        return f"{_column(model)} = CAST({ENTRIES}.object_id AS INTEGER)"
    return f"CAST({_column(model)} AS TEXT) = {ENTRIES}.object_id"


class Searched(Joined, SQLiteSearchQueryCompiler):
    """Whole words."""


class Completed(Joined, SQLiteAutocompleteQueryCompiler):
    """The last word may be a beginning."""


class Index(FoldedIndex, SQLiteIndex):
    """Folded words in."""


class Backend(FoldedBackend, SQLiteSearchBackend):
    """Folded words asked for."""

    query_compiler_class = Searched
    autocomplete_query_compiler_class = Completed
    index_class = Index
