"""Open data is what the listings hold, for machines: the same records, filters and counts, and nothing besides."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from openapi_schema_validator import OAS31Validator
from openapi_spec_validator import OpenAPIV31SpecValidator
from rdflib import DCAT, DCTERMS, RDF, Graph, URIRef
from rdflib.namespace import FOAF
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from cms.disclosure.facts import Level
from cms.listing.asked import read
from cms.listing.listing import listing_of
from cms.models import Ward
from cms.open_data.api import listings
from cms.open_data.dictionary import LEVELS, columns_of
from cms.open_data.parameters import parameters_of
from search.illustrative import LABEL
from search.models import PublicRecord
from tests.factories import MadeWard, ProjectPageFactory, publish
from tests.open_data.conftest import KINDS, MARK, as_json, get, paths

pytestmark = pytest.mark.django_db

MOST_QUERIES = 15


@pytest.fixture(scope="module")
def description(_made: MadeWard) -> Any:
    """The API's description of itself."""
    return json.loads(Client().get("/api/v1/openapi.json", headers={"host": _made.host}).content)


def test_the_description_is_valid_openapi_and_names_each_list_and_record(description: Any) -> None:
    OpenAPIV31SpecValidator(description).validate()
    assert set(description["paths"]) == {
        address for kind in KINDS for address in (f"/api/v1/{kind}", f"/api/v1/{kind}/{{ma}}")
    }
    assert all(set(one) == {"get"} for one in description["paths"].values())


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_can_be_asked_for_what_its_listing_can(description: Any, kind: str) -> None:
    told = [one["name"] for one in description["paths"][f"/api/v1/{kind}"]["get"]["parameters"]]
    listing = listing_of(kind)
    assert told == [*(name for one in listing.all_filters() for name in one.names), "sap-xep", "moi-trang", "trang"]


def breaches(description: Any, schema: Any, body: Any) -> list[str]:
    """What of an answer is not as the description says."""
    whole = Resource.from_contents({"$id": "urn:api", **description}, default_specification=DRAFT202012)
    registry: Any = Registry().with_resource("urn:api", whole)
    rooted = json.loads(json.dumps(schema).replace('"#/', '"urn:api#/'))
    return [error.message[:300] for error in OAS31Validator(rooted, registry=registry).iter_errors(body)]


