"""One transaction around each write of the administration."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponseBase
from wagtail.admin import auth

View = Callable[..., HttpResponseBase]
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_REFUSED = "_refused_by_wagtail"


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
            response = view(request, *args, **kwargs)
            if getattr(request, _REFUSED, False):
                transaction.set_rollback(True)
            return response

    return wrapped


def undo_what_is_refused() -> None:
    """Let a refusal that Wagtail turns into a redirect undo what the view had written; called once by the addresses.

    Its own decorator stands inside ours and catches PermissionDenied, whoever raised it: what a receiver refused would
    be committed. It has no hook, so the function that it answers with tells the request.
    """
    stock = auth.permission_denied

    def told(request: HttpRequest) -> HttpResponseBase:
        setattr(request, _REFUSED, True)
        response: HttpResponseBase = stock(request)
        return response

    auth.permission_denied = told
