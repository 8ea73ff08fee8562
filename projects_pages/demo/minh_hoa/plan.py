"""The ward's plan for 2026."""

import datetime

from projects_pages.demo.minh_hoa.documents import APPROVAL, PLANNING
from projects_pages.demo.minh_hoa.organisations import WARD as ISSUER
from projects_pages.demo.minh_hoa.places import WARD
from projects_pages.demo.minh_hoa.units import CENTRE, CULTURE, ECONOMY, ONE_STOP
from projects_pages.demo.shapes import BasisData, PlanData, ReportData, SectionData, TargetData, TaskData
from projects_pages.models.plan import TaskState

HOMES = "Nhà ở xã hội hoàn thành"

THE_PLAN = PlanData(
    title="Phát triển nhà ở xã hội năm 2026 và giai đoạn 2026 - 2028 trên địa bàn phường Minh Họa",
    slug="phat-trien-nha-o-xa-hoi-2026",
    summary="Chỉ tiêu từng năm, việc phải làm, đơn vị làm và hạn.",
    number="02/KH-MH",
    issued_on="18/5/2026",
    issuer=ISSUER,
    signer="",
    signer_position="Phó Chủ tịch",
    signing_capacity="KT. CHỦ TỊCH",
    year_from=2026,
    year_to=2028,
    unit=ECONOMY,
    places=(WARD,),
    other_names=("Kế hoạch nhà ở xã hội Minh Họa",),
    recipients=(("UBND tỉnh Minh Họa", "báo cáo"), ("Các phòng, trung tâm thuộc phường", ""), ("VT", "lưu")),
    bases=(
        BasisData(APPROVAL, "Giao chủ đầu tư dự án Khu nhà ở xã hội Minh Họa 1"),
        BasisData(PLANNING, "Quy hoạch chi tiết của dự án"),
    ),
    sections=(
        SectionData(
            "I",
            "Mục tiêu",
            "Đến hết năm 2028 hoàn thành 732 căn nhà ở xã hội; mọi khu đất đủ điều kiện đều được công khai để mời nhà "
            "đầu tư.",
        ),
        SectionData(
            "II",
            "Nhiệm vụ",
            "Công khai dự án, khu đất, giá và các đợt nhận hồ sơ; xếp việc về nhà ở xã hội vào nhóm luồng ưu tiên; rà "
            "soát quỹ đất 20%.",
        ),
        SectionData(
            "III",
            "Tổ chức thực hiện",
            "Phòng Kinh tế, Hạ tầng và Đô thị chủ trì; báo cáo UBND phường ngày 25 hằng tháng.",
        ),
    ),
    targets=(
        TargetData(HOMES, 2026, 0, False, "căn", "mục I"),
        TargetData(HOMES, 2027, 412, False, "căn", "mục I"),
        TargetData(HOMES, 2028, 320, True, "căn", "mục I"),
    ),
    tasks=(
        TaskData(
            "Công khai dự án, khu đất, giá và các đợt nhận hồ sơ trên cổng.",
            "mục II",
            CENTRE,
            ECONOMY,
            state=TaskState.STANDING,
        ),
        TaskData(
            "Xếp việc về nhà ở xã hội vào nhóm luồng ưu tiên.",
            "mục II",
            ONE_STOP,
            due="01/6/2026",
            state=TaskState.DONE,
        ),
        TaskData(
            "Rà soát quỹ đất 20% trong các dự án nhà ở thương mại.",
            "mục II",
            ECONOMY,
            due="quý IV/2026",
            state=TaskState.UNDER_WAY,
        ),
        TaskData(
            "Thống kê nhu cầu nhà ở xã hội theo từng tổ dân phố.",
            "mục II",
            CULTURE,
            due="31/12/2026",
            state=TaskState.UNDER_WAY,
        ),
    ),
    reports=(
        ReportData(
            "Quý III/2026",
            datetime.date(2026, 9, 25),
            "Khu nhà ở xã hội Minh Họa 1 đã khởi công ngày 22/6/2026. Khảo sát nhu cầu đã xong; rà soát quỹ đất 20% "
            "đang làm. Chưa cần điều chỉnh chỉ tiêu.",
        ),
    ),
)
