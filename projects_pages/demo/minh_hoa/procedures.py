"""Procedures and guides of the ward that is made up: the law's words, with everything a real ward still lacks."""

from __future__ import annotations

from collections.abc import Iterator

from cms.models import BasePage
from projects_pages.demo.building import Built
from projects_pages.demo.law.confirming import confirming
from projects_pages.demo.law.guides import land_recovery, who_may
from projects_pages.demo.law.registering import registering
from projects_pages.demo.minh_hoa.units import CENTRE, ECONOMY

PRIORITY = (
    "Phường đưa việc về nhà ở xã hội vào nhóm «luồng ưu tiên»: giấy xác nhận được trả trước những việc cùng ngày "
    "không thuộc nhóm này."
)
TOLD = "Dữ liệu minh họa: dự án mẫu thu hồi đất của một số hộ; phương án bồi thường được niêm yết ở mục Thông báo."


def build(built: Built) -> Iterator[tuple[str, BasePage]]:
    """Procedures first: the guides lead to them."""
    centre, economy = built.registers.units[CENTRE], built.registers.units[ECONOMY]
    for page in registering():
        page.unit = centre
        page.priority_lane, page.priority_note = True, PRIORITY
        yield "thu-tuc", page
    for number, page in enumerate(confirming("phường"), 1):
        page.unit, page.submit_unit = economy, centre
        page.code, page.decision_number = f"0.00000{number}", f"0{number}/QĐ-MH"
        page.procedure_type, page.authority = "Thủ tục minh họa", "UBND phường Minh Họa"
        for channel in page.channels.all():
            channel.fee = 0
        page.priority_lane, page.priority_note = True, PRIORITY
        yield "thu-tuc", page
    guide = who_may(built.published, [(centre, "Cách đăng ký, giấy tờ"), (economy, "Giấy xác nhận")])
    guide.unit = centre
    yield "huong-dan", guide
    land = land_recovery([(economy, "Bồi thường, hỗ trợ, tái định cư")], of_ward="phường Minh Họa", told=TOLD)
    land.unit = economy
    yield "huong-dan", land
