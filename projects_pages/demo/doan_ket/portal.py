"""What the portal of the ward says of itself."""

from projects_pages.demo.doan_ket.units import CENTRE
from projects_pages.demo.shapes import PortalData

PORTAL = PortalData(
    home_intro="Dự án, kế hoạch và văn bản về nhà ở xã hội của phường, kèm nguồn của từng số liệu. Trang này không "
    "nhận hồ sơ.",
    index_intros={
        "du-an": "Dự án nhà ở xã hội trên địa bàn phường, ghi theo Kế hoạch và các quyết định mà Kế hoạch nêu.",
        "ke-hoach": "Kế hoạch của phường: chỉ tiêu, việc phải làm, đơn vị làm và hạn.",
        "giam-sat": "Ai giám sát việc gì theo Kế hoạch; kết quả và trả lời ghi ở từng hồ sơ.",
        "nhu-cau": "Việc khảo sát nhu cầu theo Kế hoạch; chỉ đăng số đếm, không đăng danh sách hộ.",
        "van-ban": "Các văn bản mà Kế hoạch của phường nêu; chỗ Kế hoạch để trống thì ở đây cũng để trống.",
    },
    about_intro="Nơi người dân phường Đoàn Kết xem thông tin về nhà ở xã hội: dự án, kế hoạch, văn bản.",
    about=(
        (
            "Trang này không nhận hồ sơ",
            "Trang chỉ cung cấp thông tin, không nhận đơn và không lưu hồ sơ của ai. Trung tâm Dịch vụ tổng hợp "
            "phường hướng dẫn trình tự, thủ tục đăng ký mua, thuê hoặc thuê mua nhà ở xã hội.",
        ),
        (
            "Thông tin lấy từ đâu",
            "Nội dung ghi theo Kế hoạch triển khai thực hiện chỉ tiêu phát triển nhà ở xã hội năm 2026 và giai đoạn "
            "2026 - 2028 trên địa bàn phường Đoàn Kết. Mỗi số liệu ghi rõ văn bản và mục mà nó được lấy ra. Điều "
            "chưa biết ghi rõ là chưa biết.",
        ),
        (
            "Mỗi lần thay đổi đều để lại dấu vết",
            "Sửa điều đã công khai phải có hai người: một người sửa, một người khác duyệt. Mỗi lần công bố được ghi "
            "vào Lịch sử công bố của hồ sơ: ngày giờ, cơ quan, nội dung cũ và mới, lý do.",
        ),
    ),
    guide_unit=CENTRE,
    search_examples="noxh doan ket, 258/QĐ-UBND, to dan pho so 12, mặt trận giám sát",
    notice="Bản thử: trang này chỉ ghi điều có trong Kế hoạch của UBND phường Đoàn Kết và điều luật buộc công bố; "
    "điều chưa biết ghi rõ là chưa biết.",
)
