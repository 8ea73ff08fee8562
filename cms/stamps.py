"""Which site a request asks for and which state of it is the present one; what is kept of a site in that state."""

from __future__ import annotations

import copy
import datetime
import hashlib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple

from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest
from django.http.request import split_domain_port
from django.utils import timezone, translation
from wagtail.models import Site

from cms.disclosure import generations

DAY: Final = 86_400
MOST_HOSTS: Final = 2000
SOURCES: Final = ("cms", "home", "projects_pages", "search", "templates")


class Stamp(NamedTuple):
    """All that a page depends on besides its address."""

    release: str
    everywhere: str
    here: str
    day: datetime.date
    """Of Vietnam: days left, states of rounds and prices."""
    language: str


class Asked(NamedTuple):
    """The site that a request asks for; its stamp, None while nothing is kept of it."""

    site: Site | None
    stamp: Stamp | None


_hosts: dict[tuple[str, str], tuple[str, Site]] = {}
"""Sites by host and port, each with the token of all sites under which it was read."""


def asked_of(request: HttpRequest) -> Asked:
    """Site and stamp of a request; one query the first time, none later."""
    known: Asked | None = getattr(request, "_asked_site", None)
    if known is None:
        known = Asked(Site.find_for_request(request), None) if _is_preview(request) else _asked(request)
        request._asked_site = known  # type: ignore[attr-defined] # as Wagtail keeps its site there
    return known


def _is_preview(request: HttpRequest) -> bool:
    return bool(getattr(request, "is_preview", False))


def _asked(request: HttpRequest) -> Asked:
    host = split_domain_port(request.get_host())[0], request.get_port()  # by these Wagtail finds it
    if host in _hosts:
        token, site = _hosts[host]
        tokens = generations.present(site.pk)
        if tokens is not None and tokens[0] == token:
            found = copy.copy(site)  # whoever reads its home page reads it anew
            request._wagtail_site = found  # type: ignore[attr-defined] # where Wagtail looks for it
            return Asked(found, _stamp(tokens))
    before = generations.present(generations.EVERY)
    asked = Site.find_for_request(request)
    if asked is None:
        return Asked(None, None)
    tokens = generations.present(asked.pk)
    if before is not None:
        if len(_hosts) >= MOST_HOSTS:
            _hosts.clear()
        bare = copy.copy(asked)
        bare._state = copy.copy(asked._state)
        bare._state.fields_cache = {}
        _hosts[host] = before[0], bare
    return Asked(asked, _stamp(tokens) if tokens else None)


def _stamp(tokens: tuple[str, str]) -> Stamp:
    return Stamp(release(), *tokens, timezone.localdate(), translation.get_language() or "")


def kept_of_site(request: HttpRequest, name: str, make: Callable[[], Any]) -> Any:
    """What `make` read of the request's site, kept while the stamp is the same. It holds what is public only."""
    site, stamp = asked_of(request)
    if site is None or stamp is None:
        return make()
    key = key_of(name, site.pk)
    kept: tuple[Stamp, Any] | None = caches["fragments"].get(key)
    if kept is not None and kept[0] == stamp:
        return kept[1]
    made = make()
    caches["fragments"].set(key, (stamp, made), DAY)
    return made


def key_of(*parts: object) -> str:
    """A key for the cache."""
    return hashlib.sha256("\n".join(map(str, parts)).encode()).hexdigest()


@cache
def release() -> str:
    """A digest of what renders: nothing is shown that another release, or one with other settings, kept."""
    digest = hashlib.sha256(repr((settings.SMALL_CELLS_BELOW, settings.WAGTAILADMIN_BASE_URL)).encode())
    for name in SOURCES:
        for file in sorted((Path(settings.BASE_DIR) / name).rglob("*")):
            if file.suffix in {".py", ".html"}:
                state = file.stat()
                digest.update(f"{file.relative_to(settings.BASE_DIR)} {state.st_size} {state.st_mtime_ns}\n".encode())
    manifest = Path(settings.STATIC_ROOT) / "staticfiles.json"
    digest.update(manifest.read_bytes() if manifest.is_file() else b"")
    return digest.hexdigest()[:16]
