"""What the tests of this folder share."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from cms.models import Ward
from tests.factories import MadeWard, publish
from tests.factories.kinds import FACTORIES, IN_EVERY_WARD
from tests.ledger import _made_once, _no_admin_indexes, ward
from tests.quiet import without_admin_indexes

__all__ = ["_made_once", "_no_admin_indexes", "ward"]


@pytest.fixture(scope="module")
def with_each_kind(_made_once: Ward, django_db_blocker: DjangoDbBlocker) -> Iterator[MadeWard]:
    """The ward of the module with one full record of each type, at the kind with "-thu"."""
    with django_db_blocker.unblock(), transaction.atomic():
        made = MadeWard(_made_once)
        with without_admin_indexes():
            for kind in sorted(set(FACTORIES) - IN_EVERY_WARD):
                publish(FACTORIES[kind](ward=made, full=True, slug=f"{kind}-thu"))
        yield made
        transaction.set_rollback(True)


@pytest.fixture
def portal(with_each_kind: MadeWard, ward: MadeWard) -> MadeWard:
    """The same, for one test."""
    return ward
