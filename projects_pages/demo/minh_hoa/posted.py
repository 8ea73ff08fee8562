"""Notices of the made-up ward: one of each kind, upcoming, posted and over."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from cms.models import BasePage, Correction
from cms.values.dates import PartialDate, format_date
from projects_pages.demo.building import Built
from projects_pages.demo.minh_hoa.days import written_for
from projects_pages.demo.minh_hoa.documents import PLANNING_CHANGED
from projects_pages.demo.minh_hoa.organisations import HOUSING_COMPANY, WARD
from projects_pages.demo.minh_hoa.places import FIRST, FOURTH, SECOND, THIRD
from projects_pages.demo.minh_hoa.project_base import (
    APPLICATIONS,
    APPLY_AT,
    APPLY_HOURS,
    DRAWN,
    DRAWN_ON,
    MAIN,
    MAIN_ANNOUNCED,
    MAIN_CLOSES,
    MAIN_OPENS,
    NOTICE,
    day,
)
from projects_pages.demo.minh_hoa.units import CENTRE, CULTURE, ECONOMY, OFFICE, ONE_STOP
from projects_pages.models import Channel, NoticeChannel, NoticeKind, NoticePage, PostedAt

HALL = "Bảng tin trụ sở UBND phường"
HOUSE = "Nhà văn hóa"
SECRETARY = "Công chức Văn phòng"
CORRECTION, CORRECTED_ON = "17/TB-MH", -11
AFTERNOON = "Buổi chiều nhận hồ sơ đến 17 giờ, không phải 16 giờ 30"


@dataclass(frozen=True)
class NoticeData:
    """A notice; days as (year, month, day), `day` of issue as the paper says."""

    number: str
    title: str
    kind: NoticeKind
    day: str
    first: datetime.date | None
    last: datetime.date | None
    summary: str
    text: str
    subject: str = ""
    places: tuple[str, ...] = (FIRST,)
    channels: tuple[Channel, ...] = ()
    unit: str = ECONOMY
    issuer: str = WARD
    hours: str = ""
    contact_at: str = ""
    ended: tuple[datetime.date, str] | None = None
    corrected: tuple[datetime.date, str] | None = None


def of_the_ward(today: datetime.date) -> tuple[NoticeData, ...]:
    """Notices of the office: what is to come and what hangs follows the day of loading, what is over the year."""
    recovery, order, drafted, meeting, consulting = (day(today, offset) for offset in (-24, -28, -5, 17, -3))
    cleared = day(today, 7)
    return (
        NoticeData(
            "16/TB-MH",
            "Thu hồi đất để làm đường vào khu đất Mẫu 4",
            NoticeKind.LAND_RECOVERY,
            format_date(recovery),
            day(today, -21),
            day(today, 160),
            "Thu hồi 1.240 m² đất của các hộ dọc ngõ 5, Tổ dân phố Mẫu 4.",
            "Danh sách người có đất thu hồi niêm yết tại trụ sở và nhà văn hóa trong suốt thời gian bồi thường.",
            places=(FIRST, FOURTH),
            channels=(Channel.LOUDSPEAKER, Channel.MEETING),
        ),
        NoticeData(
            "18/TB-MH",
            "Dự thảo phương án bồi thường, hỗ trợ, tái định cư khu đất Mẫu 4",
            NoticeKind.COMPENSATION,
            format_date(drafted),
            day(today, 8),
            day(today, 38),
            f"Niêm yết lấy ý kiến; họp với người có đất thu hồi ngày {format_date(meeting)}.",
            "Ý kiến gửi Phòng Kinh tế, Hạ tầng và Đô thị hoặc nói tại cuộc họp; biên bản ghi số ý kiến đồng ý.",
            places=(FIRST, FOURTH),
            channels=(Channel.MEETING,),
        ),
        NoticeData(
            "12/TB-MH",
            "Đấu giá quyền sử dụng đất lô thương mại Mẫu 5",
            NoticeKind.AUCTION,
            "01/9/2026",
            datetime.date(2026, 9, 3),
            datetime.date(2026, 9, 25),
            "Tổ chức đấu giá, tài sản, giá khởi điểm, tiền đặt trước, thời gian xem và nộp hồ sơ.",
            "Do tổ chức đấu giá niêm yết tại bảng tin của phường đến ngày đấu giá.",
            issuer="",
        ),
        NoticeData(
            "19/TB-MH",
            f"Lấy ý kiến về danh mục khu đất dành cho nhà ở xã hội năm {today.year + 1}",
            NoticeKind.CONSULTATION,
            format_date(consulting),
            today,
            day(today, 32),
            "Người dân góp ý về ba vị trí dự kiến đưa vào danh mục.",
            "Góp ý bằng văn bản hoặc nói tại các cuộc họp tổ dân phố.",
            places=(FIRST, SECOND, THIRD),
            channels=(Channel.MEETING, Channel.MESSAGE),
        ),
        NoticeData(
            "13/TB-MH",
            "Công bố điều chỉnh quy hoạch chi tiết 1/500 Khu nhà ở xã hội Minh Họa 1",
            NoticeKind.PLANNING,
            "18/9/2026",
            datetime.date(2026, 9, 21),
            datetime.date(2026, 10, 21),
            "Hai tòa phía Bắc cao 12 tầng thay cho 9 tầng.",
            "Bản vẽ xem tại Phòng Kinh tế, Hạ tầng và Đô thị.",
            subject=PLANNING_CHANGED,
        ),
        NoticeData(
            "15/TB-MH",
            "Xử lý lấn chiếm vỉa hè quanh công trường Minh Họa 1",
            NoticeKind.BUILDING_ORDER,
            format_date(order),
            day(today, -26),
            day(today, 4),
            f"Dọn vật liệu trên vỉa hè đường Minh Họa trước ngày {format_date(cleared)}.",
            "Quá hạn thì xử lý theo quy định về trật tự xây dựng.",
            places=(FIRST, THIRD),
        ),
        NoticeData(
            "07/TB-MH",
            "Khảo sát nhu cầu nhà ở xã hội năm 2026",
            NoticeKind.SURVEY,
            "25/5/2026",
            datetime.date(2026, 6, 1),
            datetime.date(2026, 6, 30),
            "Tổ trưởng tổ dân phố phát phiếu tận nhà; phiếu nộp lại cho tổ trưởng.",
            "Phiếu không hỏi số căn cước. Danh sách hộ là nội bộ; phường chỉ đăng số đếm.",
            places=(FIRST, SECOND, THIRD, FOURTH),
            channels=(Channel.LOUDSPEAKER,),
            unit=CULTURE,
        ),
        NoticeData(
            "11/TB-MH",
            "Tạm ngừng tiếp dân tại Trung tâm Phục vụ hành chính công để sửa trụ sở",
            NoticeKind.SUSPENSION,
            "31/8/2026",
            datetime.date(2026, 9, 1),
            datetime.date(2026, 9, 30),
            "Từ ngày 05/9/2026 tiếp dân tại số 2 đường Minh Họa.",
            "Trung tâm trở lại số 4 đường Minh Họa sớm hơn dự kiến.",
            unit=ONE_STOP,
            contact_at=OFFICE,
            ended=(datetime.date(2026, 9, 18), "Sửa xong trụ sở sớm hơn dự kiến"),
        ),
    )


def of_rounds(today: datetime.date) -> tuple[NoticeData, ...]:
    """Notices about rounds of applications: their days follow the rounds', and those the day of loading."""
    opens, closes, drawn = (day(today, offset) for offset in (MAIN_OPENS, MAIN_CLOSES, DRAWN_ON))
    told, listed, called, corrected = (day(today, offset) for offset in (MAIN_ANNOUNCED, -70, -45, CORRECTED_ON))
    next_day = datetime.timedelta(days=1)
    return (
        NoticeData(
            NOTICE,
            APPLICATIONS,
            NoticeKind.APPLICATIONS,
            format_date(told),
            told + next_day,
            closes,
            f"120 căn để bán; nhận hồ sơ từ ngày {format_date(opens)} đến hết ngày {format_date(closes)}.",
            "Chủ đầu tư tiếp nhận hồ sơ đăng ký mua 120 căn hộ. Hồ sơ nộp trực tiếp, qua bưu chính hoặc qua nơi làm "
            "việc. Mỗi người nộp một bộ. Kết quả xét duyệt niêm yết tại nơi tiếp nhận.",
            subject=MAIN,
            places=(FIRST, THIRD),
            channels=(Channel.LOUDSPEAKER, Channel.NEWSPAPER),
            unit=CENTRE,
            issuer=HOUSING_COMPANY,
            hours=APPLY_HOURS,
            contact_at=APPLY_AT,
            corrected=(corrected, f"{AFTERNOON} (Thông báo {CORRECTION})."),
        ),
        NoticeData(
            CORRECTION,
            f"Đính chính giờ tiếp nhận hồ sơ tại Thông báo {NOTICE}",
            NoticeKind.CORRECTION,
            format_date(corrected),
            corrected,
            closes,
            f"{AFTERNOON}.",
            f"Các nội dung khác của Thông báo {NOTICE} giữ nguyên.",
            subject=APPLICATIONS,
            unit=CENTRE,
        ),
        NoticeData(
            "09/TB-MH",
            "Kết quả xét duyệt hồ sơ mua nhà ở xã hội Minh Họa 4, đợt 1",
            NoticeKind.RESULT,
            format_date(listed),
            listed + next_day,
            day(today, -40),
            "260 hồ sơ nhận, 184 hồ sơ đủ điều kiện, 76 hồ sơ trả lại kèm lý do.",
            "Danh sách do chủ đầu tư công bố tại nhà điều hành dự án và trang của chủ đầu tư. Phường chỉ đăng số đếm.",
            subject=DRAWN,
            unit=CENTRE,
            issuer=HOUSING_COMPANY,
        ),
        NoticeData(
            "10/TB-MH",
            "Bốc thăm chọn căn hộ Minh Họa 4, đợt 1",
            NoticeKind.DRAW,
            format_date(called),
            called + next_day,
            drawn,
            f"Bốc thăm lúc 8 giờ ngày {format_date(drawn)} tại Nhà văn hóa phường.",
            "Sở Xây dựng, đại diện UBND phường và Công an phường giám sát. Người không dự được thì ủy quyền bằng văn "
            "bản.",
            subject=DRAWN,
            unit=CENTRE,
            issuer=HOUSING_COMPANY,
        ),
    )


