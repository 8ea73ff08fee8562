"""Which engine answers: the database's own, unless `SEARCH_ENGINE` names another and that one knows everything."""

from __future__ import annotations

import logging
from typing import Final

from django.conf import settings
from django.db.models import Exists, Q, Value

from search.engines import database_engine
from search.engines.base import DatabaseEngine, Scope
from search.engines.elasticsearch.connection import Connection, EngineError, connection
from search.engines.elasticsearch.documents import MADE
from search.engines.elasticsearch.engine import ElasticsearchEngine
from search.facets import Filters, Summary
from search.models import ExternalIndex, PublicRecord, Removal, Unseen
from search.query import Query

logger = logging.getLogger(__name__)

MOST_UNSEEN: Final = 200
"""Writes that an answer is looked through for; with more of them the database answers."""


def external() -> Connection | None:
    """The way to the engine beside the database's own; None where the setting is empty.

    Raises ImproperlyConfigured for a setting that names none.
    """
    named = str(getattr(settings, "SEARCH_ENGINE", ""))
    return connection(named) if named.strip() else None


def engine_that_knows(link: Connection, scope: Scope) -> ElasticsearchEngine | None:
    """The external index that holds all of the scope as it is now, None when something waits for it; one query.

    What it was given a moment ago and may not show yet goes along by its stamp: an answer without it does not count.
    """
    here = Q() if scope is None else Q(site_id=scope)
    waiting, removed = PublicRecord.objects.awaiting_index().filter(here), Removal.objects.filter(here)
    unseen = Unseen.objects.filter(here)
    known = ExternalIndex.objects.filter(~Exists(waiting.order_by()), ~Exists(removed), current__contains=MADE)
    rows = list(known.values_list("current", Value("")).union(unseen.values_list(Value(""), "stamp"), all=True))
    names, stamps = [name for name, _ in rows if name], [stamp for _, stamp in rows if stamp]
    return ElasticsearchEngine(link, *names, stamps=stamps) if names and len(stamps) <= MOST_UNSEEN else None


def answering(scope: Scope) -> Answering | DatabaseEngine:
    """What answers a search in this scope now."""
    link = external()
    if link is None:
        return database_engine()
    engine = engine_that_knows(link, scope)
    return Answering(engine) if engine is not None and link.breaker.may_ask() else database_engine()


class Answering:
    """Asks an external engine, and the database where it fails."""

    def __init__(self, engine: ElasticsearchEngine) -> None:
        self.engine = engine

    def summary(self, query: Query, scope: Scope, filters: Filters) -> Summary:
        """As an engine does."""
        try:
            return self.engine.summary(query, scope, filters)
        except EngineError as error:
            _say(error)
            return database_engine().summary(query, scope, filters)

    def found(
        self, query: Query, scope: Scope, filters: Filters, *, newest: bool, limit: int, offset: int
    ) -> tuple[Summary, list[int]]:
        """As an engine does."""
        try:
            return self.engine.found(query, scope, filters, newest=newest, limit=limit, offset=offset)
        except EngineError as error:
            _say(error)
            return database_engine().found(query, scope, filters, newest=newest, limit=limit, offset=offset)

    def page(self, query: Query, scope: Scope, filters: Filters, *, newest: bool, limit: int, offset: int) -> list[int]:
        """As an engine does."""
        try:
            return self.engine.page(query, scope, filters, newest=newest, limit=limit, offset=offset)
        except EngineError as error:
            _say(error)
            return database_engine().page(query, scope, filters, newest=newest, limit=limit, offset=offset)


def _say(error: EngineError) -> None:
    """One request that was refused; of an engine that is down the breaker tells."""
    if error.refused:
        logger.error("Elasticsearch refused a search; the database answered it: %s", error)
