"""Buying, renting to buy, renting, and selling again."""

from __future__ import annotations

from collections.abc import Iterator

from projects_pages.demo.law.rows import condition, figure, paper, procedure_rules, step
from projects_pages.models import (
    ChannelForm,
    Level,
    ProcedureChannel,
    ProcedureCondition,
    ProcedurePage,
    ProcedurePaper,
    ProcedureStep,
)

BUY, RENT_TO_BUY, RENT = (
    "Đăng ký mua nhà ở xã hội",
    "Đăng ký thuê mua nhà ở xã hội",
    "Đăng ký thuê nhà ở xã hội",
)
RESELL = "Bán lại, chuyển nhượng nhà ở xã hội"
INVESTOR = "Chủ đầu tư dự án"
AT_INVESTOR = "Nơi chủ đầu tư ghi trong thông báo nhận hồ sơ của từng dự án"


def registering() -> Iterator[ProcedurePage]:
    """The four procedures; of those that a search finds equally the newest comes first, so buying is the last."""
    yield _resell()
    yield _rent()
    yield _apply(
        RENT_TO_BUY,
        "dang-ky-thue-mua",
        "Điều kiện và trình tự như mua; trả dần trong thời hạn thuê mua.",
        "thue-mua",
        "Hợp đồng thuê mua; hoặc hồ sơ được trả lại kèm lý do.",
        ("Thủ tục thuê mua nhà ở xã hội", "Mẫu số 01"),
    )
    yield _apply(
        BUY,
        "dang-ky-mua",
        "Nộp đơn cho chủ đầu tư trong thời gian nhận hồ sơ; giấy xác nhận xin trước.",
        "mua",
        "Hợp đồng mua nhà; hoặc hồ sơ được trả lại kèm lý do.",
        ("Thủ tục mua nhà ở xã hội", "Nộp hồ sơ mua", "Đơn mua", "Mẫu số 01"),
    )


def _apply(title: str, slug: str, summary: str, deal: str, result: str, names: tuple[str, ...]) -> ProcedurePage:
    page = ProcedurePage(
        title=title,
        slug=slug,
        summary=summary,
        level=Level.INVESTOR,
        field_of_work="Nhà ở",
        applicants="Người thuộc một nhóm đối tượng của Điều 76 Luật Nhà ở, đáp ứng điều kiện về nhà ở và thu nhập. "
        "Mỗi người chỉ đăng ký ở một dự án.",
        carried_out_by=INVESTOR,
        together_with="Sở Xây dựng kiểm tra danh sách; UBND và Công an cấp xã xác nhận giấy tờ, giám sát bốc thăm",
        submit_at=AT_INVESTOR,
        result=result,
        other_names="\n".join(names),
    )
    page.conditions = _conditions(deal)
    page.papers = _papers()
    page.channels = _channels()
    page.steps = _steps()
    page.rules_of_law = procedure_rules(
        ["LNO-76", "LNO-78", "LNO-88", "LNO-89", "ND100-29.1", "ND100-29.2", "ND100-30.2", "ND100-38", "ND136-1"]
    )
    return page


def _conditions(deal: str) -> list[ProcedureCondition]:
    rows = [
        condition(
            "Nhóm đối tượng",
            deal,
            "Người có công, thân nhân liệt sĩ; hộ nghèo, cận nghèo đô thị; người thu nhập thấp đô thị; công nhân, "
            "người lao động; lực lượng vũ trang; cán bộ, công chức, viên chức; người đã trả nhà công vụ; người bị thu "
            "hồi đất, phá dỡ nhà. Hộ nghèo, cận nghèo nông thôn: khi UBND cấp tỉnh quyết định",
            by="LNO-76",
        ),
        condition("Nhà ở", deal, "Chưa có nhà ở trong tỉnh, thành phố nơi có dự án", by="ND100-29.1"),
        condition("Hoặc có nhà nhưng chật", deal, limit="dien-tich-nha-chat"),
        condition("Thu nhập, độc thân", deal, limit="thu-nhap-doc-than"),
        condition("Thu nhập, độc thân nuôi con chưa thành niên", deal, limit="thu-nhap-nuoi-con"),
        condition("Thu nhập, đã kết hôn", deal, limit="thu-nhap-vo-chong"),
        condition("Giấy tờ có giá trị", deal, limit="gia-tri-giay-to"),
        condition("Mỗi người một nhà", deal, "Chỉ được mua hoặc thuê mua một nhà ở xã hội", by="LNO-88"),
    ]
    if deal == "thue-mua":
        rows.append(condition("Thời hạn thuê mua", deal, limit="thue-mua"))
    return rows


def _papers() -> list[ProcedurePaper]:
    return [
        paper("đơn đăng ký mua, thuê mua, thuê", "nd100-mau-01"),
        paper(
            "đối tượng và thu nhập",
            "tt05-mau-01a",
            "Người thu nhập thấp; công nhân, người lao động; cán bộ, công chức, viên chức",
        ),
        paper(
            "thu nhập",
            "tt05-mau-05",
            "Người thu nhập thấp không có hợp đồng lao động",
            "Công an cấp xã xác nhận",
        ),
        paper("thu nhập", "tt05-mau-04", "Người thuộc lực lượng vũ trang"),
        paper("đối tượng", "tt05-mau-01", "Người đã trả nhà công vụ; người bị thu hồi đất, phá dỡ nhà"),
        paper("chưa có nhà ở", "tt05-mau-02", "Chưa có nhà ở", "cơ quan đăng ký đất đai xác nhận"),
        paper("diện tích bình quân đầu người", "tt05-mau-03", "Có nhà nhưng chật", "UBND cấp xã xác nhận"),
    ]


