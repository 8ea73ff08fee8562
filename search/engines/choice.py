"""Which engine answers: the database's own, unless `SEARCH_ENGINE` names another and that one knows everything."""

from __future__ import annotations

import logging

from django.conf import settings
from django.db.models import Exists

from search.engines import database_engine
from search.engines.base import DatabaseEngine, Scope
from search.engines.elasticsearch.connection import Connection, EngineError, connection
from search.engines.elasticsearch.engine import ElasticsearchEngine
from search.facets import Filters, Summary
from search.models import ExternalIndex, PublicRecord, Removal
from search.query import Query

logger = logging.getLogger(__name__)


def external() -> Connection | None:
    """The way to the engine beside the database's own; None where the setting is empty.

    Raises ImproperlyConfigured for a setting that names none.
    """
    named = str(getattr(settings, "SEARCH_ENGINE", ""))
    return connection(named) if named.strip() else None


def index_that_knows(scope: Scope) -> str:
    """The external index that holds all of the scope as it is now, "" when something waits for it; one query."""
    waiting, removed = PublicRecord.objects.awaiting_index(), Removal.objects.all()
    if scope is not None:
        waiting, removed = waiting.on_site(scope), removed.filter(site_id=scope)
    known = ExternalIndex.objects.exclude(current="").filter(~Exists(waiting.order_by()), ~Exists(removed))
    return known.values_list("current", flat=True).first() or ""


def answering(scope: Scope) -> Answering | DatabaseEngine:
    """What answers a search in this scope now."""
    link = external()
    if link is None:
        return database_engine()
    name = index_that_knows(scope)
    return Answering(ElasticsearchEngine(link, name)) if name and link.breaker.may_ask() else database_engine()


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
