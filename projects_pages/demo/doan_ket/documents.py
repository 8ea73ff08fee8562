"""Documents that the plan cites, each before those that point to it."""

from projects_pages.demo.doan_ket.organisations import GOVERNMENT, MINISTRY, PROVINCE, WARD
from projects_pages.demo.shapes import DocumentData, RelationData
from projects_pages.models.document_fields import DocumentType
from projects_pages.models.legal_document import RelationKind

RESOLUTION, POLICY, PLANNING, LETTER = "07/NQ-CP", "258/QĐ-UBND", "222/QĐ-UBND", "3314/UBND-KTN"
TELEGRAM = "08/CĐ-BXD"
CITED = "Ghi theo phần căn cứ của Kế hoạch của phường năm 2026; cổng chưa có toàn văn."

DOCUMENTS = (
    DocumentData(
        TELEGRAM,
        DocumentType.TELEGRAM,
        "Công điện số 08/CĐ-BXD",
        MINISTRY,
        "Kế hoạch của phường năm 2026 chỉ nêu số, ký hiệu, không nêu ngày và trích yếu; cổng chưa có toàn văn.",
        "08-cd-bxd",
    ),
    DocumentData(
        RESOLUTION,
        DocumentType.RESOLUTION,
        "Về việc đẩy mạnh phát triển nhà ở xã hội",
        GOVERNMENT,
        CITED,
        "07-nq-cp",
        "12/01/2026",
    ),
    DocumentData(
        POLICY,
        DocumentType.DECISION,
        "Về việc chấp thuận điều chỉnh chủ trương đầu tư đồng thời giao chủ đầu tư thực hiện dự án đầu tư xây dựng "
        "khu nhà ở xã hội Đoàn Kết Lai Châu",
        PROVINCE,
        CITED,
        "258-qd-ubnd",
        "10/02/2026",
    ),
    DocumentData(
        PLANNING,
        DocumentType.DECISION,
        "Về phê duyệt Quy hoạch chi tiết 1/500 dự án Khu nhà ở xã hội Đoàn Kết Lai Châu",
        WARD,
        CITED,
        "222-qd-ubnd",
        "24/3/2026",
    ),
    DocumentData(
        LETTER,
        DocumentType.LETTER,
        "Về việc triển khai thực hiện Công điện số 08/CĐ-BXD",
        PROVINCE,
        CITED,
        "3314-ubnd-ktn",
        "30/4/2026",
        (RelationData(RelationKind.CARRIES_OUT, TELEGRAM, "Công điện số 08/CĐ-BXD"),),
    ),
)
