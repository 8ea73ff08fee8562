"""Sections of the plan, word for word; the marks of its layout and its page breaks are left out."""

from projects_pages.demo.shapes import SectionData

SECTIONS = (
    SectionData(
        "I.1",
        "Mục đích",
        "- Cụ thể hóa chỉ tiêu phát triển nhà ở xã hội năm 2026 vào kế hoạch phát triển kinh tế - xã hội của địa "
        "phương; đảm bảo người dân (đặc biệt là đối tượng chính sách, thu nhập thấp) có cơ hội tiếp cận nhà ở ổn "
        "định.\n"
        "- Xác định rõ nhu cầu nhà ở xã hội thực tế trên địa bàn phường để làm cơ sở bổ sung vào chỉ tiêu phát "
        "triển kinh tế - xã hội hàng năm của địa phương. Giải quyết kịp thời chính sách an sinh xã hội, đáp ứng nhu "
        "cầu an cư cho quy mô dân số cơ học gia tăng sau khi sáp nhập thành phường Đoàn Kết mới.",
    ),
    SectionData(
        "I.2",
        "Yêu cầu",
        "- Đảm bảo tính khẩn trương, nghiêm túc: Hoàn thành dự thảo Kế hoạch và tổng hợp số liệu, gửi báo cáo chính "
        "thức về Sở Xây dựng trước ngày 15/5/2026 để Sở kịp thời tổng hợp bổ sung vào chỉ tiêu của tỉnh.\n"
        '- Đẩy mạnh cải cách thủ tục hành chính, đưa các dự án nhà ở xã hội vào nhóm "luồng ưu tiên", rút ngắn thời '
        "gian giải quyết công việc.\n"
        "- Đôn đốc đẩy tiến độ dự án Khu nhà ở xã hội Đoàn Kết Lai Châu, đưa một phần dự án trở thành trọng điểm "
        "của tỉnh Lai Châu hoàn thành chỉ tiêu khoảng 587 căn hộ nhà ở xã hội (phê duyệt tại Quyết định số "
        "258/QĐ-UBND ngày 10/02/2026 của UBND tỉnh Lai Châu về việc chấp thuận điều chỉnh chủ trương đầu tư đồng "
        "thời giao chủ đầu tư thực hiện dự án đầu tư xây dựng khu nhà ở xã hội Đoàn Kết Lai Châu).",
    ),
    SectionData(
        "II.1",
        "Giai đoạn 1: Rà soát nhu cầu và hỗ trợ khởi công (năm 2026 - 2027)",
        "- Năm 2026: Tiếp tục rà soát, xác định nhu cầu về nhà ở xã hội trên địa bàn, bổ sung vào chỉ tiêu phát "
        "triển kinh tế - xã hội; phối hợp đôn đốc Chủ đầu tư khẩn trương hoàn thiện thủ tục pháp lý để tổ chức thi "
        "công dự án Khu Nhà ở xã hội Đoàn Kết Lai Châu trong quý II năm 2026.\n"
        "- Năm 2027: Phối hợp đôn đốc tiến độ thi công hạ tầng kỹ thuật; đảm bảo dự án kết nối đồng bộ với hệ thống "
        "giao thông, y tế, giáo dục hiện hữu để nâng cao chất lượng sống của cư dân.",
    ),
    SectionData(
        "II.2",
        "Giai đoạn 2: Tập trung hoàn thành chỉ tiêu căn hộ (năm 2028)",
        "- Năm 2028: Hoàn thành 587 căn hộ; Phối hợp đôn đốc chủ đầu tư hoàn thành đưa vào sử dụng 587 căn hộ tại "
        "dự án Khu nhà ở xã hội Đoàn Kết, hoàn thành chỉ tiêu năm 2028 của tỉnh, của phường; phối hợp xét duyệt đối "
        "tượng thụ hưởng đảm bảo công bằng, minh bạch.",
    ),
    SectionData(
        "III.1",
        "Về quy hoạch, đất đai và phát triển hạ tầng",
        "- Quản lý chặt chẽ và ưu tiên bố trí quỹ đất 32.056,8 m² tại Tổ dân phố số 12 và Quyết Tiến 3 để thực hiện "
        "dự án phát triển dự án, đảm bảo đúng Quy hoạch chi tiết 1/500 đã được phê duyệt.\n"
        "- Yêu cầu chủ đầu tư thi công đồng bộ hạ tầng kỹ thuật hiện đại (hạ ngầm 100% hệ thống cáp điện, viễn "
        "thông; xây dựng trạm xử lý nước thải ngầm) và hạ tầng xã hội thiết yếu (trường mầm non). Quá trình triển "
        "khai phải tuân thủ nghiêm các quy định của pháp luật.",
    ),
    SectionData(
        "III.2",
        "Về cải cách thủ tục hành chính và hỗ trợ đầu tư",
        "- Hướng dẫn các tổ chức, cá nhân và đối tượng thụ hưởng về các thủ tục hành chính liên quan đến đầu tư, "
        "xây dựng và đăng ký nhà ở xã hội. Phối hợp với các đơn vị tuyên truyền sâu rộng chính sách đến người dân;\n"
        "- Thường xuyên kiểm tra, đôn đốc, nắm bắt và giải quyết các khó khăn, vướng mắc của chủ đầu tư trong quá "
        "trình thi công.",
    ),
    SectionData(
        "III.3",
        "Về quản lý đối tượng thụ hưởng",
        "Tổ chức rà soát chặt chẽ, xác định chính xác nhu cầu về nhà ở xã hội, đánh giá kỹ quy mô gia tăng dân số "
        "cơ học tại các địa bàn mới sáp nhập; phối hợp kiểm tra bảo đảm trình tự, thủ tục xét duyệt đối tượng mua, "
        "bán, thuê mua đúng quy định, đúng đối tượng.",
    ),
    SectionData(
        "III.4",
        "Giám sát xây dựng",
        "Tăng cường hoạt động giám sát của cộng đồng để công trình xây dựng được thực hiện đồng bộ hạ tầng kỹ thuật "
        "(đường giao thông, hệ thống thoát nước, điện chiếu sáng) và hạ tầng xã hội (trường Mầm Non, bãi đỗ xe, cây "
        "xanh...) kèm theo khu nhà ở đúng quy hoạch được phê duyệt.",
    ),
    SectionData(
        "IV.1",
        "Phòng Kinh tế, Hạ tầng và Đô thị",
        "- Thường xuyên theo dõi tiến độ triển khai của các dự án, các chỉ tiêu giao cho các tổ chức trên địa bàn "
        "để kịp thời báo cáo UBND phường; định kỳ tổng hợp số liệu, đánh giá kết quả thực hiện chỉ tiêu phát triển "
        "nhà ở xã hội để tham mưu phương án điều chỉnh nếu cần thiết.\n"
        "- Kiểm soát hạ tầng đảm bảo việc xây dựng nhà ở xã hội phải đồng bộ với hệ thống hạ tầng kỹ thuật (giao "
        "thông, điện, nước) và hạ tầng xã hội theo quy hoạch đô thị đã được phê duyệt.\n"
        "- Hướng dẫn các tổ chức, cá nhân và đối tượng thụ hưởng về các thủ tục hành chính liên quan đến đầu tư, "
        "xây dựng và đăng ký nhà ở xã hội. Phối hợp với các cơ quan, đơn vị liên quan tuyên truyền sâu rộng chính "
        "sách đến người dân. Định kỳ tổng hợp số liệu, đánh giá, báo cáo kết quả thực hiện chỉ tiêu phát triển nhà "
        "ở xã hội trên địa bàn.",
    ),
    SectionData(
        "IV.2",
        "Phòng Văn phòng - Xã hội",
        "- Chủ trì phối hợp với các đơn vị tuyên truyền, phổ biến sâu rộng các chủ trương của Đảng, chính sách của "
        "Nhà nước về phát triển nhà ở xã hội, Kế hoạch năm 2026 và giai đoạn 2026 - 2028 đến người dân đến mọi tầng "
        "lớp nhân dân.\n"
        "- Thường xuyên theo dõi, cập nhật biến động về nhu cầu nhà ở của các đối tượng xã hội trên địa bàn phường "
        "Đoàn Kết vào hệ thống quản lý chung.\n"
        "- Vận động nhân dân thực hiện nếp sống văn minh đô thị và chấp hành các quy định về quy hoạch tại khu vực "
        "dự án.",
    ),
    SectionData(
        "IV.3",
        "Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam phường và các tổ chức đoàn thể",
        "- Phối hợp thông tin, tuyên truyền kế hoạch này đến cán bộ, đảng viên, đoàn viên, hội viên và các tầng lớp "
        "nhân dân. Phối hợp tuyên truyền, vận động các hộ gia đình, cá nhân trong diện giải phóng mặt bằng đồng "
        "thuận, chấp hành chính sách bồi thường để đẩy nhanh tiến độ thực hiện dự án.\n"
        "- Giám sát đảm bảo việc xét duyệt hồ sơ mua, thuê nhà ở xã hội được thực hiện công khai, minh bạch, đúng "
        "đối tượng (người nghèo, gia đình chính sách, công nhân...) và không để xảy ra tiêu cực, trục lợi chính "
        "sách.",
    ),
    SectionData(
        "IV.4",
        "Trung tâm Dịch vụ tổng hợp phường",
        "Thực hiện tuyên truyền, hướng dẫn các đối tượng đủ điều kiện thụ hưởng chính sách nhà ở xã hội về trình "
        "tự, thủ tục đăng ký mua, thuê hoặc thuê mua nhà ở theo đúng kế hoạch giai đoạn 2026 - 2028.\n"
        "Phối hợp rà soát nhu cầu trong việc điều tra, khảo sát và tổng hợp nhu cầu thực tế về nhà ở của các hộ gia "
        "đình chính sách, hộ nghèo và người lao động trên địa bàn để đảm bảo chỉ tiêu phát triển sát với thực tế.",
    ),
    SectionData(
        "IV.5",
        "Tổ trưởng các Tổ dân phố",
        "Tuyên truyền chủ trương phát triển nhà ở xã hội; trực tiếp rà soát, lập danh sách tổng hợp các hộ gia đình "
        "thực sự có nhu cầu bức thiết về nhà ở xã hội trên địa bàn quản lý để tổng hợp báo cáo UBND phường.",
    ),
)
