"""What a person may mean while still typing: document numbers and titles of the ward.

Read from the folded titles in the database, a ward's rows at a time, whichever engine answers searches: the cost is a
ward's size, and no engine need know beginnings of words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.db import connection
from django.utils.safestring import SafeString

from search import highlight
from search.api import understood
from search.engines.base import NEWEST
from search.engines.narrow import RECORDS
from search.models import IndexedTitle, PublicRecord
from search.query import Query, Term, Unit

MOST: Final = 8
TITLES: Final = IndexedTitle._meta.db_table


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A record whose number or title has what was typed so far."""

    record: PublicRecord
    title_html: SafeString


def suggest(text: str, *, site_id: int, limit: int = MOST) -> tuple[Suggestion, ...]:
    """Records on this site, those whose number begins so first, then titles that begin so, then other titles.

    Every word must stand in the number or the title, the last one may be unfinished. Three queries; never an error.
    """
    query = understood(text)
    if not query:
        return ()
    conditions, params = [], list[Any]()
    for at, unit in enumerate(query.units):
        unfinished = at == len(query.units) - 1 and not text[-1:].isspace()
        likes = _likes(unit, unfinished=unfinished)
        either = " OR ".join(["t.title_words LIKE %s OR t.number_words LIKE %s"] * len(likes))
        conditions.append(f"({either})")
        params += [like for one in likes for like in (one, one)]
    typed = _typed(query)
    order = (
        "CASE WHEN t.number_words LIKE %s THEN 0 WHEN t.title_words LIKE %s THEN 1 ELSE 2 END,"
        f" r.is_open DESC, r.is_first DESC, {NEWEST}"
    )
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT t.id FROM {TITLES} t JOIN {RECORDS} r ON r.id = t.id"
            f" WHERE t.site_id = %s AND {' AND '.join(conditions)} ORDER BY {order} LIMIT %s",
            [site_id, *params, typed, typed, limit],
        )
        ids = [row[0] for row in cursor.fetchall()]
    records = PublicRecord.objects.on_site(site_id).in_order_of(ids) if ids else []
    return tuple(Suggestion(record, highlight.mark(record.title, query)) for record in records)


def _likes(unit: Unit, *, unfinished: bool) -> list[str]:
    """Patterns of a unit's words; tokens are letters and digits, so none has a sign that LIKE reads."""
    return [f"% {_joined(term)}{'' if unfinished else ' '}%" for term in unit.alternatives]


def _joined(term: Term) -> str:
    return " ".join(term.tokens)


def _typed(query: Query) -> str:
    """A number or title that begins with what was typed, in the order in which it was typed."""
    words: Sequence[str] = query.words or query.units[0].alternatives[0].tokens
    return f" {' '.join(words)}%"
