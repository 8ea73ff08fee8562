"""The log of what was disclosed, and the facts it speaks of."""

from __future__ import annotations

from django.apps import AppConfig
from django.core.checks import register
from django.db.models.signals import post_migrate


class DisclosureConfig(AppConfig):
    """Log, facts, rules."""

    name = "cms.disclosure"
    label = "disclosure"
    verbose_name = "Công khai và nhật ký"

    def ready(self) -> None:
        """Keep the log's triggers in place: remaking a table on SQLite drops them without a word."""
        from cms.disclosure import triggers

        post_migrate.connect(triggers.reinstall, sender=self, dispatch_uid="log-triggers")
        register(triggers.check_installed, "database")
