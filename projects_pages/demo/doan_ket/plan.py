"""The ward's plan of 2026; the paper has neither number nor day."""

from projects_pages.demo.doan_ket.documents import LETTER, PLANNING, POLICY, RESOLUTION
from projects_pages.demo.doan_ket.organisations import WARD as ISSUER
from projects_pages.demo.doan_ket.places import WARD
from projects_pages.demo.doan_ket.sections import SECTIONS
from projects_pages.demo.doan_ket.tasks import TASKS
from projects_pages.demo.doan_ket.units import ECONOMY
from projects_pages.demo.shapes import BasisData, PlanData, TargetData

THE_PLAN = PlanData(
    title="Triển khai thực hiện chỉ tiêu phát triển nhà ở xã hội năm 2026 và giai đoạn 2026 - 2028 trên địa bàn "
    "phường Đoàn Kết",
    slug="phat-trien-nha-o-xa-hoi-2026-2028",
    summary="Khoảng 587 căn hộ của dự án Khu nhà ở xã hội Đoàn Kết Lai Châu hoàn thành năm 2028; ai làm gì, khi nào.",
    number="/KH-UBND",
    issued_on="2026",
    issuer=ISSUER,
    signer="Đặng Việt Hưng",
    signer_position="Phó Chủ tịch",
    signing_capacity="KT. CHỦ TỊCH",
    year_from=2026,
    year_to=2028,
    unit=ECONOMY,
    places=(WARD,),
    other_names=(
        "Kế hoạch phát triển nhà ở xã hội 2026 - 2028",
        "Kế hoạch thực hiện chỉ tiêu phát triển nhà ở xã hội giai đoạn 2026 - 2028 trên địa bàn phường Đoàn Kết",
    ),
    recipients=(
        ("Sở Xây dựng", "b/c"),
        ("Chủ tịch, PCT UBND phường (đ/c Hưng)", ""),
        ("Các cơ quan, đơn vị, đoàn thể phường", ""),
        ("Các Tổ dân phố trên địa bàn", ""),
        ("Trang TTĐT phường Đoàn Kết", "đăng tải"),
        ("VT, KTHTĐT", "lưu"),
    ),
    bases=(BasisData(RESOLUTION), BasisData(POLICY), BasisData(PLANNING), BasisData(LETTER)),
    sections=SECTIONS,
    targets=(
        TargetData(
            "Căn hộ nhà ở xã hội hoàn thành, đưa vào sử dụng tại dự án Khu nhà ở xã hội Đoàn Kết Lai Châu",
            2028,
            planned=587,
            approximate=True,
            unit_of_measure="căn hộ",
            passage="mục I.2 và II.2",
            note="Chỉ tiêu năm 2028 của tỉnh, của phường",
        ),
    ),
    tasks=TASKS,
)
