"""By which other documents a document lost its force, as those say: the way a reader has to go on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from cms.disclosure.cited import Cited, cite
from search.models import PublicRecord

TELLING = "van-ban"
"""The kind of record that states its relations to others."""
ENDING = {"thay-the": "thay thế", "bai-bo": "bãi bỏ"}
"""Relations that end another document's force, and what they do to it."""


@dataclass(frozen=True)
class Successor:
    """A document that took the place of another one or repealed it."""

    done: str
    cited: Cited


def successors_of(page: Any, uses: Iterable[PublicRecord]) -> list[Successor]:
    """The public documents among `uses` that ended the force of `page`; one query, none without such uses."""
    told = cite(record for record in uses if record.kind == TELLING)
    return [
        Successor(done, cited)
        for cited in told.values()
        for row in cited.facts.get("relations", [])
        if (done := ENDING.get(str(row.get("relation"))))
        and (row.get("document") or {}).get("record") == str(page.record)
    ]
