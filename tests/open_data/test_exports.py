"""Files hold as many records as the list that they are of, and spreadsheets read them back as they were meant."""

from __future__ import annotations

import csv
import datetime
import io
import json
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import openpyxl
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cms.listing.files import contents
from cms.listing.files.as_csv import defused
from cms.listing.files.formats import formats_of
from cms.listing.listing import listing_of
from tests.factories import MadeWard
from tests.open_data.conftest import FORMULA, KINDS, as_json, get, paths

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}entry"
AS_UTF8_COMMAS = "Text - txt - csv (StarCalc):44,34,76,1,,1033,false,true"
"""How LibreOffice reads a CSV: commas, quotes, UTF-8, first line, English numbers, days recognised."""
WITHIN = 180  # seconds, on a machine that has other things to do


def body_of(client: Client, ward: MadeWard, path: str) -> bytes:
    """A whole file."""
    answer = get(client, ward, path)
    return b"".join(answer.streaming_content)


def rows_in(ending: str, data: bytes) -> int:
    """Records of a file."""
    if ending == "csv":
        return len(list(csv.DictReader(io.StringIO(data.decode("utf-8-sig")))))
    if ending == "xlsx":
        return len(list(openpyxl.load_workbook(io.BytesIO(data), read_only=True).active.values)) - 1
    if ending == "atom":
        return len(list(ElementTree.fromstring(data).iter(ATOM)))
    return len(json.loads(data)["features" if ending == "geojson" else "ban-ghi"])


@pytest.mark.parametrize("kind", KINDS)
def test_each_file_has_as_many_records_as_its_list(client: Client, ward: MadeWard, kind: str) -> None:
    """As the API says; that the page of the list says the same of these queries is shown in test_open_data.py."""
    path, listing = paths(ward)[kind], listing_of(kind)
    offered = as_json(client, ward, f"/api/v1/{kind}")["bo-loc"]
    chosen = [f"?{one['ten']}={one['gia-tri'][0]['gia-tri']}" for one in offered[:2]]
    for query in ("", "?q=thu", "?q=khongcogi", *chosen):
        total = as_json(client, ward, f"/api/v1/{kind}{query}")["so-ban-ghi"]
        for form in formats_of(listing):
            data = body_of(client, ward, f"{path}{form.file_name}{query}")
            assert rows_in(form.ending, data) == total, (form.ending, query)


