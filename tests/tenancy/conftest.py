"""Two wards, and signing in as each role of the first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.core.cache import cache
from django.db import transaction
from django.test import Client
from pytest_django.plugin import DjangoDbBlocker

from cms.models import Role
from tests.tenancy.world import HOST_A, HOST_B, MARK, Row, World, make_shared, make_world, snapshot


@dataclass(frozen=True)
class Two:
    """Ward A, whose staff signs in, and ward B, of which it must learn nothing."""

    a: World
    b: World
    shared: dict[str, Any]
    b_rows: dict[Row, tuple[Any, ...]]
    """Rows that came into being with B, as they stood when all was made."""

    def changed(self) -> dict[Row, Any]:
        """B's rows that are no longer what they were."""
        now = snapshot()
        return {key: now.get(key) for key, row in self.b_rows.items() if now.get(key) != row}


@pytest.fixture(scope="package")
def both(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Two]:
    """Both wards, made once and taken back after the last test; B first, so that it comes first in every list."""
    with django_db_blocker.unblock(), transaction.atomic():
        shared = make_shared()
        before = snapshot()
        b = make_world(MARK, HOST_B)
        born = snapshot().keys() - before.keys()
        a = make_world("warda", HOST_A)
        now = snapshot()
        yield Two(a, b, shared, {key: now[key] for key in born if key in now})
        transaction.set_rollback(True)


@pytest.fixture
def two(both: Two, db: None) -> Two:
    """Both wards; what a test does to them is undone."""
    cache.clear()
    return both


SignIn = Callable[..., Client]


@pytest.fixture
def sign_in(two: Two) -> SignIn:
    """A client signed in as one of A's roles, or as the user given."""

    def sign_in(who: Role | Any, host: str = HOST_A) -> Client:
        client = Client(headers={"host": host}, raise_request_exception=True)
        client.force_login(
            two.a.staff[who] if isinstance(who, Role) else who, "django.contrib.auth.backends.ModelBackend"
        )
        return client

    return sign_in
