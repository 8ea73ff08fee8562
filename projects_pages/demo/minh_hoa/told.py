"""News, questions and answers of the made-up ward."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from cms.models import BasePage
from home.models import NewsPage, NewsRelation, QuestionPage, QuestionRelation
from projects_pages.demo.building import Built
from projects_pages.demo.minh_hoa.days import written_for
from projects_pages.demo.minh_hoa.documents import PLANNING_CHANGED
from projects_pages.demo.minh_hoa.project_base import APPLICATIONS, MAIN, MAIN_OPENS, day
from projects_pages.demo.minh_hoa.units import CENTRE, CULTURE, ECONOMY, ONE_STOP
from projects_pages.demo.shapes import PLAN

SURVEY = "Nhu cầu nhà ở xã hội của các tổ dân phố năm 2026"


def news(built: Built) -> Iterator[tuple[str, BasePage]]:
    """Articles that explain records of the portal."""
    today = written_for(built.today)
    for dated, title, lead, paragraphs, unit, about in (
        (
            day(today, MAIN_OPENS),
            "Bắt đầu nhận hồ sơ mua nhà ở xã hội Minh Họa 1",
            "Từ hôm nay, người đủ điều kiện nộp hồ sơ tại nhà điều hành dự án.",
            (
                "<p>Đợt 1 có <b>120 căn</b> để bán. Mỗi người nộp một bộ hồ sơ; cán bộ hướng dẫn kiểm tra giấy tờ ngay "
                "khi nhận.</p>",
                "<p>Phường không thu tiền và không nhận hồ sơ thay chủ đầu tư.</p>",
            ),
            CENTRE,
            (APPLICATIONS, MAIN),
        ),
        (
            datetime.date(2026, 9, 22),
            "Hai tòa phía Bắc Khu nhà ở xã hội Minh Họa 1 cao thêm ba tầng",
            "Quy hoạch chi tiết được điều chỉnh: 12 tầng thay cho 9; số căn và mật độ xây dựng giữ nguyên.",
            ("<p>Người dân xem bản vẽ tại Phòng Kinh tế, Hạ tầng và Đô thị trong giờ làm việc.</p>",),
            ECONOMY,
            (PLANNING_CHANGED, MAIN),
        ),
        (
            datetime.date(2026, 7, 10),
            "Hơn 390 hộ cho biết có nhu cầu nhà ở xã hội",
            "Kết quả khảo sát tháng 6 đã tổng hợp theo tổ dân phố.",
            ("<p>Danh sách hộ là nội bộ; phường chỉ công khai số đếm, ô nhỏ được ẩn.</p>",),
            CULTURE,
            (SURVEY, PLAN),
        ),
    ):
        page = NewsPage(
            title=title,
            dated_on=dated,
            summary=lead,
            author_unit=built.registers.units[unit],
            unit=built.registers.units[unit],
        )
        page.body = [("text", text) for text in paragraphs]
        page.related = [NewsRelation(document=built.published[name]) for name in about]
        yield "tin-tuc", page


def questions(built: Built) -> Iterator[tuple[str, BasePage]]:
    """Questions answered, waiting and overdue; nobody asked them."""
    today = written_for(built.today)
    for code, asked, field, title, question, unit, due, answer, answered, about in (
        (
            "HĐ-MH-01",
            day(today, -34),
            "Đối tượng, điều kiện",
            "Người thuê trọ, làm tự do có được đăng ký mua không?",
            "Tôi thuê trọ, làm nghề tự do, không có hợp đồng lao động. Có được đăng ký không, ai xác nhận thu nhập?",
            ONE_STOP,
            day(today, -20),
            "Được đăng ký nếu đủ điều kiện về nhà ở và thu nhập. Người không có hợp đồng lao động tự kê khai thu nhập; "
            "Trung tâm Phục vụ hành chính công hướng dẫn mẫu và nơi xác nhận.",
            day(today, -26),
            (APPLICATIONS,),
        ),
        (
            "HĐ-MH-02",
            day(today, -11),
            "Hạ tầng",
            "Khi nào làm bãi đỗ xe của khu nhà?",
            "Quy hoạch có bãi đỗ xe nhưng công trường chưa làm. Khi nào làm?",
            ECONOMY,
            day(today, 53),
            "",
            None,
            (MAIN,),
        ),
        (
            "HĐ-MH-03",
            day(today, -54),
            "Giá",
            "Giá bán đã gồm kinh phí bảo trì chưa?",
            "Bảng giá đợt 1 đã gồm kinh phí bảo trì và thuế chưa?",
            ECONOMY,
            day(today, -40),
            "",
            None,
            ("Giá bán tạm tính Minh Họa 1, đợt 1",),
        ),
    ):
        page = QuestionPage(
            title=title,
            reference_code=code,
            asked_on=asked,
            field_of_work=field,
            question=question,
            answering_unit=built.registers.units[unit],
            unit=built.registers.units[unit],
            due=due,
            answer=answer,
            answered_on=answered,
        )
        page.related = [QuestionRelation(document=built.published[name]) for name in about]
        yield "hoi-dap", page
