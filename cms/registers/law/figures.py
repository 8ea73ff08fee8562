"""Figures of law, each with the provision that says so."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal

from cms.registers.law.references import ND54, ND136
from cms.registers.models.legal_figure import Bound, Topic

EXACTLY, AT_MOST, LESS, AT_LEAST = Bound.EXACTLY, Bound.AT_MOST, Bound.LESS, Bound.AT_LEAST


@dataclass(frozen=True)
class FigureData:
    """One value: `number` in `unit`, or `money` in đồng (for each `unit`)."""

    code: str
    name: str
    topic: Topic
    bound: Bound
    source: str
    number: str = ""
    unit: str = ""
    money: int | None = None
    valid_from: datetime.date | None = None
    note: str = ""

    @property
    def exact(self) -> Decimal | None:
        """The number as a decimal."""
        return Decimal(self.number) if self.number else None


NET = "thực nhận, bình quân của số tháng luật định"

FIGURES = (
    FigureData(
        "thu-nhap-doc-than",
        "Thu nhập của người độc thân",
        Topic.INCOME,
        AT_MOST,
        "ND136-1",
        unit="tháng",
        money=25_000_000,
        valid_from=ND136,
        note=NET,
    ),
    FigureData(
        "thu-nhap-nuoi-con",
        "Thu nhập của người độc thân đang nuôi con chưa thành niên",
        Topic.INCOME,
        AT_MOST,
        "ND136-1",
        unit="tháng",
        money=35_000_000,
        valid_from=ND136,
        note=NET,
    ),
    FigureData(
        "thu-nhap-vo-chong",
        "Tổng thu nhập của hai vợ chồng",
        Topic.INCOME,
        AT_MOST,
        "ND136-1",
        unit="tháng",
        money=50_000_000,
        valid_from=ND136,
        note=NET,
    ),
    FigureData(
        "thu-nhap-so-thang",
        "Số tháng tính thu nhập bình quân",
        Topic.INCOME,
        EXACTLY,
        "ND136-1",
        "12",
        "tháng",
        valid_from=ND136,
    ),
    FigureData(
        "dien-tich-nha-chat",
        "Có nhà nhưng chật: diện tích nhà ở bình quân đầu người",
        Topic.HOUSING,
        LESS,
        "ND100-29.2",
        "15",
        "m² sàn/người",
    ),
    FigureData(
        "xac-nhan-thu-hoi",
        "UBND xã, phường xác nhận người bị thu hồi đất, phá dỡ nhà",
        Topic.TIME,
        AT_MOST,
        "ND100-38",
        "7",
        "ngày",
        valid_from=ND54,
    ),
    FigureData(
        "xac-nhan-dien-tich",
        "UBND xã, phường xác nhận diện tích nhà ở bình quân đầu người",
        Topic.TIME,
        AT_MOST,
        "ND100-29.2",
        "7",
        "ngày",
    ),
    FigureData(
        "xac-nhan-vay",
        "UBND xã, phường xác nhận điều kiện vay ưu đãi",
        Topic.TIME,
        AT_MOST,
        "ND100-48",
        "7",
        "ngày",
        valid_from=ND54,
    ),
    FigureData(
        "xac-nhan-thu-nhap",
        "Công an xã, phường xác nhận người thu nhập thấp không có hợp đồng lao động",
        Topic.TIME,
        AT_MOST,
        "ND100-30.2",
        "7",
        "ngày",
        valid_from=ND54,
    ),
    FigureData(
        "xac-nhan-chua-co-nha",
        "Cơ quan đăng ký đất đai xác nhận chưa có nhà ở",
        Topic.TIME,
        AT_MOST,
        "ND100-29.1",
        "7",
        "ngày",
        valid_from=ND54,
    ),
    FigureData(
        "gia-tri-giay-to",
        "Giấy tờ chứng minh có giá trị",
        Topic.TIME,
        EXACTLY,
        "ND100-38",
        "12",
        "tháng",
        valid_from=ND54,
    ),
    FigureData(
        "thong-bao-truoc",
        "Thông báo trước khi nhận hồ sơ",
        Topic.TIME,
        AT_LEAST,
        "ND100-38",
        "30",
        "ngày",
        valid_from=ND54,
    ),
    FigureData("nhan-ho-so", "Thời gian nhận hồ sơ", Topic.TIME, AT_LEAST, "ND100-38", "30", "ngày", valid_from=ND54),
    FigureData(
        "gui-danh-sach",
        "Chủ đầu tư gửi danh sách người nộp cho Sở Xây dựng, sau khi hết hạn nhận hồ sơ",
        Topic.TIME,
        AT_MOST,
        "ND100-38",
        "10",
        "ngày",
        valid_from=ND54,
    ),
    FigureData("so-tra-loi", "Sở Xây dựng trả lời", Topic.TIME, AT_MOST, "ND100-38", "10", "ngày", valid_from=ND54),
    FigureData(
        "danh-sach-du-dieu-kien",
        "Chủ đầu tư công bố danh sách đủ điều kiện, sau khi hết hạn nhận hồ sơ",
        Topic.TIME,
        AT_MOST,
        "ND100-38",
        "30",
        "ngày",
        valid_from=ND54,
    ),
    FigureData(
        "tra-ho-so",
        "Trả hồ sơ không đủ điều kiện kèm lý do, sau khi công bố danh sách",
        Topic.TIME,
        AT_MOST,
        "ND100-38",
        "15",
        "ngày",
        valid_from=ND54,
    ),
    FigureData("can-nho-nhat", "Diện tích căn hộ", Topic.HOME, AT_LEAST, "ND100-27", "25", "m²"),
    FigureData("can-lon-nhat", "Diện tích căn hộ", Topic.HOME, AT_MOST, "ND100-27", "70", "m²"),
    FigureData("can-vuot-them", "Căn lớn hơn mức ấy được thêm", Topic.HOME, AT_MOST, "ND100-27", "10", "% diện tích"),
    FigureData("can-vuot-so-can", "Số căn lớn hơn mức ấy", Topic.HOME, AT_MOST, "ND100-27", "10", "% số căn"),
    FigureData("tra-lan-dau", "Trả lần đầu", Topic.PAYMENT, AT_MOST, "LNO-89", "30", "% giá trị hợp đồng"),
    FigureData(
        "tra-truoc-ban-giao", "Trả trước khi bàn giao nhà", Topic.PAYMENT, AT_MOST, "LNO-89", "70", "% giá trị hợp đồng"
    ),
    FigureData(
        "tra-truoc-giay-chung-nhan",
        "Trả trước khi được cấp giấy chứng nhận",
        Topic.PAYMENT,
        AT_MOST,
        "LNO-89",
        "95",
        "% giá trị hợp đồng",
    ),
    FigureData("dat-coc-thue", "Đặt cọc khi thuê nhà chưa xong", Topic.PAYMENT, AT_MOST, "LNO-89", "12", "tháng thuê"),
    FigureData(
        "chua-ban-lai",
        "Chưa được bán lại, tính từ khi trả đủ tiền",
        Topic.RESALE,
        EXACTLY,
        "LNO-89",
        "5",
        "năm",
        note="trừ bán cho chủ đầu tư hoặc người đúng đối tượng",
    ),
    FigureData("thue-mua", "Thời hạn thuê mua", Topic.RESALE, AT_LEAST, "LNO-89", "5", "năm"),
    FigureData("nha-cho-thue", "Nhà xây để cho thuê chỉ được bán sau", Topic.RESALE, AT_LEAST, "LNO-88", "10", "năm"),
    FigureData(
        "vay-ty-le",
        "Mức vay tại Ngân hàng Chính sách xã hội",
        Topic.LOAN,
        AT_MOST,
        "ND100-48",
        "80",
        "% giá trị hợp đồng",
    ),
    FigureData("vay-thoi-han", "Thời hạn vay", Topic.LOAN, AT_MOST, "ND100-48", "25", "năm"),
    FigureData("vay-lai-suat", "Lãi suất vay", Topic.LOAN, EXACTLY, "ND100-48", "5.4", "%/năm"),
    FigureData("vay-qua-han", "Lãi suất quá hạn", Topic.LOAN, EXACTLY, "ND100-48", "130", "% lãi suất vay"),
    FigureData(
        "cong-khai-trong",
        "Công khai sau khi có văn bản, nếu luật khác không quy định",
        Topic.DISCLOSURE,
        AT_MOST,
        "LDCCS-13",
        "5",
        "ngày làm việc",
        valid_from=datetime.date(2023, 7, 1),
    ),
    FigureData(
        "niem-yet",
        "Niêm yết tại trụ sở, nhà văn hóa và điểm sinh hoạt cộng đồng",
        Topic.DISCLOSURE,
        AT_LEAST,
        "LDCCS-13",
        "30",
        "ngày liên tục",
        valid_from=datetime.date(2023, 7, 1),
    ),
    FigureData(
        "phat-loa",
        "Phát trên loa truyền thanh",
        Topic.DISCLOSURE,
        AT_LEAST,
        "LDCCS-13",
        "3",
        "ngày liên tục",
        valid_from=datetime.date(2023, 7, 1),
    ),
    FigureData(
        "bao-truoc-dat-nong-nghiep",
        "Báo trước khi thu hồi đất nông nghiệp",
        Topic.DISCLOSURE,
        EXACTLY,
        "A9",
        "90",
        "ngày",
    ),
    FigureData("bao-truoc-dat-khac", "Báo trước khi thu hồi đất khác", Topic.DISCLOSURE, EXACTLY, "A9", "180", "ngày"),
    FigureData(
        "niem-yet-phuong-an",
        "Niêm yết phương án bồi thường, hỗ trợ, tái định cư",
        Topic.DISCLOSURE,
        EXACTLY,
        "A10",
        "30",
        "ngày",
    ),
    FigureData("tham-dinh-phuong-an", "Thẩm định phương án", Topic.DISCLOSURE, AT_MOST, "A10", "30", "ngày"),
)
