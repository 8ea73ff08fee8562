"""The search app."""

from __future__ import annotations

from django.apps import AppConfig
from django.core.checks import register


class SearchConfig(AppConfig):
    """Public records, their index and the search page."""

    name = "search"
    label = "search"
    verbose_name = "Tìm kiếm"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Connect what keeps the index in line when records go, and check the choice of the engine at start."""
        from search import checks, receivers

        receivers.connect(self)
        register(checks.engine_exists)
