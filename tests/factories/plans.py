"""Plans (kế hoạch)."""

from __future__ import annotations

import datetime
from typing import Any

import factory

from cms.values.dates import PartialDate
from projects_pages.models import PlanPage, PlanReport, PlanSection, PlanTarget, PlanTask, TaskState
from tests.factories.common import DraftFactory, full_record, page_source
from tests.factories.documents import full_document
from tests.factories.registers import UnitFactory


class PlanPageFactory(DraftFactory):
    """A plan."""

    class Meta:
        model = PlanPage

    title = factory.Sequence(lambda number: f"Kế hoạch thử số {number + 1}")

    @classmethod
    def stands_under(cls, ward: Any) -> Any:
        """Below the index of plans."""
        return ward.plans

    @classmethod
    def full_values(cls, ward: Any) -> dict[str, Any]:
        """Every fact."""
        from tests.factories.wards import publish

        unit = UnitFactory(ward=ward)
        return {
            **full_record(ward, page_source(ward)),
            **full_document(ward),
            "reference_code": "KH-01",
            "number": "/KH-UBND",
            "year_from": 2026,
            "year_to": 2030,
            "replaces": publish(PlanPageFactory(ward=ward)),
            "sections": [
                PlanSection(number="I", heading="Mục đích", text="Làm rõ việc"),
                PlanSection(number="II", heading="Nhiệm vụ", text="Làm việc"),
            ],
            "targets": [
                PlanTarget(
                    indicator=f"Số căn hộ {number}",
                    year=2026 + number,
                    planned=587,
                    planned_approximate=True,
                    achieved=12,
                    unit_of_measure="căn",
                    passage="mục II.1",
                    note="cả năm",
                )
                for number in (1, 2)
            ],
            "tasks": [
                PlanTask(
                    duty=f"Rà soát đợt {number}",
                    lead_unit=unit,
                    supporting_units="Công an phường",
                    due=PartialDate(2026, quarter=2),
                    due_text="trước quý III",
                    state=TaskState.UNDER_WAY,
                    passage="mục III",
                )
                for number in (1, 2)
            ],
            "reports": [
                PlanReport(period=f"Quý {number}", reported_on=datetime.date(2026, 3 * number, 30), text="Đúng hạn")
                for number in (1, 2)
            ],
        }
