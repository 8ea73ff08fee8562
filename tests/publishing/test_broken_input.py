"""Whatever is typed as an address, no public page answers with a server error."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from django.db import transaction
from django.test import Client
from pytest_django import DjangoDbBlocker

from cms.models import Ward
from tests.factories import LegalDocumentPageFactory, MadeWard, publish

pytestmark = pytest.mark.django_db

ADDRESSES = (
    "/",
    "/van-ban/",
    "/du-an/",
    "/ke-hoach/",
    "/van-ban/ve-viec-thu/",
    "/van-ban/ve-viec-thu/lich-su/",
    "/van-ban/ve-viec-thu/du-lieu.json",
    "/lich-su/",
    "/du-lieu.json",
    "/tim-kiem/",
)
NAMES = ("q", "trang", "lan", "loai", "nam", "sap-xep", "dinh-dang", "khac")
VALUES = {
    "nothing": "",
    "NUL": "\x00",
    "NUL within": "nhà\x00ở",
    "decomposed": unicodedata.normalize("NFD", "nhà ở xã hội"),
    "single quote": "' OR 1=1 --",
    "double quote": '"nhà ở',
    "brackets": "(((*&|!:<>)))",
    "backslash": "\\",
    "percent": "%",
    "words of the engine": "NEAR AND OR NOT *",
    "markup": "<script>alert(1)</script>",
    "letters for a number": "abc",
    "minus one": "-1",
    "zero": "0",
    "a power of ten": str(10**30),
    "five thousand digits": "9" * 5_000,
    "digits of another script": "٣",
    "half": "1.5",
    "10,000 characters": "nhà " * 2_500,
    "one word of 10,000": "a" * 10_000,
    "emoji": "🏠",
    "a lone surrogate's bytes": "\udce9",
    "right to left": "\u202e",
}
PATHS = {
    "NUL": "/van-ban/%00/",
    "NUL before the history": "/van-ban/a%00b/lich-su/",
    "NUL before the JSON": "/van-ban/a%00b/du-lieu.json",
    "NUL at the end": "/tim-kiem/%00",
    "not UTF-8": "/van-ban/%ff%fe/",
    "decomposed": quote(unicodedata.normalize("NFD", "/văn-bản/")),
    "decomposed history": quote(unicodedata.normalize("NFD", "/văn-bản/lich-su/")),
    "quotes": "/van-ban/'%22/",
    "10,000 characters": "/" + "a" * 10_000 + "/",
    "10,000 characters of history": "/" + "a" * 10_000 + "/lich-su/",
    "10,000 characters of JSON": "/" + "a" * 10_000 + "/du-lieu.json",
    "3,000 steps": "/a" * 3_000 + "/",
    "steps up": "/../../etc/passwd",
    "two slashes": "//van-ban//",
    "markup": "/%3Cscript%3E/",
    "images": "/media/images/../../x",
    "documents": "/tai-lieu/99999999999999999999/x.pdf",
}


@pytest.fixture
def visitor() -> Client:
    """A visitor whose errors come back as answers."""
    return Client(raise_request_exception=False)


@pytest.fixture(scope="module")
def _published(_made_once: Ward, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    with django_db_blocker.unblock(), transaction.atomic():
        publish(LegalDocumentPageFactory(ward=MadeWard(_made_once), slug="ve-viec-thu"))
        yield
        transaction.set_rollback(True)


@pytest.fixture
def _public_document(_published: None, ward: MadeWard) -> None:
    """The module's ward with one public document."""


def encoded(value: str) -> str:
    """The value in a query string; a lone surrogate stands for a byte that is no UTF-8."""
    return quote(value.encode("utf-8", "surrogateescape"))


@pytest.mark.usefixtures("_public_document")
@pytest.mark.parametrize("address", ADDRESSES)
def test_no_query_string_is_a_server_error(address: str, visitor: Client, ward: MadeWard) -> None:
    failed = []
    for case, value in VALUES.items():
        query = "&".join(f"{name}={encoded(value)}" for name in NAMES)
        answer = visitor.get(f"{address}?{query}", HTTP_HOST=ward.host)
        if answer.status_code >= 500:
            failed.append(case)
    assert failed == []


@pytest.mark.usefixtures("_public_document")
@pytest.mark.parametrize("name", ["trang", "lan"])
@pytest.mark.parametrize("value", ["abc", "-1", "0", str(10**30), "99999999999", "2147483648", "٣", "", "1.5", "\x00"])
def test_a_broken_page_or_version_number_is_told_or_not_found(
    name: str, value: str, visitor: Client, ward: MadeWard
) -> None:
    for tail, right in (("lich-su/", {200}), ("du-lieu.json", {200, 404})):
        answer = visitor.get(f"/van-ban/ve-viec-thu/{tail}?{name}={encoded(value)}", HTTP_HOST=ward.host)
        assert answer.status_code in right


@pytest.mark.usefixtures("_public_document")
@pytest.mark.parametrize("case", PATHS)
def test_no_path_is_a_server_error(case: str, visitor: Client, ward: MadeWard) -> None:
    for method in (visitor.get, visitor.head):
        answer = method(PATHS[case], HTTP_HOST=ward.host)
        assert answer.status_code < 500
        assert not answer.cookies


@pytest.mark.usefixtures("_public_document")
@pytest.mark.parametrize(
    "host", ["la.localhost", "xn--.localhost", "a" * 200 + ".localhost", "localhost:99999", "[::1]"]
)
def test_a_strange_host_is_no_server_error(host: str, visitor: Client) -> None:
    for address in ADDRESSES:
        assert visitor.get(address, HTTP_HOST=host).status_code < 500


@pytest.mark.usefixtures("_public_document")
@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("method", ["post", "put", "delete", "patch", "options", "trace"])
def test_other_methods_change_nothing_and_set_no_cookie(
    address: str, method: str, visitor: Client, ward: MadeWard
) -> None:
    answer = getattr(visitor, method)(address, HTTP_HOST=ward.host)
    assert answer.status_code < 500
    assert not answer.cookies


def test_a_server_error_would_be_seen(visitor: Client, ward: MadeWard, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("cms.disclosure.views.RecordJsonView.find", fail)
    assert visitor.get("/du-lieu.json", HTTP_HOST=ward.host).status_code == 500
