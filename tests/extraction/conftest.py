"""Fixtures of this folder."""

from tests.ledger import _made_once, _no_reference_index, committing, ward

__all__ = ["_made_once", "_no_reference_index", "committing", "ward"]
