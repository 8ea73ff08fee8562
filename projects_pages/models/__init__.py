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
from projects_pages.models.legal_document import DocumentRelation, LegalDocumentPage, RelationKind, Validity
from projects_pages.models.notice import Channel, NoticeChannel, NoticeKind, NoticePage, PostedAt, PostingRecord
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
    "Channel",
    "DemandCount",
    "DemandIndexPage",
    "DemandPage",
    "DocumentRelation",
    "DocumentType",
    "FindingState",
    "HomeType",
    "InfrastructureItem",
    "InfrastructureState",
    "LegalDocumentIndexPage",
    "LegalDocumentPage",
    "Milestone",
    "NoticeChannel",
    "NoticeIndexPage",
    "NoticeKind",
    "NoticePage",
    "Obstacle",
    "PlanIndexPage",
    "PlanPage",
    "PlanReport",
    "PlanSection",
    "PlanTarget",
    "PlanTask",
    "PostedAt",
    "PostingRecord",
    "ProgressReport",
    "ProjectContact",
    "ProjectIndexPage",
    "ProjectKind",
    "ProjectPage",
    "Recipient",
    "RelationKind",
    "ReportChannel",
    "Stage",
    "SupervisionFinding",
    "SupervisionIndexPage",
    "SupervisionPage",
    "Supervisor",
    "SurveyState",
    "TaskState",
    "Validity",
]
