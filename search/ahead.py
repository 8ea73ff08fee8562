"""Folding the texts of many records in processes of their own, ahead of whoever writes them into an index.

Folding takes about as long as writing does; a rebuild would leave all processors but one idle.
"""

from __future__ import annotations

import logging
import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from multiprocessing import get_context
from typing import Final

from search.columns import Columns, Texts, folded
from search.models import PublicRecord
from search.rows import READ, known, texts_of

logger = logging.getLogger(__name__)

MANY: Final = 10
"""Batches from which on processes of their own are worth their start."""
MOST_PROCESSES: Final = 4
DEPTH: Final = 4
"""Batches that are folded while one is written."""

Batch = list[PublicRecord]


def folded_ahead(batches: Iterable[Batch]) -> Iterator[Batch]:
    """The same batches; when there are many, their texts are folded by the time they come."""
    source = iter(batches)
    first = list(islice(source, MANY))
    processes = min(os.cpu_count() or 1, MOST_PROCESSES)
    if len(first) < MANY or processes < 2:
        yield from chain(first, source)
        return
    # Started anew rather than forked: a fork would share this process's connections to the database.
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        waiting: deque[tuple[Batch, list[Texts], Future[list[Columns]] | None]] = deque()
        for batch in chain(first, source):
            found = PublicRecord.objects.filter(pk__in=[one.pk for one in batch]).only(*READ)
            texts = [texts_of(record) for record in found]
            waiting.append((batch, texts, _submit(pool, texts)))
            if len(waiting) > DEPTH:
                yield from _with_columns(*waiting.popleft())
        while waiting:
            yield from _with_columns(*waiting.popleft())


def _submit(pool: ProcessPoolExecutor, texts: Sequence[Texts]) -> Future[list[Columns]] | None:
    try:
        return pool.submit(folded, texts)
    except BrokenProcessPool:
        return None


def _with_columns(batch: Batch, texts: Sequence[Texts], future: Future[list[Columns]] | None) -> Iterator[Batch]:
    """The batch, while its columns are known; without them whoever makes the rows folds by itself."""
    try:
        columns = future.result() if future else []
    except BrokenProcessPool:
        logger.warning("The processes that fold texts have died; this one folds alone.")
        columns = []
    known.update(zip(texts, columns, strict=False))
    yield batch
    for one in texts:
        known.pop(one, None)
