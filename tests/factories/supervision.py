"""Community supervision (giám sát cộng đồng)."""

from __future__ import annotations

import datetime
from typing import Any

import factory

from projects_pages.models import FindingState, ReportChannel, SupervisionFinding, SupervisionPage, Supervisor
from tests.factories.common import DraftFactory, full_record, page_source
from tests.factories.registers import UnitFactory


class SupervisionPageFactory(DraftFactory):
    """A page of supervision."""

    class Meta:
        model = SupervisionPage

    title = factory.Sequence(lambda number: f"Giám sát thử số {number + 1}")

    @classmethod
    def stands_under(cls, ward: Any) -> Any:
        """Below the index of supervision."""
        return ward.index("giam-sat")

    @classmethod
    def full_values(cls, ward: Any) -> dict[str, Any]:
        """Every fact."""
        source = page_source(ward)
        return {
            **full_record(ward, source),
            "reference_code": "GS-01",
            "subject": source,
            "ground": "Kế hoạch của phường",
            "board": True,
            "board_note": "Lập theo quyết định của Mặt trận",
            "may_ask_for": "Quy hoạch, tiến độ",
            "broker_warning": "Không đưa tiền cho môi giới",
            "supervisors": [
                Supervisor(unit=UnitFactory(ward=ward), task=f"Việc {number}", document=source, passage="mục III")
                for number in (1, 2)
            ],
            "findings": [
                SupervisionFinding(
                    finding=f"Phát hiện {number}",
                    found_on=datetime.date(2026, 5, 1),
                    state=FindingState.ANSWERED,
                    answer="Đã sửa",
                    answered_on=datetime.date(2026, 5, 9),
                    unit=UnitFactory(ward=ward),
                    document=source,
                    passage="trang 2",
                )
                for number in (1, 2)
            ],
            "channels": [ReportChannel(unit=UnitFactory(ward=ward), matter=f"Việc {number}") for number in (1, 2)],
        }
