"""The rows of law, loaded once for the tests of a module that ask for them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from cms.registers.law import ensure_law
from tests.quiet import without_admin_indexes


@pytest.fixture(scope="module")
def law(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """As `load_law` leaves them; taken back after the module."""
    with django_db_blocker.unblock(), transaction.atomic():
        with without_admin_indexes():
            ensure_law()
        yield
        transaction.set_rollback(True)
