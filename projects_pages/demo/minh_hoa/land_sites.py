"""The sites themselves; every number is made up."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from cms.values.dates import PartialDate, format_date
from cms.values.shape import Shape
from projects_pages.demo.minh_hoa.days import quarter_in_english, quarter_of
from projects_pages.demo.minh_hoa.drawing import lot, point
from projects_pages.demo.minh_hoa.land_documents import RELEASE
from projects_pages.demo.minh_hoa.places import FIFTH, FIRST, FOURTH, NORTH, SECOND, SOUTH, THIRD
from projects_pages.demo.minh_hoa.project_base import day
from projects_pages.demo.minh_hoa.units import ECONOMY, OFFICE
from projects_pages.models import Compensation, Met, PlanningLevel, Selection, SiteKind, SiteState

CRITERIA = (
    "Có trong quy hoạch",
    "Đã giải phóng mặt bằng",
    "Có đường vào",
    "Có điện đến ranh",
    "Có nước đến ranh",
    "Thoát nước chung",
)
ASSIGNED = "Khu đất Minh Họa 5"
ZONE = "vn2000-9216"
AT_THE_OFFICE = {"apply_at": f"{ECONOMY}, {OFFICE}", "apply_how": "Trực tiếp hoặc qua bưu chính"}
Readiness = tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class SiteData:
    """A site; `values` are further fields of the page, `planned` the figures that the planning gave."""

    title: str
    code: str
    summary: str
    kind: SiteKind
    state: SiteState
    shape: Shape
    values: Mapping[str, Any]
    area_name: str = ""
    place: str = ""
    surveyed_in: str = ZONE
    readiness: Readiness = ()
    former: tuple[Mapping[str, Any], ...] = ()
    planned: tuple[str, ...] = ()
    photos: tuple[tuple[str, str, str, tuple[str, ...]], ...] = ()
    handed_over: bool = False


def _ready(*exceptions: tuple[str, str, str]) -> Readiness:
    """All criteria met but those that are named with another result."""
    other = {name: (name, met, note) for name, met, note in exceptions}
    return tuple(other.get(name, (name, Met.YES, "")) for name in CRITERIA)


def sites(today: datetime.date) -> tuple[SiteData, ...]:
    """One of each kind; for one applications are taken, for one they were, for one they will be."""
    drained, begun, called, closing = (day(today, offset) for offset in (150, 270, -21, 53))
    coming = day(today, 22)
    return (
        SiteData(
            "Khu đất Minh Họa 1",
            "KD-MH-001",
            "12.480 m² đất sạch, phía Bắc phường Minh Họa, dự kiến 320 căn nhà ở xã hội.",
            SiteKind.INDEPENDENT,
            SiteState.READY,
            lot((430, 930), 130, 96, 6),
            {
                "title_en": "Minh Họa site 1",
                "summary_en": "A cleared site of 12,480 m² in the north of Minh Họa, a ward that does not exist, set "
                "aside for social housing. Five of six readiness criteria are met; shared drainage, due in the "
                f"{quarter_in_english(drained)}, does not hold up the start.",
                "planning_en": "Detailed plan 1/500, changed in May 2026: from 5 to 9 storeys, site coverage from 60% "
                "to 45%, floor area ratio 4.0.",
                "apply_en": "Register your interest at the Division of Economy, Infrastructure and Urban Affairs, in "
                f"person or by post, by {closing.day} {closing:%B} {closing.year}. The investor is assigned without "
                "bidding.",
                "location": "Tổ dân phố Mẫu 1, cạnh Nam cách đường trục phường 30 m",
                "map_sheet": "00",
                "parcel": "000 (số đặt ra)",
                "area": Decimal("12480"),
                "present_use": "Đất trống, không có công trình",
                "clean_land": True,
                "compensation": Compensation.DONE,
                "cleared_on": PartialDate(2026, 9, 28),
                "planning_level": PlanningLevel.DETAILED,
                "function_planned": "Đất ở, nhà ở xã hội",
                "storeys_planned": 9,
                "density_planned": Decimal("45"),
                "ratio_planned": Decimal("4.0"),
                "homes_planned": 320,
                "goal": "Nhà ở cho cán bộ, công chức, viên chức và lực lượng vũ trang",
                "scale": "Ba tòa chín tầng, sân chơi, nhà để xe",
                "preliminary_capital": 310_000_000_000,
                "schedule": f"Khởi công {quarter_of(begun)}, hoàn thành năm {begun.year + 2}",
                "incentives": "Miễn tiền sử dụng đất; hỗ trợ hạ tầng kỹ thuật ngoài ranh",
                "investor_conditions": "Đã hoàn thành ít nhất một dự án nhà ở",
                "selection": Selection.ASSIGNED,
                "apply_from": called,
                "apply_until": closing,
                "confirmed_on": day(today, -13),
                "confirm_again_by": day(today, 79),
                **AT_THE_OFFICE,
            },
            NORTH,
            FIRST,
            readiness=_ready(("Thoát nước chung", Met.NO, f"Không cản khởi công; dự kiến {quarter_of(drained)}")),
            former=(
                {
                    "title": "Quy hoạch năm 2019",
                    "replaced_on": PartialDate(2026, 5, 6),
                    "function": "Đất ở thấp tầng",
                    "storeys": 5,
                    "density": Decimal("60"),
                    "ratio": Decimal("3.0"),
                    "homes": 190,
                },
            ),
            planned=("storeys_planned", "density_planned", "homes_planned"),
            photos=(
                ("Khu đất trống nhìn từ đường trục phường, cỏ thấp, không có nhà", "Nhìn từ phía Nam", "#cfc39a", ()),
                (
                    "Cạnh phía Đông giáp ba ngôi nhà mái đỏ",
                    "Nhìn từ phía Tây",
                    "#d8cfae",
                    ("#941a1d", "#8a4b2a", "#941a1d"),
                ),
            ),
            handed_over=True,
        ),
        SiteData(
            "Khu đất Minh Họa 2, giáp đường trục phường",
            "KD-MH-002",
            "8.215,5 m² trong quỹ đất 20% của một dự án nhà ở thương mại, dùng để xây nhà ở xã hội.",
            SiteKind.SHARE_OF_COMMERCIAL,
            SiteState.READY,
            lot((1130, 910), 107, 76.8, -4),
            {
                "location": "Tổ dân phố Mẫu 2, giáp đường trục phường",
                "area": Decimal("8215.5"),
                "present_use": "Đất đã san nền",
                "clean_land": True,
                "compensation": Compensation.NOT_NEEDED,
                "planning_level": PlanningLevel.DETAILED,
                "function_planned": "Đất ở, nhà ở xã hội",
                "storeys_planned": 7,
                "density_planned": Decimal("50"),
                "homes_planned": 180,
                "built_as_noxh": True,
                "selection": Selection.TENDER,
            },
            NORTH,
            SECOND,
            readiness=_ready(("Có nước đến ranh", "", "")),
            planned=("storeys_planned", "density_planned", "homes_planned"),
        ),
        SiteData(
            "Khu đất Minh Họa 3, gần khu công nghiệp",
            "KD-MH-003",
            "15.002,3 m² đang giải phóng mặt bằng, dự kiến khoảng 410 căn cho công nhân.",
            SiteKind.INDEPENDENT,
            SiteState.PREPARING,
            lot((1010, 230), 150, 100, 14),
            {
                "location": "Tổ dân phố Mẫu 4, cách cổng khu công nghiệp 200 m",
                "area": Decimal("15002.3"),
                "present_use": "Ruộng một vụ, chín hộ đang canh tác",
                "clean_land": False,
                "compensation": Compensation.UNDER_WAY,
                "compensation_note": "Bảy trên chín hộ đã nhận tiền",
                "planning_level": PlanningLevel.ZONING,
                "function_planned": "Đất ở đô thị",
                "storeys_planned": 12,
                "density_planned": Decimal("40"),
                "homes_planned": 410,
                "homes_planned_approximate": True,
            },
            SOUTH,
            FOURTH,
            readiness=_ready(
                ("Đã giải phóng mặt bằng", Met.NO, "Còn hai hộ"),
                ("Có đường vào", "", ""),
                ("Thoát nước chung", "", ""),
            ),
            planned=("storeys_planned", "density_planned", "homes_planned"),
        ),
        SiteData(
            "Khu đất Minh Họa 4",
            "KD-MH-004",
            "6.740 m² thuộc quỹ đất 20%, không xây nhà ở xã hội: đã đấu giá, tiền nộp vào Quỹ nhà ở.",
            SiteKind.AUCTION,
            SiteState.AUCTIONED,
            lot((620, 300), 84, 80.3, -8),
            {
                "location": "Tổ dân phố Mẫu 3, bờ Nam sông Mẫu",
                "area": Decimal("6740"),
                "present_use": "Đất trống",
                "clean_land": True,
                "compensation": Compensation.NOT_NEEDED,
                "function_planned": "Đất ở, nhà ở thương mại",
                "built_as_noxh": False,
                "release_decision": RELEASE,
                "fund_owed": 42_500_000_000,
                "fund_paid": 20_000_000_000,
                "selection": Selection.AUCTION,
            },
            SOUTH,
            THIRD,
        ),
        SiteData(
            ASSIGNED,
            "KD-MH-005",
            "6.004 m² kêu gọi đầu tư; đã giao nhà đầu tư.",
            SiteKind.INVESTMENT_CALL,
            SiteState.HAS_INVESTOR,
            lot((1490, 830), 95, 63.2, -12),
            {
                "location": "Tổ dân phố Mẫu 5",
                "area": Decimal("6004"),
                "present_use": "Đất trống",
                "clean_land": True,
                "compensation": Compensation.DONE,
                "function_planned": "Đất ở, nhà ở xã hội",
                "storeys_planned": 7,
                "homes_planned": 150,
                "homes_planned_approximate": True,
                "selection": Selection.ASSIGNED,
            },
            NORTH,
            FIFTH,
        ),
        SiteData(
            "Khu đất trụ sở cũ Trạm Thủy nông",
            "KD-MH-006",
            "3.120 m² đất tài sản công dôi dư sau sắp xếp; đã hết hạn nộp hồ sơ, đang xét.",
            SiteKind.PUBLIC_ASSET,
            SiteState.READY,
            lot((330, 700), 65, 48, 0),
            {
                "location": "Tổ dân phố Mẫu 1, bờ Bắc sông Mẫu",
                "area": Decimal("3120"),
                "present_use": "Nhà làm việc một tầng bỏ trống",
                "clean_land": True,
                "compensation": Compensation.NOT_NEEDED,
                "function_planned": "Đất ở, nhà ở xã hội cho thuê",
                "storeys_planned": 5,
                "density_planned": Decimal("55"),
                "homes_planned": 60,
                "preliminary_capital": 45_000_000_000,
                "selection": Selection.TENDER,
                "apply_from": day(today, -69),
                "apply_until": day(today, -24),
                **AT_THE_OFFICE,
            },
            NORTH,
            FIRST,
            readiness=_ready(),
        ),
        SiteData(
            "Khu đất Minh Họa 7",
            "KD-MH-007",
            f"Khoảng 1 ha phía Nam sông Mẫu; nhận hồ sơ từ ngày {format_date(coming)}.",
            SiteKind.INVESTMENT_CALL,
            SiteState.READY,
            point((300, 330)),
            {
                "location": "Tổ dân phố Mẫu 3, phía Tây đường Mẫu",
                "area": Decimal("9800"),
                "present_use": "Đất trống",
                "clean_land": True,
                "compensation": Compensation.DONE,
                "function_planned": "Đất ở, nhà ở xã hội",
                "homes_planned": 240,
                "homes_planned_approximate": True,
                "selection": Selection.APPROVED,
                "apply_from": coming,
                "apply_until": day(today, 112),
                **AT_THE_OFFICE,
            },
            SOUTH,
            THIRD,
            surveyed_in="wgs84",
            readiness=_ready(("Có điện đến ranh", Met.NO, f"Đóng điện {quarter_of(day(today, 80))}")),
        ),
    )
