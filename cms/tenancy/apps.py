"""Wards' isolation as an app, so that its receivers and hooks are connected."""

from __future__ import annotations

from django.apps import AppConfig


class TenancyConfig(AppConfig):
    """What a ward's staff may see and touch."""

    name = "cms.tenancy"
    verbose_name = "Phường, xã"

    def ready(self) -> None:
        """Connect the receivers, make the registers' policies known, confine the filters."""
        from cms.tenancy import filters, receivers, registers

        receivers.connect()
        registers.register_policies()
        filters.confine()
