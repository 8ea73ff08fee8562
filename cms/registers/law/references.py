"""Provisions that the figures, groups, forms and terms come from."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

ND54 = datetime.date(2026, 2, 9)
"""Since when Nghị định 54/2026/NĐ-CP holds."""
ND136 = datetime.date(2026, 4, 7)
"""Since when Nghị định 136/2026/NĐ-CP holds."""


@dataclass(frozen=True)
class Provision:
    """One rule: where it stands and what it says."""

    code: str
    provision: str
    duty: str
    valid_from: datetime.date | None = None


LAW = "Luật Nhà ở số 27/2023/QH15"
DECREE = "Nghị định 100/2024/NĐ-CP"

PROVISIONS = (
    Provision("LNO-76", f"Điều 76 {LAW}", "Các nhóm đối tượng được hưởng chính sách hỗ trợ về nhà ở xã hội."),
    Provision(
        "LNO-77",
        f"Khoản 1 Điều 77 {LAW}",
        "Hộ nghèo, cận nghèo ở nông thôn được mua, thuê mua, thuê nhà ở xã hội khi UBND cấp tỉnh quyết định.",
    ),
    Provision(
        "LNO-78",
        f"Điều 78 {LAW}",
        "Điều kiện về nhà ở, thu nhập khi mua, thuê mua. Thuê thì không phải đáp ứng điều kiện về nhà ở và thu nhập.",
    ),
    Provision(
        "LNO-79",
        f"Điểm đ khoản 1 Điều 79 {LAW}",
        "Thứ tự ưu tiên: người có công; thân nhân liệt sĩ; người khuyết tật; người tái định cư; nữ giới.",
    ),
    Provision(
        "LNO-87",
        f"Điều 87 {LAW}",
        "Giá bán gồm chi phí và lợi nhuận định mức, trừ ưu đãi; kinh phí bảo trì không nằm trong giá; giá thuê nằm "
        "trong khung của tỉnh.",
    ),
    Provision(
        "LNO-88",
        f"Điều 88 {LAW}",
        "Mỗi người chỉ được mua hoặc thuê mua một nhà ở xã hội, mỗi lúc chỉ thuê một nhà. Bán cho người không đúng đối "
        "tượng thì hợp đồng vô hiệu, nhà bị thu hồi. Nhà xây để cho thuê chỉ được bán sau thời hạn luật định.",
    ),
    Provision(
        "LNO-89",
        f"Điều 89 {LAW}",
        "Mức ứng trước khi mua; thời hạn chưa được bán lại, bán lại cho chủ đầu tư hoặc người đúng đối tượng; thời "
        "hạn thuê mua; tiền đặt cọc thuê.",
    ),
    Provision(
        "LNO-93",
        f"Khoản 1 Điều 93 {LAW}",
        "Nhà lưu trú công nhân: doanh nghiệp, hợp tác xã trong khu công nghiệp thuê cho công nhân ở.",
    ),
    Provision("ND100-17", f"Điều 17 {DECREE}", "Quỹ đất ở dành để xây nhà ở xã hội, có hạ tầng kỹ thuật."),
    Provision("ND100-27", f"Điều 27 {DECREE}", "Diện tích căn hộ nhà ở xã hội; nhà ở xã hội riêng lẻ."),
    Provision(
        "ND100-29.1",
        f"Khoản 1 Điều 29 {DECREE}, thay bởi Điều 32 Nghị định 54/2026/NĐ-CP",
        "Thế nào là chưa có nhà ở; cơ quan đăng ký đất đai xác nhận.",
        ND54,
    ),
    Provision(
        "ND100-29.2",
        f"Khoản 2 Điều 29 {DECREE}",
        "Có nhà ở nhưng diện tích bình quân đầu người thấp; UBND cấp xã xác nhận.",
    ),
    Provision(
        "ND100-30.2",
        f"Khoản 2 Điều 30 {DECREE}, thay bởi Điều 33 Nghị định 54/2026/NĐ-CP",
        "Người thu nhập thấp không có hợp đồng lao động tự kê khai thu nhập; Công an cấp xã xác nhận.",
        ND54,
    ),
    Provision("ND100-34.3", f"Khoản 3 Điều 34 {DECREE}", "Cá nhân xây nhà cho thuê báo bảng giá thuê cho UBND xã."),
    Provision(
        "ND100-38",
        f"Khoản 1 Điều 38 {DECREE}, thay bởi Điều 34 Nghị định 54/2026/NĐ-CP",
        "Trình tự bán, cho thuê mua: thông báo, nhận hồ sơ, kiểm tra, công bố danh sách, bốc thăm, ký hợp đồng. Không "
        "đăng ký cùng lúc ở nhiều dự án. Giấy tờ có thời hạn giá trị.",
        ND54,
    ),
    Provision(
        "ND100-43",
        f"Điều 43 {DECREE}",
        "Cá nhân xây nhà ở xã hội để cho thuê báo cáo UBND cấp xã; UBND cấp xã công khai tại trụ sở.",
    ),
    Provision(
        "ND100-48",
        f"Điều 48 {DECREE}, sửa đổi bởi Nghị định 261/2025/NĐ-CP và Nghị định 54/2026/NĐ-CP",
        "Vay vốn ưu đãi tại Ngân hàng Chính sách xã hội; UBND cấp xã xác nhận điều kiện vay để tự xây.",
        ND54,
    ),
    Provision("ND100-68", f"Điều 68 {DECREE}, thay bởi Điều 37 Nghị định 54/2026/NĐ-CP", "Đơn mua nhà.", ND54),
    Provision(
        "ND54-31",
        "Điều 31 Nghị định 54/2026/NĐ-CP",
        "Nộp trực tiếp, trực tuyến hoặc qua bưu chính. Thông tin đã có trong cơ sở dữ liệu quốc gia thì dùng số định "
        "danh thay giấy tờ. Kết quả điện tử có giá trị như bản giấy.",
        ND54,
    ),
    Provision(
        "ND136-1",
        "Khoản 1 Điều 1 Nghị định 136/2026/NĐ-CP",
        "Mức thu nhập thực nhận bình quân để được mua, thuê mua nhà ở xã hội; UBND cấp tỉnh được quy định hệ số và "
        "chính sách với người có nhiều người phụ thuộc.",
        ND136,
    ),
    Provision("TT05", "Thông tư 05/2024", "Mẫu giấy tờ chứng minh đối tượng, điều kiện; hợp đồng mẫu."),
    Provision("TT32", "Thông tư 32/2025", "Sửa mẫu giấy tờ của Thông tư 05/2024.", datetime.date(2025, 11, 10)),
    Provision("TT08", "Thông tư 08/2026", "Sửa mẫu giấy tờ của Thông tư 05/2024.", datetime.date(2026, 2, 15)),
    Provision(
        "A9",
        "Điều 85, Điều 87 Luật Đất đai số 31/2024/QH15",
        "Thông báo thu hồi đất và danh sách người có đất thu hồi được niêm yết tại trụ sở và điểm sinh hoạt chung "
        "trong suốt thời gian bồi thường; báo trước khi ra quyết định thu hồi.",
    ),
    Provision(
        "A10",
        "Mục IV Phần II Phụ lục I Nghị định 151/2025/NĐ-CP",
        "Phương án bồi thường, hỗ trợ, tái định cư được niêm yết, lấy ý kiến, thẩm định rồi mới phê duyệt; quyết định "
        "phê duyệt được niêm yết.",
    ),
    Provision(
        "LDCCS-13",
        "Điều 13 Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15",
        "Hình thức, thời điểm và thời hạn công khai ở xã, phường.",
        datetime.date(2023, 7, 1),
    ),
)
