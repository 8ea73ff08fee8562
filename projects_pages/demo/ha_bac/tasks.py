"""Tasks that the plan sets; section II names no unit, section III does. Slips of the paper stand right here."""

from projects_pages.demo.ha_bac.units import CULTURE, ECONOMY, HEADS
from projects_pages.demo.shapes import TaskData
from projects_pages.models.plan import TaskState

STANDING = TaskState.STANDING

OF_THE_COMMUNE = (
    TaskData(
        "Rà soát quỹ đất 20% nhà ở xã hội trong các dự án nhà ở thương mại trên địa bàn xã (nếu có).",
        "mục II.1",
    ),
    TaskData(
        "Xác định quỹ đất không xây dựng nhà ở xã hội để áp dụng cơ chế đặc thù theo Nghị quyết 201/2025/QH15, tổ "
        "chức đấu giá quyền sử dụng đất để làm nhà ở thương mại và trích số tiền tương đương giá trị quỹ đất đấu "
        "giá vào Quỹ nhà ở.",
        "mục II.1",
    ),
    TaskData(
        "Chủ động, thường xuyên rà soát, điều chỉnh quy hoạch các quỹ đất phù hợp với định hướng phát triển nhà ở xã "
        "hội của xã, tránh dư thừa, lãng phí.",
        "mục II.1",
        state=STANDING,
    ),
    TaskData(
        "Công khai danh mục các vị trí, khu đất sạch, đủ điều kiện triển khai thực hiện ngay trên các phương tiện "
        "thông tin đại chúng để thu hút nhà đầu tư.",
        "mục II.1",
    ),
    TaskData(
        "Ưu tiên quy hoạch, phát triển các dự án tại khu vực phía Đông để đáp ứng nhu cầu của cán bộ, công chức viên "
        "chức, lực lượng vũ trang nhân dân.",
        "mục II.2",
    ),
    TaskData(
        "Quy hoạch hợp lý các dự án khu vực phía Tây để đảm bảo nhu cầu tại chỗ cho công nhân, người lao động tại "
        "các khu công nghiệp.",
        "mục II.2",
    ),
    TaskData(
        "Rà soát, kiểm tra điều chỉnh quy hoạch chi tiết các dự án nhà ở xã hội có quy hoạch thấp tầng theo hướng "
        "tăng chiều cao công trình, giảm mật độ xây dựng (nếu có).",
        "mục II.2",
    ),
    TaskData(
        "Đẩy nhanh tiến độ lựa chọn nhà đầu tư đối với các dự án đã có chủ trương đầu tư.",
        "mục II.3",
    ),
    TaskData(
        "Đôn đốc các dự án đã có nhà đầu tư, đang thi công xây dựng tập trung nguồn lực triển khai thực hiện, hoàn "
        "thành vượt tiến độ đề ra.",
        "mục II.3",
    ),
    TaskData(
        "Phát triển các dự án nhà ở xã hội mới theo Nghị quyết số 201/2025/QH15.",
        "mục II.3",
    ),
    TaskData(
        "Kiểm tra, hướng dẫn để kịp thời có các giải pháp thúc đẩy việc bán và chuyển nhượng nhà ở xã hội, bảo đảm "
        "đúng đối tượng; kiểm tra, kiểm soát giá bán, giá cho thuê nhà ở xã hội của các chủ đầu tư.",
        "mục II.4",
    ),
    TaskData(
        "Nghiên cứu xây dựng và đưa vào vận hành hệ thống thông tin, cơ sở dữ liệu về nhà ở xã hội theo mô hình «một "
        "cửa, một điểm đến» để tích hợp, công khai và minh bạch hóa toàn bộ thông tin về dự án, quỹ nhà, đối tượng, "
        "điều kiện, thủ tục đăng ký mua, thuê và chuyển nhượng.",
        "mục II.4",
        due="quý II/2026",
        due_text="hoàn thành trong quý II/2026",
    ),
    TaskData(
        "Kiểm tra, rà soát, khuyến khích các hộ dân sinh sống tại các chung cư cũ xuống cấp nghiêm trọng, có nguy cơ "
        "mất an toàn hoặc không còn phù hợp quy hoạch.",
        "mục II.4",
    ),
    TaskData(
        "Rà soát tổng thể các dự án nhà ở xã hội đang triển khai trên địa bàn xã (nếu có), kịp thời phát hiện và "
        "tháo gỡ khó khăn, vướng mắc cho các chủ đầu tư, đặc biệt là đối với những dự án đã hoàn thành nhưng chậm "
        "tiêu thụ.",
        "mục II.4",
    ),
)
OF_THE_UNITS = (
    TaskData(
        "Xây dựng kế hoạch triển khai thực hiện Nghị quyết; phân công rõ trách nhiệm cho từng bộ phận, cá nhân liên "
        "quan.",
        "mục III.1",
        ECONOMY,
    ),
    TaskData(
        "Rà soát hiện trạng sử dụng đất trên địa bàn; rà soát, đề xuất với cấp có thẩm quyền quy hoạch quỹ đất phù "
        "hợp bố trí phát triển nhà ở xã hội; tăng cường quản lý trật tự xây dựng.",
        "mục III.1",
        ECONOMY,
    ),
    TaskData(
        "Phối hợp rà soát, thống kê nhu cầu nhà ở xã hội của cán bộ, công chức, viên chức, người lao động trên địa "
        "bàn; lập danh sách đối tượng có nhu cầu.",
        "mục III.1",
        ECONOMY,
        due_text="danh sách: khi có hướng dẫn của cấp trên",
    ),
    TaskData(
        "Tổ chức hướng dẫn, tạo điều kiện thuận lợi để người dân tiếp cận các chính sách, thủ tục về nhà ở xã hội; "
        "thực hiện công khai, minh bạch thông tin theo quy định của pháp luật.",
        "mục III.1",
        ECONOMY,
    ),
    TaskData(
        "Chủ động phối hợp với các cơ quan cấp trên trong triển khai các dự án (nếu có); kịp thời báo cáo khó khăn, "
        "vướng mắc.",
        "mục III.1",
        ECONOMY,
    ),
    TaskData(
        "Đẩy mạnh công tác tuyên truyền, phổ biến và triển khai thực hiện Nghị quyết số 02-NQ/TU và nắm bắt nhu cầu "
        "an sinh xã hội về nhà ở của nhân dân.",
        "mục III.2",
        CULTURE,
        ECONOMY,
    ),
    TaskData(
        "Tổ chức tuyên truyền, phổ biến các hộ gia đình, tổ chức, cá nhân trên địa bàn về việc triển khai Nghị quyết "
        "số 02-NQ/TU.",
        "mục III.3",
        HEADS,
    ),
    TaskData(
        "Các phòng, ban, cơ quan, đơn vị có liên quan trên địa bàn xã căn cứ nhiệm vụ được giao tổ chức thực hiện và "
        "báo cáo kết quả theo đúng thời gian quy định.",
        "phần kết",
        due_text="theo đúng thời gian quy định",
    ),
)
TASKS = OF_THE_COMMUNE + OF_THE_UNITS
