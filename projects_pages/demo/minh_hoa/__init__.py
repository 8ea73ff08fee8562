"""Phường Minh Họa, tỉnh Minh Họa: made up, so that every kind of record can be seen; each page says so."""

import datetime
from dataclasses import replace

from cms.tenancy.wards import NewWard
from projects_pages.demo.minh_hoa import procedures
from projects_pages.demo.minh_hoa.days import ageless, carried_on, years_on
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


def carried_to(data: WardData, today: datetime.date) -> WardData:
    """The ward's documents and its plan, as they would have been written for the day of loading."""
    years = years_on(today)
    return replace(data, documents=carried_on(data.documents, years), plan=carried_on(data.plan, years))


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
        *map(ageless, (projects, prices, results, supervision, demand, notices, news, questions)),
        procedures.build,
        *map(ageless, (land, old_buildings, files)),
    ),
    carried_on=carried_to,
)