def _channels() -> list[ProcedureChannel]:
    window = figure("nhan-ho-so")
    return [
        ProcedureChannel(form=form, figure=window, note=note)
        for form, note in (
            (ChannelForm.IN_PERSON, "Tại nơi chủ đầu tư thông báo, trong thời gian nhận hồ sơ."),
            (ChannelForm.ONLINE, "Theo địa chỉ ghi trong thông báo."),
            (ChannelForm.POST, ""),
            (ChannelForm.EMPLOYER, "Cơ quan, doanh nghiệp nơi làm việc nộp thay."),
        )
    ]


def _steps() -> list[ProcedureStep]:
    return [
        step(
            "Xem thông báo nhận hồ sơ",
            "Chủ đầu tư thông báo thời điểm bắt đầu, kết thúc nhận hồ sơ, số căn, diện tích, giá.",
            "thong-bao-truoc",
        ),
        step("Xin giấy xác nhận", "Ở UBND, Công an cấp xã, cơ quan đăng ký đất đai, tùy loại giấy."),
        step("Nộp đơn cho chủ đầu tư", "Không đăng ký cùng lúc ở nhiều dự án.", "nhan-ho-so"),
        step("Chủ đầu tư gửi danh sách cho Sở Xây dựng", "", "gui-danh-sach"),
        step("Sở Xây dựng kiểm tra, trả lời", "", "so-tra-loi"),
        step("Chủ đầu tư công bố danh sách đủ điều kiện", "", "danh-sach-du-dieu-kien"),
        step("Hồ sơ không đủ điều kiện được trả lại", "Kèm lý do.", "tra-ho-so"),
        step(
            "Bốc thăm, nếu hồ sơ nhiều hơn số căn",
            "Sở Xây dựng, đại diện UBND cấp xã, Công an cấp xã giám sát và ký biên bản.",
        ),
        step("Ký hợp đồng", "Chủ đầu tư công khai danh sách người đã ký hợp đồng."),
    ]


def _rent() -> ProcedurePage:
    page = ProcedurePage(
        title=RENT,
        slug="dang-ky-thue",
        summary="Thuê thì không xét điều kiện về nhà ở và thu nhập.",
        level=Level.INVESTOR,
        field_of_work="Nhà ở",
        applicants="Người thuộc nhóm đối tượng của Điều 76 Luật Nhà ở; học sinh, sinh viên được thuê trong thời gian "
        "học. Mỗi lúc chỉ thuê một nhà.",
        carried_out_by=INVESTOR,
        submit_at=AT_INVESTOR,
        result="Hợp đồng thuê nhà; hoặc hồ sơ được trả lại kèm lý do.",
        other_names="Thủ tục thuê nhà ở xã hội\nMẫu số 01",
    )
    page.conditions = [
        condition("Nhà ở, thu nhập", "thue", "Không xét", by="LNO-78"),
        condition("Mỗi lúc một nhà", "thue", "Chỉ thuê một nhà ở xã hội cùng lúc", by="LNO-88"),
        condition("Đặt cọc khi nhà chưa xong", "thue", limit="dat-coc-thue"),
    ]
    page.papers = [
        paper("đơn đăng ký mua, thuê mua, thuê", "nd100-mau-01"),
        paper("đối tượng", "tt05-mau-01", "Học sinh, sinh viên; người trả nhà công vụ; người bị thu hồi đất"),
    ]
    page.channels = _channels()[:3]
    page.steps = [
        step("Nộp đơn", "Cho chủ đầu tư, hoặc cho cá nhân xây nhà để cho thuê."),
        step("Ký hợp đồng thuê"),
    ]
    page.rules_of_law = procedure_rules(["LNO-76", "LNO-78", "LNO-88", "LNO-89", "ND54-31"])
    return page


def _resell() -> ProcedurePage:
    page = ProcedurePage(
        title=RESELL,
        slug="ban-lai",
        summary="Trong thời hạn luật định chỉ bán lại cho chủ đầu tư hoặc người đúng đối tượng; sau đó bán như nhà "
        "khác khi đã có giấy chứng nhận.",
        level=Level.INVESTOR,
        field_of_work="Nhà ở",
        applicants="Người đã mua, thuê mua nhà ở xã hội.",
        carried_out_by="Chủ đầu tư, hoặc người mua thuộc nhóm đối tượng",
        submit_at="Trong thời hạn chưa được bán lại: chủ đầu tư dự án",
        result="Hợp đồng chuyển nhượng.",
        other_names="Thủ tục chuyển nhượng nhà ở xã hội\nBán lại nhà ở xã hội\nSang tên",
    )
    page.conditions = [
        condition("Thời hạn chưa được bán lại", "mua-thue-mua", limit="chua-ban-lai"),
        condition(
            "Trong thời hạn ấy",
            "mua-thue-mua",
            "Chỉ bán cho chủ đầu tư hoặc người đúng đối tượng, giá không cao hơn giá trong hợp đồng",
            by="LNO-89",
        ),
        condition("Sau thời hạn ấy", "mua-thue-mua", "Bán theo giá thị trường khi đã có giấy chứng nhận", by="LNO-89"),
        condition(
            "Bán cho người không đúng đối tượng", "mua-thue-mua", "Hợp đồng vô hiệu, nhà bị thu hồi", by="LNO-88"
        ),
    ]
    page.steps = [
        step("Xem đã trả đủ tiền từ ngày nào", "Thời hạn tính từ khi trả đủ tiền.", "chua-ban-lai"),
        step("Trong thời hạn: bán lại cho chủ đầu tư hoặc người đúng đối tượng"),
        step("Sau thời hạn: bán như nhà ở khác", "Khi đã có giấy chứng nhận."),
    ]
    page.rules_of_law = procedure_rules(["LNO-88", "LNO-89"])
    return page
