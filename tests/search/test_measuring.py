"""What `bin/bench search` measures is there, on the engine of this run."""

from __future__ import annotations

import json
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core import serializers
from django.core.management import CommandError, call_command
from django.db import connection

from bin.lib import bench_search
from cms.management.commands import measure_search
from cms.measuring import peer, searches
from search.models import PublicRecord
from tests.search.factories import build_record

pytestmark = [pytest.mark.django_db, pytest.mark.engine]

RECORDS, WARDS = 40, 4


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    """A few records as `dumpdata` writes them."""
    records = [
        build_record(
            title=f"Khu nhà ở {word}",
            number=f"{at}/QĐ-UBND",
            body="quyết định" if at % 3 else "",
            places=[{"key": "tdp", "label": "Tổ dân phố"}],
            unit="Phòng Kinh tế",
        )
        for at, word in enumerate(("mới", "cũ", "xanh", "đỏ", "vàng", "lớn"), start=1)
    ]
    file = tmp_path / "records.json"
    file.write_text(serializers.serialize("json", records), encoding="utf-8")
    return file


@pytest.fixture(autouse=True)
def _types_as_before() -> Iterator[None]:
    """The peer has a type of its own, whose row goes with the test: nobody shall remember it."""
    manager: Any = ContentType.objects
    kept = {using: dict(found) for using, found in manager._cache.items()}
    yield
    manager._cache = kept


def measured(templates: Path) -> dict[str, Any]:
    """What the second command writes about what the first one has put in."""
    out, words = StringIO(), StringIO()
    call_command("fill_search", str(templates), records=RECORDS, wards=WARDS, stdout=words)
    file = templates.with_name("words.json")
    file.write_text(words.getvalue(), encoding="utf-8")
    call_command("measure_search", str(file), stdout=out)
    found: dict[str, Any] = json.loads(out.getvalue())
    return found


def test_every_row_of_the_table_is_measured_over_records_of_all_wards(
    templates: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(peer, "FEW", 10)
    monkeypatch.setattr(searches, "WARM", 10)
    monkeypatch.setattr(measure_search, "WARM_SAVED", 10)
    found = measured(templates)
    assert found["records"] == PublicRecord.objects.count() == RECORDS
    assert {PublicRecord.objects.on_site(site).count() for site in range(1, WARDS + 1)} == {RECORDS // WARDS}
    assert not PublicRecord.objects.awaiting_index().exists()
    assert set(found["timings"]) == {name for name, _, _ in bench_search.ROWS}
    assert all(timing["runs"] for timing in found["timings"].values())
    alone_on_sqlite = connection.vendor == "sqlite" and not settings.SEARCH_ENGINE
    assert found["peer"]["records"] == (10 if alone_on_sqlite else RECORDS)
    assert found["peer"]["ward"] > 0
    assert found["peer"]["all"] > 0
    out = tmp_path / "table.md"
    options = bench_search._options(["--records", str(RECORDS), "--wards", str(WARDS), "--out", str(out)])
    table = bench_search._written({"sqlite": found}, options)
    assert all(label in table for _, label, _ in bench_search.ROWS)


def test_a_database_with_records_is_left_alone(templates: Path) -> None:
    build_record().save()
    with pytest.raises(CommandError, match="đã có bản ghi"):
        measured(templates)
    assert PublicRecord.objects.count() == 1


def test_a_figure_beyond_its_bar_is_told_apart() -> None:
    assert bench_search._cell(9.94, 10) == "9.9, 10"
    assert bench_search._cell(10.1, 10, " (12.0)") == "**10.1 (12.0), 10**"
