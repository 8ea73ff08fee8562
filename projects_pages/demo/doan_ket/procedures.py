"""Procedures and guides of the ward: the law's words, the plan's units."""

from __future__ import annotations

from collections.abc import Iterator

from cms.models import BasePage, LegalBasis
from projects_pages.demo.building import Built
from projects_pages.demo.doan_ket.units import CENTRE, ECONOMY, FRONT
from projects_pages.demo.law.confirming import confirming
from projects_pages.demo.law.guides import land_recovery, who_may
from projects_pages.demo.law.registering import registering
from projects_pages.demo.shapes import PLAN

TOLD = (
    "Kế hoạch của phường đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam phường và các tổ chức đoàn thể «phối hợp tuyên "
    "truyền, vận động các hộ gia đình, cá nhân trong diện giải phóng mặt bằng đồng thuận, chấp hành chính sách bồi "
    "thường để đẩy nhanh tiến độ thực hiện dự án» (mục IV.3).\n"
    "Kế hoạch không nêu số hộ, diện tích thu hồi, phương án bồi thường, hỗ trợ, tái định cư: chưa có thông tin."
)
ASKED = (
    (CENTRE, "Trình tự, thủ tục đăng ký mua, thuê hoặc thuê mua"),
    (ECONOMY, "Thủ tục đầu tư, xây dựng và đăng ký nhà ở xã hội"),
)


def build(built: Built) -> Iterator[tuple[str, BasePage]]:
    """Procedures first: the guides lead to them."""
    units, plan = built.registers.units, built.published[PLAN]
    for page in registering():
        page.unit = units[CENTRE]
        page.legal_bases = [LegalBasis(document=plan, note="mục IV.4: Trung tâm hướng dẫn trình tự, thủ tục đăng ký")]
        yield "thu-tuc", page
    for page in confirming("phường"):
        yield "thu-tuc", page
    guide = who_may(built.published, [(units[name], matter) for name, matter in ASKED])
    guide.unit = units[CENTRE]
    guide.legal_bases = [LegalBasis(document=plan, note="mục III.3, mục IV.4")]
    yield "huong-dan", guide
    land = land_recovery(
        [(units[FRONT], "Tuyên truyền, vận động hộ gia đình, cá nhân trong diện giải phóng mặt bằng")],
        of_ward="phường Đoàn Kết",
        told=TOLD,
    )
    land.places = [place for place in built.registers.places.values() if place.name in plan_places(built)]
    land.legal_bases = [LegalBasis(document=plan, note="mục IV.3")]
    yield "huong-dan", land


def plan_places(built: Built) -> set[str]:
    """Where the plan holds: the ward itself."""
    return {place.name for place in built.published[PLAN].places.all()}
