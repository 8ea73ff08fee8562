"""The portal's foundation."""

from __future__ import annotations

from django.apps import AppConfig


class CmsConfig(AppConfig):
    """Pages' bases, the way to the public, wards."""

    name = "cms"
    verbose_name = "Cổng công khai"

    def ready(self) -> None:
        """Connect the receivers: the one way to the public, the reading of files; tell which data are made up."""
        from cms.extraction import receivers as reading
        from cms.models.ward import illustrative_notice
        from cms.publishing import receivers
        from search import illustrative

        receivers.connect()
        reading.connect()
        illustrative.register(illustrative_notice)
