"""The foundation's models."""

from cms.models.base_page import BasePage
from cms.models.disclosure_page import Attachment, Correction, DisclosurePage, FigureSource, LegalBasis
from cms.models.document import PortalDocument, TextState
from cms.models.identity import PortalIdentity
from cms.models.image import PortalImage, PortalRendition
from cms.models.missed import MissedSearch
from cms.models.review import Approval, Proposal, ProposalAct, ProposalState, SecondPersonTask
from cms.models.ward import Role, Ward, WardGroup

__all__ = [
    "Approval",
    "Attachment",
    "BasePage",
    "Correction",
    "DisclosurePage",
    "FigureSource",
    "LegalBasis",
    "MissedSearch",
    "PortalDocument",
    "PortalIdentity",
    "PortalImage",
    "PortalRendition",
    "Proposal",
    "ProposalAct",
    "ProposalState",
    "Role",
    "SecondPersonTask",
    "TextState",
    "Ward",
    "WardGroup",
]
