"""The way to the servers: one client a process, which knows every address; nobody waits for what is down.

The client is imported by who makes one: it takes a tenth of a start, and most portals have no such server.
"""

from __future__ import annotations

import logging
import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

if TYPE_CHECKING:
    from elasticsearch import Elasticsearch

logger = logging.getLogger(__name__)

SEARCH_WITHIN: Final = 2.0
"""Seconds for an answer to a search from one node; the next one is asked then."""
WRITE_WITHIN: Final = 3.0
"""Seconds for taking in a record."""
BATCH_WITHIN: Final = 20.0
"""Seconds for taking in many."""
ADMIN_WITHIN: Final = 60.0
"""Seconds for making and removing an index."""
MERGE_WITHIN: Final = 600.0
"""Seconds for merging the parts of a whole index."""
PAUSE: Final = 10.0
"""Seconds for which a server that failed is not asked; then one request tries it."""
SAY_EVERY: Final = 60.0
"""Seconds between two lines of the log about the same trouble."""


class EngineError(Exception):
    """The engine did not do what it was asked; `refused`: it answers, but took exception to this one request."""

    def __init__(self, reason: str, *, refused: bool = False) -> None:
        super().__init__(reason)
        self.refused = refused


class Breaker:
    """Remembers that the engine failed, so that the next searches do not wait for it. Shared by all threads."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.closed_until = 0.0
        self.said_at = -SAY_EVERY
        self.reason = ""

    def may_ask(self) -> bool:
        """Whether to ask the engine now. After a pause one caller may; the others wait for what comes of it."""
        now = time.monotonic()
        with self.lock:
            if not self.reason:
                return True
            if now < self.closed_until:
                return False
            self.closed_until = now + PAUSE
            return True

    def failed(self, reason: str) -> None:
        """Note a failure; the log is told once a minute at most."""
        now = time.monotonic()
        with self.lock:
            self.reason, self.closed_until = reason, now + PAUSE
            say = now - self.said_at >= SAY_EVERY
            if say:
                self.said_at = now
        if say:
            logger.warning("Elasticsearch failed; the database answers meanwhile: %s", reason)

    def worked(self) -> None:
        """Note that the engine answered."""
        with self.lock:
            again, self.reason = bool(self.reason), ""
        if again:
            logger.info("Elasticsearch answers again.")


def addresses(named: str) -> tuple[str, ...]:
    """The addresses in the setting; raises ImproperlyConfigured where one is no http(s) address."""
    found = tuple(address.strip() for address in named.split(",") if address.strip())
    for address in found:
        try:
            parts = urlsplit(address)
            right = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port is not None
        except ValueError:
            right = False
        if not right:
            raise ImproperlyConfigured(
                f"SEARCH_ENGINE={named}: phải để trống hoặc là địa chỉ Elasticsearch có cổng, như http://127.0.0.1:9200."
            )
    return found


class Connection:
    """A client for some addresses."""

    def __init__(self, urls: tuple[str, ...]) -> None:
        """Nothing is asked yet."""
        from elastic_transport.client_utils import DEFAULT
        from elasticsearch import Elasticsearch

        self.breaker = Breaker()
        self.client = Elasticsearch(
            list(urls),
            # A lone node is asked again, because it may have closed a connection that was kept open; a slow one is not.
            max_retries=max(1, len(urls) - 1),
            retry_on_timeout=len(urls) > 1,
            dead_node_backoff_factor=1.0,
            max_dead_node_backoff=PAUSE,
            ca_certs=settings.SEARCH_CA_FILE or DEFAULT,
        )
        self._limited: dict[float, Elasticsearch] = {}

    def _client(self, within: float) -> Elasticsearch:
        """Kept, because making one takes longer than a small search."""
        if within not in self._limited:
            self._limited[within] = self.client.options(request_timeout=within)
        return self._limited[within]

    @contextmanager
    def asking(self, within: float) -> Iterator[Elasticsearch]:
        """The client with a time limit a node; whatever it raises becomes EngineError and is noted."""
        from elasticsearch import ApiError, TransportError

        try:
            yield self._client(within)
        except ApiError as error:
            reason = f"{error.meta.status} {error.message}"
            if error.meta.status in {400, 413}:
                raise EngineError(reason, refused=True) from error
            self.breaker.failed(reason)
            raise EngineError(reason) from error
        except TransportError as error:
            self.breaker.failed(error.message)
            raise EngineError(error.message) from error
        else:
            self.breaker.worked()


@lru_cache(maxsize=8)
def _connection(urls: tuple[str, ...], process: int) -> Connection:
    return Connection(urls)


def connection(named: str) -> Connection:
    """This process's own connection to the addresses in the setting: sockets must not be shared after a fork."""
    return _connection(addresses(named), os.getpid())
