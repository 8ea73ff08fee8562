"""The made-up ward of the demonstration, from which content is generated."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker
from wagtail.signal_handlers import disable_reference_index_auto_update

from cms.models import Ward
from projects_pages.demo.loader import load_ward
from projects_pages.demo.minh_hoa import WARD
from projects_pages.demo.registers import ensure_references


@pytest.fixture(scope="module")
def minh_hoa(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Ward]:
    """The ward with all its records."""
    with django_db_blocker.unblock(), transaction.atomic(), disable_reference_index_auto_update():
        ensure_references()
        load_ward(WARD)
        yield Ward.objects.get(code="minh-hoa")
        transaction.set_rollback(True)
