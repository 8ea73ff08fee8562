"""What the plan says of land: it sets aside one site, that of the project, and invites nobody to another one."""

from __future__ import annotations

from collections.abc import Iterator

from cms.models import BasePage
from projects_pages.demo.building import Built, section
from projects_pages.demo.doan_ket.units import ECONOMY
from projects_pages.demo.shapes import PLAN
from projects_pages.models import LandOrder

ORDER = (
    "Quản lý chặt chẽ và ưu tiên bố trí quỹ đất 32.056,8 m² tại Tổ dân phố số 12 và Quyết Tiến 3 để thực hiện dự án "
    "phát triển dự án, đảm bảo đúng Quy hoạch chi tiết 1/500 đã được phê duyệt."
)


def land(built: Built) -> Iterator[tuple[str, BasePage]]:
    """The list of sites, which says that the only land the plan names has its project already."""
    sites = section(built, "khu-dat")
    sites.intro = (
        "Kế hoạch của phường chỉ nêu quỹ đất 32.056,8 m² dành cho dự án Khu nhà ở xã hội Đoàn Kết Lai Châu (xem mục Dự "
        "án); không nêu khu đất nào mời nhà đầu tư."
    )
    sites.contact = built.registers.units[ECONOMY]
    sites.orders = [LandOrder(text=ORDER, document=built.published[PLAN], passage="mục III.1")]
    yield "khu-dat", sites
