"""Xã Hà Bắc, thành phố Hải Phòng: the plan of May 2026; it names no project."""

from cms.tenancy.wards import NewWard
from projects_pages.demo.ha_bac import procedures
from projects_pages.demo.ha_bac.demand import demand
from projects_pages.demo.ha_bac.documents import DOCUMENTS
from projects_pages.demo.ha_bac.land import land
from projects_pages.demo.ha_bac.organisations import ORGANISATIONS
from projects_pages.demo.ha_bac.places import PLACES
from projects_pages.demo.ha_bac.plan import THE_PLAN
from projects_pages.demo.ha_bac.portal import PORTAL
from projects_pages.demo.ha_bac.units import UNITS
from projects_pages.demo.shapes import WardData

WARD = WardData(
    new=NewWard(
        code="ha-bac",
        ward_name="xã Hà Bắc",
        province_name="thành phố Hải Phòng",
        hostname="ha-bac.localhost",
    ),
    reason="Công bố theo Kế hoạch của xã",
    places=PLACES,
    units=UNITS,
    organisations=ORGANISATIONS,
    documents=DOCUMENTS,
    plan=THE_PLAN,
    portal=PORTAL,
    builders=(procedures.build, demand, land),
)
