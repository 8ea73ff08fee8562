"""The portal's foundation."""

from __future__ import annotations

from django.apps import AppConfig


class CmsConfig(AppConfig):
    """Pages' bases, the way to the public, wards."""

    name = "cms"
    verbose_name = "Cổng công khai"

    def ready(self) -> None:
        """Connect the receivers that let nothing become public on another way."""
        from cms.publishing import receivers

        receivers.connect()
