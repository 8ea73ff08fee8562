"""Wards, staff, registers, files and pages for tests: minimal by default, with `full=True` every fact filled."""

from tests.factories.common import HomePageFactory, IndexPageFactory, StandardPageFactory
from tests.factories.documents import LegalDocumentPageFactory
from tests.factories.plans import PlanPageFactory
from tests.factories.prices import PricePageFactory
from tests.factories.projects import ProjectPageFactory
from tests.factories.registers import (
    OrganisationFactory,
    PlaceFactory,
    PortalDocumentFactory,
    PortalImageFactory,
    UnitFactory,
)
from tests.factories.results import ResultListPageFactory
from tests.factories.wards import MadeWard, make_staff, make_ward, publish

__all__ = [
    "HomePageFactory",
    "IndexPageFactory",
    "LegalDocumentPageFactory",
    "MadeWard",
    "OrganisationFactory",
    "PlaceFactory",
    "PlanPageFactory",
    "PortalDocumentFactory",
    "PortalImageFactory",
    "PricePageFactory",
    "ProjectPageFactory",
    "ResultListPageFactory",
    "StandardPageFactory",
    "UnitFactory",
    "make_staff",
    "make_ward",
    "publish",
]
