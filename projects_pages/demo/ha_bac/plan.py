"""The commune's plan of May 2026; the paper has neither number nor day."""

from projects_pages.demo.ha_bac.documents import AMENDED, AMENDING, PILOT
from projects_pages.demo.ha_bac.organisations import COMMUNE as ISSUER
from projects_pages.demo.ha_bac.places import COMMUNE, EAST, WEST
from projects_pages.demo.ha_bac.sections import SECTIONS
from projects_pages.demo.ha_bac.tasks import TASKS
from projects_pages.demo.ha_bac.units import ECONOMY
from projects_pages.demo.shapes import BasisData, PlanData

THE_PLAN = PlanData(
    title="Về việc triển khai thực hiện Nghị quyết số 02-NQ/TU, ngày 10/12/2025 của Ban Chấp hành Đảng bộ thành phố "
    "Hải Phòng",
    slug="trien-khai-nghi-quyet-02-nq-tu",
    summary="Phát triển nhà ở xã hội trên địa bàn xã đến năm 2030: quỹ đất, quy hoạch, chính sách đầu tư; ai làm gì.",
    number="/KH-UBND",
    issued_on="tháng 5/2026",
    issuer=ISSUER,
    signer="Nguyễn Đắc Chiếm",
    signer_position="Phó Chủ tịch",
    signing_capacity="KT. CHỦ TỊCH",
    year_from=None,
    year_to=2030,
    unit=ECONOMY,
    places=(COMMUNE, EAST, WEST),
    other_names=(
        "Kế hoạch thực hiện Nghị quyết số 02-NQ/TU",
        # Right spellings of what the sections quote as printed: xống cấp, Đơn độc, trường thôn, 10/12/2-25.
        "chung cư cũ xuống cấp nghiêm trọng",
        "Đôn đốc các dự án đã có nhà đầu tư",
        "Trưởng thôn",
        "Nghị quyết số 02-NQ/TU, ngày 10/12/2025",
    ),
    recipients=(
        ("TT. Đảng ủy, TT. HĐND xã", ""),
        ("CT, các PCT Ủy ban nhân dân xã", ""),
        ("MTTQ Việt Nam xã", ""),
        ("Các phòng, ban, cơ quan, đơn vị có liên quan", ""),
        ("Trưởng các thôn trên địa bàn xã", ""),
        ("VT, KT", "lưu"),
    ),
    bases=(
        BasisData(AMENDING, "Nghị quyết được triển khai"),
        BasisData(AMENDED, "Nghị quyết được sửa đổi, bổ sung"),
        BasisData(PILOT, "Dẫn chiếu tại mục II.1 và II.3"),
    ),
    sections=SECTIONS,
    targets=(),  # the plan sets no number
    tasks=TASKS,
)
