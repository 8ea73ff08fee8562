"""What searches cost: the queries that are asked, and the time of each part of an answer."""

from __future__ import annotations

import statistics
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from typing import Any, Final

from django.db import connection

from search.api import understood
from search.engines.base import Engine, Scope
from search.facets import EVERYTHING
from search.models import PublicRecord
from search.rows import row_of
from search.suggest import suggest

PAGE: Final = 10
WARM: Final = 1_000
"""Answers that are not timed of a server that is not the database."""
SHORTEST: Final = 3
"""Letters of a word that is asked for."""


@dataclass(frozen=True)
class Timing:
    """Milliseconds by the clock of many runs, and what was asked."""

    p50: float
    p95: float
    runs: int
    slowest: str


@dataclass(frozen=True)
class Words:
    """What is asked for, found out of the records themselves."""

    common: tuple[str, ...]
    """Words that about a third of all records contain."""
    rare: tuple[str, ...]
    """Words of the fewest records."""
    numbers: tuple[str, ...]
    titles: tuple[str, ...]
    """The first words of titles, as people type them: without marks."""


def words_of(templates: Sequence[PublicRecord]) -> Words:
    """Queries for records that vary these."""
    found: Counter[str] = Counter()
    rows = [row_of(record) for record in templates]
    for row in rows:
        found.update(
            {token for column in (row.title, row.keys, row.body) for token in column.split() if token.isalpha()}
        )
    wanted = len(templates) / 3
    usual = [token for token in found if len(token) >= SHORTEST]
    return Words(
        common=tuple(sorted(usual, key=lambda token: (abs(found[token] - wanted), token))[:5]),
        rare=tuple(sorted(usual, key=lambda token: (found[token], token))[:10]),
        numbers=tuple(sorted({record.number for record in templates if record.number[:1].isdigit()})[:10]),
        titles=tuple(dict.fromkeys(" ".join(row.title_as_written.split()[:4]) for row in rows))[:40],
    )


def timed(ask: Callable[[Any], object], asked: Iterable[Any], runs: int = 3) -> Timing:
    """Ask each of `asked` some times, the first time of each left out."""
    times: list[tuple[float, str]] = []
    for one in asked:
        ask(one)
        for _ in range(runs):
            begun = time.perf_counter()
            ask(one)
            times.append(((time.perf_counter() - begun) * 1000, str(getattr(one, "text", one))))
    plain = sorted(spent for spent, _ in times)
    return Timing(
        p50=statistics.median(plain),
        p95=plain[int(len(plain) * 0.95) - 1],
        runs=len(plain),
        slowest=max(times)[1],
    )


def whole(engine: Engine, scope: Scope) -> Callable[[str], object]:
    """Reading the words, first page, count, five facets, and the page's records."""

    def ask(text: str) -> object:
        query = understood(text)
        _, ids = engine.found(query, scope, EVERYTHING, newest=False, limit=PAGE, offset=0)
        return PublicRecord.objects.in_order_of(ids)

    return ask


def counted(engine: Engine, scope: Scope) -> Callable[[str], object]:
    """Reading the words, first page and count, and the page's records."""

    def ask(text: str) -> object:
        _, ids = engine.first(understood(text), scope, limit=PAGE)
        return PublicRecord.objects.in_order_of(ids)

    return ask


def warm(engine: Engine, words: Words, site: int) -> None:
    """Ask until a server that has just started has translated the code that answers."""
    asked = cycle([*words.titles, *words.common, *words.rare])
    ask = (whole(engine, site), counted(engine, None), faceted(engine, None))
    for at, text in enumerate(islice(asked, WARM)):
        ask[at % len(ask)](text)


def faceted(engine: Engine, scope: Scope) -> Callable[[str], object]:
    """Count and five facets."""
    return lambda text: engine.summary(understood(text), scope, EVERYTHING)


def suggested(site_id: int) -> Callable[[str], object]:
    """What stands below the search box."""
    return lambda text: suggest(text, site_id=site_id)


def plans(ask: Callable[[str], object], text: str) -> list[str]:
    """How the database answers each statement of one answer."""
    statements: list[tuple[str, Any]] = []

    def collect(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
        statements.append((sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(collect):
        ask(text)
    explain = "EXPLAIN QUERY PLAN" if connection.vendor == "sqlite" else "EXPLAIN (ANALYZE, BUFFERS)"
    told: list[str] = []
    with connection.cursor() as cursor:
        for sql, params in statements:
            cursor.execute(f"{explain} {sql}", params)
            told += [sql[:100], *(f"  {row[-1]}" for row in cursor.fetchall())]
    return told
