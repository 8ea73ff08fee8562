"""Page types of social housing (nhà ở xã hội, NOXH)."""

from projects_pages.models.document_fields import DocumentType, Recipient
from projects_pages.models.indexes import LegalDocumentIndexPage, PlanIndexPage, ProjectIndexPage
from projects_pages.models.legal_document import DocumentRelation, LegalDocumentPage, RelationKind, Validity
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

__all__ = [
    "DocumentRelation",
    "DocumentType",
    "HomeType",
    "InfrastructureItem",
    "InfrastructureState",
    "LegalDocumentIndexPage",
    "LegalDocumentPage",
    "Milestone",
    "Obstacle",
    "PlanIndexPage",
    "PlanPage",
    "PlanReport",
    "PlanSection",
    "PlanTarget",
    "PlanTask",
    "ProgressReport",
    "ProjectContact",
    "ProjectIndexPage",
    "ProjectKind",
    "ProjectPage",
    "Recipient",
    "RelationKind",
    "Stage",
    "TaskState",
    "Validity",
]
