"""Fixtures of this folder."""

from tests.ledger import _made_once, _no_admin_indexes, committing, ward

__all__ = ["_made_once", "_no_admin_indexes", "committing", "ward"]
