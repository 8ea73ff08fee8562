"""The headline project: everything that a project can say."""

from __future__ import annotations

import datetime
from decimal import Decimal

from cms.models import DisclosurePage, FigureSource, LegalBasis
from cms.values.dates import PartialDate
from projects_pages.demo.building import Built
from projects_pages.demo.minh_hoa.documents import APPROVAL, PLANNING, PLANNING_CHANGED
from projects_pages.demo.minh_hoa.organisations import HOUSING_COMPANY
from projects_pages.demo.minh_hoa.places import FOURTH, THIRD
from projects_pages.demo.minh_hoa.project_base import (
    APPLY_AT,
    APPLY_HOURS,
    MAIN,
    MAIN_ANNOUNCED,
    MAIN_CLOSES,
    MAIN_OPENS,
    NOTICE,
    day,
    project,
)
from projects_pages.demo.minh_hoa.units import ECONOMY
from projects_pages.demo.shapes import PLAN
from projects_pages.models import (
    ApplicationRound,
    HomeType,
    InfrastructureItem,
    InfrastructureState,
    Milestone,
    Obstacle,
    ProgressReport,
    ProjectKind,
    ProjectPage,
    Stage,
)
from projects_pages.models.project_rows import InfrastructureCategory


def main_project(built: Built, today: datetime.date) -> ProjectPage:
    """Unsaved; points to what the ward published before."""
    approval, planning, plan = (built.published[name] for name in (APPROVAL, PLANNING, PLAN))
    page = project(
        built,
        MAIN,
        THIRD,
        slug="khu-nha-o-xa-hoi-minh-hoa-1",
        summary="412 căn hộ để bán, cho thuê mua, cho thuê tại Tổ dân phố Mẫu 3 và Mẫu 4.",
        reference_code="DA-MH-001",
        places=[built.registers.places[name] for name in (THIRD, FOURTH)],
        location="Tổ dân phố Mẫu 3 và Mẫu 4, phường Minh Họa, tỉnh Minh Họa",
        project_kind=ProjectKind.INDEPENDENT,
        stage=Stage.BUILDING,
        priority_lane=True,
        operator=built.registers.organisations[HOUSING_COMPANY],
        homes_total=412,
        homes_for_sale=307,
        homes_for_rent_to_buy=50,
        homes_for_rent=55,
        land_area=Decimal("21450.5"),
        land_origin="Đất Nhà nước giao, được miễn tiền sử dụng đất",
        buildings=3,
        storeys=12,
        floor_area=Decimal("34120"),
        building_density=Decimal("38.5"),
        land_use_ratio=Decimal("1.6"),
        population=1_340,
        total_investment=486_000_000_000,
        capital_source="Vốn của chủ đầu tư, vốn vay ưu đãi",
        completion_planned=PartialDate(2027, quarter=4),
        detailed_plan="Đã phê duyệt",
        intended_for="Người có công, công chức, viên chức, công nhân, người thu nhập thấp",
        confirmed_on=day(today, -2),
        confirm_again_by=day(today, 28),
    )
    changed = built.published[PLANNING_CHANGED]
    page.legal_bases = [LegalBasis(document=document) for document in (approval, planning, changed, plan)]
    page.sources = [
        FigureSource(fact=fact, document=document)
        for fact, document in (
            ("homes_total", approval),
            ("investor", approval),
            ("land_area", approval),
            ("detailed_plan", planning),
            ("storeys", changed),
            ("completion_planned", plan),
        )
    ]
    page.milestones = _milestones(approval, planning, plan)
    page.home_types = [
        HomeType(name=name, count=count, area_from=Decimal(low), area_to=Decimal(high), rent_price=58_000)
        for name, count, low, high in (
            ("1 phòng ngủ", 102, "32.5", "38"),
            ("2 phòng ngủ", 225, "45.6", "58.4"),
            ("3 phòng ngủ", 85, "64.2", "70"),
        )
    ]
    page.infrastructure = _infrastructure(plan)
    page.progress_reports = [
        ProgressReport(reported_on=day(today, -10), done_share=Decimal(28), text="Xong phần móng hai tòa phía Bắc.")
    ]
    page.obstacles = [
        Obstacle(
            title="Đấu nối thoát nước với đường Minh Họa",
            text="Cao độ cống hiện có thấp hơn thiết kế.",
            solution="Điều chỉnh cao độ hố ga, báo cáo Sở Xây dựng.",
            raised_on=day(today, -60),
            unit=built.registers.units[ECONOMY],
        )
    ]
    page.rounds = [
        ApplicationRound(
            name="Đợt 1",
            homes_for_sale=120,
            notice=built.published[NOTICE],
            announced_on=day(today, MAIN_ANNOUNCED),
            opens_on=day(today, MAIN_OPENS),
            closes_on=day(today, MAIN_CLOSES),
            hours=APPLY_HOURS,
            apply_at=APPLY_AT,
            draw_on=day(today, 64),
            draw_at="Nhà văn hóa phường",
        ),
        ApplicationRound(name="Đợt 2"),
    ]
    return page


def _milestones(approval: DisclosurePage, planning: DisclosurePage, plan: DisclosurePage) -> list[Milestone]:
    first = PartialDate(2026, quarter=1)
    return [
        Milestone(
            title="Chấp thuận chủ trương, giao chủ đầu tư",
            planned_first=first,
            actual=PartialDate(2026, 1, 15),
            document=approval,
        ),
        Milestone(
            title="Phê duyệt Quy hoạch chi tiết 1/500",
            planned_first=first,
            actual=PartialDate(2026, 3, 12),
            document=planning,
        ),
        Milestone(
            title="Khởi công",
            planned_first=first,
            planned_now=PartialDate(2026, quarter=2),
            actual=PartialDate(2026, 6, 22),
            reason="hoàn thiện thủ tục trước khi thi công",
            document=plan,
        ),
        Milestone(title="Hoàn thành 412 căn hộ", planned_first=PartialDate(2027, quarter=4), document=plan),
    ]


def _infrastructure(plan: DisclosurePage) -> list[InfrastructureItem]:
    technical, social = InfrastructureCategory.TECHNICAL, InfrastructureCategory.SOCIAL
    rows: tuple[tuple[str, str, str, Decimal | None, str], ...] = (
        ("Hạ ngầm cáp điện, viễn thông", technical, InfrastructureState.UNDER_WAY, Decimal(35), "biên bản kiểm tra"),
        ("Trạm xử lý nước thải", technical, InfrastructureState.NOT_BEGUN, None, ""),
        ("Đường giao thông", technical, InfrastructureState.DONE, None, "ảnh hiện trường"),
        ("Trường mầm non", social, "", None, ""),
        ("Bãi đỗ xe", social, InfrastructureState.NOT_BEGUN, None, ""),
    )
    return [
        InfrastructureItem(
            name=name, category=category, state=state, done_share=share, evidence=evidence, document=plan, passage="II"
        )
        for name, category, state, share, evidence in rows
    ]
