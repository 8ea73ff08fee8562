"""What is looked at when the process starts."""

from __future__ import annotations

from typing import Any

from django.core.checks import CheckMessage, Error
from django.core.exceptions import ImproperlyConfigured

from search.engines import engine


def engine_exists(**kwargs: Any) -> list[CheckMessage]:
    """The setting `SEARCH_ENGINE` names an engine that works on this database."""
    try:
        engine()
    except ImproperlyConfigured as error:
        return [Error(str(error), id="search.E001")]
    return []
