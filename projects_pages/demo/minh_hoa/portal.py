"""What the portal of the ward says of itself."""

from projects_pages.demo.minh_hoa.project_base import MAIN
from projects_pages.demo.minh_hoa.units import CENTRE, HOURS, OFFICE
from projects_pages.demo.shapes import PortalData

PORTAL = PortalData(
    home_intro="Dự án, khu đất, giá, thủ tục, văn bản: mỗi số liệu kèm nguồn và ngày.",
    index_intros={
        "du-an": "Dự án nhà ở xã hội trên địa bàn phường, từ khi chuẩn bị đến khi bàn giao.",
        "gia": "Giá bán, thuê mua, thuê theo quyết định của chủ đầu tư: tạm tính, thẩm định, sau kiểm toán.",
        "ket-qua": "Số lượng hồ sơ theo nhóm; danh sách do chủ đầu tư và Sở Xây dựng công bố.",
        "ke-hoach": "Kế hoạch của phường: chỉ tiêu, việc phải làm, đơn vị làm và hạn.",
        "van-ban": "Quyết định, kế hoạch, thông báo mà các hồ sơ trên cổng lấy làm nguồn.",
    },
    about_intro="Phường Minh Họa không có thật. Cổng này cho xem mọi loại hồ sơ mà cổng thật có thể có.",
    about=(
        (
            "Trang này không nhận hồ sơ",
            "Trang chỉ cung cấp thông tin, không nhận đơn và không lưu hồ sơ của ai. Nơi nộp ghi ở từng đợt nhận hồ "
            "sơ, từng thủ tục và từng khu đất.",
        ),
        (
            "Dữ liệu minh họa",
            "Tên, số, ngày, địa chỉ, điện thoại ở đây đều dựng lên. Không dùng để quyết định việc gì.",
        ),
        (
            "Mỗi lần thay đổi đều để lại dấu vết",
            "Sửa điều đã công khai phải có hai người: một người sửa, một người khác duyệt. Mỗi lần công bố được ghi "
            "vào Lịch sử công bố của hồ sơ: ngày giờ, cơ quan, nội dung cũ và mới, lý do.",
        ),
    ),
    headline=MAIN,
    guide_unit=CENTRE,
    search_examples="khu nha minh hoa 1, 03/QĐ-MH, quy hoach 1/500",
    reached={
        "address": OFFICE,
        "phone": "0200 000 0100",
        "email": "ubnd@minh-hoa.example",
        "hours": HOURS,
        "responsible": "Chánh Văn phòng HĐND và UBND phường",
    },
)
