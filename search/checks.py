"""What is looked at when the process starts."""

from __future__ import annotations

from typing import Any

from django.core.checks import CheckMessage, Error
from django.core.exceptions import ImproperlyConfigured

from search.engines.choice import external


def engine_exists(**kwargs: Any) -> list[CheckMessage]:
    """The setting `SEARCH_ENGINE` is empty or names an engine."""
    try:
        external()
    except ImproperlyConfigured as error:
        return [Error(str(error), id="search.E001")]
    return []
