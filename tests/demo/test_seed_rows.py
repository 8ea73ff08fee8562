"""What the plans ask of a portal, row by row, as far as projects, plans and documents carry it."""

from __future__ import annotations

import pytest

from tests.demo.conftest import Demo
from tests.demo.reading import plan_text, shown_facts

DK, HB, PLAN, PROJECT = "doan-ket", "ha-bac", "ke-hoach", "du-an"

# Number of the row, ward, record, the fact, what the fact says.
ROWS: list[tuple[int, str, str, str, str]] = [
    (1, HB, PLAN, "number", "/KH-UBND"),
    (1, HB, PLAN, "issued_on", "tháng 5/2026"),
    (2, HB, "02-NQ/TU", "issued_on", "10/12/2025"),
    (3, HB, "02-NQ/TU", "relations.relation", "Sửa đổi, bổ sung"),
    (4, HB, PLAN, "year_to", "2030"),
    (5, DK, PLAN, "targets.planned", "khoảng 587"),
    (6, HB, PLAN, "tasks.duty", "Rà soát quỹ đất 20% nhà ở xã hội"),
    (7, HB, PLAN, "tasks.duty", "Xác định quỹ đất không xây dựng nhà ở xã hội"),
    (8, HB, "201/2025/QH15", "issued_on", "29/5/2025"),
    (9, HB, PLAN, "tasks.duty", "tổ chức đấu giá quyền sử dụng đất"),
    (10, HB, PLAN, "tasks.duty", "vào Quỹ nhà ở"),
    (11, HB, PLAN, "tasks.duty", "thường xuyên rà soát, điều chỉnh quy hoạch các quỹ đất"),
    (12, HB, PLAN, "tasks.duty", "Công khai danh mục các vị trí, khu đất sạch"),
    (13, HB, PLAN, "tasks.duty", "đủ điều kiện triển khai thực hiện ngay"),
    (14, HB, PLAN, "tasks.duty", "trên các phương tiện thông tin đại chúng"),
    (15, HB, PLAN, "tasks.duty", "để thu hút nhà đầu tư"),
    (16, HB, PLAN, "places", "Khu vực phía Đông"),
    (16, HB, PLAN, "tasks.duty", "cán bộ, công chức viên chức"),
    (17, HB, PLAN, "places", "Khu vực phía Tây"),
    (17, HB, PLAN, "tasks.duty", "công nhân, người lao động"),
    (18, HB, PLAN, "tasks.duty", "tăng chiều cao công trình"),
    (19, HB, PLAN, "tasks.duty", "Đẩy nhanh tiến độ lựa chọn nhà đầu tư"),
    (20, HB, PLAN, "tasks.duty", "hoàn thành vượt tiến độ đề ra"),
    (21, HB, PLAN, "tasks.duty", "bán và chuyển nhượng nhà ở xã hội"),
    (22, HB, PLAN, "tasks.duty", "kiểm soát giá bán, giá cho thuê"),
    (23, HB, PLAN, "tasks.duty", "hệ thống thông tin, cơ sở dữ liệu về nhà ở"),
    (24, HB, PLAN, "tasks.duty", "«một cửa, một điểm đến»"),
    (25, HB, PLAN, "tasks.duty", "minh bạch hóa toàn bộ thông tin về dự án"),
    (26, HB, PLAN, "tasks.duty", "quỹ nhà, đối tượng, điều kiện, thủ tục đăng ký"),
    (27, HB, PLAN, "tasks.due", "quý II/2026"),
    (28, HB, PLAN, "sections.text", "Ứng dụng công nghệ thông tin để đơn giản hóa thủ tục"),
    (29, HB, PLAN, "sections.text", "chung cư cũ xống cấp nghiêm trọng"),
    (29, HB, PLAN, "other_names", "chung cư cũ xuống cấp nghiêm trọng"),
    (30, HB, PLAN, "tasks.duty", "tháo gỡ khó khăn, vướng mắc cho các chủ đầu tư"),
    (31, HB, PLAN, "tasks.duty", "đã hoàn thành nhưng chậm tiêu thụ"),
    (32, HB, PLAN, "tasks.lead_unit", "Phòng Kinh tế"),
    (33, HB, PLAN, "tasks.duty", "Rà soát hiện trạng sử dụng đất trên địa bàn"),
    (34, HB, PLAN, "tasks.duty", "tăng cường quản lý trật tự xây dựng"),
    (35, HB, PLAN, "tasks.duty", "thống kê nhu cầu nhà ở xã hội"),
    (36, HB, PLAN, "tasks.due_text", "khi có hướng dẫn của cấp trên"),
    (37, HB, PLAN, "tasks.duty", "thực hiện công khai, minh bạch thông tin theo quy định"),
    (38, HB, PLAN, "tasks.duty", "kịp thời báo cáo khó khăn, vướng mắc"),
    (39, HB, PLAN, "tasks.lead_unit", "Phòng Văn hóa - Xã hội"),
    (40, HB, PLAN, "tasks.lead_unit", "Trưởng các thôn"),
    (40, HB, PLAN, "sections.heading", "Các trường thôn"),
    (42, HB, PLAN, "recipients.name", "MTTQ Việt Nam xã"),
    (43, HB, PLAN, "signer", "Nguyễn Đắc Chiếm"),
    (43, HB, PLAN, "signing_capacity", "KT. CHỦ TỊCH"),
    (44, DK, "07/NQ-CP", "issued_on", "12/01/2026"),
    (45, DK, "258/QĐ-UBND", "issued_on", "10/02/2026"),
    (46, DK, PROJECT, "investment_policy", "giao chủ đầu tư"),
    (47, DK, "222/QĐ-UBND", "issuer", "UBND phường Đoàn Kết"),
    (48, DK, "3314/UBND-KTN", "document_type", "Công văn"),
    (49, DK, "08/CĐ-BXD", "document_type", "Công điện"),
    (50, DK, PLAN, "year_from", "2026"),
    (50, DK, PLAN, "year_to", "2028"),
    (51, DK, PROJECT, "intended_for", "đối tượng chính sách, người thu nhập thấp"),
    (52, DK, PLAN, "sections.text", "Xác định rõ nhu cầu nhà ở xã hội thực tế"),
    (53, DK, PLAN, "sections.text", "sau khi sáp nhập thành phường Đoàn Kết mới"),
    (54, DK, PLAN, "tasks.due_text", "trước ngày 15/5/2026"),
    (55, DK, PROJECT, "priority_lane", "có"),
    (56, DK, PROJECT, "homes_total", "khoảng 587"),
    (57, DK, PROJECT, "milestones.planned_first", "quý II/2026"),
    (58, DK, PROJECT, "milestones.planned_first", "2027"),
    (59, DK, PROJECT, "milestones.title", "giao thông, y tế, giáo dục hiện hữu"),
    (60, DK, PROJECT, "completion_planned", "2028"),
    (61, DK, PLAN, "tasks.duty", "xét duyệt đối tượng thụ hưởng đảm bảo công bằng, minh bạch"),
    (62, DK, PROJECT, "land_area", "32.056,8\N{NO-BREAK SPACE}m²"),
    (62, DK, PROJECT, "places", "Quyết Tiến 3"),
    (62, DK, PROJECT, "places", "Tổ dân phố số 12"),
    (63, DK, PROJECT, "legal_bases.note", "Quy hoạch chi tiết 1/500"),
    (64, DK, PROJECT, "infrastructure.required_share", "100%"),
    (64, DK, PROJECT, "infrastructure.requirement", "hạ ngầm"),
    (65, DK, PROJECT, "infrastructure.name", "Trạm xử lý nước thải"),
    (66, DK, PROJECT, "infrastructure.name", "Trường mầm non"),
    (67, DK, PLAN, "tasks.duty", "thủ tục hành chính liên quan đến đầu tư, xây dựng"),
    (68, DK, PLAN, "tasks.duty", "giải quyết các khó khăn, vướng mắc của chủ đầu tư"),
    (69, DK, PLAN, "tasks.duty", "xét duyệt đối tượng mua, bán, thuê mua đúng quy định"),
    (70, DK, PLAN, "tasks.duty", "Tăng cường hoạt động giám sát của cộng đồng"),
    (71, DK, PROJECT, "infrastructure.name", "Đường giao thông"),
    (71, DK, PROJECT, "infrastructure.name", "Hệ thống thoát nước"),
    (71, DK, PROJECT, "infrastructure.name", "Điện chiếu sáng"),
    (72, DK, PROJECT, "infrastructure.name", "Bãi đỗ xe"),
    (72, DK, PROJECT, "infrastructure.name", "Cây xanh"),
    (73, DK, PLAN, "tasks.lead_unit", "Phòng Kinh tế, Hạ tầng và Đô thị"),
    (74, DK, PLAN, "tasks.due_text", "định kỳ"),
    (75, DK, PLAN, "tasks.duty", "tham mưu phương án điều chỉnh nếu cần thiết"),
    (76, DK, PLAN, "tasks.lead_unit", "Phòng Văn phòng - Xã hội"),
    (77, DK, PLAN, "tasks.duty", "vào hệ thống quản lý chung"),
    (78, DK, PLAN, "tasks.duty", "quy định về quy hoạch tại khu vực dự án"),
    (79, DK, PLAN, "tasks.duty", "các hộ gia đình, cá nhân trong diện giải phóng mặt bằng"),
    (80, DK, PLAN, "tasks.duty", "chấp hành chính sách bồi thường"),
    (81, DK, PLAN, "tasks.duty", "Giám sát đảm bảo việc xét duyệt hồ sơ"),
    (82, DK, PLAN, "tasks.duty", "không để xảy ra tiêu cực, trục lợi chính sách"),
    (83, DK, PROJECT, "contacts.unit", "Trung tâm Dịch vụ tổng hợp phường"),
    (84, DK, PLAN, "tasks.duty", "trình tự, thủ tục đăng ký mua, thuê hoặc thuê mua"),
    (85, DK, PLAN, "tasks.duty", "điều tra, khảo sát và tổng hợp nhu cầu thực tế"),
    (86, DK, PROJECT, "needs_note", "hộ có nhu cầu bức thiết"),
    (87, DK, PLAN, "recipients.purpose", "đăng tải"),
    (88, DK, PLAN, "recipients.purpose", "b/c"),
    (89, DK, PLAN, "recipients.name", "VT, KTHTĐT"),
    (90, DK, PLAN, "signer", "Đặng Việt Hưng"),
    (91, DK, PLAN, "sections.text", "32.056,8 m² tại Tổ dân phố số 12"),
]
NOT_A_RECORD = {41: "deadlines and reminders of tasks are work of the desk; the paper gives no date"}


@pytest.mark.parametrize(
    ("row", "ward", "record", "fact", "says"),
    ROWS,
    ids=[f"{row[0]}-{row[3]}-{number}" for number, row in enumerate(ROWS)],
)
def test_a_row_is_carried_by_a_fact(demo: Demo, row: int, ward: str, record: str, fact: str, says: str) -> None:
    relation, _, name = fact.rpartition(".")
    told = [
        text
        for path, text in shown_facts(demo.page(ward, record))
        if path == fact or (relation and path.startswith(f"{relation}[") and path.endswith(f"].{name}"))
    ]
    assert any(says in text for text in told), told


def test_every_row_is_accounted_for() -> None:
    assert {row[0] for row in ROWS} | set(NOT_A_RECORD) == set(range(1, 92))
    assert "báo cáo kết quả theo đúng thời gian quy định" in plan_text(HB)
