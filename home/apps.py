"""The home page and pages of plain text."""

from __future__ import annotations

from django.apps import AppConfig


class HomeConfig(AppConfig):
    """Home page, standard pages."""

    name = "home"
    verbose_name = "Trang chủ và trang chung"

    def ready(self) -> None:
        """Make the listings of the types known."""
        from home import listings  # noqa: F401 - needs the models
