"""Documents on which the land sites and old blocks of the ward rest."""

from __future__ import annotations

from collections.abc import Iterator

from cms.values.dates import PartialDate
from projects_pages.demo.building import Built
from projects_pages.demo.minh_hoa.days import written_for
from projects_pages.demo.minh_hoa.organisations import DEPARTMENT, PROVINCE, WARD
from projects_pages.demo.minh_hoa.project_base import day
from projects_pages.models import DocumentType, LegalDocumentPage

SURVEY, SITE_PLANNING, HANDOVER, RELEASE, CALL = "61/QĐ-MH", "62/QĐ-MH", "63/BB-MH", "64/QĐ-MH", "65/TB-MH"
INSPECTION, MOVING = "21/BC-MH", "22/QĐ-MH"
CALLED = -75
"""Days from the day of loading to that on which investors were called; the windows of the sites open after it."""
_DOCUMENTS = (
    (SURVEY, DocumentType.DECISION, "Phê duyệt trích đo địa chính các khu đất mời nhà đầu tư", WARD, "20/4/2026"),
    (
        SITE_PLANNING,
        DocumentType.DECISION,
        "Điều chỉnh quy hoạch chi tiết các khu đất nhà ở xã hội theo hướng tăng chiều cao, giảm mật độ",
        WARD,
        "06/5/2026",
    ),
    (HANDOVER, DocumentType.MINUTES, "Bàn giao mặt bằng sạch khu đất Minh Họa 1", WARD, "28/9/2026"),
    (
        RELEASE,
        DocumentType.DECISION,
        "Không xây dựng nhà ở xã hội trên quỹ đất 20% tại khu đất Minh Họa 4, tổ chức đấu giá",
        PROVINCE,
        "12/02/2026",
    ),
    (CALL, DocumentType.NOTICE, "Mời nhà đầu tư đăng ký thực hiện dự án nhà ở xã hội", DEPARTMENT, ""),
    (INSPECTION, DocumentType.REPORT, "Kết quả kiểm định các chung cư cũ trên địa bàn phường", DEPARTMENT, "15/3/2026"),
    (MOVING, DocumentType.DECISION, "Di dời các hộ ở Chung cư Mẫu A", PROVINCE, "10/6/2026"),
)


def land_documents(built: Built) -> Iterator[tuple[str, LegalDocumentPage]]:
    """The documents, each before what points to it."""
    called = day(written_for(built.today), CALLED)
    for number, document_type, title, issuer, issued_on in _DOCUMENTS:
        yield (
            "van-ban",
            LegalDocumentPage(
                title=title,
                document_type=document_type,
                number=number,
                issued_on=PartialDate.parse(issued_on) if issued_on else PartialDate.from_date(called),
                issuer=built.registers.organisations[issuer],
            ),
        )
