"""Demand for social housing (nhu cầu nhà ở)."""

from __future__ import annotations

from typing import Any

import factory

from cms.values.dates import PartialDate
from projects_pages.models import DemandCount, DemandPage, SurveyState
from tests.factories.common import DraftFactory, full_record, page_source
from tests.factories.law import EligibleGroupFactory
from tests.factories.registers import PlaceFactory, PortalDocumentFactory, UnitFactory


class DemandPageFactory(DraftFactory):
    """A survey."""

    class Meta:
        model = DemandPage

    title = factory.Sequence(lambda number: f"Khảo sát thử số {number + 1}")

    @classmethod
    def stands_under(cls, ward: Any) -> Any:
        """Below the index of surveys."""
        return ward.index("nhu-cau")

    @classmethod
    def full_values(cls, ward: Any) -> dict[str, Any]:
        """Every fact; no count is small, so none is hidden."""
        source = page_source(ward)
        return {
            **full_record(ward, source),
            "reference_code": "NC-01",
            "subject": source,
            "survey_state": SurveyState.COUNTED,
            "survey_from": PartialDate(2026, 3),
            "survey_until": PartialDate(2032, quarter=2),
            "surveyed_by": UnitFactory(ward=ward),
            "method": "Phát phiếu",
            "report": source,
            "blank_form": PortalDocumentFactory(ward=ward),
            "hidden_below": 5,
            "counts": [
                DemandCount(
                    place=PlaceFactory(ward=ward),
                    eligible=EligibleGroupFactory(),
                    group=f"Nhóm {number}",
                    households=40 * number,
                    note="ước",
                )
                for number in (1, 2)
            ],
        }
