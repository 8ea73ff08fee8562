"""What both databases' backends share: every text that is read and every query that is typed is folded.

Wagtail has no hook for that: its backends read a field by `field.get_value(obj)` and take every query in `_search`.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Final

from modelsearch import query as queries
from modelsearch.backends.base import EmptySearchResults
from modelsearch.index import RelatedFields

from search.text import parts, tokens

MOST_TYPED: Final = 1_000
MOST_WORDS: Final = 32
"""Of a query that are looked for."""


def folded(value: Any) -> str:
    """The words of a field's value as they are indexed; a date is found by its month and year too."""
    if value is None:
        return ""
    if isinstance(value, dict):
        return " ".join(folded(item) for item in value.values())
    if isinstance(value, list | tuple | set):
        return " ".join(folded(item) for item in value)
    return " ".join(word for token in tokens(str(value)) for word in (token, *parts(token)))


def words(typed: str) -> str:
    """The words of a query; "" when there is none to look for."""
    return " ".join(tokens(typed[:MOST_TYPED])[:MOST_WORDS])


def folded_query(query: Any) -> Any:
    """A query with folded words; None for one that says nothing."""
    if isinstance(query, queries.PlainText | queries.Fuzzy):
        return queries.PlainText(text, operator=query.operator) if (text := words(query.query_string)) else None
    if isinstance(query, queries.Phrase):
        return queries.Phrase(text) if (text := words(query.query_string)) else None
    if isinstance(query, queries.Boost):
        return folded_query(query.subquery)
    if isinstance(query, queries.Not):
        inner = folded_query(query.subquery)
        return queries.Not(inner) if inner else None
    if isinstance(query, queries.And | queries.Or):
        said = [inner for one in query.subqueries if (inner := folded_query(one))]
        return type(query)(said) if len(said) > 1 else next(iter(said), None)
    return query


class Folded:
    """An object as the index reads it: the same object, its search fields folded."""

    def __init__(self, obj: Any) -> None:
        self.obj, self.pk = obj, obj.pk

    def get_search_fields(self) -> Sequence[Any]:
        """The model's own, each giving folded words."""
        return list(_fold_fields(type(self.obj).get_search_fields()))


def _fold_fields(fields: Iterable[Any]) -> Iterator[Any]:
    for field in fields:
        own = copy.copy(field)
        if isinstance(field, RelatedFields):
            own.fields = list(_fold_fields(field.fields))
            own.get_value = lambda obj, stock=field: stock.get_value(_plain(obj))
        else:
            own.get_value = _once(field)
        yield own


def _once(field: Any) -> Callable[[Any], str]:
    """A field's folded words, read once of each object: Wagtail asks three times, and tags are a query each time."""
    read: dict[Any, str] = {}

    def get_value(obj: Any) -> str:
        if not isinstance(obj, Folded):
            return folded(field.get_value(obj))
        if obj.pk not in read:
            read[obj.pk] = folded(field.get_value(obj.obj))
        return read[obj.pk]

    return get_value


def _plain(obj: Any) -> Any:
    return obj.obj if isinstance(obj, Folded) else obj


class FoldedIndex:
    """Mixin before Wagtail's index of a database.

    Wagtail measures the titles of the whole table at each save to rank shorter ones higher: 58 to 100 ms at 100,000
    pages. Here a save costs the same at any size.
    """

    def add_items(self, model: type[Any], objs: Iterable[Any]) -> None:
        """Index objects of one model."""
        super().add_items(model, [Folded(obj) for obj in objs])  # type: ignore[misc] # of the class mixed with

    def _refresh_title_norms(self, full: bool = False) -> None:
        """Titles weigh the same whatever their length."""


class FoldedBackend:
    """Mixin before Wagtail's backend of a database."""

    def _search(self, query_compiler_class: Any, query: Any, model_or_queryset: Any, **kwargs: Any) -> Any:
        """As Wagtail's, with the words folded; all of the object is searched, whichever `fields` are named."""
        if isinstance(query, str):
            if not (query := words(query)):
                return EmptySearchResults()
        elif query is not None and (query := folded_query(query)) is None:
            return EmptySearchResults()
        if kwargs.get("fields"):
            kwargs["fields"] = None
        return super()._search(query_compiler_class, query, model_or_queryset, **kwargs)  # type: ignore[misc] # as above
