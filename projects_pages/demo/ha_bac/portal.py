"""What the portal of the commune says of itself."""

from projects_pages.demo.ha_bac.units import ECONOMY
from projects_pages.demo.shapes import PortalData

PORTAL = PortalData(
    home_intro="Kế hoạch và văn bản về nhà ở xã hội của xã, kèm nguồn của từng điều. Trang này không nhận hồ sơ.",
    index_intros={
        "du-an": "Dự án nhà ở xã hội trên địa bàn xã. Kế hoạch của xã chưa nêu tên dự án nào.",
        "ke-hoach": "Kế hoạch của xã: việc phải làm, đơn vị làm và hạn.",
        "van-ban": "Các văn bản mà Kế hoạch của xã nêu; chỗ Kế hoạch để trống thì ở đây cũng để trống.",
    },
    about_intro="Nơi người dân xã Hà Bắc xem thông tin về nhà ở xã hội: kế hoạch, văn bản.",
    about=(
        (
            "Trang này không nhận hồ sơ",
            "Trang chỉ cung cấp thông tin, không nhận đơn và không lưu hồ sơ của ai. Phòng Kinh tế tổ chức hướng dẫn, "
            "tạo điều kiện thuận lợi để người dân tiếp cận các chính sách, thủ tục về nhà ở xã hội.",
        ),
        (
            "Thông tin lấy từ đâu",
            "Nội dung ghi theo Kế hoạch của Ủy ban nhân dân xã Hà Bắc về việc triển khai thực hiện Nghị quyết số "
            "02-NQ/TU, ngày 10/12/2025 của Ban Chấp hành Đảng bộ thành phố Hải Phòng. Điều chưa biết ghi rõ là chưa "
            "biết.",
        ),
        (
            "Mỗi lần thay đổi đều để lại dấu vết",
            "Sửa điều đã công khai phải có hai người: một người sửa, một người khác duyệt. Mỗi lần công bố được ghi "
            "vào Lịch sử công bố của hồ sơ: ngày giờ, cơ quan, nội dung cũ và mới, lý do.",
        ),
    ),
    guide_unit=ECONOMY,
    search_examples="nghi quyet 02 nq tu, 201/2025/QH15, quy dat 20%",
    notice="Bản thử: trang này chỉ ghi điều có trong Kế hoạch của UBND xã Hà Bắc; điều chưa biết ghi rõ là chưa biết.",
)
