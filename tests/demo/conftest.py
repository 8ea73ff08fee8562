"""The wards, loaded once for all tests of this folder and taken back after the last one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import Client
from pytest_django.plugin import DjangoDbBlocker

from cms.models import DisclosurePage, Ward
from search.indexing import rebuild
from search.models import PublicRecord
from tests.demo.reading import MADE_UP, WARDS
from tests.quiet import without_admin_indexes


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All tests of this folder count as tests of the database: they stay together, so the wards are loaded once.

    pytest-django runs those that say so before those that do not, and makes no database when none says so, as in a run
    of one file.
    """
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.django_db)


@dataclass(frozen=True)
class Opened:
    """What an address answered."""

    status: int
    media_type: str
    text: str


@dataclass(frozen=True)
class Demo:
    """What the first run printed, and the wards by code."""

    printed: tuple[str, ...]
    wards: dict[str, Ward]
    _opened: dict[tuple[str, str], Opened] = field(default_factory=dict)

    def site_id(self, code: str) -> int:
        """The site of a ward."""
        return int(self.wards[code].site_id)

    def records(self, code: str) -> list[PublicRecord]:
        """All that is public in a ward."""
        return list(PublicRecord.objects.on_site(self.site_id(code)).order_by("pk"))

    def record(self, code: str, name: str) -> PublicRecord:
        """A public record by its address, its document number, or its kind where the ward has one of the kind only."""
        if name.startswith("/"):
            return PublicRecord.objects.on_site(self.site_id(code)).get(url=name)
        return PublicRecord.objects.on_site(self.site_id(code)).get(**{"number" if "/" in name else "kind": name})

    def page(self, code: str, name: str) -> DisclosurePage:
        """The page of such a record."""
        return DisclosurePage.objects.get(pk=self.record(code, name).page_id).specific

    def opened(self, code: str, address: str) -> Opened:
        """What an address of a ward answers. It is asked once: for tests that change nothing."""
        if (code, address) not in self._opened:
            answer = Client().get(address, headers={"host": f"{code}.localhost"})
            media_type = answer.headers["content-type"].partition(";")[0]
            self._opened[code, address] = Opened(answer.status_code, media_type, answer.getvalue().decode())
        return self._opened[code, address]


@pytest.fixture(scope="package")
def demo(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Demo]:
    """`manage.py load_demo` on an empty database; nothing here asks Wagtail who uses what."""
    with django_db_blocker.unblock(), transaction.atomic(), without_admin_indexes():
        out = StringIO()
        call_command("load_demo", stdout=out)
        rebuild()
        yield Demo(
            tuple(out.getvalue().splitlines()), {code: Ward.objects.get(code=code) for code in (*WARDS, MADE_UP)}
        )
        transaction.set_rollback(True)


@pytest.fixture
def undone(demo: Demo) -> Iterator[None]:
    """What the test changes is taken back."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
