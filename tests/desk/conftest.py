"""A ward at work."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.desk.office import Office, lasting
from tests.ledger import _no_admin_indexes

__all__ = ["_no_admin_indexes", "neighbour", "office"]


@pytest.fixture(scope="module")
def first(django_db_setup: None, django_db_blocker: Any) -> Iterator[Office]:
    """The module's ward."""
    with lasting(django_db_blocker) as made:
        yield made


@pytest.fixture(scope="module")
def second(first: Office, django_db_blocker: Any) -> Iterator[Office]:
    """Another ward on the same installation."""
    with lasting(django_db_blocker, "xa-ben") as made:
        yield made


@pytest.fixture
def office(first: Office, db: None) -> Office:
    """A ward with staff and one public project, as if just made."""
    first.refresh()
    return first


@pytest.fixture
def neighbour(second: Office, office: Office) -> Office:
    """Another such ward."""
    second.refresh()
    return second
