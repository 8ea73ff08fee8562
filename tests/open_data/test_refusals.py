"""A program that asks wrongly gets JSON in Vietnamese with the right status, whoever notices the mistake."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from tests.factories import MadeWard

pytestmark = pytest.mark.django_db

LONG = "a" * 10_000
A_RECORD = "/api/v1/du-an/00000000-0000-0000-0000-000000000000"
TOO_MANY = "?" + "&".join(f"a{n}=1" for n in range(2_000))


@pytest.fixture
def program() -> Client:
    """A program without cookie and token, whose errors come back as answers."""
    return Client(raise_request_exception=False, enforce_csrf_checks=True)


def refused(answer: Any, status: int) -> dict[str, Any]:
    """The body of a refusal, after a look at what every refusal has."""
    assert answer.status_code == status
    assert answer["Content-Type"] == "application/json"
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert not answer.cookies
    body: dict[str, Any] = json.loads(answer.content)
    assert body["ma-loi"] == status
    assert body["thong-bao"].endswith(".")
    return body


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api/v1/khong-co", 404),
        ("/api/v1/du-an/khong-phai-ma", 404),
        (A_RECORD, 404),
        (f"{A_RECORD}/", 404),
        ("/api/", 404),
        ("/api/v1", 404),
        ("/api/v2/du-an", 404),
        ("/api/v3/pages/", 404),
        (f"/api/v1/{LONG}", 404),
        ("/api/v1" + "/a" * 3_000, 404),
        ("/api/v1/du-an%00", 404),
        ("/api/v1/du-an/%00", 404),
        ("/api/v1/%ff%fe", 404),
        ("/api/v1/du-an%0A", 404),
        ("/api/a%0Ab%0D", 404),
        ("/api/v1/%ED%A0%80", 404),
        ("/api/v1/../../etc/passwd", 404),
        ("/api//v1/du-an", 404),
        ("/api/v1/DU-AN", 404),
        (f"/api/v1/du-an{TOO_MANY}", 400),
        (f"{A_RECORD}{TOO_MANY}", 404),
        (f"/api/v1/khong-co{TOO_MANY}", 404),
    ],
)
def test_an_error_is_json_in_vietnamese(program: Client, ward: MadeWard, path: str, status: int) -> None:
    refused(program.get(path, headers={"host": ward.host}), status)
    head = program.head(path, headers={"host": ward.host})
    assert (head.status_code, head.content) == (status, b"")


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "trace"])
def test_the_api_only_reads(program: Client, ward: MadeWard, method: str) -> None:
    for path in ("/api/v1/du-an", A_RECORD, "/api/v1/", "/api/v1/openapi.json"):
        answer = getattr(program, method)(path, headers={"host": ward.host})
        refused(answer, 405)
        assert answer["Allow"] == "GET, HEAD, OPTIONS"
    refused(getattr(program, method)("/api/v1/khong-co", headers={"host": ward.host}), 404)


def test_a_host_without_a_portal_and_one_that_is_no_host_are_told_so(
    program: Client, ward: MadeWard, settings: Any
) -> None:
    settings.ALLOWED_HOSTS = ["khong-co.example"]
    refused(program.get("/api/v1/du-an", headers={"host": "khong-co.example"}), 404)
    refused(program.get("/api/v1/du-an", headers={"host": ward.host}), 400)


def test_a_failure_is_json_too_and_tells_nothing_of_it(
    program: Client, ward: MadeWard, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: Any) -> Any:
        raise RuntimeError("zimzam")

    monkeypatch.setattr("cms.open_data.api.a_list", fails)
    monkeypatch.setattr("cms.site_map.PublicRecord", None)
    assert "zimzam" not in str(refused(program.get("/api/v1/du-an", headers={"host": ward.host}), 500))
    page = program.get("/sitemap.xml", headers={"host": ward.host})
    assert (page.status_code, b"<!DOCTYPE html>" in page.content) == (500, True)


def test_during_maintenance_programs_are_told_in_json(
    program: Client, ward: MadeWard, settings: Any, tmp_path: Path
) -> None:
    settings.MAINTENANCE_FILE = str(tmp_path / "bao-tri")
    Path(settings.MAINTENANCE_FILE).write_text("", encoding="utf-8")
    answer = program.get("/api/v1/du-an", headers={"host": ward.host})
    refused(answer, 503)
    assert answer["Retry-After"] == "3600"