def notices(built: Built) -> Iterator[tuple[str, BasePage]]:
    """All notices, oldest number first."""
    today = written_for(built.today)
    for data in sorted((*of_the_ward(today), *of_rounds(today)), key=lambda one: one.number):
        yield "thong-bao", _notice(data, built)


def _notice(data: NoticeData, built: Built) -> NoticePage:
    rows = built.registers
    page = NoticePage(
        title=data.title,
        notice_kind=data.kind,
        summary=data.summary,
        text=data.text,
        number=data.number,
        issued_on=PartialDate.parse(data.day),
        issuer=rows.organisations[data.issuer] if data.issuer else None,
        subject=built.published[data.subject] if data.subject else None,
        posted_from=data.first,
        posted_until=data.last,
        hours=data.hours,
        contact_at=data.contact_at,
        unit=rows.units[data.unit],
        places=[rows.places[name] for name in data.places],
        ended_on=data.ended[0] if data.ended else None,
        ended_reason=data.ended[1] if data.ended else "",
    )
    if data.corrected:
        page.corrections = [Correction(corrected_on=data.corrected[0], text=data.corrected[1])]
    page.posted_at = [
        PostedAt(name=HALL, posted_by=SECRETARY),
        *(PostedAt(name=HOUSE, place=rows.places[name], posted_by="Tổ trưởng tổ dân phố") for name in data.places),
    ]
    page.channels = [
        NoticeChannel(
            channel=channel,
            held_from=data.first,
            held_until=data.first + datetime.timedelta(days=2) if data.first else None,
        )
        for channel in data.channels
    ]
    return page
