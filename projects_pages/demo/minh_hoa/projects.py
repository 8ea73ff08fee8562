"""Projects in every stage, with rounds whose dates follow the day of loading, so that an open one is open when seen.

Nothing here exists.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from cms.models import BasePage
from cms.values.dates import PartialDate
from projects_pages.demo.building import Built
from projects_pages.demo.minh_hoa.days import quarter_of, written_for
from projects_pages.demo.minh_hoa.main_project import main_project
from projects_pages.demo.minh_hoa.organisations import HOUSING_COMPANY, PARK_COMPANY
from projects_pages.demo.minh_hoa.places import FIFTH, FOURTH, SECOND, THIRD
from projects_pages.demo.minh_hoa.project_base import (
    COMPLETED,
    DRAWN,
    DRAWN_ON,
    GROUPS,
    LODGING,
    MAIN_ANNOUNCED,
    NOTICE,
    REVIEWED,
    day,
    project,
)
from projects_pages.models import (
    ApplicationRound,
    DocumentType,
    HomeType,
    LegalDocumentPage,
    ProjectKind,
    ProjectPage,
    RoundResult,
    Stage,
)


def projects(built: Built) -> Iterator[tuple[str, BasePage]]:
    """The headline project first, then one for each stage."""
    today = written_for(built.today)
    yield "van-ban", _notice(built, today)
    yield "du-an", main_project(built, today)
    yield "du-an", _lodging(built, today)
    yield "du-an", _reviewed(built, today)
    yield "du-an", _drawn(built, today)
    yield "du-an", _completed(built, today)
    for number, data in enumerate(OTHERS, start=6):
        yield "du-an", _other(built, number, data, today)


def _notice(built: Built, today: datetime.date) -> LegalDocumentPage:
    return LegalDocumentPage(
        title="Tiếp nhận hồ sơ đăng ký mua nhà ở xã hội Minh Họa 1, đợt 1",
        slug="14-tb-mh",
        summary="Thời gian, nơi nộp, số căn, diện tích và giá bán tạm tính của đợt 1.",
        document_type=DocumentType.NOTICE,
        number=NOTICE,
        issued_on=PartialDate.from_date(day(today, MAIN_ANNOUNCED)),
        issuer=built.registers.organisations[HOUSING_COMPANY],
    )


def _lodging(built: Built, today: datetime.date) -> ProjectPage:
    page = project(
        built,
        LODGING,
        FOURTH,
        slug="nha-luu-tru-cong-nhan-minh-hoa-2",
        summary="Doanh nghiệp, hợp tác xã trong khu công nghiệp thuê cho công nhân ở.",
        reference_code="DA-MH-002",
        project_kind=ProjectKind.WORKER_LODGING,
        stage=Stage.COMPLETED,
        investor=built.registers.organisations[PARK_COMPANY],
        contact_address="Số 8 đường Mẫu, Tổ dân phố Mẫu 4",
        apply_at="Ban quản lý nhà lưu trú, số 8 đường Mẫu, Tổ dân phố Mẫu 4",
        homes_total=48,
        homes_for_rent=48,
        land_area=Decimal(3200),
        completion_planned=PartialDate(2026, quarter=2),
    )
    page.rounds = [
        ApplicationRound(
            name="Đợt 1",
            homes_for_rent=48,
            announced_on=day(today, -60),
            opens_on=day(today, -27),
            closes_on=day(today, 5),
        )
    ]
    page.home_types = [HomeType(name="Phòng 4 người", count=48, area_from=Decimal(28), area_to=Decimal(28))]
    return page


def _results(name: str, homes: int, *, chosen: bool) -> list[RoundResult]:
    shares = ((20, 18, 15), (90, 70, 45), (150, 96, homes - 60))
    return [
        RoundResult(
            round_name=name,
            group=group,
            homes=part,
            applications=applications,
            eligible=eligible,
            chosen=min(part, eligible) if chosen else None,
        )
        for group, (applications, eligible, part) in zip(GROUPS, shares, strict=True)
    ]


def _reviewed(built: Built, today: datetime.date) -> ProjectPage:
    page = project(
        built,
        REVIEWED,
        SECOND,
        slug="khu-nha-o-xa-hoi-minh-hoa-3",
        summary="Đã hết hạn nhận hồ sơ đợt 1, chủ đầu tư và Sở Xây dựng đang xét duyệt.",
        reference_code="DA-MH-003",
        project_kind=ProjectKind.SHARE_OF_COMMERCIAL,
        stage=Stage.REVIEWING,
        homes_total=180,
        homes_for_sale=150,
        homes_for_rent_to_buy=30,
        land_area=Decimal("9800.4"),
        completion_planned=quarter_of(day(today, 210)),
    )
    page.rounds = [
        ApplicationRound(
            name="Đợt 1",
            homes_for_sale=150,
            homes_for_rent_to_buy=30,
            announced_on=day(today, -95),
            opens_on=day(today, -60),
            closes_on=day(today, -12),
            draw_on=day(today, 30),
        )
    ]
    page.round_results = [RoundResult(round_name="Đợt 1", group="Tất cả nhóm", homes=180, applications=262)]
    return page


def _drawn(built: Built, today: datetime.date) -> ProjectPage:
    page = project(
        built,
        DRAWN,
        THIRD,
        slug="khu-nha-o-xa-hoi-minh-hoa-4",
        summary="Đã bốc thăm đợt 1; đợt 2 sắp nhận hồ sơ.",
        reference_code="DA-MH-004",
        project_kind=ProjectKind.INDEPENDENT,
        stage=Stage.DRAWING,
        homes_total=240,
        homes_for_sale=160,
        homes_for_rent=80,
        land_area=Decimal(12500),
        completion_planned=quarter_of(day(today, 100)),
    )
    page.rounds = [
        ApplicationRound(
            name="Đợt 1",
            homes_for_sale=160,
            announced_on=day(today, -170),
            opens_on=day(today, -135),
            closes_on=day(today, -100),
            draw_on=day(today, DRAWN_ON),
            draw_at="Nhà văn hóa phường",
            drawn_on=day(today, DRAWN_ON),
        ),
        ApplicationRound(
            name="Đợt 2",
            homes_for_rent=80,
            announced_on=day(today, -15),
            opens_on=day(today, 20),
            closes_on=day(today, 55),
        ),
    ]
    page.round_results = _results("Đợt 1", 160, chosen=True)
    return page


def _completed(built: Built, today: datetime.date) -> ProjectPage:
    page = project(
        built,
        COMPLETED,
        FIFTH,
        slug="khu-nha-o-xa-hoi-minh-hoa-5",
        summary="Đã hoàn thành, bàn giao; giá chính thức sau kiểm toán.",
        reference_code="DA-MH-005",
        project_kind=ProjectKind.INDEPENDENT,
        stage=Stage.COMPLETED,
        homes_total=96,
        homes_for_sale=80,
        homes_for_rent=16,
        land_area=Decimal("5120.6"),
        completion_planned=PartialDate(2025, quarter=4),
    )
    page.rounds = [
        ApplicationRound(
            name="Đợt 1",
            homes_for_sale=80,
            announced_on=datetime.date(2024, 5, 2),
            opens_on=datetime.date(2024, 6, 10),
            closes_on=datetime.date(2024, 7, 20),
            settled_on=datetime.date(2024, 9, 5),
        ),
        ApplicationRound(
            name="Đợt 2",
            homes_for_rent=16,
            announced_on=datetime.date(2024, 9, 1),
            opens_on=datetime.date(2024, 10, 10),
            closes_on=datetime.date(2024, 11, 20),
            cancelled_on=datetime.date(2024, 10, 5),
            cancelled_reason="chuyển 16 căn cho phường thuê làm nhà công vụ",
        ),
    ]
    page.round_results = [
        RoundResult(round_name="Đợt 1", group="Tất cả nhóm", homes=80, applications=71, eligible=64, chosen=64)
    ]
    return page


@dataclass(frozen=True)
class Other:
    """A project that shows a stage and little else."""

    stage: Stage
    homes: int
    summary: str


OTHERS = (
    Other(Stage.PROPOSED, 200, "Đề xuất của nhà đầu tư, đang lấy ý kiến."),
    Other(Stage.POLICY_APPROVED, 150, "Đã chấp thuận chủ trương, chưa chọn chủ đầu tư."),
    Other(Stage.INVESTOR_ASSIGNED, 120, "Đã giao chủ đầu tư, đang lập quy hoạch chi tiết."),
    Other(Stage.LAND_CLEARANCE, 300, "Đang bồi thường, hỗ trợ, tái định cư."),
    Other(Stage.BUILDING, 260, "Đang thi công phần thân."),
    Other(Stage.BEFORE_APPLICATIONS, 90, "Chủ đầu tư đã thông báo, sắp nhận hồ sơ."),
    Other(Stage.SIGNING, 110, "Đang ký hợp đồng với người được chọn."),
    Other(Stage.HANDING_OVER, 140, "Đang bàn giao căn hộ."),
    Other(Stage.HOMES_LEFT, 75, "Đã hoàn thành, còn căn chưa bán."),
    Other(Stage.PAUSED, 60, "Tạm dừng chờ điều chỉnh quy hoạch."),
    Other(Stage.CANCELLED, 50, "Đã hủy, đất chuyển sang mục đích khác."),
)


def _other(built: Built, number: int, data: Other, today: datetime.date) -> ProjectPage:
    page = project(
        built,
        f"Khu nhà ở xã hội Minh Họa {number}",
        (SECOND, THIRD, FOURTH, FIFTH)[number % 4],
        slug=f"khu-nha-o-xa-hoi-minh-hoa-{number}",
        summary=data.summary,
        reference_code=f"DA-MH-{number:03}",
        stage=data.stage,
        homes_total=data.homes,
    )
    if data.stage in {Stage.PROPOSED, Stage.POLICY_APPROVED}:
        page.investor = None
        page.contact_address = page.apply_at = ""
    if data.stage is Stage.BEFORE_APPLICATIONS:
        page.rounds = [
            ApplicationRound(
                name="Đợt 1",
                homes_for_sale=data.homes,
                announced_on=day(today, -3),
                opens_on=day(today, 32),
                closes_on=day(today, 65),
            )
        ]
    return page
