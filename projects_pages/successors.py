"""By which other documents a document lost its force, as those say: the way a reader has to go on."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.apps import apps
from django.db.models import Exists, OuterRef

from cms.disclosure.cited import Cited, cite
from search.models import PublicRecord

TELLING: Final = frozenset({"van-ban", "ke-hoach"})
"""The kinds of records that state which others they end: documents in their relations, plans by what they replace."""
REPLACED: Final = "thay-the"
ENDING: Final = {REPLACED: "thay thế", "bai-bo": "bãi bỏ"}
"""Relations that end another document's force, and what they do to it."""
FATES: Final = {relation: (f"bi-{relation}", f"Đã bị {done}") for relation, done in ENDING.items()}
"""State of what was ended so, as lists show it."""


@dataclass(frozen=True)
class Successor:
    """A document that took the place of another one or repealed it."""

    relation: str
    cited: Cited

    @property
    def done(self) -> str:
        """What it did to the other one: "thay thế"."""
        return ENDING[self.relation]


def ended_by(facts: Mapping[str, Any]) -> dict[str, str]:
    """The records that a document with these facts ends, by permanent id, and by which relation."""
    pairs = [(REPLACED, facts.get("replaces"))]
    pairs += [(str(row.get("relation")), row.get("document")) for row in facts.get("relations", [])]
    return {str(other["record"]): relation for relation, other in pairs if relation in ENDING and other}


def successors_of(page: Any, uses: Iterable[PublicRecord]) -> list[Successor]:
    """The public documents among `uses` that ended the force of `page`; one query, none without such uses."""
    told = cite(record for record in uses if record.kind in TELLING)
    return [
        Successor(relation, cited)
        for cited in told.values()
        if (relation := ended_by(cited.facts).get(str(page.record)))
    ]


def fates(page_ids: Collection[int]) -> dict[int, str]:
    """By which relation public documents ended the force of these pages, of those that they did; two queries."""
    public = PublicRecord.objects.order_by()
    relations: Any = apps.get_model("projects_pages", "DocumentRelation")._default_manager.order_by("sort_order")
    told = relations.filter(
        Exists(public.filter(page_id=OuterRef("page_id"))), document_id__in=page_ids, relation__in=ENDING
    )
    found = dict(told.values_list("document_id", "relation"))
    plans: Any = apps.get_model("projects_pages", "PlanPage")._base_manager.order_by()
    newer = plans.filter(Exists(public.filter(page_id=OuterRef("pk"))), replaces_id__in=page_ids)
    return found | dict.fromkeys(newer.values_list("replaces_id", flat=True), REPLACED)
