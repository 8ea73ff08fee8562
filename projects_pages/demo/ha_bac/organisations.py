"""Bodies that the plan names as issuers."""

from cms.registers.models.organisation import OrganisationKind
from projects_pages.demo.shapes import OrganisationData

COMMUNE = "UBND xã Hà Bắc"
PARTY = "Ban Chấp hành Đảng bộ thành phố Hải Phòng"
ASSEMBLY = "Quốc hội"

ORGANISATIONS = (
    OrganisationData(COMMUNE, aliases=("Ủy ban nhân dân xã Hà Bắc",)),
    OrganisationData(PARTY, OrganisationKind.PARTY, aliases=("Thành ủy Hải Phòng",)),
    OrganisationData(ASSEMBLY),
)
