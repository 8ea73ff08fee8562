"""The page of open data."""

from __future__ import annotations

from typing import Any

import factory

from cms.open_data.models import OpenDataPage
from tests.factories.common import DraftFactory


class OpenDataPageFactory(DraftFactory):
    """A page of open data under a licence of its own; a ward has its only one from the start."""

    class Meta:
        model = OpenDataPage

    title = factory.Sequence(lambda number: f"Dữ liệu mở số {number + 1}")

    @classmethod
    def full_values(cls, ward: Any) -> dict[str, Any]:
        """Every fact."""
        return {
            "intro": "Tải về, dùng lại những gì phường đang công khai.",
            "licence_name": "Ghi rõ nguồn",
            "licence": "Được dùng lại khi ghi rõ nguồn và ngày lấy.",
            "licence_url": "https://vi-du.vn/giay-phep/",
        }
