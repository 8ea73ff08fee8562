"""Guides: who may, and what happens when land is recovered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from cms.models import DisclosurePage
from cms.registers.models import Unit
from projects_pages.demo.law import rows
from projects_pages.demo.law.registering import BUY, RENT, RENT_TO_BUY, RESELL
from projects_pages.models import GuideContact, GuideFigure, GuidePage, GuideRelated, GuideSection

WHO = "Đối tượng, điều kiện: ai được mua, thuê nhà ở xã hội"
LAND = "Giải phóng mặt bằng, bồi thường, hỗ trợ, tái định cư"
TOPICS = ("thu-nhap", "nha-o", "thoi-han", "can-nha", "thanh-toan", "ban-lai", "vay")


def who_may(published: Mapping[str, DisclosurePage], contacts: Iterable[tuple[Unit, str]]) -> GuidePage:
    """Groups, conditions, limits, forms, and the self-check."""
    page = GuidePage(
        title=WHO,
        slug="doi-tuong-dieu-kien",
        summary="Các nhóm đối tượng, điều kiện về nhà ở, thu nhập, giấy tờ và thời hạn theo luật đang áp dụng; phần tự "
        "kiểm tra không lưu câu trả lời của ai.",
        self_check=True,
        other_names="Điều kiện mua nhà ở xã hội\nĐối tượng mua nhà ở xã hội\nTiêu chuẩn mua nhà",
    )
    page.sections = [
        GuideSection(
            heading="Các nhóm đối tượng",
            text="Luật Nhà ở nêu các nhóm dưới đây. Cột «Nhà ở» và «Thu nhập» là điều kiện khi mua, thuê mua; khi thuê "
            "không xét hai điều kiện này.",
            explains="nhom",
        ),
        GuideSection(heading="Điều kiện về nhà ở", explains="so-nha-o", text="Chưa có nhà ở, hoặc có nhà nhưng chật."),
        GuideSection(
            heading="Điều kiện về thu nhập",
            explains="so-thu-nhap",
            text="UBND cấp tỉnh được quy định hệ số, và chính sách với người có nhiều người phụ thuộc.",
        ),
        GuideSection(heading="Xin giấy tờ, nộp hồ sơ: thời hạn", explains="so-thoi-han"),
        GuideSection(heading="Biểu mẫu đang áp dụng", explains="bieu-mau"),
        GuideSection(heading="Căn nhà", explains="so-can-nha"),
        GuideSection(heading="Trả tiền", explains="so-thanh-toan"),
        GuideSection(heading="Vay ưu đãi", explains="so-vay"),
        GuideSection(heading="Bán lại, thuê mua", explains="so-ban-lai"),
        GuideSection(heading="Các từ cần hiểu đúng", explains="thuat-ngu"),
        GuideSection(heading="Hỏi ở đâu", explains="don-vi"),
    ]
    page.groups, page.figures = rows.all_groups(), rows.figures_about(TOPICS)
    page.forms, page.terms = rows.all_forms(), rows.all_terms()
    page.contacts = [GuideContact(unit=unit, matter=matter) for unit, matter in contacts]
    page.rules_of_law = rows.guide_rules(["LNO-76", "LNO-77", "LNO-78", "LNO-79", "ND100-29.1", "ND136-1", "LNO-93"])
    page.related = [
        GuideRelated(record_shown=published[title], note=note)
        for title, note in (
            (BUY, "Giấy tờ, các bước khi mua"),
            (RENT_TO_BUY, "Giấy tờ, các bước khi thuê mua"),
            (RENT, "Giấy tờ, các bước khi thuê"),
            (RESELL, "Khi muốn bán lại"),
        )
    ]
    return page


def land_recovery(contacts: Iterable[tuple[Unit, str]], *, of_ward: str, told: str) -> GuidePage:
    """Steps of recovering land and what has to be posted how long; `told` is what the ward's plan says of it."""
    page = GuidePage(
        title=LAND,
        slug="giai-phong-mat-bang",
        summary=f"Các bước thu hồi đất, bồi thường, hỗ trợ, tái định cư tại {of_ward}: người dân được xem gì, ở đâu, "
        "bao lâu.",
        other_names=f"GPMB {of_ward}\nBồi thường đất {of_ward}\nĐền bù đất\nTĐC\nTái định cư",
    )
    page.sections = [
        GuideSection(heading="Kế hoạch nói gì", text=told),
        GuideSection(
            heading="Các bước",
            text="1. Lập kế hoạch thu hồi đất.\n2. Họp với người có đất.\n3. Chủ tịch UBND cấp xã ra thông báo thu hồi "
            "đất.\n4. Niêm yết thông báo và danh sách người có đất thu hồi.\n5. Kiểm đếm.\n6. Niêm yết phương án bồi "
            "thường, hỗ trợ, tái định cư dự kiến.\n7. Lấy ý kiến người có đất.\n8. Thẩm định phương án.\n9. Phê duyệt "
            "phương án.\n10. Niêm yết quyết định phê duyệt.\n11. Chi trả.",
        ),
        GuideSection(
            heading="Phải công khai gì, bao lâu",
            explains="so-cong-khai",
            text="Thông báo thu hồi đất và danh sách được niêm yết tại trụ sở và điểm sinh hoạt chung trong suốt thời "
            "gian bồi thường. Không gặp được người có đất: đăng ba số báo hằng ngày liên tiếp, phát thanh, truyền hình "
            "ba lần trong ba ngày, và niêm yết.",
        ),
        GuideSection(
            heading="Bị thu hồi đất, phá dỡ nhà: được mua nhà ở xã hội",
            explains="nhom",
            text="Người chưa được bồi thường bằng nhà ở, đất ở thuộc nhóm dưới đây; UBND cấp xã xác nhận.",
        ),
        GuideSection(heading="Hỏi ở đâu", explains="don-vi"),
    ]
    page.groups = [row for row in rows.all_groups() if row.group.clause == RECOVERED]
    page.figures = _land_figures()
    page.contacts = [GuideContact(unit=unit, matter=matter) for unit, matter in contacts]
    page.rules_of_law = rows.guide_rules(["A9", "A10"])
    return page


RECOVERED = 10
"""Clause of the group whose land was recovered."""


def _land_figures() -> list[GuideFigure]:
    return rows.figures_of(
        ["bao-truoc-dat-nong-nghiep", "bao-truoc-dat-khac", "niem-yet-phuong-an", "tham-dinh-phuong-an"]
    )
