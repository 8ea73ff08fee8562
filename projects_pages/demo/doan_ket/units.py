"""Units that section IV of the plan gives work, under the names that it prints."""

from projects_pages.demo.shapes import UnitData

CENTRE = "Trung tâm Dịch vụ tổng hợp phường"
HEADS = "Tổ trưởng Tổ dân phố"
ECONOMY = "Phòng Kinh tế, Hạ tầng và Đô thị"
SOCIETY = "Phòng Văn phòng - Xã hội"
FRONT = "Ủy ban Mặt trận Tổ quốc Việt Nam phường, các đoàn thể"

UNITS = (
    UnitData(
        CENTRE,
        "Cách đăng ký mua, thuê, thuê mua: hướng dẫn trình tự, thủ tục cho người đủ điều kiện; phối hợp khảo sát "
        "nhu cầu của hộ gia đình chính sách, hộ nghèo, người lao động.",
        aliases=("Trung tâm Dịch vụ tổng hợp",),
    ),
    UnitData(
        HEADS,
        "Nhu cầu nhà ở của hộ: trực tiếp rà soát, lập danh sách hộ có nhu cầu bức thiết.",
        aliases=("Tổ trưởng các Tổ dân phố",),
    ),
    UnitData(
        ECONOMY,
        "Tiến độ, hạ tầng, thủ tục đầu tư, xây dựng và đăng ký nhà ở xã hội.",
        aliases=("KTHTĐT",),
    ),
    UnitData(SOCIETY, "Chính sách: chủ trì tuyên truyền, phổ biến; cập nhật biến động về nhu cầu nhà ở."),
    UnitData(
        FRONT,
        "Được đề nghị giám sát việc xét duyệt hồ sơ mua, thuê: công khai, minh bạch, đúng đối tượng, không trục lợi "
        "chính sách.",
        aliases=("Ủy ban Mặt trận Tổ quốc Việt Nam phường và các tổ chức đoàn thể",),
    ),
)
