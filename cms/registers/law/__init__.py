"""The law as an installation starts with it: rows with sources; the province keeps them up afterwards."""

from cms.registers.law.ensure import ensure_law

__all__ = ["ensure_law"]
