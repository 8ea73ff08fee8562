"""Rules of law that facts cite by code; they hold for every ward and are kept up by the province."""

import datetime
from dataclasses import dataclass


@dataclass(frozen=True)
class ReferenceData:
    """One rule of law."""

    code: str
    provision: str
    duty: str
    valid_from: datetime.date
    source: str


REFERENCES = (
    ReferenceData(
        "A1",
        "Khoản 1 Điều 38 Nghị định 100/2024/NĐ-CP, sửa đổi bởi Điều 34 Nghị định 54/2026/NĐ-CP",
        "Sau 30 ngày, kể từ khi khởi công, chủ đầu tư cung cấp thông tin về dự án để công khai trên trang thông tin "
        "điện tử của Sở Xây dựng và của Ủy ban nhân dân cấp xã nơi có dự án: tên dự án; chủ đầu tư; địa điểm xây dựng; "
        "địa chỉ liên lạc; địa chỉ nộp đơn đăng ký; tiến độ thực hiện; quy mô; số lượng căn hộ, trong đó số căn hộ để "
        "bán, diện tích căn hộ, giá bán (tạm tính) từng loại; dự kiến thời gian bắt đầu nhận hồ sơ.",
        datetime.date(2026, 2, 9),
        "Nghị định 54/2026/NĐ-CP, Điều 34",
    ),
    ReferenceData(
        "A3",
        "Điều 11, Điều 13, Điều 14 Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15",
        "Chính quyền cấp xã công khai 14 nội dung của Điều 11, trong đó có dự án trên địa bàn và tiến độ thực hiện, "
        "trên cổng hoặc trang thông tin điện tử nếu có và tại nơi niêm yết; chậm nhất 05 ngày làm việc kể từ ngày có "
        "văn bản, nếu pháp luật không quy định khác; ghi rõ người chịu trách nhiệm từng nội dung.",
        datetime.date(2023, 7, 1),
        "Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15",
    ),
    ReferenceData(
        "A16",
        "Kế hoạch của Ủy ban nhân dân cấp xã triển khai phát triển nhà ở xã hội",
        "Công khai danh mục các vị trí, khu đất sạch, đủ điều kiện triển khai thực hiện ngay để thu hút nhà đầu tư.",
        datetime.date(2026, 5, 1),
        "Kế hoạch của Ủy ban nhân dân xã Hà Bắc tháng 5/2026, mục II.1",
    ),
    ReferenceData(
        "B1",
        "Điểm b khoản 1 Điều 38 Nghị định 100/2024/NĐ-CP, sửa đổi bởi Điều 34 Nghị định 54/2026/NĐ-CP",
        "Ít nhất 30 ngày trước khi nhận hồ sơ, chủ đầu tư công khai thời điểm bắt đầu, kết thúc tiếp nhận, số căn để "
        "bán, diện tích, giá bán trên hệ thống thông tin về nhà ở và gửi Sở Xây dựng.",
        datetime.date(2026, 2, 9),
        "Nghị định 54/2026/NĐ-CP, Điều 34",
    ),
    ReferenceData(
        "C3",
        "Khoản 1 Điều 13 Nghị định 192/2025/NĐ-CP",
        "Giá bán, giá thuê mua do chủ đầu tư quyết định được gửi 30 ngày trước thông báo nhận hồ sơ và công khai trên "
        "cổng thông tin điện tử của Ủy ban nhân dân cấp tỉnh, trang thông tin điện tử của Sở Xây dựng.",
        datetime.date(2025, 7, 1),
        "Nghị định 192/2025/NĐ-CP, Điều 13",
    ),
    ReferenceData(
        "C2",
        "Khoản 2 Điều 7 Nghị định 192/2025/NĐ-CP",
        "Công khai 30 ngày trên cổng thông tin điện tử của Ủy ban nhân dân cấp tỉnh và trang thông tin điện tử của Sở "
        "Xây dựng: tên dự án, vị trí khu đất; mục tiêu; sơ bộ quy mô, hiện trạng sử dụng đất; thông tin quy hoạch; sơ "
        "bộ tổng vốn đầu tư; tiến độ; ưu đãi; thời hạn, địa chỉ, hình thức tiếp nhận hồ sơ. Ủy ban nhân dân cấp xã "
        "tham gia lập.",
        datetime.date(2025, 7, 1),
        "Nghị định 192/2025/NĐ-CP, Điều 7",
    ),
    ReferenceData(
        "C10",
        "Khoản 5 Điều 65, khoản 4 Điều 73 Luật Nhà ở số 27/2023/QH15",
        "Kế hoạch cải tạo, xây dựng lại nhà chung cư và quyết định di dời được đăng trên cổng thông tin điện tử của Ủy "
        "ban nhân dân cấp tỉnh và gửi Ủy ban nhân dân cấp xã để thông báo cho chủ sở hữu, người sử dụng nhà.",
        datetime.date(2024, 8, 1),
        "Luật Nhà ở số 27/2023/QH15",
    ),
)
