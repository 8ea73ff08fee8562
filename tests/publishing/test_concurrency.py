"""Two processes that publish on one site lose nothing and never fork its log."""

from __future__ import annotations

import itertools
import os
import subprocess
import sys

import pytest
from django.db import connection

from bin.lib.environment import ROOT
from cms.disclosure.models import LogEntry, LogHead
from cms.disclosure.verification import verify
from cms.publishing.projections import problems
from search.models import PublicRecord
from tests.factories import StandardPageFactory, make_ward, publish

TIMES = 100


def address_of_test_database() -> str:
    """DATABASE_URL of the database that this test runs on."""
    settings = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{settings['NAME']}"
    who = f"{settings['USER']}:{settings['PASSWORD']}"
    return f"postgres://{who}@{settings['HOST']}:{settings['PORT']}/{settings['NAME']}"


@pytest.mark.usefixtures("committing")
def test_two_processes_publish_a_hundred_times_each() -> None:
    ward = make_ward("hai-tien-trinh")
    pages = [publish(StandardPageFactory(ward=ward)) for _ in range(2)]
    begun = LogEntry.objects.count()
    environment = os.environ | {
        "DATABASE_URL": address_of_test_database(),
        "DJANGO_SETTINGS_MODULE": "cms.settings.test",
    }
    publishers = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.publishing.publisher", str(page.pk), str(TIMES)],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        for page in pages
    ]
    for publisher in publishers:
        assert publisher.stdout is not None
        publisher.stdout.readline()
    for publisher in publishers:
        assert publisher.stdin is not None
        publisher.stdin.write("go\n")
        publisher.stdin.flush()
    for publisher in publishers:
        _, errors = publisher.communicate(timeout=240)
        assert publisher.returncode == 0, errors[-3000:]
    assert LogEntry.objects.count() == begun + 2 * TIMES
    numbers = LogEntry.objects.filter(site_id=ward.site.pk).order_by("number").values_list("number", flat=True)
    assert list(numbers) == list(range(begun + 2 * TIMES))
    assert LogHead.objects.get(site_id=ward.site.pk).size == begun + 2 * TIMES
    assert verify(ward.site.pk) == []
    assert problems(ward.site.pk) == []
    for page in pages:
        record = PublicRecord.objects.get(record=page.record)
        assert record.title == f"Trang {page.pk}, lần {TIMES - 1}"
        assert record.version == TIMES + 1
    # The two ran at the same time: had one waited for the other to end, nothing would have been tested.
    order = list(LogEntry.objects.filter(number__gte=begun).order_by("number").values_list("record", flat=True))
    assert sum(one != other for one, other in itertools.pairwise(order)) > 1
