"""Phường Minh Họa, tỉnh Minh Họa: made up, so that every kind of record can be seen; each page says so."""

from cms.tenancy.wards import NewWard
from projects_pages.demo.minh_hoa import procedures
from projects_pages.demo.minh_hoa.documents import DOCUMENTS
from projects_pages.demo.minh_hoa.files import files
from projects_pages.demo.minh_hoa.land import land
from projects_pages.demo.minh_hoa.old_buildings import old_buildings
from projects_pages.demo.minh_hoa.organisations import ORGANISATIONS
from projects_pages.demo.minh_hoa.places import PLACES
from projects_pages.demo.minh_hoa.plan import THE_PLAN
from projects_pages.demo.minh_hoa.portal import PORTAL
from projects_pages.demo.minh_hoa.posted import notices
from projects_pages.demo.minh_hoa.prices import prices
from projects_pages.demo.minh_hoa.projects import projects
from projects_pages.demo.minh_hoa.results import results
from projects_pages.demo.minh_hoa.told import news, questions
from projects_pages.demo.minh_hoa.units import UNITS
from projects_pages.demo.minh_hoa.watched import demand, supervision
from projects_pages.demo.shapes import WardData

WARD = WardData(
    new=NewWard(
        code="minh-hoa",
        ward_name="phường Minh Họa",
        province_name="tỉnh Minh Họa",
        hostname="minh-hoa.localhost",
        illustrative=True,
    ),
    reason="Dựng dữ liệu minh họa",
    places=PLACES,
    units=UNITS,
    organisations=ORGANISATIONS,
    documents=DOCUMENTS,
    plan=THE_PLAN,
    portal=PORTAL,
    builders=(
        projects,
        prices,
        results,
        supervision,
        demand,
        notices,
        news,
        questions,
        procedures.build,
        land,
        old_buildings,
        files,
    ),
)
