"""`manage.py run_due`: what is due happens without anybody's doing."""

from __future__ import annotations

import datetime
import logging
import signal
import threading
import time
from argparse import ArgumentParser
from types import FrameType
from typing import Any, Final

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connections
from django.utils import timezone

from cms.models import MissedSearch
from cms.publishing.due import publish_due
from cms.publishing.renewal import renew_states
from search.indexing import catch_up

logger = logging.getLogger(__name__)

AFTER_REFUSAL: Final = 600.0
"""Seconds until records are tried again that a search engine refused: each try tells the log why."""


class Command(BaseCommand):
    """Publishes what is due, again and again in one process until it is told to stop."""

    help = "Công khai những gì đến hạn, đều đặn cho đến khi bị dừng."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """How often."""
        parser.add_argument("--every", type=float, default=20.0, help="Số giây giữa hai lần (mặc định 20).")

    def handle(self, *args: Any, **options: Any) -> None:
        """Loop; a round that fails is logged with its traceback and does not stop the next one."""
        every: float = options["every"]
        if every <= 0:
            raise CommandError("--every phải lớn hơn 0.")
        stop = threading.Event()

        def ask_to_stop(number: int, frame: FrameType | None) -> None:
            stop.set()

        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, ask_to_stop)
        while not stop.is_set():
            one_round()
            stop.wait(every)


def forget_misses(today: datetime.date) -> int:
    """Searches without hits are kept as long as the installation says; how many went."""
    return MissedSearch.objects.forget(today, settings.MISSED_SEARCHES_MONTHS)


class Searching:
    """Takes into the search index what could not be taken in when it was published."""

    again_at = 0.0

    def catch_up(self) -> None:
        """Try, unless a record was refused not long ago."""
        if time.monotonic() < self.again_at:
            return
        outcome = catch_up()
        if outcome.failed:
            self.again_at = time.monotonic() + AFTER_REFUSAL
        if outcome.indexed:
            logger.info("%s records that waited are in the search index now", outcome.indexed)


searching = Searching()


def one_round() -> bool:
    """Publish what is due once; whether the round could be made. What is held back is logged where it fails.

    The database may be away for a while (a restart, a backup): the next round starts with a new connection.
    """
    try:
        published = [outcome for outcome in publish_due() if not outcome.problem]
        renewed = renew_states(timezone.localdate())
        forgotten = forget_misses(timezone.localdate())
        searching.catch_up()
    except Exception:
        logger.exception("publishing what is due failed; it is tried again in the next round")
        return False
    finally:
        connections.close_all()
    for outcome in published:
        logger.info("page %s: revision %s was due and is public", outcome.page_id, outcome.revision_id)
    if forgotten:
        logger.info("%s searches without hits are older than is kept", forgotten)
    if renewed:
        logger.info("%s records have another state today", renewed)
    return True
