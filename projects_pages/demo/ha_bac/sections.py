"""Sections of the plan, word for word with its slips; its page breaks are left out."""

from projects_pages.demo.shapes import SectionData

SECTIONS = (
    SectionData(
        "I.1",
        "Mục đích",
        "- Nâng cao nhận thức, trách nhiệm của người đứng đầu các cơ quan, đơn vị trong lãnh đạo, chỉ đạo, thực "
        "hiện đối với công tác quản lý, phát triển nhà ở xã hội trong giai đoạn đến năm 2030 trên địa bàn xã.\n"
        "- Triển khai các nhiệm vụ, giải pháp của Nghị quyết số 02-NQ/TU của Ban chấp hành Đảng bộ Thành phố Hải "
        "Phòng về sửa đổi, bổ sung một số điều của Nghị quyết 09-NQ/TU ngày 13/11/2023 về phát triển nhà ở xã hội "
        "trên địa bàn xã đến năm 2030.\n"
        "- Xác định rõ trách nhiệm của cán bộ, công chức, viên chức, người lao động và các tầng lớp nhân dân, trước "
        "hết là vai trò, trách nhiệm của người đứng đầu các phòng, ban trong lãnh đạo, chỉ đạo, triển khai thực "
        "hiện; tạo bước chuyển biến rõ rệt, hiệu quả, thiết thực trong công tác quản lý, phát triển nhà ở xã hội "
        "đến năm 2030.\n"
        "Giữ nguyên theo Nghị quyết số 09-NQ/TU, ngày 13/11/2023 của Ban chấp hành Đảng bộ thành phố Hải Phòng, góp "
        "phần ổn định an sinh xã hội, thúc đẩy phát triển kinh tế địa phương.",
    ),
    SectionData(
        "I.2",
        "Yêu cầu",
        "Việc triển khai thực hiện Nghị quyết số 02-NQ/TU phải được tiến hành thực hiện đạt và vượt chỉ tiêu phát "
        "triển nhà ở xã hội trên địa bàn thành phố theo Quyết định của Thủ tướng Chính phủ và Nghị quyết Đại hội "
        "đại biểu Đảng bộ thành phố lần thứ I, nhiệm kỳ 2025-2030, và phù hợp với nhu cầu thực tiễn trên địa bàn "
        "xã.\n"
        "Gắn với quy hoạch, kế hoạch phát triển kinh tế - xã hội của xã.",
    ),
    SectionData(
        "II.1",
        "Tăng cường sự lãnh đạo của các phòng, ban và các tổ chức, đơn vị trong công tác quản lý về đất đai",
        "- Rà soát quỹ đất 20% nhà ở xã hội trong các dự án nhà ở thương mại trên địa bàn xã (nếu có); xác định quỹ "
        "đất không xây dựng nhà ở xã hội để áp dụng cơ chế đặc thù theo Nghị quyết 201/2025/QH15 ngày 29/5/2025 của "
        "Quốc hội, tổ chức đấu giá quyền sử dụng đất để làm nhà ở thương mại và trích số tiền tương đương giá trị "
        "quỹ đất đấu giá quyền sử dụng đất này vào Quỹ nhà ở.\n"
        "- Chủ động, thường xuyên rà soát, điều chỉnh quy hoạch các quỹ đất phù hợp với định hướng phát triển nhà ở "
        "xã hội của xã, tránh dư thừa, lãng phí. Công khai danh mục các vị trí, khu đất sạch, đủ điều kiện triển "
        "khai thực hiện ngay trên các phương tiện thông tin đại chúng để thu hút nhà đầu tư.",
    ),
    SectionData(
        "II.2",
        "Thực hiện đầy đủ, kịp thời các chủ trương, định hướng mới của Đảng vào hệ thống văn bản pháp luật về công "
        "tác quy hoạch",
        "- Rà soát, bố trí không gian phát triển nhà ở xã hội phù hợp với yêu cầu, định hướng phát triển kinh tế - "
        "xã hội của thành phố: Ưu tiên quy hoạch, phát triển các dự án tại khu vực phía Đông để đáp ứng nhu cầu của "
        "cán bộ, công chức viên chức, lực lượng vũ trang nhân dân đáp ứng nhu cầu nhà ở xã hội dành cho cán bộ, "
        "chiến sĩ lực lượng vũ trang nhân dân đáp ứng nhu cầu nhà ở, góp phần bảo đảm an sinh xã hội và củng cố "
        "quốc phòng - an ninh; đồng thời, quy hoạch hợp lý các dự án khu vực phía tây để đảm bảo nhu cầu tại chỗ "
        "cho công nhân, người lao động tại các khu công nghiệp, tạo sự sáng tạo phát triển cân đối, hài hòa.\n"
        "- Rà soát, kiểm tra điều chỉnh quy hoạch chi tiết các dự án nhà ở xã hội có quy hoạch thấp tầng theo hướng "
        "tăng chiều cao công trình, giảm mật độ xây dựng, nhằm tối ưu hóa hiệu quả sử dụng đất trên địa bàn (nếu "
        "có).",
    ),
    SectionData(
        "II.3",
        "Về chính sách đầu tư",
        "- Đẩy nhanh tiến độ lựa chọn nhà đầu tư đối với các dự án đã có chủ trương đầu tư. Đơn độc các dự án đã có "
        "nhà đầu tư, đang thi công xây dựng tập trung nguồn lực triển khai thực hiện, hoàn thành vượt tiến độ đề "
        "ra.\n"
        "- Phát triển các dự án nhà ở xã hội mới theo Nghị quyết số 201/2025/QH15, ngày 29/5/2025 của Quốc hội về "
        "thí điểm một số cơ chế, chính sách đặc thù phát triển nhà ở xã hội.",
    ),
    SectionData(
        "II.4",
        "Bổ sung nhiệm vụ, giải pháp mới",
        "- Tăng cường công tác kiểm tra, hướng dẫn để kịp thời có các giải pháp thúc đẩy việc bán và chuyển nhượng "
        "nhà ở xã hội, bảo đảm đúng đối tượng, thủ tục thuận lợi, chính sách thông thoáng, tạo điều kiện cho người "
        "dân có nhu cầu thực sự được tiếp cận nhà ở. Tăng cường công tác kiểm tra, kiểm soát giá bán, giá cho thuê "
        "nhà ở xã hội của các chủ đầu tư theo đúng quy định và chủ trương của Thành ủy về phát triển nhà ở xã hội "
        "với giá cả hợp lý, bảo đảm khả năng tiếp cận của người dân.\n"
        "- Nghiên cứu xây dựng và đưa vào vận hành hệ thống thông tin, cơ sở dữ liệu về nhà ở xã hội theo mô hình "
        '"một cửa, một điểm đến" để tích hợp, công khai và minh bạch hóa toàn bộ thông tin về dự án, quỹ nhà, đối '
        "tượng, điều kiện, thủ tục đăng ký mua, thuê và chuyển nhượng, hoàn thành trong quý II/2026. Ứng dụng công "
        "nghệ thông tin để đơn giản hóa thủ tục, tạo thuận lợi tối đa cho người dân, doanh nghiệp, đồng thời nâng "
        "cao hiệu lực, hiệu quả trong quản lý nhà nước.\n"
        "- Kiểm tra, rà soát, khuyến khích các hộ dân sinh sống tại các chung cư cũ xống cấp nghiêm trọng, có nguy "
        "cơ mất an toàn hoặc không còn phù hợp quy hoạch đang sinh sống tại các khu nhà ở xã hội đã xây dựng, phục "
        "vụ mục tiêu kép vừa bảo đảm an toàn cho người dân, vừa đáp ứng yêu cầu chỉnh trang đô thị.\n"
        "- Rà soát tổng thể các dự án nhà ở xã hội đang triển khai trên địa bàn xã (nếu có), kịp thời phát hiện và "
        "tháo gỡ khó khăn, vướng mắc cho các chủ đầu tư trong quá trình bán, cho thuê nhà ở xã hội, đặc biệt là đối "
        "với những dự án đã hoàn thành nhưng chậm tiêu thụ.",
    ),
    SectionData(
        "III.1",
        "Phòng Kinh tế",
        "- Xây dựng kế hoạch triển khai thực hiện Nghị quyết; phân công rõ trách nhiệm cho từng bộ phận, cá nhân "
        "liên quan.\n"
        "- Rà soát hiện trạng sử dụng đất trên địa bàn; rà soát, đề xuất với cấp có thẩm quyền quy hoạch quỹ đất "
        "phù hợp bố trí phát triển nhà ở xã hội; tăng cường quản lý trật tự xây dựng.\n"
        "- Phối hợp rà soát, thống kê nhu cầu nhà ở xã hội của cán bộ, công chức, viên chức, người lao động trên "
        "địa bàn; lập danh sách đối tượng có nhu cầu (khi có hướng dẫn của cấp trên).\n"
        "- Tổ chức hướng dẫn, tạo điều kiện thuận lợi để người dân tiếp cận các chính sách, thủ tục về nhà ở xã "
        "hội; thực hiện công khai, minh bạch thông tin theo quy định của pháp luật.\n"
        "- Chủ động phối hợp với các cơ quan cấp trên trong triển khai các dự án (nếu có); kịp thời báo cáo khó "
        "khăn, vướng mắc.",
    ),
    SectionData(
        "III.2",
        "Phòng Văn hóa - Xã hội",
        "Phối hợp với phòng Kinh tế, đẩy mạnh công tác tuyên truyền, phổ biến và triển khai thực hiện Nghị quyết số "
        "02-NQ/TU và nắm bắt nhu cầu an sinh xã hội về nhà ở của nhân dân.",
    ),
    SectionData(
        "III.3",
        "Các trường thôn",
        "Tổ chức tuyên truyền, phổ biến các hộ gia đình, tổ chức, cá nhân trên địa bàn về việc triển khai Nghị "
        "quyết số 02 - NQ/TU, ngày 10/12/2-25 của Ban Chấp hành Đảng bộ Thành phố Hải Phòng về sửa đổi, bổ sung một "
        "số điều của Nghị quyết 09-NQ/TU ngày 13/11/2023 về phát triển nhà ở xã hội trên địa bàn Thành phố Hải "
        "Phòng đến năm 2030.",
    ),
)