def schema_of(description: Any, path: str) -> Any:
    """How an answer at a path is described."""
    return description["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]["schema"]


@pytest.mark.parametrize("kind", KINDS)
def test_lists_and_records_are_as_described_within_the_budget(
    client: Client, ward: MadeWard, description: Any, kind: str
) -> None:
    with CaptureQueriesContext(connection) as captured:
        body = as_json(client, ward, f"/api/v1/{kind}")
    assert len(captured) <= MOST_QUERIES, [one["sql"][:150] for one in captured]
    assert breaches(description, schema_of(description, f"/api/v1/{kind}"), body) == []
    shown = PublicRecord.objects.on_site(ward.site.pk).of_kind(kind)
    assert {one["ma"] for one in body["ban-ghi"]} == {str(row.record) for row in shown}
    first = next(one for one in body["ban-ghi"] if one["dia-chi"].endswith(f"/{kind}-day-du/"))
    with CaptureQueriesContext(connection) as captured:
        record = as_json(client, ward, f"/api/v1/{kind}/{first['ma']}")
    assert len(captured) <= MOST_QUERIES
    assert breaches(description, schema_of(description, f"/api/v1/{kind}/{{ma}}"), record) == []
    assert {name: record[name] for name in first} == first
    own = as_json(client, ward, record["du-lieu-goc"].removeprefix(ward.site.root_url))
    assert own["facts"] == record["du-kien"]
    get(client, ward, record["lich-su"].removeprefix(ward.site.root_url))
    assert {one["ma"] for one in record["ho-so-lien-quan"]} <= {
        str(row) for row in PublicRecord.objects.on_site(ward.site.pk).values_list("record", flat=True)
    }


def test_an_answer_that_is_not_as_described_is_noticed(client: Client, ward: MadeWard, description: Any) -> None:
    body = as_json(client, ward, "/api/v1/du-an")
    body["ban-ghi"][0]["du-kien"]["homes_total"] = "nhiều"
    assert breaches(description, schema_of(description, "/api/v1/du-an"), body)


QUERIES = ("", "?sap-xep=moi-cap-nhat&moi-trang=50", "?q=thu", "?q=khongcogi", "?trang=9", "?la=1&trang=x&moi-trang=7")


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_query_string_finds_the_same_in_page_and_api(client: Client, ward: MadeWard, kind: str) -> None:
    path, day = paths(ward)[kind], timezone.localdate()
    offered = as_json(client, ward, f"/api/v1/{kind}")["bo-loc"]
    chosen = [f"?{one['ten']}={value['gia-tri']}" for one in offered[:3] for value in one["gia-tri"][:1]]
    for query in (*QUERIES, *chosen):
        answer = get(client, ward, f"/api/v1/{kind}{query}")
        body = json.loads(answer.content)
        context = get(client, ward, f"{path}{query}").content.decode()
        assert f"{body['so-ban-ghi']} {listing_of(kind).noun}</h2>" in context or body["so-ban-ghi"] == 0, query
        notices = read(listing_of(kind), ward.site.pk, answer.wsgi_request.GET, path, day).notices
        assert body["thong-bao"][: len(notices)] == notices
        assert body["so-ban-ghi"] >= len(body["ban-ghi"])
    for one in offered:
        for value in one["gia-tri"]:
            assert value["so-ban-ghi"] >= 1


@pytest.mark.parametrize(
    "query",
    [
        "?giai-doan=%00&q=%ED%A0%80&so-can-tu=abc&trang=-1&sap-xep=x",
        "?" + "x" * 5_000,
        "?q=" + "nha+" * 2_500,
        "?giai-doan[]=huy&$where=1",
        "?q=%22NEAR%28%2A%29+OR+nha",
    ],
)
def test_a_broken_query_string_is_told_and_ignored(client: Client, ward: MadeWard, query: str) -> None:
    body = as_json(client, ward, f"/api/v1/du-an{query}")
    assert body["thong-bao"] or "NEAR" in query


def test_the_api_only_reads_and_any_page_may_ask_it(client: Client, ward: MadeWard) -> None:
    for method in ("post", "put", "patch", "delete"):
        answer = getattr(client, method)("/api/v1/du-an", headers={"host": ward.host})
        assert (answer.status_code, json.loads(answer.content)["ma-loi"]) == (405, 405), method
    asked = client.options("/api/v1/du-an", headers={"host": ward.host, "origin": "https://vi-du.vn"})
    assert (asked.status_code, asked["Access-Control-Allow-Origin"]) == (204, "*")
    head = client.head("/api/v1/du-an", headers={"host": ward.host})
    assert (head.status_code, head.content) == (200, b"")


@pytest.mark.parametrize("path", ["/api/v1/du-an", "/api/v1/openapi.json", "/du-lieu-mo/dcat.jsonld"])
def test_whoever_has_the_answer_already_gets_none(client: Client, ward: MadeWard, path: str) -> None:
    first = get(client, ward, path)
    assert "s-maxage" in first["Cache-Control"]
    again = get(client, ward, path, 304, known=first["ETag"])
    assert again.content == b""
    assert get(client, ward, path, known='"old"').content == first.content


def test_pages_of_a_list_lead_to_each_other(client: Client, ward: MadeWard, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cms.listing.asked.SIZES", (1, 2))
    first = as_json(client, ward, "/api/v1/du-an?sap-xep=nhieu-can")
    assert first["trang-truoc"] is None
    assert "trang=2" in first["trang-sau"]
    answer = get(client, ward, first["trang-sau"].removeprefix(ward.site.root_url))
    second = json.loads(answer.content)
    assert second["trang"] == 2
    assert first["ban-ghi"][0]["ma"] not in {one["ma"] for one in second["ban-ghi"]}
    assert 'rel="prev"' in answer["Link"]
    monkeypatch.setattr("cms.listing.asked.DEEPEST_PAGE", 2)
    last = as_json(client, ward, "/api/v1/du-an?trang=2")
    assert last["so-trang"] == 2
    assert last["trang-sau"] is None
    assert last["so-ban-ghi"] > 2
    assert any("thu hẹp" in notice for notice in last["thong-bao"])


ADDRESSES = (
    "/du-lieu-mo/",
    "/du-lieu-mo/dcat.jsonld",
    "/du-lieu-mo/tu-dien.csv",
    "/du-lieu-mo/tu-dien.json",
    "/du-lieu-mo/tu-dien/du-an/",
    "/api/v1/",
    "/api/v1/openapi.json",
    *(f"/api/v1/{kind}" for kind in KINDS),
)


def test_nothing_that_is_not_public_here_is_in_any_of_it(client: Client, ward: MadeWard) -> None:
    for address in (*ADDRESSES, f"/api/v1/du-an?q={MARK}"):
        body = get(client, ward, address).content.decode().replace(f"q={MARK}", "").replace(f"có chữ {MARK}", "")
        assert MARK not in body, address
    others = PublicRecord.objects.exclude(site_id=ward.site.pk).get(kind="du-an")
    as_json(client, ward, f"/api/v1/du-an/{others.record}", 404)
    for page in ProjectPageFactory._meta.model.objects.filter(title__contains=MARK):
        if not PublicRecord.objects.filter(page_id=page.pk).exists():
            as_json(client, ward, f"/api/v1/du-an/{page.record}", 404)


def test_a_made_up_ward_says_so_in_all_of_it(client: Client, ward: MadeWard) -> None:
    record = PublicRecord.objects.on_site(ward.site.pk).filter(kind="du-an")[0].record
    for made_up in (True, False):
        changed = Ward.objects.get(pk=ward.ward.pk)
        changed.illustrative = made_up
        changed.save()
        for address in (*ADDRESSES, f"/api/v1/du-an/{record}"):
            assert (LABEL in get(client, ward, address).content.decode()) is made_up, address


def test_what_is_hidden_takes_its_dataset_along(client: Client, ward: MadeWard) -> None:
    PublicRecord.objects.on_site(ward.site.pk).filter(kind="muc-gia").delete()
    as_json(client, ward, "/api/v1/gia", 404)
    assert 'id="gia"' not in get(client, ward, "/du-lieu-mo/").content.decode()
    PublicRecord.objects.on_site(ward.site.pk).filter(kind="du-lieu-mo").delete()
    for address in ADDRESSES[1:5]:
        get(client, ward, address, 404)


def test_the_catalogue_is_dcat_with_what_dcat_ap_demands(client: Client, ward: MadeWard) -> None:
    """Mandatory and recommended properties of DCAT-AP 3; read by a JSON-LD parser, not by eye."""
    graph = Graph().parse(data=get(client, ward, "/du-lieu-mo/dcat.jsonld").content.decode(), format="json-ld")
    demanded = {
        DCAT.Catalog: [DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCAT.dataset, DCTERMS.license],
        DCAT.Dataset: [
            DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCTERMS.identifier, DCTERMS.issued,
            DCTERMS.modified, DCAT.keyword, DCAT.distribution, DCAT.landingPage,
        ],
        DCAT.Distribution: [DCAT.accessURL, DCAT.downloadURL, DCAT.mediaType, DCTERMS.license],
        DCAT.DataService: [DCTERMS.title, DCAT.endpointURL, DCAT.endpointDescription, DCAT.servesDataset],
        FOAF.Agent: [FOAF.name],
        DCTERMS.LicenseDocument: [DCTERMS.title, DCTERMS.description],
    }  # fmt: skip
    for cls, properties in demanded.items():
        subjects = list(graph.subjects(RDF.type, cls))
        assert subjects, cls
        missing = [(one, name) for one in subjects for name in properties if (one, name, None) not in graph]
        assert missing == []
    assert len(list(graph.subjects(RDF.type, DCAT.Dataset))) == len(KINDS)
    wanted = (DCAT.accessURL, DCAT.landingPage, DCAT.endpointURL, DCAT.endpointDescription, DCTERMS.conformsTo)
    for name in wanted:
        for address in graph.objects(None, name):
            assert isinstance(address, URIRef)
            get(client, ward, str(address).removeprefix(ward.site.root_url))
    publishers = set(graph.objects(None, DCTERMS.publisher))
    assert publishers == set(graph.subjects(RDF.type, FOAF.Agent))


def test_the_page_tells_each_dataset_and_search_engines_the_same(client: Client, ward: MadeWard) -> None:
    text = get(client, ward, "/du-lieu-mo/").content.decode()
    assert '<link rel="alternate" type="application/ld+json" href="/du-lieu-mo/dcat.jsonld"' in text
    for kind, path in paths(ward).items():
        count = PublicRecord.objects.on_site(ward.site.pk).of_kind(kind).count()
        row = text[text.index(f'<tr id="{kind}">') :].partition("</tr>")[0]
        assert f">{count}</td>" in row
        assert f'href="{path}tai-ve.csv"' in row
        assert f'href="/du-lieu-mo/tu-dien/{kind}/"' in row
    block = text.rpartition('<script type="application/ld+json">')[2].partition("</script>")[0]
    told = json.loads(block)
    assert (told["@type"], len(told["dataset"])) == ("DataCatalog", len(KINDS))
    assert {one["@type"] for one in told["dataset"]} == {"Dataset"}
    home = get(client, ward, "/").content.decode()
    assert home.count('href="/du-lieu-mo/"') >= 2
    assert 'href="/du-lieu-mo/"' in get(client, ward, "/so-do-cong/").content.decode()


def test_the_licence_is_what_the_ward_last_published(client: Client, ward: MadeWard) -> None:
    from cms.open_data.models import OpenDataPage

    page = OpenDataPage.objects.descendant_of(ward.home).get()
    page.licence, page.licence_url = f"{MARK} bản nháp", ""
    page.save_revision()
    assert MARK not in get(client, ward, "/du-lieu-mo/dcat.jsonld").content.decode()
    page.licence, page.licence_url = "Phải ghi rõ nguồn.", "https://vi-du.vn/giay-phep/"
    page.change_reason = "Đổi điều khoản"
    publish(page, "Đổi điều khoản")
    for address in ("/du-lieu-mo/", "/du-lieu-mo/dcat.jsonld"):
        text = get(client, ward, address).content.decode()
        assert "Phải ghi rõ nguồn." in text, address
        assert "https://vi-du.vn/giay-phep/" in text, address


@pytest.mark.parametrize("kind", KINDS)
def test_the_dictionary_names_every_fact_once_with_its_level(kind: str) -> None:
    bound = listing_of(kind).model().facts
    columns = columns_of(bound, {})
    names = [one.name for one in columns]
    assert len(names) == len(set(names))
    assert [name for name in names if "." not in name] == [item.name for item in bound]
    assert all(one.label and one.type and one.level for one in columns)
    must = {item.name for item in bound if item.level is Level.MUST}
    assert {one.name for one in columns if one.level == LEVELS[Level.MUST] and "." not in one.name} == must


def test_the_dictionary_is_the_same_as_page_csv_and_json(client: Client, ward: MadeWard) -> None:
    body = json.loads(get(client, ward, "/du-lieu-mo/tu-dien.json").content)
    text = get(client, ward, "/du-lieu-mo/tu-dien.csv").content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    told = [(one["ten"], column["ten"], column["kieu"]) for one in body["bo-du-lieu"] for column in one["cot"]]
    assert told == [(row["Bộ dữ liệu"], row["Tên cột"], row["Kiểu"]) for row in rows]
    area = next(row for row in rows if (row["Bộ dữ liệu"], row["Tên cột"]) == ("du-an", "land_area"))
    assert (area["Đơn vị"], area["Kiểu"]) == ("m²", "số thập phân")
    page = get(client, ward, "/du-lieu-mo/tu-dien/du-an/").content.decode()
    assert all(f"<code>{name}</code>" in page for kind, name, _ in told if kind == "du-an")


def test_parameters_ask_no_query_of_the_database() -> None:
    with CaptureQueriesContext(connection) as captured:
        for listing in listings():
            assert parameters_of(listing)
    assert len(captured) == 0
