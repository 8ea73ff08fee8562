"""The project, with a source for every fact; what the plan does not say is not here."""

from decimal import Decimal

from cms.values.dates import PartialDate
from cms.values.number import parse_area
from projects_pages.demo.doan_ket.documents import LETTER, PLANNING, POLICY, RESOLUTION
from projects_pages.demo.doan_ket.places import FIRST, SECOND
from projects_pages.demo.doan_ket.units import CENTRE, ECONOMY, FRONT, HEADS, SOCIETY
from projects_pages.demo.shapes import PLAN, BasisData, InfrastructureData, MilestoneData, ProjectData, SourceData
from projects_pages.models.project_rows import InfrastructureCategory
from projects_pages.stages import Stage

TECHNICAL, SOCIAL = InfrastructureCategory.TECHNICAL, InfrastructureCategory.SOCIAL
WHERE = "Tổ dân phố số 12 và Quyết Tiến 3, phường Đoàn Kết, tỉnh Lai Châu"

MILESTONES = (
    MilestoneData("Chấp thuận điều chỉnh chủ trương đầu tư, giao chủ đầu tư", document=POLICY, actual="10/02/2026"),
    MilestoneData("Phê duyệt Quy hoạch chi tiết 1/500", document=PLANNING, actual="24/3/2026"),
    MilestoneData(
        "Hoàn thiện thủ tục pháp lý, tổ chức thi công", document=PLAN, planned="quý II/2026", passage="mục II.1"
    ),
    MilestoneData(
        "Thi công hạ tầng kỹ thuật, kết nối với giao thông, y tế, giáo dục hiện hữu",
        document=PLAN,
        planned="2027",
        passage="mục II.1",
    ),
    MilestoneData(
        "Hoàn thành, đưa vào sử dụng khoảng 587 căn hộ; phối hợp xét duyệt đối tượng",
        document=PLAN,
        planned="2028",
        passage="mục II.2",
    ),
)
INFRASTRUCTURE = (
    InfrastructureData(
        "Cáp điện, viễn thông", TECHNICAL, "mục III.1", requirement="hạ ngầm", required_share=Decimal(100)
    ),
    InfrastructureData("Trạm xử lý nước thải", TECHNICAL, "mục III.1", requirement="đặt ngầm"),
    InfrastructureData("Đường giao thông", TECHNICAL, "mục III.4"),
    InfrastructureData("Hệ thống thoát nước", TECHNICAL, "mục III.4"),
    InfrastructureData("Điện chiếu sáng", TECHNICAL, "mục III.4"),
    InfrastructureData("Trường mầm non", SOCIAL, "mục III.1 và III.4"),
    InfrastructureData("Bãi đỗ xe", SOCIAL, "mục III.4"),
    InfrastructureData("Cây xanh", SOCIAL, "mục III.4"),
)
PROJECT = ProjectData(
    title="Khu nhà ở xã hội Đoàn Kết Lai Châu",
    slug="khu-nha-o-xa-hoi-doan-ket-lai-chau",
    summary=f"Khoảng 587 căn hộ tại {WHERE}.",
    stage=Stage.INVESTOR_ASSIGNED,
    unit=ECONOMY,
    places=(FIRST, SECOND),
    other_names=(
        "Khu nhà ở xã hội Đoàn Kết",
        "Dự án đầu tư xây dựng khu nhà ở xã hội Đoàn Kết Lai Châu",
    ),
    facts={
        "priority_lane": True,
        "location": WHERE,
        "land_area": parse_area("32.056,8"),
        "homes_total": 587,
        "homes_total_approximate": True,
        "completion_planned": PartialDate.parse("2028"),
        "investment_policy": "UBND tỉnh Lai Châu chấp thuận điều chỉnh, đồng thời giao chủ đầu tư",
        "detailed_plan": "Tỷ lệ 1/500, UBND phường Đoàn Kết phê duyệt",
        "role_in_plan": "Phường đôn đốc để một phần dự án trở thành trọng điểm của tỉnh Lai Châu, hoàn thành chỉ tiêu "
        "khoảng 587 căn hộ",
        "intended_for": "Kế hoạch nêu đối tượng chính sách, người thu nhập thấp, người nghèo, công nhân… Việc xét "
        "duyệt phải công khai, minh bạch, đúng đối tượng",
        "needs_note": "Tổ trưởng Tổ dân phố rà soát, lập danh sách hộ có nhu cầu bức thiết về nhà ở xã hội để báo cáo "
        "UBND phường.",
    },
    bases=(
        BasisData(POLICY, "Chủ trương đầu tư, giao chủ đầu tư"),
        BasisData(PLANNING, "Quy hoạch chi tiết 1/500"),
        BasisData(LETTER),
        BasisData(RESOLUTION),
        BasisData(PLAN),
    ),
    sources=(
        SourceData("homes_total", POLICY),
        SourceData("land_area", PLAN, "mục III.1"),
        SourceData("completion_planned", PLAN, "mục II.2"),
        SourceData("location", PLAN, "mục III.1"),
        SourceData("places", PLAN, "mục III.1"),
        SourceData("stage", POLICY),
        SourceData("investment_policy", POLICY),
        SourceData("detailed_plan", PLANNING),
        SourceData("role_in_plan", PLAN, "mục I.2"),
        SourceData("priority_lane", PLAN, "mục I.2"),
        SourceData("intended_for", PLAN, "mục I.1 và IV.3"),
        SourceData("needs_note", PLAN, "mục IV.5"),
        SourceData("unit", PLAN, "mục IV.1"),
        SourceData("contacts", PLAN, "mục IV"),
        SourceData("infrastructure", PLAN, "mục III.1 và III.4"),
    ),
    milestones=MILESTONES,
    infrastructure=INFRASTRUCTURE,
    contacts=(CENTRE, HEADS, ECONOMY, SOCIETY, FRONT),
)