def test_what_is_sent_first_is_sent_before_the_rest_is_read(
    client: Client, ward: MadeWard, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Memory and the wait for the first byte do not grow with the list; queries grow by the chunk, not by the row."""
    monkeypatch.setattr("cms.listing.files.contents.CHUNK", 2)
    for ending in ("csv", "xlsx", "json", "atom"):
        pieces: Iterator[bytes] = iter(get(client, ward, f"/du-an/tai-ve.{ending}").streaming_content)
        with CaptureQueriesContext(connection) as before:
            first = next(pieces)
        assert first
        assert len(before) == 0, ending
        with CaptureQueriesContext(connection) as rest:
            body = first + b"".join(pieces)
        chunks = -(-rows_in(ending, body) // 2)
        assert chunks >= 2
        assert len(rest) <= 5 * chunks, ending


def test_a_workbook_whose_writing_fails_is_not_taken_for_whole(
    client: Client, ward: MadeWard, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its directory is missing, so no program opens the half of it."""
    monkeypatch.setattr("cms.listing.files.contents.CHUNK", 2)
    monkeypatch.setattr("cms.listing.files.zipped.PIECE", 1)
    pieces = iter(get(client, ward, "/du-an/tai-ve.xlsx").streaming_content)
    sent = [next(pieces)]
    read = contents.rows_of

    def fails(*asked: Any) -> Iterator[Any]:
        yield next(read(*asked))
        raise OSError("the database is gone")

    monkeypatch.setattr("cms.listing.files.contents.rows_of", fails)
    with pytest.raises(OSError, match="gone"):
        sent += pieces
    half = b"".join(sent)
    assert half.startswith(b"PK")
    assert not zipfile.is_zipfile(io.BytesIO(half))
    monkeypatch.setattr("cms.listing.files.contents.rows_of", read)
    assert zipfile.is_zipfile(io.BytesIO(body_of(client, ward, "/du-an/tai-ve.xlsx")))


@pytest.fixture(scope="package")
def office() -> str:
    """LibreOffice, where the machine has it."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    if found is None:
        pytest.skip("no LibreOffice on this machine")
    return found


def converted(office: str, folder: Path, files: list[Path], *how: str) -> dict[str, Any]:
    """The first sheet of each file as LibreOffice reads it, all files in one run."""
    out = folder / "out"
    command = [office, f"-env:UserInstallation=file://{folder}/profile", "--headless", *how]
    command += ["--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(out), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True, timeout=WITHIN)
    return {file.stem: openpyxl.load_workbook(out / f"{file.stem}.xlsx").active for file in files}


def test_libreoffice_reads_csv_and_xlsx_with_text_numbers_and_days(
    client: Client, ward: MadeWard, office: str, tmp_path: Path
) -> None:
    written: dict[str, list[Path]] = {"csv": [], "xlsx": []}
    for kind, path in paths(ward).items():
        for ending, files in written.items():
            files.append(tmp_path / ending / f"{kind}.{ending}")
            files[-1].parent.mkdir(exist_ok=True)
            files[-1].write_bytes(body_of(client, ward, f"{path}tai-ve.{ending}"))
    from_csv = converted(office, tmp_path / "csv", written["csv"], f"--infilter={AS_UTF8_COMMAS}")
    from_xlsx = converted(office, tmp_path / "xlsx", written["xlsx"])
    seen: set[type[Any]] = set()
    for file in written["xlsx"]:
        sent = list(openpyxl.load_workbook(file).active.values)
        for read in (from_csv[file.stem], from_xlsx[file.stem]):
            cells = [cell for row in read.iter_rows() for cell in row]
            assert not [cell.value for cell in cells if cell.data_type == "f"], file.stem
            assert [cell.value for cell in read[1]] == list(sent[0]), file.stem
            assert read.max_row == len(sent), file.stem
        for number, row in enumerate(sent[1:], start=2):
            for value, plain, own in zip(row, from_csv[file.stem][number], from_xlsx[file.stem][number], strict=True):
                assert alike(value, own.value), (file.stem, value, own.value)
                if isinstance(value, int | float | datetime.date):
                    assert alike(value, plain.value), (file.stem, value, plain.value)
                    seen.add(type(value))
                elif value:
                    assert text_of(plain.value) == text_of(defused(str(value))) or is_a_number(value), file.stem
    assert {int, datetime.datetime} < seen
    titles = [cell.value for row in from_csv["du-an"].iter_rows() for cell in row]
    assert f"'{FORMULA}" in titles
    assert FORMULA in [cell.value for row in from_xlsx["du-an"].iter_rows() for cell in row]


def alike(sent: Any, read: Any) -> bool:
    """The same value of the same kind; a spreadsheet knows whole numbers as numbers, and nothing as an empty text."""
    if sent in (None, ""):
        return read in (None, "")
    if isinstance(sent, int | float) and not isinstance(read, str):
        return Decimal(str(sent)) == Decimal(str(read))
    if isinstance(sent, str):
        return text_of(sent) == text_of(read)
    return bool(sent == read)


def text_of(value: Any) -> str:
    """A text without what line ends become on the way."""
    return " ".join(str(value).replace("_x000D_", " ").split())


def is_a_number(text: Any) -> bool:
    """A text that a CSV cannot keep from looking like a number or a day: a year, a code of digits."""
    return bool(re.fullmatch(r"[\d./:-]+|\d+\s*%", str(text)))
