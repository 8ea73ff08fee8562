"""The factory of each kind of record."""

from __future__ import annotations

from cms.disclosure import kinds
from projects_pages.models import LegalDocumentIndexPage, PlanIndexPage, ProjectIndexPage
from tests.factories.common import DraftFactory, HomePageFactory, IndexPageFactory, StandardPageFactory
from tests.factories.documents import LegalDocumentPageFactory
from tests.factories.plans import PlanPageFactory
from tests.factories.projects import ProjectPageFactory

FACTORIES: dict[str, type[DraftFactory]] = {
    "du-an": ProjectPageFactory,
    "ke-hoach": PlanPageFactory,
    "muc-du-an": IndexPageFactory.of(ProjectIndexPage),
    "muc-ke-hoach": IndexPageFactory.of(PlanIndexPage),
    "muc-van-ban": IndexPageFactory.of(LegalDocumentIndexPage),
    "trang": StandardPageFactory,
    "trang-chu": HomePageFactory,
    "van-ban": LegalDocumentPageFactory,
}


def without_factory() -> list[str]:
    """Registered kinds that no factory makes."""
    return sorted(set(kinds.all_kinds()) - set(FACTORIES))


IN_EVERY_WARD = frozenset({"trang-chu", "muc-du-an", "muc-ke-hoach", "muc-van-ban"})
"""Kinds of which a ward has its only one from the start."""
