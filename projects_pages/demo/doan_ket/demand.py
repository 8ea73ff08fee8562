"""The survey of demand as the plan orders it; it gives no figure, so none stands here."""

from __future__ import annotations

from collections.abc import Iterator

from cms.models import BasePage, LegalBasis
from projects_pages.demo.building import Built
from projects_pages.demo.doan_ket.project import PROJECT
from projects_pages.demo.doan_ket.units import CENTRE
from projects_pages.demo.shapes import PLAN
from projects_pages.models import DemandPage, SurveyState


def demand(built: Built) -> Iterator[tuple[str, BasePage]]:
    """Who has to count, and what for."""
    units = built.registers.units
    page = DemandPage(
        title="Nhu cầu nhà ở xã hội trên địa bàn phường",
        slug="nhu-cau-nha-o-xa-hoi",
        summary="Kế hoạch giao rà soát, xác định nhu cầu thực tế về nhà ở xã hội trên địa bàn phường; số liệu chưa có "
        "thông tin.",
        subject=built.published[PROJECT.title],
        unit=units[CENTRE],
        survey_state=SurveyState.ORDERED,
        method="Tổ trưởng các Tổ dân phố trực tiếp rà soát, lập danh sách tổng hợp các hộ gia đình thực sự có nhu cầu "
        "bức thiết, báo cáo UBND phường (mục IV.5).\n"
        "Trung tâm Dịch vụ tổng hợp phường phối hợp điều tra, khảo sát và tổng hợp nhu cầu thực tế về nhà ở của các hộ "
        "gia đình chính sách, hộ nghèo và người lao động (mục IV.4).\n"
        "Phòng Văn phòng - Xã hội thường xuyên theo dõi, cập nhật biến động về nhu cầu nhà ở của các đối tượng xã hội "
        "vào hệ thống quản lý chung (mục IV.2).\n"
        "Đánh giá kỹ quy mô gia tăng dân số cơ học tại các địa bàn mới sáp nhập (mục III.3).",
    )
    page.legal_bases = [LegalBasis(document=built.published[PLAN], note="mục II.1, mục III.3, mục IV.2, IV.4, IV.5")]
    yield "nhu-cau", page
