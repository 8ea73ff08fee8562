"""One transaction around each write of the administration."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponseBase

View = Callable[..., HttpResponseBase]
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


def atomic_writes(view: View) -> View:
    """Wrap a view so that a request that may write does all of it or nothing.

    Wagtail publishes in several steps without a transaction; a receiver that refuses would leave the page live
    (measured: technical notes, §8). Reading takes no transaction: on SQLite it would wait for the write lock.
    """

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method in SAFE:
            return view(request, *args, **kwargs)
        with transaction.atomic():
            return view(request, *args, **kwargs)

    return wrapped
