"""Bodies that the ward's records name; none exists."""

from cms.registers.models.organisation import OrganisationKind
from projects_pages.demo.shapes import OrganisationData

PROVINCE = "UBND tỉnh Minh Họa"
WARD = "UBND phường Minh Họa"
DEPARTMENT = "Sở Xây dựng tỉnh Minh Họa"
HOUSING_COMPANY = "Công ty Nhà ở Minh Họa"
PARK_COMPANY = "Công ty Hạ tầng khu công nghiệp Minh Họa"
LAND_OFFICE = "Văn phòng Đăng ký đất đai tỉnh Minh Họa"

ORGANISATIONS = (
    OrganisationData(
        PROVINCE,
        aliases=("Ủy ban nhân dân tỉnh Minh Họa",),
        reached={"address": "Số 1 đường Tỉnh Mẫu", "phone": "0200 000 0001"},
    ),
    OrganisationData(
        WARD,
        aliases=("Ủy ban nhân dân phường Minh Họa",),
        reached={"address": "Số 2 đường Minh Họa, Tổ dân phố Mẫu 1", "phone": "0200 000 0100"},
    ),
    OrganisationData(DEPARTMENT, reached={"address": "Số 9 đường Tỉnh Mẫu", "phone": "0200 000 0009"}),
    OrganisationData(
        HOUSING_COMPANY,
        OrganisationKind.INVESTOR,
        reached={
            "address": "Số 1 đường Minh Họa, Tổ dân phố Mẫu 3",
            "phone": "0200 000 0201",
            "website": "https://nha-o.minh-hoa.example/",
        },
    ),
    OrganisationData(
        PARK_COMPANY,
        OrganisationKind.INVESTOR,
        reached={"address": "Số 8 đường Mẫu, Tổ dân phố Mẫu 4", "phone": "0200 000 0202"},
    ),
    OrganisationData(LAND_OFFICE, reached={"address": "Số 11 đường Tỉnh Mẫu", "phone": "0200 000 0011"}),
)
