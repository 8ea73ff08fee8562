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
    SEARCH_WITHIN,
    WRITE_WITHIN,
    Connection,
    EngineError,
)
from search.engines.elasticsearch.documents import MAPPINGS, REACHES, SETTINGS, document
from search.facets import Filters, Summary, summary_of
from search.models import PublicRecord
from search.query import Query
from search.rows import IndexRow

IDS_AT_ONCE: Final = 5_000
PORTION: Final = 8_000_000
"""Characters that are sent at once."""


def new_name(prefix: str) -> str:
    """A name that no index had before: the moment for people, the rest against chance."""
    return f"{prefix}.{timezone.now():%Y%m%d-%H%M%S}-{uuid.uuid4().hex[:8]}"


def written(name: str) -> str:
    """The alias under which an index is written: writing to a name that is gone would make an index of that name."""
    return f"{name}.w"


class ElasticsearchEngine(Engine):
    """Searches one index, and writes into it and into the one that is being made to replace it."""

    def __init__(self, connection: Connection, *names: str) -> None:
        """`names`: the index that is searched, then what else is written."""
        self.connection, self.names = connection, names

    @property
    def name(self) -> str:
        """The index that is searched."""
        return self.names[0]

    def create(self) -> None:
        """Make the index, empty."""
        with self.connection.asking(ADMIN_WITHIN) as client:
            client.indices.create(
                index=self.name, settings=SETTINGS, mappings=MAPPINGS, aliases={written(self.name): {}}, timeout="30s"
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

    def take(self, rows: Sequence[IndexRow]) -> dict[int, str]:
        """Write rows; gives those that were refused, with the reason."""
        operations: list[dict[str, Any]] = []
        for row in rows:
            fields = document(row)
            for name in self.names:
                operations += [{"index": {"_index": written(name), "_id": str(row.record_id)}}, fields]
        return self._bulk(operations, within=WRITE_WITHIN if len(rows) == 1 else BATCH_WITHIN)

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
        """Let everything that was written be found, and its parts be merged in the server's own time.

        A query of sixteen tiers looks its words up in each part: in one part it takes a third of the time.
        """
        with self.connection.asking(ADMIN_WITHIN) as client:
            client.indices.refresh(index=self.name)
            client.indices.forcemerge(index=self.name, max_num_segments=1, wait_for_completion=False)

    def summary(self, query: Query, scope: Scope, filters: Filters) -> Summary:
        """See the base class: one request. Raises EngineError."""
        with self.connection.asking(SEARCH_WITHIN) as client:
            answer = client.search(
                index=self.name,
                query=queries.unranked(query, scope),
                aggs=queries.counting(filters, within_site=scope is not None),
                size=0,
                track_total_hits=True,
                allow_partial_search_results=False,
            )
        try:
            return summary_of(queries.counted(answer.body, filters), filters)
        except OverflowError as error:
            raise EngineError(str(error), refused=True) from error

    def numbers(self, asked: Sequence[Query], scope: Scope) -> list[int]:
        """How many records match each of some queries, without filters; a request for each. Raises EngineError."""
        found: list[int] = []
        for query in asked:
            with self.connection.asking(SEARCH_WITHIN) as client:
                found.append(int(client.count(index=self.name, query=queries.unranked(query, scope))["count"]))
        return found

    def page(self, query: Query, scope: Scope, filters: Filters, *, newest: bool, limit: int, offset: int) -> list[int]:
        """See the base class: one request. Raises EngineError."""
        with self.connection.asking(SEARCH_WITHIN) as client:
            answer = client.search(
                index=self.name,
                query=queries.unranked(query, scope, filters) if newest else queries.ranked(query, scope, filters),
                sort=queries.NEWEST if newest else queries.RANKED,
                from_=offset,
                size=limit,
                track_total_hits=False,
                allow_partial_search_results=False,
                **_IDS_ONLY,
            )
        return _ids(answer)


def _portions(operations: Sequence[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    """Operations in portions of some megabytes: a server takes 100 MB at once, a worker shall not need that much."""
    portion: list[dict[str, Any]] = []
    size = 0
    for operation in operations:
        if size > PORTION and "_id" in next(iter(operation.values()), ()):
            yield portion
            portion, size = [], 0
        portion.append(operation)
        size += sum(len(text) for name in REACHES for text in operation.get(name, ()))
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
