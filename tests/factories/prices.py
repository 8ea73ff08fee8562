"""Prices (giá)."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

import factory

from projects_pages.models import PricePage, PriceRow, PriceStatus, Transaction
from tests.factories.common import DraftFactory, full_record, page_source
from tests.factories.registers import OrganisationFactory


class PricePageFactory(DraftFactory):
    """A provisional selling price."""

    class Meta:
        model = PricePage

    title = factory.Sequence(lambda number: f"Giá thử số {number + 1}")
    transaction = Transaction.SALE
    status = PriceStatus.PROVISIONAL

    @classmethod
    def stands_under(cls, ward: Any) -> Any:
        """Below the index of prices."""
        return ward.index("gia")

    @classmethod
    def full_values(cls, ward: Any) -> dict[str, Any]:
        """Every fact."""
        from tests.factories.projects import ProjectPageFactory
        from tests.factories.wards import publish

        source = page_source(ward)
        project = publish(ProjectPageFactory(ward=ward))
        return {
            **full_record(ward, source),
            "reference_code": "GIA-01",
            "project": project.disclosurepage_ptr,
            "decision": source,
            "valid_from": datetime.date(2026, 3, 1),
            "valid_until": datetime.date(2027, 3, 1),
            "replaces": publish(PricePageFactory(ward=ward, project=project.disclosurepage_ptr)).disclosurepage_ptr,
            "verifier": OrganisationFactory(ward=ward),
            "checked_document": source,
            "appraised_price": 16_500_000,
            "frame_from": 40_000,
            "frame_to": 90_000,
            "note": "Chốt sau kiểm toán",
            "price_rows": price_rows(),
        }


def price_rows() -> list[PriceRow]:
    """Two types of homes."""
    return [
        PriceRow(
            home_type=name,
            floors="2–9",
            area_from=Decimal("45.6"),
            area_to=Decimal("58.4"),
            price=price,
            vat_included=True,
            maintenance_included=False,
            coefficient=Decimal("1.02"),
        )
        for name, price in (("1 phòng ngủ", 16_207_395), ("2 phòng ngủ", 16_400_000))
    ]
