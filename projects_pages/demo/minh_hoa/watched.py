"""Supervision and demand of the made-up ward: findings answered and open, counts with hidden cells."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from cms.models import BasePage, LegalBasis
from cms.values.dates import PartialDate
from projects_pages.demo.building import Built
from projects_pages.demo.minh_hoa.documents import PLANNING
from projects_pages.demo.minh_hoa.places import FIFTH, FIRST, FOURTH, SECOND, THIRD
from projects_pages.demo.minh_hoa.project_base import MAIN
from projects_pages.demo.minh_hoa.units import CENTRE, CULTURE, ECONOMY
from projects_pages.demo.shapes import PLAN
from projects_pages.models import (
    DemandCount,
    DemandPage,
    FindingState,
    ReportChannel,
    SupervisionFinding,
    SupervisionPage,
    Supervisor,
    SurveyState,
)

GROUPS = ("Hộ nghèo, cận nghèo", "Công nhân, người lao động", "Cán bộ, công chức, viên chức", "Người có công")
COUNTS = {
    FIRST: (7, 41, 18, 6),
    SECOND: (3, 56, 22, 9),
    THIRD: (12, 83, 9, 5),
    FOURTH: (6, 64, 7, 8),
    FIFTH: (2, 29, 11, 5),
}
"""Households by place, in the order of `GROUPS`; two are small, and the page shows neither them nor what tells them."""


def supervision(built: Built) -> Iterator[tuple[str, BasePage]]:
    """Supervision of the building site."""
    units, plan = built.registers.units, built.published[PLAN]
    page = SupervisionPage(
        title="Giám sát cộng đồng Khu nhà ở xã hội Minh Họa 1",
        slug="giam-sat-minh-hoa-1",
        summary="Người dân giám sát hạ tầng, tiến độ và việc xét duyệt hồ sơ; ba phát hiện, hai đã trả lời.",
        subject=built.published[MAIN],
        unit=units[ECONOMY],
        ground="Kế hoạch 02/KH-MH của UBND phường.",
        board=False,
        board_note="Dự án dùng vốn của chủ đầu tư nên không lập Ban Giám sát đầu tư của cộng đồng.",
        may_ask_for="Quyết định chủ trương đầu tư; quy hoạch 1/500; tiến độ; phương án bồi thường; môi trường.",
        broker_warning="Phường và chủ đầu tư không thu tiền giữ chỗ, không có người «lo giúp hồ sơ». Ai mời đưa tiền "
        "thì báo ngay cho các nơi dưới đây hoặc cơ quan công an.",
    )
    page.legal_bases = [LegalBasis(document=plan, note="mục II")]
    page.supervisors = [
        Supervisor(unit=units[CENTRE], task="Việc nhận, xét duyệt hồ sơ công khai.", document=plan, passage="mục II"),
        Supervisor(unit=units[ECONOMY], task="Hạ tầng làm đúng quy hoạch 1/500.", document=built.published[PLANNING]),
    ]
    page.findings = [
        SupervisionFinding(
            finding="Xe chở vật liệu rơi vãi đất trên đường Minh Họa.",
            found_on=datetime.date(2026, 8, 10),
            state=FindingState.SETTLED,
            answer="Chủ đầu tư lập bãi rửa xe, quét đường hai lần một ngày; đoàn kiểm tra lại ngày 25/8/2026.",
            answered_on=datetime.date(2026, 8, 25),
            unit=units[ECONOMY],
        ),
        SupervisionFinding(
            finding="Bảng công khai tại công trường thiếu tên đơn vị giám sát thi công.",
            found_on=datetime.date(2026, 9, 14),
            state=FindingState.ANSWERED,
            answer="Đã bổ sung tên đơn vị giám sát trên bảng.",
            answered_on=datetime.date(2026, 9, 18),
            unit=units[ECONOMY],
        ),
        SupervisionFinding(
            finding="Chưa thấy làm bãi đỗ xe có trong quy hoạch.",
            found_on=datetime.date(2026, 11, 3),
            state=FindingState.UNDER_WAY,
            document=built.published[PLANNING],
        ),
    ]
    page.channels = [
        ReportChannel(unit=units[CENTRE], matter="Việc nhận, xét duyệt hồ sơ; người mời chạy hồ sơ."),
        ReportChannel(unit=units[ECONOMY], matter="Xây dựng sai quy hoạch, chậm hạ tầng, mất vệ sinh."),
    ]
    yield "giam-sat", page


def demand(built: Built) -> Iterator[tuple[str, BasePage]]:
    """The survey of the year."""
    rows, plan = built.registers, built.published[PLAN]
    page = DemandPage(
        title="Nhu cầu nhà ở xã hội của các tổ dân phố năm 2026",
        slug="khao-sat-2026",
        summary="Số hộ có nhu cầu theo tổ dân phố và đối tượng, tổng hợp từ phiếu khảo sát tháng 6/2026.",
        unit=rows.units[CULTURE],
        survey_state=SurveyState.COUNTED,
        survey_from=PartialDate(2026, 6, 1),
        survey_until=PartialDate(2026, 6, 30),
        surveyed_by=rows.units[CULTURE],
        method="Tổ trưởng tổ dân phố phát phiếu tận nhà, Phòng Văn hóa - Xã hội tổng hợp; phiếu không hỏi số căn cước.",
        report=plan,
        places=[rows.places[name] for name in COUNTS],
    )
    page.legal_bases = [LegalBasis(document=plan, note="mục II")]
    page.counts = [
        DemandCount(place=rows.places[name], group=group, households=households)
        for name, counts in COUNTS.items()
        for group, households in zip(GROUPS, counts, strict=True)
    ]
    yield "nhu-cau", page
