"""`manage.py measure_search`: what searching the records of `fill_search` costs; for `bin/bench`."""

from __future__ import annotations

import json
import resource
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection

from cms.measuring import peer
from cms.measuring.searches import Timing, Words, counted, faceted, plans, suggested, timed, warm, whole
from search.api import search
from search.engines import database_engine
from search.engines.choice import engine_that_knows, external
from search.indexing import Outcome, index, rebuild
from search.models import PublicRecord

SAVED = 40
"""Records that are indexed one by one."""
WARM_SAVED = 2_000
"""Records that are indexed one by one before that where there is a server that is not the database."""
SLOW = 15.0
"""Milliseconds from which on the plan of the slowest query is told."""
OVER_ALL = frozenset({"common", "rare", "numbers", "facets"})


class Command(BaseCommand):
    """Indexes what is there while somebody searches, asks; writes one JSON object.

    A process of its own, so that its memory is that of searching and indexing.
    """

    help = "Cho bin/bench search: lập chỉ mục các bản ghi do fill_search điền rồi đo việc tìm kiếm."

    def add_arguments(self, parser: CommandParser) -> None:
        """Options."""
        parser.add_argument("words", type=Path, help="tệp giữ điều fill_search viết ra")

    def handle(self, *args: Any, **options: Any) -> None:
        """Run. Raises CommandError where an index refuses."""
        filled = json.loads(options["words"].read_text(encoding="utf-8"))
        words = Words(**{name: tuple(value) for name, value in filled["words"].items()})
        _, filled_in = _rebuilt()
        with searching(words) as answered:
            outcome, rebuilt_in = _rebuilt()
        timings = _timings(words, filled["wards"] // 2)
        found = {
            "records": outcome.indexed,
            "filled": filled_in,
            "rebuilt": rebuilt_in,
            "answered_meanwhile": len(answered),
            "slowest_meanwhile": max(answered, default=0.0),
            "words": asdict(words),
            "timings": {name: asdict(timing) for name, timing in timings.items()},
            "memory_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
            "plans": {
                name: plans(counted(database_engine(), None if name in OVER_ALL else 1), timing.slowest)
                for name, timing in timings.items()
                if timing.p50 > SLOW and external() is None and name != "update"
            },
            "peer": peer.measured([*words.common, *words.rare[:5]], 1),
        }
        self.stdout.write(json.dumps(found, ensure_ascii=False))


def _rebuilt() -> tuple[Outcome, float]:
    """Index everything, and the seconds that took."""
    begun = time.monotonic()
    outcome = rebuild()
    if outcome.failed or outcome.problem:
        raise CommandError(f"Không lập được chỉ mục: {outcome.failed} {outcome.problem}")
    return outcome, time.monotonic() - begun


@contextmanager
def searching(words: Words) -> Iterator[list[float]]:
    """Search the first ward again and again in a thread of its own; yields the seconds of each answer."""
    done, taken = threading.Event(), list[float]()

    def ask() -> None:
        at = 0
        while not done.wait(0.2):
            begun = time.perf_counter()
            search(words.titles[at % len(words.titles)], site_id=1)
            taken.append(time.perf_counter() - begun)
            at += 1
        connection.close()

    thread = threading.Thread(target=ask)
    thread.start()
    try:
        yield taken
    finally:
        done.set()
        thread.join()


def _timings(words: Words, site: int) -> dict[str, Timing]:
    link = external()
    engine = database_engine() if link is None else engine_that_knows(link, None)
    if engine is None:
        raise CommandError("Máy tìm kiếm ngoài chưa nắm hết bản ghi.")
    if link is not None:
        warm(engine, words, site)
    some = PublicRecord.objects.on_site(site)
    numbers = list(some.exclude(number="").values_list("number", flat=True)[:10])
    beginnings = [title[:size] for title in words.titles[:15] for size in (2, 5, 9)]
    found = {
        "ward": timed(whole(engine, site), [*words.titles, *words.common, *words.rare, *numbers]),
        "common": timed(counted(engine, None), words.common),
        "rare": timed(counted(engine, None), words.rare),
        "numbers": timed(counted(engine, None), numbers),
        "facets": timed(faceted(engine, None), words.common),
        "suggestion": timed(suggested(site), beginnings),
    }
    if link is not None:  # writing, too, is something that a server first has to translate its own code for
        for record in PublicRecord.objects.exclude(site_id=site)[:WARM_SAVED]:
            index([record])
    return found | {"update": timed(lambda record: index([record]), some[:SAVED], runs=1)}
