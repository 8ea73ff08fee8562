"""Registers that pages point to."""

from cms.registers.models.base import WardRegister
from cms.registers.models.eligible_group import EligibleGroup
from cms.registers.models.form_template import FormTemplate
from cms.registers.models.legal_figure import LegalFigure
from cms.registers.models.legal_reference import LegalReference
from cms.registers.models.national import NationalRow
from cms.registers.models.organisation import Organisation
from cms.registers.models.place import Place
from cms.registers.models.target_area import TargetArea
from cms.registers.models.term import Term
from cms.registers.models.unit import Unit

__all__ = [
    "EligibleGroup",
    "FormTemplate",
    "LegalFigure",
    "LegalReference",
    "NationalRow",
    "Organisation",
    "Place",
    "TargetArea",
    "Term",
    "Unit",
    "WardRegister",
]
