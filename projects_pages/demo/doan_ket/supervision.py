"""Community supervision as sections III.4 and IV.3 of the plan order it; it gives no results and no telephones."""

from __future__ import annotations

from collections.abc import Iterator

from cms.models import BasePage, LegalBasis
from projects_pages.demo.building import Built
from projects_pages.demo.doan_ket.project import PROJECT
from projects_pages.demo.doan_ket.units import CENTRE, ECONOMY, FRONT
from projects_pages.demo.shapes import PLAN
from projects_pages.models import ReportChannel, SupervisionPage, Supervisor


def supervision(built: Built) -> Iterator[tuple[str, BasePage]]:
    """What the plan asks citizens, the Front and the ward's own unit to watch over."""
    units, plan = built.registers.units, built.published[PLAN]
    page = SupervisionPage(
        title="Giám sát cộng đồng",
        slug="giam-sat-cong-dong",
        summary="Kế hoạch của phường giao tăng cường giám sát của cộng đồng đối với việc xây dựng, và đề nghị Mặt "
        "trận Tổ quốc giám sát việc xét duyệt hồ sơ mua, thuê nhà ở xã hội.",
        subject=built.published[PROJECT.title],
        unit=units[ECONOMY],
        ground="Kế hoạch của UBND phường: mục III.4 (giám sát xây dựng) và mục IV.3 (giám sát việc xét duyệt hồ sơ).",
        board_note="Kế hoạch giao giám sát của cộng đồng, không nói đã lập Ban Giám sát đầu tư của cộng đồng. Điều 41 "
        "đến Điều 43 Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15 lập Ban ấy cho dự án đầu tư công, dự án đối tác "
        "công tư và dự án do cộng đồng góp vốn.",
        broker_warning="Kế hoạch yêu cầu không để xảy ra tiêu cực, trục lợi chính sách. Người dân nên xác minh thông "
        f"tin với {CENTRE}; không đưa tiền cho người hứa «mua giúp», «chạy hồ sơ».",
    )
    page.legal_bases = [LegalBasis(document=plan, note="mục III.4, mục IV.3")]
    page.supervisors = [
        Supervisor(
            unit=units[FRONT],
            task="Được đề nghị giám sát đảm bảo việc xét duyệt hồ sơ mua, thuê nhà ở xã hội được thực hiện công khai, "
            "minh bạch, đúng đối tượng (người nghèo, gia đình chính sách, công nhân...) và không để xảy ra tiêu cực, "
            "trục lợi chính sách.",
            document=plan,
            passage="mục IV.3",
        ),
        Supervisor(
            unit=units[ECONOMY],
            task="Tăng cường hoạt động giám sát của cộng đồng để công trình xây dựng được thực hiện đồng bộ hạ tầng kỹ "
            "thuật (đường giao thông, hệ thống thoát nước, điện chiếu sáng) và hạ tầng xã hội (trường Mầm Non, bãi đỗ "
            "xe, cây xanh...) kèm theo khu nhà ở đúng quy hoạch được phê duyệt. Kế hoạch giao việc này mà không nêu "
            "đơn vị chủ trì; phòng được giao kiểm soát hạ tầng ở mục IV.1.",
            document=plan,
            passage="mục III.4",
        ),
    ]
    page.channels = [
        ReportChannel(
            unit=units[FRONT], matter="Việc xét duyệt hồ sơ không công khai, không đúng đối tượng, trục lợi."
        ),
        ReportChannel(unit=units[ECONOMY], matter="Hạ tầng không làm đồng bộ, không đúng quy hoạch được duyệt."),
    ]
    yield "giam-sat", page
