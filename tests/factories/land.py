"""Land sites (khu đất) and old apartment blocks (chung cư cũ), with their index pages."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

import factory

from cms.values.dates import PartialDate
from cms.values.shape import Shape
from projects_pages.models import (
    BuildingDecision,
    BuildingOrder,
    BuildingState,
    Compensation,
    Feature,
    FormerPlanning,
    Grade,
    IndexTargetArea,
    Landmark,
    LandOrder,
    LandSiteIndexPage,
    LandSitePage,
    Met,
    OldBuildingIndexPage,
    OldBuildingPage,
    OwnerNotice,
    Plan,
    PlanningLevel,
    ReadinessCriterion,
    Relocation,
    Selection,
    SiteCriterion,
    SiteKind,
    SitePhoto,
    SiteState,
)
from tests.factories.common import DraftFactory, IndexPageFactory, full_record, page_source
from tests.factories.registers import PortalImageFactory, TargetAreaFactory, UnitFactory

SQUARE = "POLYGON ((106.55 20.94, 106.551 20.94, 106.551 20.941, 106.55 20.941, 106.55 20.94))"
"""About 104 m by 111 m."""
SQUARE_AREA = Decimal("11517.12")


class LandSitePageFactory(DraftFactory):
    """A land site."""

    class Meta:
        model = LandSitePage

    title = factory.Sequence(lambda number: f"Khu đất thử số {number + 1}")

    @classmethod
    def stands_under(cls, ward: Any) -> Any:
        """Below the index of sites."""
        return ward.index("khu-dat")

    @classmethod
    def full_values(cls, ward: Any) -> dict[str, Any]:
        """Every fact."""
        source = page_source(ward)
        return {
            **full_record(ward, source),
            **_land(),
            **_investment(),
            "reference_code": "KD-01",
            "site_kind": SiteKind.SHARE_OF_COMMERCIAL,
            "state": SiteState.READY,
            "release_decision": source.disclosurepage_ptr,
            "contact": UnitFactory(ward=ward),
            "target_area": TargetAreaFactory(ward=ward),
            "target_groups": "Công nhân\nNgười lao động",
            "planning_en": "Up to 9 storeys.",
            "apply_en": "Apply at the office of the ward.",
            "former_planning": [
                FormerPlanning(
                    title=f"Quy hoạch năm {year}",
                    replaced_on=PartialDate(year + 3),
                    function="Đất ở thấp tầng",
                    storeys=5,
                    density=Decimal("60"),
                    ratio=Decimal("2.5"),
                    homes=150,
                    document=source,
                    passage="Điều 1",
                )
                for year in (2015, 2019)
            ],
            "readiness": [
                ReadinessCriterion(criterion=name, met=Met.YES, note="biên bản", document=source, passage="mục 2")
                for name in ("Có đường vào", "Có điện đến ranh")
            ],
            "photos": [
                SitePhoto(image=PortalImageFactory(ward=ward), alt=f"Đất trống nhìn từ phía {side}", caption="Tháng 5")
                for side in ("Bắc", "Nam")
            ],
        }


def _land() -> dict[str, Any]:
    return {
        "location": "Tổ dân phố số 3",
        "map_sheet": "12",
        "parcel": "45, 46",
        "area": Decimal("11520.5"),
        "surveyed_in": "vn2000-9210",
        "boundary": Shape.from_wkt(SQUARE),
        "present_use": "Đất trống",
        "clean_land": True,
        "compensation": Compensation.DONE,
        "cleared_on": PartialDate(2026, 4),
        "compensation_note": "Đã chi trả",
        "planning_level": PlanningLevel.DETAILED,
        "function_planned": "Đất ở xã hội",
        "storeys_planned": 9,
        "density_planned": Decimal("45"),
        "ratio_planned": Decimal("4.1"),
        "homes_planned": 320,
        "homes_planned_approximate": True,
    }


def _investment() -> dict[str, Any]:
    return {
        "built_as_noxh": False,
        "fund_owed": 25_000_000_000,
        "fund_paid": 5_000_000_000,
        "goal": "Xây nhà ở cho công nhân",
        "scale": "Ba tòa nhà",
        "preliminary_capital": 320_000_000_000,
        "schedule": "Hoàn thành năm 2029",
        "incentives": "Miễn tiền sử dụng đất",
        "investor_conditions": "Có năng lực tài chính",
        "selection": Selection.TENDER,
        "apply_from": datetime.date(2026, 6, 1),
        "apply_until": datetime.date(2027, 1, 15),
        "apply_at": "Trụ sở UBND phường",
        "apply_how": "Trực tiếp, bưu chính",
    }


class OldBuildingPageFactory(DraftFactory):
    """An old apartment block."""

    class Meta:
        model = OldBuildingPage

    title = factory.Sequence(lambda number: f"Chung cư thử số {number + 1}")

    @classmethod
    def stands_under(cls, ward: Any) -> Any:
        """Below the index of old blocks."""
        return ward.index("chung-cu-cu")

    @classmethod
    def full_values(cls, ward: Any) -> dict[str, Any]:
        """Every fact."""
        source = page_source(ward)
        return {
            **full_record(ward, source),
            "reference_code": "CC-01",
            "state": BuildingState.MOVING,
            "address": "Số 5, đường Thử",
            "year_built": 1978,
            "storeys": 5,
            "homes": 60,
            "households": 58,
            "grade": Grade.D,
            "inspected_on": PartialDate(2026, 3),
            "risk": "Lún, nứt cột tầng một",
            "advice": "Không đứng dưới ban công",
            "plan": Plan.REBUILD,
            "plan_note": "Xây lại bảy tầng",
            "starts": PartialDate(2027, quarter=1),
            "ends": PartialDate(2029),
            "relocation": Relocation.UNDER_WAY,
            "households_moved": 12,
            "move_by": datetime.date(2026, 12, 31),
            "moved_to": "Nhà tạm cư số 2",
            "contact": UnitFactory(ward=ward),
            "decisions": [
                BuildingDecision(title=title, document=source, passage="Điều 1") for title in ("Di dời", "Phá dỡ")
            ],
            "owner_notices": [
                OwnerNotice(
                    notified_on=datetime.date(2026, 3, day),
                    text="Kết quả kiểm định",
                    how="Gửi từng hộ",
                    document=source,
                    passage="mục 1",
                )
                for day in (10, 20)
            ],
        }


def _orders(model: type[Any], source: Any) -> list[Any]:
    return [model(text=f"Công khai danh mục {number}", document=source, passage="mục II") for number in (1, 2)]


class LandSiteIndexPageFactory(IndexPageFactory):
    """The list of clean sites."""

    class Meta:
        model = LandSiteIndexPage

    @classmethod
    def full_values(cls, ward: Any) -> dict[str, Any]:
        """Every fact."""
        source = page_source(ward)
        return {
            **super().full_values(ward),
            "contact": UnitFactory(ward=ward),
            "other_names": "Danh mục khu đất sạch",
            "how_to_apply": "Nộp tại trụ sở",
            "orders": _orders(LandOrder, source),
            "criteria": [
                SiteCriterion(name=name, text="Theo kế hoạch", document=source, passage="mục II.1")
                for name in ("Đất sạch", "Đúng quy hoạch")
            ],
            "target_areas": [
                IndexTargetArea(area=TargetAreaFactory(ward=ward), document=source, passage="mục II.2")
                for _ in range(2)
            ],
            "landmarks": [
                Landmark(name=name, feature=Feature.ROAD, shape=Shape.from_wkt(f"LINESTRING ({path})"))
                for name, path in (
                    ("Đường trục", "106.54 20.94, 106.56 20.945"),
                    ("Đường gom", "106.55 20.93, 106.552 20.95"),
                )
            ],
        }


class OldBuildingIndexPageFactory(IndexPageFactory):
    """The list of old apartment blocks."""

    class Meta:
        model = OldBuildingIndexPage

    @classmethod
    def full_values(cls, ward: Any) -> dict[str, Any]:
        """Every fact."""
        return {
            **super().full_values(ward),
            "contact": UnitFactory(ward=ward),
            "other_names": "chung cư cũ xuống cấp",
            "orders": _orders(BuildingOrder, page_source(ward)),
        }
