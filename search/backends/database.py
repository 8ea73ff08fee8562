"""`WAGTAILSEARCH_BACKENDS`: the folding backend of the database in use."""

from __future__ import annotations

from importlib import import_module
from typing import Any, Final

from django.db import connection

MODULES: Final = {"sqlite": "search.backends.sqlite", "postgresql": "search.backends.postgres"}


def SearchBackend(params: dict[str, Any]) -> Any:  # noqa: N802 - the name that Wagtail looks for
    """The backend; each of Wagtail's can be imported on its own database only."""
    return import_module(MODULES[connection.vendor]).Backend(params)
