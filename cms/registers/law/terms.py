"""Words that citizens ask about."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from cms.registers.law.references import ND54


@dataclass(frozen=True)
class TermData:
    """One term."""

    code: str
    name: str
    meaning: str
    source: str
    aliases: tuple[str, ...] = ()
    valid_from: datetime.date | None = None


TERMS = (
    TermData(
        "chua-co-nha-o",
        "Chưa có nhà ở",
        "Người nộp đơn và vợ hoặc chồng không có tên, hoặc không có phần nhà ở, trong giấy chứng nhận tại tỉnh, thành "
        "phố nơi có dự án.",
        "ND100-29.1",
        ("không có nhà",),
        ND54,
    ),
    TermData(
        "nha-chat",
        "Có nhà nhưng chật",
        "Có nhà ở thuộc sở hữu của mình nhưng diện tích bình quân đầu người thấp hơn mức luật định.",
        "ND100-29.2",
    ),
    TermData(
        "thue-mua",
        "Thuê mua",
        "Trả trước một phần, phần còn lại trả dần thành tiền thuê trong thời hạn luật định, hết hạn thì nhà là của "
        "mình. Không giống mua trả góp.",
        "LNO-89",
        ("trả góp",),
    ),
    TermData(
        "gia-ban",
        "Giá bán nhà ở xã hội",
        "Gồm chi phí và lợi nhuận định mức, trừ các ưu đãi. Kinh phí bảo trì không nằm trong giá.",
        "LNO-87",
    ),
    TermData(
        "boc-tham",
        "Bốc thăm",
        "Làm khi hồ sơ đủ điều kiện nhiều hơn số căn. Sở Xây dựng, đại diện UBND cấp xã và Công an cấp xã giám sát.",
        "ND100-38",
        ("rút thăm", "quay số"),
        ND54,
    ),
    TermData(
        "uu-tien",
        "Thứ tự ưu tiên",
        "Người có công; thân nhân liệt sĩ; người khuyết tật; người tái định cư; nữ giới.",
        "LNO-79",
    ),
    TermData(
        "mot-nguoi-mot-nha",
        "Mỗi người một nhà",
        "Chỉ được mua hoặc thuê mua một nhà ở xã hội; mỗi lúc chỉ thuê một nhà.",
        "LNO-88",
    ),
    TermData(
        "quy-dat-20",
        "Quỹ đất 20%",
        "Phần đất ở dành để xây nhà ở xã hội, có hạ tầng kỹ thuật: 20% tổng diện tích đất ở, trừ đất ở hiện hữu và "
        "đất tái định cư.",
        "ND100-17",
    ),
)
