"""Units of the ward; telephone numbers begin with an area code that nobody has, addresses end in .example."""

from projects_pages.demo.shapes import UnitData

CENTRE = "Trung tâm Dịch vụ tổng hợp"
ECONOMY = "Phòng Kinh tế, Hạ tầng và Đô thị"
ONE_STOP = "Trung tâm Phục vụ hành chính công"
CULTURE = "Phòng Văn hóa - Xã hội"

HOURS = "Thứ Hai đến Thứ Sáu, 7 giờ 30 đến 11 giờ 30 và 13 giờ 30 đến 17 giờ"
OFFICE = "Số 2 đường Minh Họa, Tổ dân phố Mẫu 1"

UNITS = (
    UnitData(
        CENTRE,
        "Hướng dẫn trình tự, thủ tục đăng ký mua, thuê mua, thuê nhà ở xã hội; thông tin các đợt nhận hồ sơ.",
        aliases=("TTDVTH",),
        reached={
            "address": OFFICE,
            "phone": "0200 000 0101",
            "email": "dich-vu-tong-hop@minh-hoa.example",
            "hours": HOURS,
        },
    ),
    UnitData(
        ECONOMY,
        "Dự án, quỹ đất, quy hoạch, giá; hướng dẫn nhà đầu tư nộp hồ sơ.",
        aliases=("Phòng Kinh tế",),
        reached={
            "address": OFFICE,
            "phone": "0200 000 0102",
            "email": "kinh-te@minh-hoa.example",
            "hours": HOURS,
        },
    ),
    UnitData(
        ONE_STOP,
        "Nhận và trả giấy xác nhận đối tượng, thu nhập, diện tích nhà ở bình quân.",
        aliases=("một cửa", "TTPVHCC"),
        reached={
            "address": "Số 4 đường Minh Họa, Tổ dân phố Mẫu 1",
            "phone": "0200 000 0103",
            "email": "mot-cua@minh-hoa.example",
            "hours": HOURS,
        },
    ),
    UnitData(
        CULTURE,
        "Thống kê nhu cầu, tuyên truyền chính sách nhà ở xã hội.",
        reached={"address": OFFICE, "phone": "0200 000 0104", "hours": HOURS},
    ),
)
