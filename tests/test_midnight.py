"""What depends on the day is not served from a cache after midnight of Vietnam's clock."""

from __future__ import annotations

import datetime

import pytest

from cms.middleware import FRESH, STALE, shared_cache_seconds
from cms.values.render import VIETNAM


@pytest.mark.parametrize(
    ("clock", "expected"),
    [
        ((0, 0, 0), (FRESH, STALE)),
        ((12, 0, 0), (FRESH, STALE)),
        ((23, 50, 0), (FRESH, STALE)),
        ((23, 57, 0), (60, 120)),
        ((23, 59, 30), (30, 0)),
        ((23, 59, 59), (1, 0)),
    ],
)
def test_a_page_is_fresh_and_stale_no_longer_than_its_day(
    clock: tuple[int, int, int], expected: tuple[int, int]
) -> None:
    assert shared_cache_seconds(datetime.datetime(2026, 11, 22, *clock, tzinfo=VIETNAM)) == expected
