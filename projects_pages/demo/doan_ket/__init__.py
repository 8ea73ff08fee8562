"""Phường Đoàn Kết, tỉnh Lai Châu: the plan of 2026 for the years 2026 to 2028."""

from cms.tenancy.wards import NewWard
from projects_pages.demo.doan_ket import procedures
from projects_pages.demo.doan_ket.demand import demand
from projects_pages.demo.doan_ket.documents import DOCUMENTS
from projects_pages.demo.doan_ket.land import land
from projects_pages.demo.doan_ket.organisations import ORGANISATIONS
from projects_pages.demo.doan_ket.places import PLACES
from projects_pages.demo.doan_ket.plan import THE_PLAN
from projects_pages.demo.doan_ket.portal import PORTAL
from projects_pages.demo.doan_ket.project import PROJECT
from projects_pages.demo.doan_ket.supervision import supervision
from projects_pages.demo.doan_ket.units import UNITS
from projects_pages.demo.shapes import WardData

WARD = WardData(
    new=NewWard(
        code="doan-ket",
        ward_name="phường Đoàn Kết",
        province_name="tỉnh Lai Châu",
        hostname="doan-ket.localhost",
        is_default=True,
    ),
    reason="Công bố theo Kế hoạch của phường",
    places=PLACES,
    units=UNITS,
    organisations=ORGANISATIONS,
    documents=DOCUMENTS,
    plan=THE_PLAN,
    portal=PORTAL,
    projects=(PROJECT,),
    builders=(procedures.build, supervision, demand, land),
)
