"""Pages made from the written facts, before they are public."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from cms.models import DisclosurePage, FigureSource, LegalBasis
from cms.values.dates import PartialDate
from projects_pages.demo.building import Registers
from projects_pages.demo.shapes import BasisData, DocumentData, PlanData, ProjectData
from projects_pages.models import (
    DocumentRelation,
    InfrastructureItem,
    LegalDocumentPage,
    Milestone,
    PlanPage,
    PlanReport,
    PlanSection,
    PlanTarget,
    PlanTask,
    ProjectContact,
    ProjectPage,
    Recipient,
)

Record = TypeVar("Record", bound=DisclosurePage)
Published = Mapping[str, DisclosurePage]
"""Records that are public already, by number or `PLAN`."""


def document_page(data: DocumentData, registers: Registers, published: Published) -> LegalDocumentPage:
    """A document of the register. Raises KeyError when it points to one that is not public yet."""
    page = LegalDocumentPage(
        title=data.title,
        slug=data.slug,
        summary=data.summary,
        document_type=data.document_type,
        number=data.number,
        issued_on=_date(data.issued_on),
        issuer=registers.organisations[data.issuer],
    )
    page.relations = [
        DocumentRelation(relation=row.relation, document=published[row.number], text=row.text) for row in data.relations
    ]
    return page


def plan_page(data: PlanData, registers: Registers, published: Published) -> PlanPage:
    """The ward's plan with sections, targets, tasks and recipients."""
    page = PlanPage(
        title=data.title,
        slug=data.slug,
        summary=data.summary,
        number=data.number,
        issued_on=_date(data.issued_on),
        issuer=registers.organisations[data.issuer],
        signer=data.signer,
        signer_position=data.signer_position,
        signing_capacity=data.signing_capacity,
        year_from=data.year_from,
        year_to=data.year_to,
        unit=registers.units[data.unit],
        places=[registers.places[name] for name in data.places],
        other_names="\n".join(data.other_names),
    )
    page.recipients = [Recipient(name=name, purpose=purpose) for name, purpose in data.recipients]
    page.legal_bases = _bases(data.bases, published)
    page.sections = [PlanSection(number=row.number, heading=row.heading, text=row.text) for row in data.sections]
    page.targets = [
        PlanTarget(
            indicator=row.indicator,
            year=row.year,
            planned=row.planned,
            planned_approximate=row.approximate,
            unit_of_measure=row.unit_of_measure,
            passage=row.passage,
            note=row.note,
        )
        for row in data.targets
    ]
    page.tasks = [
        PlanTask(
            duty=row.duty,
            lead_unit=registers.units[row.lead_unit] if row.lead_unit else None,
            supporting_units=row.supporting_units,
            due=_date(row.due),
            due_text=row.due_text,
            state=row.state,
            passage=row.passage,
        )
        for row in data.tasks
    ]
    page.reports = [PlanReport(period=row.period, reported_on=row.reported_on, text=row.text) for row in data.reports]
    return page


def project_page(data: ProjectData, registers: Registers, published: Published) -> ProjectPage:
    """A project with its milestones, infrastructure, contacts and the source of each fact."""
    page = ProjectPage(
        title=data.title,
        slug=data.slug,
        summary=data.summary,
        stage=data.stage,
        unit=registers.units[data.unit],
        places=[registers.places[name] for name in data.places],
        other_names="\n".join(data.other_names),
        **data.facts,
    )
    page.legal_bases = _bases(data.bases, published)
    page.sources = [
        FigureSource(fact=row.fact, document=published[row.document], passage=row.passage) for row in data.sources
    ]
    page.milestones = [
        Milestone(
            title=row.title,
            planned_first=_date(row.planned),
            actual=_date(row.actual),
            document=published[row.document],
            passage=row.passage,
        )
        for row in data.milestones
    ]
    page.infrastructure = [
        InfrastructureItem(
            name=row.name,
            category=row.category,
            requirement=row.requirement,
            required_share=row.required_share,
            document=published[row.document],
            passage=row.passage,
        )
        for row in data.infrastructure
    ]
    page.contacts = [ProjectContact(unit=registers.units[name]) for name in data.contacts]
    return page


def _bases(rows: Iterable[BasisData], published: Published) -> list[LegalBasis]:
    return [LegalBasis(document=published[row.number], note=row.note) for row in rows]


def _date(text: str) -> PartialDate | None:
    return PartialDate.parse(text) if text else None
