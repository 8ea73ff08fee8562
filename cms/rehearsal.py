"""A few pages rendered at the start of a server, so that no citizen waits for what a process does only once."""

from __future__ import annotations

import gc
import logging
from collections.abc import Callable, Iterable
from typing import Any, Final
from wsgiref.util import setup_testing_defaults

from django.db import DatabaseError
from wagtail.models import Site

from search.models import PublicRecord

logger = logging.getLogger(__name__)

REHEARSED: Final = ("trang-chu", "muc-du-an", "du-an")
"""One of each: what they import, compile and look up late serves all other kinds as well."""

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


def rehearse(application: Application) -> list[str]:
    """Ask for a page of each of a few kinds as a browser would; gives the statuses of the answers.

    A portal without content has nothing to rehearse. A database that is not there yet, or not migrated, does not keep
    the server from starting: whoever asks then reads the error.
    """
    try:
        return [_status(application, *address) for address in _addresses()]
    except DatabaseError:
        logger.warning("no page was rendered before the first visit: the database does not answer", exc_info=True)
        return []


def keep_for_good() -> None:
    """Let Python's collector look no more at what there is now: code, models, templates, kept as long as the server.

    It goes through all objects again and again, a fifth of a second each time, and some visit waits for it. What it
    does not touch the workers go on sharing.
    """
    gc.collect()
    gc.freeze()


def _addresses() -> list[tuple[Site, str]]:
    records = PublicRecord.objects.order_by("pk").only("url", "site_id")
    first = [record for kind in REHEARSED if (record := records.filter(kind=kind).first())]
    sites = Site.objects.in_bulk({record.site_id for record in first})
    return [(sites[record.site_id], record.url) for record in first if record.site_id in sites]


def _status(application: Application, site: Site, path: str) -> str:
    host = f"{site.hostname}:{site.port}"
    environ: dict[str, Any] = {"REQUEST_METHOD": "GET", "PATH_INFO": path, "HTTP_HOST": host}
    setup_testing_defaults(environ)  # what every server adds
    environ["SERVER_PORT"] = str(site.port)
    statuses: list[str] = []
    answer: Any = application(environ, lambda status, *_: statuses.append(status))
    try:
        b"".join(answer)
    finally:
        answer.close()
    return statuses[0]
