"""What the tests of this folder share."""

from tests.ledger import _made_once, _no_reference_index, ward

__all__ = ["_made_once", "_no_reference_index", "ward"]
