"""How the facts of a ward are written down before they are records; rows point to each other by name or number."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from cms.registers.models.organisation import OrganisationKind
from cms.registers.models.place import PlaceKind
from cms.tenancy.wards import NewWard
from cms.values.dates import PartialDate
from projects_pages.demo.building import Builder
from projects_pages.models.document_fields import DocumentType
from projects_pages.models.legal_document import RelationKind
from projects_pages.models.plan import TaskState
from projects_pages.models.project_rows import InfrastructureCategory
from projects_pages.stages import Stage

PLAN = "kế hoạch"
"""The name by which sources and rows point to the ward's plan; documents go by their number."""


@dataclass(frozen=True)
class PlaceData:
    """A place; `parent` is the name of another one above it in the list."""

    name: str
    kind: PlaceKind
    parent: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class UnitData:
    """A unit and what people ask there; the plans give neither address nor telephone nor hours."""

    name: str
    duty: str
    aliases: tuple[str, ...] = ()
    reached: Mapping[str, str] = field(default_factory=dict)
    """Further fields of the register by name: address, phone, email, hours."""


@dataclass(frozen=True)
class OrganisationData:
    """A body that issued one of the documents."""

    name: str
    kind: OrganisationKind = OrganisationKind.AUTHORITY
    aliases: tuple[str, ...] = ()
    reached: Mapping[str, str] = field(default_factory=dict)
    """Further fields of the register by name: address, phone, website."""


@dataclass(frozen=True)
class RelationData:
    """How a document stands to one that is written above it."""

    relation: RelationKind
    number: str
    text: str = ""


@dataclass(frozen=True)
class DocumentData:
    """A document as the plan cites it; `issued_on` as people write it, empty where the plan gives none."""

    number: str
    document_type: DocumentType
    title: str
    issuer: str
    summary: str
    slug: str
    issued_on: str = ""
    relations: tuple[RelationData, ...] = ()


@dataclass(frozen=True)
class SectionData:
    """A passage of the plan, as printed."""

    number: str
    heading: str
    text: str


@dataclass(frozen=True)
class TargetData:
    """A target of one year."""

    indicator: str
    year: int
    planned: int
    approximate: bool
    unit_of_measure: str
    passage: str
    note: str = ""


@dataclass(frozen=True)
class TaskData:
    """A task; `due` is a date as people write it, `due_text` the plan's own words where they say more."""

    duty: str
    passage: str
    lead_unit: str = ""
    supporting_units: str = ""
    due: str = ""
    due_text: str = ""
    state: TaskState | str = ""


@dataclass(frozen=True)
class ReportData:
    """A periodic report on the plan."""

    period: str
    reported_on: date
    text: str


@dataclass(frozen=True)
class SourceData:
    """Where a fact comes from: a document's number or `PLAN`, and the passage in it."""

    fact: str
    document: str
    passage: str = ""


@dataclass(frozen=True)
class BasisData:
    """A document on which a record rests, and what it is to it."""

    number: str
    note: str = ""


@dataclass(frozen=True)
class PlanData:
    """A ward's plan, with the blanks of the paper."""

    title: str
    slug: str
    summary: str
    number: str
    issued_on: str
    issuer: str
    signer: str
    signer_position: str
    signing_capacity: str
    year_from: int | None
    year_to: int | None
    unit: str
    places: tuple[str, ...]
    other_names: tuple[str, ...]
    recipients: tuple[tuple[str, str], ...]
    """Name and purpose."""
    bases: tuple[BasisData, ...]
    sections: tuple[SectionData, ...]
    targets: tuple[TargetData, ...]
    tasks: tuple[TaskData, ...]
    reports: tuple[ReportData, ...] = ()


@dataclass(frozen=True)
class MilestoneData:
    """A milestone with its source; dates as people write them."""

    title: str
    document: str
    planned: str = ""
    actual: str = ""
    passage: str = ""


@dataclass(frozen=True)
class InfrastructureData:
    """An item that the plan wants built with the homes."""

    name: str
    category: InfrastructureCategory
    passage: str
    document: str = PLAN
    requirement: str = ""
    required_share: Decimal | None = None


@dataclass(frozen=True)
class ProjectData:
    """A project; `facts` are further fields of the page by name. A fact that is not there is missing."""

    title: str
    slug: str
    summary: str
    stage: Stage
    unit: str
    places: tuple[str, ...]
    other_names: tuple[str, ...]
    facts: Mapping[str, str | int | Decimal | PartialDate]
    bases: tuple[BasisData, ...]
    sources: tuple[SourceData, ...]
    milestones: tuple[MilestoneData, ...]
    infrastructure: tuple[InfrastructureData, ...]
    contacts: tuple[str, ...]
    """Names of units, in the order in which people should ask."""


@dataclass(frozen=True)
class PortalData:
    """What the portal says of itself."""

    home_intro: str
    index_intros: Mapping[str, str]
    """By the slug of the index page."""
    about_intro: str
    about: tuple[tuple[str, str], ...]
    """Headings and the paragraphs below them, of the page «Giới thiệu»."""
    guide_unit: str
    search_examples: str
    notice: str = ""
    reached: Mapping[str, str] = field(default_factory=dict)
    """How to reach the office, by the names of the portal's settings: address, phone, email, hours, responsible."""
    headline: str = ""
    """Title of the record that the home page shows; by default the first project, else the plan."""


@dataclass(frozen=True)
class WardData:
    """A ward with all its records, in the order in which they become public."""

    new: NewWard
    reason: str
    """Why everything is made public, as the public history says it."""
    places: tuple[PlaceData, ...]
    units: tuple[UnitData, ...]
    organisations: tuple[OrganisationData, ...]
    documents: tuple[DocumentData, ...]
    portal: PortalData
    plan: PlanData | None = None
    projects: tuple[ProjectData, ...] = ()
    builders: tuple[Builder, ...] = ()
    """Each makes its records public after those of the one before it."""
    carried_on: Callable[[WardData, date], WardData] | None = None
    """Brings what was written for one day to the day of loading."""
