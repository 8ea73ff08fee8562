"""What the tests of this folder share."""

from tests.ledger import _no_reference_index, ward

__all__ = ["_no_reference_index", "ward"]
