"""The registers: what staff keep up beside the pages."""

from __future__ import annotations

from django.apps import AppConfig


class RegistersConfig(AppConfig):
    """Places, organisations, units and the references to law."""

    name = "cms.registers"
    label = "registers"
    verbose_name = "Danh mục dùng chung"
