"""What the tests of this folder share."""

from tests.ledger import _made_once, _no_admin_indexes, committing, ward

__all__ = ["_made_once", "_no_admin_indexes", "committing", "ward"]
