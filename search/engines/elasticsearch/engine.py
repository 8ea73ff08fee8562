"""Elasticsearch: one document a record in an index whose name the database keeps (`search.external`)."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any, Final

from django.utils import timezone

from search.engines.base import Engine, Scope
from search.engines.elasticsearch import queries
from search.engines.elasticsearch.connection import (
    ADMIN_WITHIN,
    BATCH_WITHIN,
    MERGE_WITHIN,
    SEARCH_WITHIN,
    WRITE_WITHIN,
    Connection,
    EngineError,
)
from search.engines.elasticsearch.documents import (
    COLUMNS,
    IN_USE,
    MADE,
    MAPPINGS,
    SETTINGS,
    WHILE_FILLING,
    document,
)
from search.facets import EVERYTHING, Filters, Summary, summary_of
from search.models import PublicRecord
from search.query import Query
from search.rows import IndexRow

IDS_AT_ONCE: Final = 5_000
PORTION: Final = 8_000_000
"""Characters that are sent at once."""


def new_name(prefix: str) -> str:
    """A name that no index had before: how it is made, the moment for people, the rest against chance."""
    return f"{prefix}{MADE}{timezone.now():%Y%m%d-%H%M%S}-{uuid.uuid4().hex[:8]}"


def written(name: str) -> str:
    """The alias under which an index is written: writing to a name that is gone would make an index of that name."""
    return f"{name}.w"


class ElasticsearchEngine(Engine):
    """Searches one index, and writes into it and into the one that is being made to replace it."""

    def __init__(self, connection: Connection, *names: str, stamps: Sequence[str] = ()) -> None:
        """`names`: the index that is searched, then what else is written; `stamps`: of writes that answers show."""
        self.connection, self.names, self.stamps = connection, names, tuple(stamps)

    @property
    def name(self) -> str:
        """The index that is searched."""
        return self.names[0]

    def create(self, *, empty_for_long: bool = False) -> None:
        """Make the index, empty; for one that is filled before it is searched, `settle` makes what is in it found."""
        with self.connection.asking(ADMIN_WITHIN) as client:
            client.indices.create(
                index=self.name,
                settings=SETTINGS | (WHILE_FILLING if empty_for_long else IN_USE),
                mappings=MAPPINGS,
                aliases={written(self.name): {}},
                timeout="30s",
            )

    def destroy(self) -> None:
        """Remove the index; one that is not there is no error."""
        with self.connection.asking(ADMIN_WITHIN) as client:
            client.indices.delete(index=self.name, ignore_unavailable=True)

    def exists(self) -> bool:
        """Whether the server has the index."""
        with self.connection.asking(SEARCH_WITHIN) as client:
            return bool(client.indices.exists(index=self.name))

    def write(self, rows: Sequence[IndexRow]) -> None:
        """See the base class; found at once. Raises EngineError when one of the rows was not taken."""
        if refused := self.take(rows):
            raise EngineError(f"Records {sorted(refused)} were refused.", refused=True)

    def take(self, rows: Sequence[IndexRow], *, stamp: str = "", found_at_once: bool = True) -> dict[int, str]:
        """Write rows; gives those that were refused, with the reason.

        What need not be found at once is found within a second; answers that show its stamp have it.
        """
        operations: list[dict[str, Any]] = []
        for row in rows:
            fields = document(row) | ({"stamp": stamp} if stamp else {})
            for name in self.names:
                operations += [{"index": {"_index": written(name), "_id": str(row.record_id)}}, fields]
        within = WRITE_WITHIN if len(rows) == 1 else BATCH_WITHIN
        return self._bulk(operations, within=within, found_at_once=found_at_once)

    def fill(self, rows: Sequence[IndexRow]) -> dict[int, str]:
        """Write rows that are not there yet, into an index that is not searched; what is there is newer."""
        operations: list[dict[str, Any]] = []
        for row in rows:
            operations += [{"create": {"_index": written(self.name), "_id": str(row.record_id)}}, document(row)]
        return self._bulk(operations, within=BATCH_WITHIN, found_at_once=False)

    def _bulk(
        self, operations: Sequence[dict[str, Any]], *, within: float, found_at_once: bool = True
    ) -> dict[int, str]:
        """Carry out operations, some megabytes at a time; gives the records that were refused, with the reason."""
        refused: dict[int, str] = {}
        for some in _portions(operations):
            with self.connection.asking(within) as client:
                answer = client.bulk(operations=some, refresh=found_at_once, require_alias=True)
            if answer["errors"]:
                refused |= _refused(answer["items"])
        return refused

    def delete(self, ids: Iterable[int]) -> None:
        """See the base class."""
        wanted = list(ids)
        operations = [{"delete": {"_index": written(name), "_id": str(i)}} for i in wanted for name in self.names]
        refused = self._bulk(operations, within=BATCH_WITHIN)
        if refused:
            raise EngineError(f"Records {sorted(refused)} were not taken out: {next(iter(refused.values()))}")

    def delete_orphans(self) -> None:
        """See the base class; reads the ids of the whole index."""
        for ids in self.ids():
            kept = set(PublicRecord.objects.filter(pk__in=ids).values_list("pk", flat=True))
            if gone := [ident for ident in ids if ident not in kept]:
                self.delete(gone)

    def ids(self) -> Iterator[list[int]]:
        """The ids in the index, in their order, some at a time."""
        last = -1
        while True:
            with self.connection.asking(WRITE_WITHIN) as client:
                answer = client.search(
                    index=self.name,
                    query={"match_all": {}},
                    sort=[{"id": "asc"}],
                    search_after=[last],
                    size=IDS_AT_ONCE,
                    track_total_hits=False,
                    **_IDS_ONLY,
                )
            if not (ids := _ids(answer)):
                return
            yield ids
            last = ids[-1]

    def settle(self) -> None:
        """Let everything that was written be found from now on. Its parts are merged first.

        A query of sixteen tiers looks its words up in each part: in one part it takes a third of the time.
        """
        with self.connection.asking(MERGE_WITHIN) as client:
            client.indices.forcemerge(index=self.name, max_num_segments=1)
        with self.connection.asking(ADMIN_WITHIN) as client:
            client.indices.put_settings(index=self.name, settings=IN_USE)
        self.refresh()

    def refresh(self) -> None:
        """Let everything that was written be found. Raises EngineError when a copy of the index cannot say so."""
        with self.connection.asking(ADMIN_WITHIN) as client:
            answer = client.indices.refresh(index=self.name)
        if answer["_shards"]["failed"]:
            raise EngineError(f"Not every copy of {self.name} was refreshed.")

    def shown(self, stamps: Sequence[str]) -> set[int]:
        """Ids of the records whose last write has one of these stamps and can be found. Raises EngineError."""
        with self.connection.asking(WRITE_WITHIN) as client:
            answer = client.search(
                index=self.name, query={"terms": {"stamp": list(stamps)}}, sort=["id"], size=len(stamps), **_IDS_ONLY
            )
        return set(_ids(answer))

    def _search(self, parts: Sequence[str], **asked: Any) -> dict[str, Any]:
        """One request; raises EngineError when it fails, and when a write is not shown yet that must be."""
        if self.stamps:
            asked["aggs"] = asked.get("aggs", {}) | queries.showing(self.stamps)
        with self.connection.asking(SEARCH_WITHIN) as client:
            answer: dict[str, Any] = client.search(
                index=self.name,
                source=False,
                stored_fields="_none_",
                allow_partial_search_results=False,
                filter_path=[*parts, "aggregations.shown"],
                **asked,
            ).body
        if self.stamps and answer["aggregations"]["shown"]["there"]["doc_count"] != len(self.stamps):
            raise EngineError("Something that was written a moment ago cannot be found yet.")
        return answer

    def summary(self, query: Query, scope: Scope, filters: Filters) -> Summary:
        """See the base class: one request. Raises EngineError."""
        return self.found(query, scope, filters, newest=True, limit=0, offset=0)[0]

    def found(
        self, query: Query, scope: Scope, filters: Filters, *, newest: bool, limit: int, offset: int
    ) -> tuple[Summary, list[int]]:
        """See the base class: one request. Raises EngineError."""
        answer = self._search(
            ["hits.total.value", "hits.hits.sort", "aggregations"],
            **_ordered(query, scope, filters, newest=newest),
            aggs=queries.counting(filters, within_site=scope is not None),
            from_=offset,
            size=limit,
            track_total_hits=True,
        )
        try:
            return summary_of(queries.counted(answer, filters), filters), _ids(answer)
        except OverflowError as error:
            raise EngineError(str(error), refused=True) from error

    def first(self, query: Query, scope: Scope, *, limit: int) -> tuple[int, list[int]]:
        """See the base class: one request. Raises EngineError."""
        answer = self._search(
            ["hits.total.value", "hits.hits.sort"],
            **_ordered(query, scope, EVERYTHING, newest=False),
            size=limit,
            track_total_hits=True,
        )
        return int(answer["hits"]["total"]["value"]), _ids(answer)

    def page(self, query: Query, scope: Scope, filters: Filters, *, newest: bool, limit: int, offset: int) -> list[int]:
        """See the base class: one request. Raises EngineError."""
        answer = self._search(
            ["hits.hits.sort"],
            **_ordered(query, scope, filters, newest=newest),
            from_=offset,
            size=limit,
            track_total_hits=False,
        )
        return _ids(answer)


def _ordered(query: Query, scope: Scope, filters: Filters, *, newest: bool) -> dict[str, Any]:
    """What matches and passes the filters, and in which order. Aggregations count whatever the filters."""
    return {
        "query": queries.unranked(query, scope) if newest else queries.ranked(query, scope),
        "post_filter": queries.passing(filters),
        "sort": queries.NEWEST if newest else queries.RANKED,
    }


def _portions(operations: Sequence[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    """Operations in portions of some megabytes: a server takes 100 MB at once, a worker shall not need that much."""
    portion: list[dict[str, Any]] = []
    size = 0
    for operation in operations:
        if size > PORTION and "_id" in next(iter(operation.values()), ()):
            yield portion
            portion, size = [], 0
        portion.append(operation)
        size += sum(len(operation.get(name, "")) for name in COLUMNS)
    if portion:
        yield portion


def _refused(items: Iterable[dict[str, Any]]) -> dict[int, str]:
    """Records that were not taken. Raises EngineError when the index itself is not there."""
    refused: dict[int, str] = {}
    for item in items:
        ((act, outcome),) = item.items()
        if "error" not in outcome or (act == "create" and outcome["status"] == 409):
            continue
        reason = str(outcome["error"].get("reason", outcome["status"]))
        if outcome["error"].get("type") == "index_not_found_exception":
            raise EngineError(reason, refused=True)
        refused[int(outcome["_id"])] = reason
    return refused


_IDS_ONLY: Final[dict[str, Any]] = {"source": False, "stored_fields": "_none_", "filter_path": "hits.hits.sort"}


def _ids(answer: Any) -> list[int]:
    """Every order ends with the id."""
    return [int(hit["sort"][-1]) for hit in answer.get("hits", {}).get("hits", ())]


def strays(connection: Connection, prefix: str, kept: Collection[str]) -> list[str]:
    """Indexes of this installation that nothing uses."""
    with connection.asking(ADMIN_WITHIN) as client:
        return sorted(set(client.indices.get(index=f"{prefix}.*", features="settings").body) - set(kept))
