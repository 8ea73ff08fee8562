"""Bodies that the plan names; the investor is not among them, because the plan does not name it."""

from projects_pages.demo.shapes import OrganisationData

GOVERNMENT = "Chính phủ"
PROVINCE = "UBND tỉnh Lai Châu"
WARD = "UBND phường Đoàn Kết"
MINISTRY = "Bộ Xây dựng"
DEPARTMENT = "Sở Xây dựng"

ORGANISATIONS = (
    OrganisationData(GOVERNMENT),
    OrganisationData(PROVINCE, aliases=("Ủy ban nhân dân tỉnh Lai Châu",)),
    OrganisationData(WARD, aliases=("Ủy ban nhân dân phường Đoàn Kết",)),
    OrganisationData(MINISTRY, aliases=("BXD",)),
    OrganisationData(DEPARTMENT),
)
