"""Generations of what is shown: renewed by every write, read once a visit (docs/decisions/018-kept-fragments.md)."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final

from cms.disclosure.models import Generation

EVERY: Final = 0
"""In place of a site's id: what pages of all sites show. No site has it."""

Tokens = tuple[str, str]
"""Token of all sites, token of one."""


_renewed: ContextVar[int | None] = ContextVar("renewed", default=None)


@contextmanager
def renewed(site_id: int) -> Iterator[None]:
    """Within, a site that the same transaction has renewed already is not renewed again by each row that is saved.

    For code in one piece: whatever it writes is undone only together with the renewal.
    """
    token = _renewed.set(site_id)
    try:
        yield
    finally:
        _renewed.reset(token)


def renew(*site_ids: int) -> None:
    """Let nothing that was rendered of these sites be shown any more; part of the caller's transaction.

    One statement, which holds the sites' rows until the transaction ends: who also locks the log does so afterwards.
    """
    waiting = sorted(set(site_ids) - {_renewed.get()})
    if not waiting:
        return
    rows = [Generation(site_id=one, token=secrets.token_hex(8)) for one in waiting]
    Generation.objects.bulk_create(rows, update_conflicts=True, unique_fields=["site_id"], update_fields=["token"])


def renew_all() -> None:
    """The same for all sites at once."""
    renew(EVERY)


def present(site_id: int) -> Tokens | None:
    """The tokens of all sites and of one; None while one of them is not there, then nothing is kept. One query.

    What is read after it is at least as new as they are: a page rendered in between is kept under tokens that are
    over, and nobody asks for those again.
    """
    tokens = dict(Generation.objects.filter(pk__in={EVERY, site_id}).values_list("pk", "token"))
    return (tokens[EVERY], tokens[site_id]) if tokens.keys() >= {EVERY, site_id} else None
