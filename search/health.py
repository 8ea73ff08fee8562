"""Whether searching is as it should be: for the staff's desk and for whoever watches the servers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from django.utils import timezone

from search import external
from search.engines.choice import external as external_engine
from search.engines.elasticsearch.connection import EngineError
from search.models import PublicRecord, Removal

PATIENCE: Final = timedelta(minutes=5)
"""What waits longer than this waits for somebody to do something."""


@dataclass(frozen=True, slots=True)
class Health:
    """`problem`: why the external engine does not answer, "" when it does or there is none.

    `waiting`: changes of public records that are not in every index and should be for longer than `PATIENCE`.
    """

    problem: str = ""
    waiting: int = 0

    def __bool__(self) -> bool:
        """Whether all is well."""
        return not self.problem and not self.waiting


def health() -> Health:
    """How searching is now: two counts, and one request to an external engine that is not known to be down."""
    late = timezone.now() - PATIENCE
    waiting = PublicRecord.objects.awaiting_index().filter(changed_at__lt=late).count()
    waiting += Removal.objects.filter(at__lt=late).count()
    return Health(_problem(), waiting)


def _problem() -> str:
    link = external_engine()
    if link is None:
        return ""
    if not link.breaker.may_ask():
        return link.breaker.reason
    try:
        return "no index yet" if external.is_lost(link) else ""
    except EngineError as error:
        return str(error)
