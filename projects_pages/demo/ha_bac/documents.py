"""Documents that the plan cites, each before those that point to it."""

from projects_pages.demo.ha_bac.organisations import ASSEMBLY, PARTY
from projects_pages.demo.shapes import DocumentData, RelationData
from projects_pages.models.document_fields import DocumentType
from projects_pages.models.legal_document import RelationKind

AMENDED, AMENDING, PILOT = "09-NQ/TU", "02-NQ/TU", "201/2025/QH15"
CITED = "Ghi theo Kế hoạch của xã tháng 5/2026; cổng chưa có toàn văn."

DOCUMENTS = (
    DocumentData(
        AMENDED,
        DocumentType.RESOLUTION,
        "Về phát triển nhà ở xã hội trên địa bàn Thành phố Hải Phòng đến năm 2030",
        PARTY,
        CITED,
        "09-nq-tu",
        "13/11/2023",
    ),
    DocumentData(
        AMENDING,
        DocumentType.RESOLUTION,
        "Về sửa đổi, bổ sung một số điều của Nghị quyết 09-NQ/TU ngày 13/11/2023 về phát triển nhà ở xã hội trên địa "
        "bàn Thành phố Hải Phòng đến năm 2030",
        PARTY,
        CITED,
        "02-nq-tu",
        "10/12/2025",
        (RelationData(RelationKind.AMENDS, AMENDED, "Sửa đổi, bổ sung một số điều"),),
    ),
    DocumentData(
        PILOT,
        DocumentType.RESOLUTION,
        "Về thí điểm một số cơ chế, chính sách đặc thù phát triển nhà ở xã hội",
        ASSEMBLY,
        CITED,
        "201-2025-qh15",
        "29/5/2025",
    ),
)
