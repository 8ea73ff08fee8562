"""The factory of each kind of record."""

from __future__ import annotations

from cms.disclosure import kinds
from home.models import NewsIndexPage, QuestionIndexPage
from projects_pages.models import (
    DemandIndexPage,
    GuideIndexPage,
    LegalDocumentIndexPage,
    NoticeIndexPage,
    PlanIndexPage,
    PriceIndexPage,
    ProcedureIndexPage,
    ProjectIndexPage,
    ResultListIndexPage,
    SupervisionIndexPage,
)
from tests.factories.common import DraftFactory, HomePageFactory, IndexPageFactory, StandardPageFactory
from tests.factories.demands import DemandPageFactory
from tests.factories.documents import LegalDocumentPageFactory
from tests.factories.land import (
    LandSiteIndexPageFactory,
    LandSitePageFactory,
    OldBuildingIndexPageFactory,
    OldBuildingPageFactory,
)
from tests.factories.news import NewsPageFactory, QuestionPageFactory
from tests.factories.notices import NoticePageFactory
from tests.factories.open_data import OpenDataPageFactory
from tests.factories.plans import PlanPageFactory
from tests.factories.prices import PricePageFactory
from tests.factories.procedures import GuidePageFactory, ProcedurePageFactory
from tests.factories.projects import ProjectPageFactory
from tests.factories.results import ResultListPageFactory
from tests.factories.supervision import SupervisionPageFactory

FACTORIES: dict[str, type[DraftFactory]] = {
    "chung-cu-cu": OldBuildingPageFactory,
    "du-an": ProjectPageFactory,
    "du-lieu-mo": OpenDataPageFactory,
    "gia": PricePageFactory,
    "giam-sat": SupervisionPageFactory,
    "hoi-dap": QuestionPageFactory,
    "huong-dan": GuidePageFactory,
    "ke-hoach": PlanPageFactory,
    "khu-dat": LandSitePageFactory,
    "muc-chung-cu-cu": OldBuildingIndexPageFactory,
    "ket-qua": ResultListPageFactory,
    "muc-du-an": IndexPageFactory.of(ProjectIndexPage),
    "muc-gia": IndexPageFactory.of(PriceIndexPage),
    "muc-giam-sat": IndexPageFactory.of(SupervisionIndexPage),
    "muc-hoi-dap": IndexPageFactory.of(QuestionIndexPage),
    "muc-huong-dan": IndexPageFactory.of(GuideIndexPage),
    "muc-ke-hoach": IndexPageFactory.of(PlanIndexPage),
    "muc-ket-qua": IndexPageFactory.of(ResultListIndexPage),
    "muc-nhu-cau": IndexPageFactory.of(DemandIndexPage),
    "muc-thong-bao": IndexPageFactory.of(NoticeIndexPage),
    "muc-thu-tuc": IndexPageFactory.of(ProcedureIndexPage),
    "muc-tin-tuc": IndexPageFactory.of(NewsIndexPage),
    "muc-khu-dat": LandSiteIndexPageFactory,
    "muc-van-ban": IndexPageFactory.of(LegalDocumentIndexPage),
    "nhu-cau": DemandPageFactory,
    "thong-bao": NoticePageFactory,
    "thu-tuc": ProcedurePageFactory,
    "tin-tuc": NewsPageFactory,
    "trang": StandardPageFactory,
    "trang-chu": HomePageFactory,
    "van-ban": LegalDocumentPageFactory,
}


def without_factory() -> list[str]:
    """Registered kinds that no factory makes."""
    return sorted(set(kinds.all_kinds()) - set(FACTORIES))


IN_EVERY_WARD = frozenset({"du-lieu-mo", "trang-chu", *(kind for kind in FACTORIES if kind.startswith("muc-"))})
"""Kinds of which a ward has its only one from the start."""
