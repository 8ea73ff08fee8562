"""Registers that pages point to."""

from cms.registers.models.base import WardRegister
from cms.registers.models.legal_reference import LegalReference
from cms.registers.models.organisation import Organisation
from cms.registers.models.place import Place
from cms.registers.models.unit import Unit

__all__ = ["LegalReference", "Organisation", "Place", "Unit", "WardRegister"]
