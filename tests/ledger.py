"""Fixtures for what commits: the log's triggers refuse the flush between tests, and Wagtail's first pages must stay."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from wagtail.signal_handlers import disable_reference_index_auto_update

from cms.disclosure import triggers
from tests.factories import MadeWard, make_ward


@pytest.fixture
def committing(transactional_db: None, django_db_serialized_rollback: None) -> Iterator[None]:
    """A database in which commits are real; the guards of the log are there during the test and away for the flush."""
    triggers.install()
    yield
    triggers.remove()


@pytest.fixture(autouse=True)
def _no_reference_index() -> Iterator[None]:
    """Wagtail reads a whole page anew for each child that is saved; nothing in these tests asks who uses what."""
    with disable_reference_index_auto_update():
        yield


@pytest.fixture
def ward(db: None) -> MadeWard:
    """A ward with its first pages."""
    return make_ward("phuong-thu")
