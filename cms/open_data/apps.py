"""Open data as an app: it has a page type."""

from __future__ import annotations

from django.apps import AppConfig


class OpenDataConfig(AppConfig):
    """The open-data page, the API and the catalogue of datasets."""

    name = "cms.open_data"
    label = "open_data"
    verbose_name = "Dữ liệu mở"
