"""Documents of the ward and its province, each before those that point to it; numbers of their own kind."""

from projects_pages.demo.minh_hoa.organisations import HOUSING_COMPANY, PROVINCE, WARD
from projects_pages.demo.shapes import DocumentData, RelationData
from projects_pages.models.document_fields import DocumentType
from projects_pages.models.legal_document import RelationKind

APPROVAL, PLANNING, PLANNING_CHANGED, PRICES = "01/QĐ-MH", "03/QĐ-MH", "31/QĐ-MH", "06/QĐ-MH"

DOCUMENTS = (
    DocumentData(
        APPROVAL,
        DocumentType.DECISION,
        "Chấp thuận chủ trương đầu tư, giao chủ đầu tư dự án Khu nhà ở xã hội Minh Họa 1",
        PROVINCE,
        "Giao Công ty Nhà ở Minh Họa làm chủ đầu tư; quy mô 412 căn, diện tích đất 21.450,5 m².",
        "01-qd-mh",
        "15/01/2026",
    ),
    DocumentData(
        PLANNING,
        DocumentType.DECISION,
        "Phê duyệt Quy hoạch chi tiết 1/500 dự án Khu nhà ở xã hội Minh Họa 1",
        WARD,
        "Sử dụng đất, tầng cao, mật độ xây dựng, hạ tầng kỹ thuật và hạ tầng xã hội của dự án.",
        "03-qd-mh",
        "12/3/2026",
        (RelationData(RelationKind.BASED_ON, APPROVAL),),
    ),
    DocumentData(
        PLANNING_CHANGED,
        DocumentType.DECISION,
        "Sửa đổi bảng chỉ tiêu tầng cao của Quy hoạch chi tiết 1/500 dự án Khu nhà ở xã hội Minh Họa 1",
        WARD,
        "Hai tòa phía Bắc cao 12 tầng thay cho 9 tầng; mật độ xây dựng giữ nguyên.",
        "31-qd-mh",
        "15/9/2026",
        (RelationData(RelationKind.AMENDS, PLANNING, "Thay bảng chỉ tiêu tầng cao"),),
    ),
    DocumentData(
        PRICES,
        DocumentType.DECISION,
        "Giá bán tạm tính Khu nhà ở xã hội Minh Họa 1, đợt 1",
        HOUSING_COMPANY,
        "Giá tạm tính từng loại căn, chưa gồm thuế giá trị gia tăng và kinh phí bảo trì.",
        "06-qd-mh",
        "30/10/2026",
        (RelationData(RelationKind.BASED_ON, APPROVAL),),
    ),
)
