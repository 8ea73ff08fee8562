"""Units that section III of the plan gives work; "Các trường thôn" is its slip for "Trưởng các thôn"."""

from projects_pages.demo.shapes import UnitData

ECONOMY = "Phòng Kinh tế"
CULTURE = "Phòng Văn hóa - Xã hội"
HEADS = "Trưởng các thôn"

UNITS = (
    UnitData(
        ECONOMY,
        "Chính sách, thủ tục về nhà ở xã hội: hướng dẫn, tạo điều kiện để người dân tiếp cận; rà soát quỹ đất, thống "
        "kê nhu cầu; công khai, minh bạch thông tin.",
    ),
    UnitData(
        CULTURE, "Tuyên truyền, phổ biến Nghị quyết số 02-NQ/TU; nắm bắt nhu cầu an sinh xã hội về nhà ở của nhân dân."
    ),
    UnitData(
        HEADS,
        "Tuyên truyền, phổ biến cho các hộ gia đình, tổ chức, cá nhân trên địa bàn về việc triển khai Nghị quyết số "
        "02-NQ/TU.",
        aliases=("Trưởng thôn", "Các trường thôn"),
    ),
)
