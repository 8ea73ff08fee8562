"""Page types of social housing (nhà ở xã hội, NOXH)."""

from projects_pages.models.demand import DemandCount, DemandPage, SurveyState
from projects_pages.models.document_fields import DocumentType, Recipient
from projects_pages.models.indexes import (
    DemandIndexPage,
    LegalDocumentIndexPage,
    NoticeIndexPage,
    PlanIndexPage,
    ProjectIndexPage,
    SupervisionIndexPage,
)
from projects_pages.models.land_indexes import (
    BuildingOrder,
    Feature,
    IndexTargetArea,
    Landmark,
    LandOrder,
    LandSiteIndexPage,
    OldBuildingIndexPage,
    SiteCriterion,
)
from projects_pages.models.land_site import LandSitePage
from projects_pages.models.land_site_rows import FormerPlanning, ReadinessCriterion, SitePhoto
from projects_pages.models.land_site_words import Compensation, Met, PlanningLevel, Selection, SiteKind, SiteState
from projects_pages.models.legal_document import DocumentRelation, LegalDocumentPage, RelationKind, Validity
from projects_pages.models.notice import Channel, NoticeChannel, NoticeKind, NoticePage, PostedAt, PostingRecord
from projects_pages.models.old_building import (
    BuildingDecision,
    BuildingState,
    Grade,
    OldBuildingPage,
    OwnerNotice,
    Plan,
    Relocation,
)
from projects_pages.models.plan import PlanPage, PlanReport, PlanSection, PlanTarget, PlanTask, TaskState
from projects_pages.models.project import ProjectKind, ProjectPage, Stage
from projects_pages.models.project_rows import (
    HomeType,
    InfrastructureItem,
    InfrastructureState,
    Milestone,
    Obstacle,
    ProgressReport,
    ProjectContact,
)
from projects_pages.models.supervision import (
    FindingState,
    ReportChannel,
    SupervisionFinding,
    SupervisionPage,
    Supervisor,
)

__all__ = [
    "BuildingDecision",
    "BuildingOrder",
    "BuildingState",
    "Channel",
    "Compensation",
    "DemandCount",
    "DemandIndexPage",
    "DemandPage",
    "DocumentRelation",
    "DocumentType",
    "Feature",
    "FindingState",
    "FormerPlanning",
    "Grade",
    "HomeType",
    "IndexTargetArea",
    "InfrastructureItem",
    "InfrastructureState",
    "LandOrder",
    "LandSiteIndexPage",
    "LandSitePage",
    "Landmark",
    "LegalDocumentIndexPage",
    "LegalDocumentPage",
    "Met",
    "Milestone",
    "NoticeChannel",
    "NoticeIndexPage",
    "NoticeKind",
    "NoticePage",
    "Obstacle",
    "OldBuildingIndexPage",
    "OldBuildingPage",
    "OwnerNotice",
    "Plan",
    "PlanIndexPage",
    "PlanPage",
    "PlanReport",
    "PlanSection",
    "PlanTarget",
    "PlanTask",
    "PlanningLevel",
    "PostedAt",
    "PostingRecord",
    "ProgressReport",
    "ProjectContact",
    "ProjectIndexPage",
    "ProjectKind",
    "ProjectPage",
    "ReadinessCriterion",
    "Recipient",
    "RelationKind",
    "Relocation",
    "ReportChannel",
    "Selection",
    "SiteCriterion",
    "SiteKind",
    "SitePhoto",
    "SiteState",
    "Stage",
    "SupervisionFinding",
    "SupervisionIndexPage",
    "SupervisionPage",
    "Supervisor",
    "SurveyState",
    "TaskState",
    "Validity",
]
