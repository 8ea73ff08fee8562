"""Forms in force and the versions before them; their files are added by the province when it has them."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from cms.registers.law.references import ND54, ND136

TT32, TT08 = datetime.date(2025, 11, 10), datetime.date(2026, 2, 15)
CIRCULAR = "Thông tư 05/2024"


@dataclass(frozen=True)
class FormData:
    """One version of a form."""

    code: str
    number: str
    name: str
    issued_by: str
    source: str
    amended_by: str = ""
    valid_from: datetime.date | None = None
    use: str = ""
    note: str = ""


FORMS = (
    FormData(
        "nd100-mau-01",
        "Mẫu số 01",
        "Đơn đăng ký mua, thuê mua, thuê nhà ở xã hội",
        "Phụ lục II Nghị định 100/2024/NĐ-CP",
        "ND136-1",
        "Nghị định 136/2026/NĐ-CP",
        ND136,
        "Ai đăng ký mua, thuê mua, thuê cũng cần.",
        "gồm: hình thức; kính gửi; họ tên; giấy tờ tùy thân; nghề nghiệp; nơi làm việc; đối tượng; nhà ở; thu nhập; "
        "cam kết",
    ),
    FormData(
        "nd100-mau-03",
        "Mẫu số 03",
        "Đơn mua nhà ở cho lực lượng vũ trang nhân dân",
        "Phụ lục II Nghị định 100/2024/NĐ-CP",
        "ND100-68",
        "Nghị định 54/2026/NĐ-CP",
        ND54,
        "Người thuộc lực lượng vũ trang mua nhà ở cho lực lượng vũ trang.",
    ),
    FormData(
        "tt05-mau-01",
        "Mẫu số 01",
        "Giấy xác nhận đối tượng",
        f"Phụ lục I {CIRCULAR}",
        "TT08",
        "Thông tư 08/2026",
        TT08,
        "Người trả nhà công vụ; người bị thu hồi đất, phá dỡ nhà; học sinh, sinh viên.",
    ),
    FormData(
        "tt05-mau-01a",
        "Mẫu số 01a",
        "Giấy xác nhận đối tượng và thu nhập",
        "Thông tư 32/2025",
        "TT32",
        valid_from=TT32,
        use="Người thu nhập thấp; công nhân, người lao động; cán bộ, công chức, viên chức.",
    ),
    FormData(
        "tt05-mau-01a",
        "Mẫu số 01a",
        "Giấy xác nhận đối tượng và thu nhập",
        "Thông tư 32/2025",
        "TT08",
        "Thông tư 08/2026",
        TT08,
        "Người thu nhập thấp; công nhân, người lao động; cán bộ, công chức, viên chức.",
    ),
    FormData(
        "tt05-mau-02",
        "Mẫu số 02",
        "Giấy xác nhận chưa có nhà ở",
        f"Phụ lục I {CIRCULAR}",
        "TT08",
        "Thông tư 08/2026",
        TT08,
        "Người chưa có nhà ở; cơ quan đăng ký đất đai xác nhận.",
    ),
    FormData(
        "tt05-mau-03",
        "Mẫu số 03",
        "Giấy xác nhận diện tích nhà ở bình quân đầu người",
        f"Phụ lục I {CIRCULAR}",
        "TT05",
        use="Người có nhà ở nhưng chật; UBND cấp xã xác nhận.",
    ),
    FormData(
        "tt05-mau-04",
        "Mẫu số 04",
        "Giấy xác nhận thu nhập",
        "Thông tư 32/2025",
        "TT32",
        valid_from=TT32,
        use="Người thuộc lực lượng vũ trang.",
    ),
    FormData(
        "tt05-mau-04",
        "Mẫu số 04",
        "Giấy xác nhận thu nhập",
        "Thông tư 32/2025",
        "TT08",
        "Thông tư 08/2026",
        TT08,
        "Người thuộc lực lượng vũ trang.",
    ),
    FormData(
        "tt05-mau-05",
        "Mẫu số 05",
        "Giấy kê khai thu nhập của người không có hợp đồng lao động",
        f"Phụ lục I {CIRCULAR}",
        "TT08",
        "Thông tư 08/2026",
        TT08,
        "Người thu nhập thấp không có hợp đồng lao động; Công an cấp xã xác nhận.",
    ),
    FormData(
        "tt05-mau-06",
        "Mẫu số 06",
        "Giấy tờ để vay tại Ngân hàng Chính sách xã hội",
        f"Phụ lục I {CIRCULAR}",
        "TT05",
        use="Người vay ưu đãi tại Ngân hàng Chính sách xã hội.",
    ),
    FormData(
        "tt05-mau-07",
        "Mẫu số 07",
        "Giấy tờ để vay tại tổ chức tín dụng",
        f"Phụ lục I {CIRCULAR}",
        "TT05",
        use="Người vay ưu đãi tại tổ chức tín dụng.",
    ),
    FormData(
        "tt05-hop-dong",
        "Phụ lục VI",
        "Hợp đồng mẫu",
        CIRCULAR,
        "TT05",
        use="Hợp đồng mua, thuê mua, thuê nhà ở xã hội.",
    ),
)
