"""Tasks that the plan sets, with the unit that section IV charges and the deadline where the plan gives one."""

from projects_pages.demo.doan_ket.units import CENTRE, ECONOMY, FRONT, HEADS, SOCIETY
from projects_pages.demo.shapes import TaskData
from projects_pages.models.plan import TaskState

STANDING = TaskState.STANDING

OF_THE_YEARS = (
    TaskData(
        "Hoàn thành dự thảo Kế hoạch và tổng hợp số liệu, gửi báo cáo chính thức về Sở Xây dựng để Sở kịp thời tổng "
        "hợp bổ sung vào chỉ tiêu của tỉnh.",
        "mục I.2",
        due="15/5/2026",
        due_text="trước ngày 15/5/2026",
    ),
    TaskData(
        "Đẩy mạnh cải cách thủ tục hành chính, đưa các dự án nhà ở xã hội vào nhóm «luồng ưu tiên», rút ngắn thời "
        "gian giải quyết công việc.",
        "mục I.2",
    ),
    TaskData(
        "Tiếp tục rà soát, xác định nhu cầu về nhà ở xã hội trên địa bàn, bổ sung vào chỉ tiêu phát triển kinh tế - "
        "xã hội.",
        "mục II.1",
        due="2026",
        due_text="năm 2026",
    ),
    TaskData(
        "Phối hợp đôn đốc Chủ đầu tư khẩn trương hoàn thiện thủ tục pháp lý để tổ chức thi công dự án Khu nhà ở xã "
        "hội Đoàn Kết Lai Châu.",
        "mục II.1",
        due="quý II/2026",
        due_text="trong quý II năm 2026",
    ),
    TaskData(
        "Phối hợp đôn đốc tiến độ thi công hạ tầng kỹ thuật; đảm bảo dự án kết nối đồng bộ với hệ thống giao thông, "
        "y tế, giáo dục hiện hữu.",
        "mục II.1",
        due="2027",
        due_text="năm 2027",
    ),
    TaskData(
        "Phối hợp đôn đốc chủ đầu tư hoàn thành đưa vào sử dụng khoảng 587 căn hộ tại dự án Khu nhà ở xã hội Đoàn "
        "Kết, hoàn thành chỉ tiêu năm 2028 của tỉnh, của phường.",
        "mục II.2",
        due="2028",
        due_text="năm 2028",
    ),
    TaskData(
        "Phối hợp xét duyệt đối tượng thụ hưởng đảm bảo công bằng, minh bạch.",
        "mục II.2",
        due="2028",
        due_text="năm 2028",
    ),
)
OF_THE_WARD = (
    TaskData(
        "Quản lý chặt chẽ và ưu tiên bố trí quỹ đất 32.056,8 m² tại Tổ dân phố số 12 và Quyết Tiến 3, đảm bảo đúng "
        "Quy hoạch chi tiết 1/500 đã được phê duyệt.",
        "mục III.1",
    ),
    TaskData(
        "Yêu cầu chủ đầu tư thi công đồng bộ hạ tầng kỹ thuật hiện đại (hạ ngầm 100% hệ thống cáp điện, viễn thông; "
        "xây dựng trạm xử lý nước thải ngầm) và hạ tầng xã hội thiết yếu (trường mầm non).",
        "mục III.1",
    ),
    TaskData(
        "Thường xuyên kiểm tra, đôn đốc, nắm bắt và giải quyết các khó khăn, vướng mắc của chủ đầu tư trong quá "
        "trình thi công.",
        "mục III.2",
        state=STANDING,
    ),
    TaskData(
        "Đánh giá kỹ quy mô gia tăng dân số cơ học tại các địa bàn mới sáp nhập; phối hợp kiểm tra bảo đảm trình "
        "tự, thủ tục xét duyệt đối tượng mua, bán, thuê mua đúng quy định, đúng đối tượng.",
        "mục III.3",
    ),
    TaskData(
        "Tăng cường hoạt động giám sát của cộng đồng để công trình xây dựng được thực hiện đồng bộ hạ tầng kỹ thuật "
        "và hạ tầng xã hội kèm theo khu nhà ở đúng quy hoạch được phê duyệt.",
        "mục III.4",
    ),
)
OF_THE_UNITS = (
    TaskData(
        "Thường xuyên theo dõi tiến độ triển khai của các dự án, các chỉ tiêu giao cho các tổ chức trên địa bàn để "
        "kịp thời báo cáo UBND phường.",
        "mục IV.1",
        ECONOMY,
        state=STANDING,
    ),
    TaskData(
        "Định kỳ tổng hợp số liệu, đánh giá kết quả thực hiện chỉ tiêu phát triển nhà ở xã hội để tham mưu phương "
        "án điều chỉnh nếu cần thiết.",
        "mục IV.1",
        ECONOMY,
        due_text="định kỳ",
        state=STANDING,
    ),
    TaskData(
        "Kiểm soát hạ tầng đảm bảo việc xây dựng nhà ở xã hội phải đồng bộ với hệ thống hạ tầng kỹ thuật (giao "
        "thông, điện, nước) và hạ tầng xã hội theo quy hoạch đô thị đã được phê duyệt.",
        "mục IV.1",
        ECONOMY,
    ),
    TaskData(
        "Hướng dẫn các tổ chức, cá nhân và đối tượng thụ hưởng về các thủ tục hành chính liên quan đến đầu tư, xây "
        "dựng và đăng ký nhà ở xã hội; phối hợp tuyên truyền sâu rộng chính sách đến người dân.",
        "mục IV.1",
        ECONOMY,
        "Các cơ quan, đơn vị liên quan",
    ),
    TaskData(
        "Chủ trì tuyên truyền, phổ biến sâu rộng các chủ trương của Đảng, chính sách của Nhà nước về phát triển nhà "
        "ở xã hội, Kế hoạch năm 2026 và giai đoạn 2026 - 2028 đến mọi tầng lớp nhân dân.",
        "mục IV.2",
        SOCIETY,
        "Các đơn vị",
    ),
    TaskData(
        "Thường xuyên theo dõi, cập nhật biến động về nhu cầu nhà ở của các đối tượng xã hội trên địa bàn phường "
        "Đoàn Kết vào hệ thống quản lý chung.",
        "mục IV.2",
        SOCIETY,
        state=STANDING,
    ),
    TaskData(
        "Vận động nhân dân thực hiện nếp sống văn minh đô thị và chấp hành các quy định về quy hoạch tại khu vực dự "
        "án.",
        "mục IV.2",
        SOCIETY,
    ),
    TaskData(
        "Phối hợp thông tin, tuyên truyền kế hoạch này đến cán bộ, đảng viên, đoàn viên, hội viên và các tầng lớp "
        "nhân dân; vận động các hộ gia đình, cá nhân trong diện giải phóng mặt bằng đồng thuận, chấp hành chính "
        "sách bồi thường.",
        "mục IV.3",
        FRONT,
    ),
    TaskData(
        "Giám sát đảm bảo việc xét duyệt hồ sơ mua, thuê nhà ở xã hội được thực hiện công khai, minh bạch, đúng đối "
        "tượng (người nghèo, gia đình chính sách, công nhân...) và không để xảy ra tiêu cực, trục lợi chính sách.",
        "mục IV.3",
        FRONT,
    ),
    TaskData(
        "Thực hiện tuyên truyền, hướng dẫn các đối tượng đủ điều kiện thụ hưởng chính sách nhà ở xã hội về trình "
        "tự, thủ tục đăng ký mua, thuê hoặc thuê mua nhà ở theo đúng kế hoạch giai đoạn 2026 - 2028.",
        "mục IV.4",
        CENTRE,
    ),
    TaskData(
        "Phối hợp rà soát nhu cầu trong việc điều tra, khảo sát và tổng hợp nhu cầu thực tế về nhà ở của các hộ gia "
        "đình chính sách, hộ nghèo và người lao động trên địa bàn.",
        "mục IV.4",
        CENTRE,
    ),
    TaskData(
        "Tuyên truyền chủ trương phát triển nhà ở xã hội; trực tiếp rà soát, lập danh sách tổng hợp các hộ gia đình "
        "thực sự có nhu cầu bức thiết về nhà ở xã hội trên địa bàn quản lý để tổng hợp báo cáo UBND phường.",
        "mục IV.5",
        HEADS,
    ),
)
TASKS = OF_THE_YEARS + OF_THE_WARD + OF_THE_UNITS
