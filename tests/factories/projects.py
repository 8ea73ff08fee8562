"""Projects (dự án)."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

import factory

from cms.values.dates import PartialDate
from projects_pages.models import (
    ApplicationRound,
    HomeType,
    InfrastructureItem,
    InfrastructureState,
    Milestone,
    Obstacle,
    ProgressReport,
    ProjectContact,
    ProjectKind,
    ProjectPage,
    RoundResult,
    Stage,
)
from projects_pages.models.project_rows import InfrastructureCategory
from tests.factories.common import DraftFactory, full_record, page_source
from tests.factories.land import LandSitePageFactory
from tests.factories.registers import OrganisationFactory, UnitFactory
from tests.factories.wards import publish


class ProjectPageFactory(DraftFactory):
    """A project."""

    class Meta:
        model = ProjectPage

    title = factory.Sequence(lambda number: f"Dự án thử số {number + 1}")

    @classmethod
    def stands_under(cls, ward: Any) -> Any:
        """Below the index of projects."""
        return ward.projects

    @classmethod
    def full_values(cls, ward: Any) -> dict[str, Any]:
        """Every fact."""
        source = page_source(ward)
        return {
            **full_record(ward, source),
            **_scale(),
            **_rows(ward, source),
            "reference_code": "DA-01",
            "project_kind": ProjectKind.INDEPENDENT,
            "stage": Stage.BUILDING,
            "priority_lane": True,
            "investor": OrganisationFactory(ward=ward),
            "operator": OrganisationFactory(ward=ward),
            "contact_address": "Số 3, đường Thử",
            "land_site": publish(LandSitePageFactory(ward=ward)),
            "apply_at": "Bộ phận một cửa",
            "applications_expected": PartialDate(2026, 5),
            "location": "Tổ dân phố số 12",
            "total_investment": 560_000_000_000,
            "capital_source": "Vốn chủ đầu tư",
            "incentives": "Miễn tiền sử dụng đất",
            "completion_planned": PartialDate(2028, quarter=4),
            "investment_policy": "Đã chấp thuận",
            "detailed_plan": "Tỷ lệ 1/500",
            "role_in_plan": "Dự án trọng điểm",
            "intended_for": "Người thu nhập thấp",
            "needs_note": "Nộp đơn tại phường",
        }


def _scale() -> dict[str, Any]:
    return {
        "land_area": Decimal("32056.8"),
        "land_origin": "Đất công",
        "homes_total": 587,
        "homes_total_approximate": True,
        "homes_for_sale": 400,
        "homes_for_rent": 100,
        "homes_for_rent_to_buy": 80,
        "buildings": 5,
        "storeys": 9,
        "basements": 1,
        "floor_area": Decimal("45000.5"),
        "building_density": Decimal("42.5"),
        "land_use_ratio": Decimal("3.2"),
        "population": 2_100,
    }


def _rows(ward: Any, source: Any) -> dict[str, Any]:
    units = [UnitFactory(ward=ward), UnitFactory(ward=ward)]
    return {
        "milestones": [
            Milestone(
                title=title,
                planned_first=PartialDate(2026, quarter=1),
                planned_now=PartialDate(2026, quarter=2),
                actual=PartialDate(2026, 6, 1),
                reason="Chờ mặt bằng",
                document=source,
                passage="mục II.1",
            )
            for title in ("Khởi công", "Hoàn thành")
        ],
        "home_types": [
            HomeType(
                name=name,
                count=100,
                area_from=Decimal("45.5"),
                area_to=Decimal("70"),
                sale_price=16_207_395,
                rent_price=48_000,
                price_note="đã gồm VAT",
            )
            for name in ("Một phòng ngủ", "Hai phòng ngủ")
        ],
        "rounds": [
            ApplicationRound(
                name=name,
                homes_for_sale=100,
                homes_for_rent_to_buy=20,
                homes_for_rent=10,
                notice=source,
                announced_on=datetime.date(2026, 3, 1),
                opens_on=datetime.date(2026, 4, 10),
                closes_on=datetime.date(2026, 5, 20),
                hours="7:30–11:30",
                apply_at="Nhà điều hành",
                draw_on=datetime.date(2026, 6, 1),
                draw_at="Nhà văn hóa",
                drawn_on=datetime.date(2026, 6, 2),
                settled_on=datetime.date(2026, 6, 3),
                cancelled_on=datetime.date(2026, 6, 4),
                cancelled_reason="Thay đợt khác",
            )
            for name in ("Đợt 1", "Đợt 2")
        ],
        "round_results": [
            RoundResult(round_name="Đợt 1", group=group, homes=50, applications=90, eligible=60, chosen=40)
            for group in ("Người có công", "Người thu nhập thấp")
        ],
        "infrastructure": [
            InfrastructureItem(
                name=name,
                category=InfrastructureCategory.SOCIAL,
                requirement="trong phạm vi dự án",
                required_share=Decimal("100"),
                required_by_planning=True,
                state=InfrastructureState.UNDER_WAY,
                done_share=Decimal("12.5"),
                evidence="biên bản",
                document=source,
                passage="mục II.2",
            )
            for name in ("Trường mầm non", "Trạm y tế")
        ],
        "contacts": [ProjectContact(unit=unit, matter="Hỏi về hồ sơ") for unit in units],
        "progress_reports": [
            ProgressReport(
                reported_on=datetime.date(2026, month, 1),
                done_share=Decimal("10"),
                text="Đang làm móng",
                unit=units[0],
                document=source,
            )
            for month in (4, 5)
        ],
        "obstacles": [
            Obstacle(
                title=title,
                text="Còn hai hộ",
                solution="Đối thoại",
                raised_on=datetime.date(2026, 2, 1),
                resolved_on=datetime.date(2026, 6, 1),
                unit=units[0],
            )
            for title in ("Mặt bằng", "Nguồn vốn")
        ],
    }
