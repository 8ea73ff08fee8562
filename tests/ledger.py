"""Fixtures for what is published: a ward made once for a module, and a database in which commits are real."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import connection, transaction
from pytest_django import DjangoDbBlocker

from cms.models import Ward
from tests import migrated
from tests.factories import MadeWard, make_ward
from tests.quiet import without_admin_indexes


@pytest.fixture
def committing(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """A database in which commits are real; afterwards it is made anew from the migrated one."""
    with django_db_blocker.unblock():
        assert not connection.in_atomic_block, "a fixture of the module holds a transaction: nothing would be committed"
        try:
            yield
        finally:
            migrated.renew()


@pytest.fixture(autouse=True)
def _no_admin_indexes() -> Iterator[None]:
    """Wagtail reads a whole page anew for what is saved; nothing here asks it who uses what, or searches there."""
    with without_admin_indexes():
        yield


@pytest.fixture(scope="module")
def _made_once(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Ward]:
    """One ward for all tests of a module: making it takes longer than most of them."""
    with django_db_blocker.unblock(), transaction.atomic():
        with without_admin_indexes():
            made = make_ward("phuong-thu")
        yield made.ward
        transaction.set_rollback(True)


@pytest.fixture
def ward(_made_once: Ward, db: None) -> MadeWard:
    """A ward with its first pages; what a test changes of it is rolled back, in the objects too."""
    return MadeWard(Ward.objects.select_related("site").get(pk=_made_once.pk))
