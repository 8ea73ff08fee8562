"""The catalogue in DCAT (W3C) with the terms that DCAT-AP wants, as JSON-LD; and its datasets for schema.org."""

from __future__ import annotations

from typing import Any, Final

from django.urls import reverse
from django.utils import timezone

from cms.open_data.catalogue import Catalogue, Dataset, Distribution

Json = dict[str, Any]

CONTEXT: Final[Json] = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
}
VIETNAMESE: Final = "http://publications.europa.eu/resource/authority/language/VIE"
IRREGULAR: Final = "http://publications.europa.eu/resource/authority/frequency/IRREG"
PUBLIC: Final = "http://publications.europa.eu/resource/authority/access-right/PUBLIC"
MEDIA: Final = "https://www.iana.org/assignments/media-types/"
KEYWORDS: Final = ("nhà ở xã hội", "công khai", "phường, xã")


def catalogue_as_dcat(catalogue: Catalogue) -> Json:
    """The whole catalogue; one query, and one more for what a made-up ward says."""
    said = {
        "@context": CONTEXT,
        "@id": catalogue.address,
        "@type": "dcat:Catalog",
        "dct:title": _vi(catalogue.title),
        "dct:description": _vi(_told(catalogue, catalogue.page.intro or catalogue.page.title)),
        "dct:publisher": _publisher(catalogue),
        "dct:language": _id(VIETNAMESE),
        "dct:license": _licence(catalogue),
        "foaf:homepage": _id(catalogue.address),
        "dcat:dataset": [_dataset(catalogue, one) for one in catalogue.datasets],
        "dcat:service": [_service(catalogue)],
    }
    if catalogue.changed_at is not None:
        said["dct:modified"] = _moment(catalogue.changed_at)
    return said


def _dataset(catalogue: Catalogue, dataset: Dataset) -> Json:
    said = {
        "@id": _address(catalogue, dataset),
        "@type": "dcat:Dataset",
        "dct:identifier": dataset.kind,
        "dct:title": _vi(f"{dataset.title}, {catalogue.office}"),
        "dct:description": _vi(_told(catalogue, dataset.description or dataset.title)),
        "dct:publisher": _id(f"{catalogue.root}/#don-vi"),
        "dct:language": _id(VIETNAMESE),
        "dct:accrualPeriodicity": _id(IRREGULAR),
        "dct:accessRights": _id(PUBLIC),
        "dcat:landingPage": _id(f"{catalogue.root}{dataset.index.url}"),
        "dcat:keyword": [_vi(word) for word in (*KEYWORDS, dataset.title)],
        "dct:conformsTo": _id(f"{catalogue.root}{dataset.dictionary_path}"),
        "dcat:distribution": [_distribution(catalogue, one) for one in dataset.distributions],
    }
    if contact := _contact(catalogue):
        said["dcat:contactPoint"] = contact
    if dataset.first_at and dataset.changed_at:
        said |= {"dct:issued": _moment(dataset.first_at), "dct:modified": _moment(dataset.changed_at)}
    return said


def _distribution(catalogue: Catalogue, one: Distribution) -> Json:
    address = f"{catalogue.root}{one.path}"
    return {
        "@id": address,
        "@type": "dcat:Distribution",
        "dct:title": _vi(one.format.label),
        "dcat:accessURL": _id(address),
        "dcat:downloadURL": _id(address),
        "dcat:mediaType": _id(MEDIA + one.format.media_type.partition(";")[0]),
        "dct:format": one.format.label,
        "dct:license": _id(catalogue.licence_address),
    }


def _service(catalogue: Catalogue) -> Json:
    return {
        "@id": f"{catalogue.root}{reverse('open-data:api-page')}",
        "@type": "dcat:DataService",
        "dct:title": _vi("API chỉ đọc"),
        "dcat:endpointURL": _id(f"{catalogue.root}{reverse('open-data:api-page')}"),
        "dcat:endpointDescription": _id(f"{catalogue.root}{reverse('open-data:openapi')}"),
        "dct:license": _id(catalogue.licence_address),
        "dcat:servesDataset": [_id(_address(catalogue, one)) for one in catalogue.datasets],
    }


def _publisher(catalogue: Catalogue) -> Json:
    return {
        "@id": f"{catalogue.root}/#don-vi",
        "@type": "foaf:Agent",
        "foaf:name": _vi(catalogue.office),
        "foaf:homepage": _id(f"{catalogue.root}/"),
    }


def _licence(catalogue: Catalogue) -> Json:
    return {
        "@id": catalogue.licence_address,
        "@type": "dct:LicenseDocument",
        "dct:title": _vi(catalogue.page.licence_name),
        "dct:description": _vi(catalogue.page.licence),
    }


def _contact(catalogue: Catalogue) -> Json:
    """Nothing where the office has told neither way to reach it."""
    identity = catalogue.identity
    ways: Json = {}
    if identity and identity.email:
        ways["vcard:hasEmail"] = _id(f"mailto:{identity.email}")
    if identity and identity.phone:
        ways["vcard:hasTelephone"] = identity.phone
    return {"@type": "vcard:Kind", "vcard:fn": _vi(catalogue.office), **ways} if ways else {}


def _address(catalogue: Catalogue, dataset: Dataset) -> str:
    return f"{catalogue.address}#{dataset.kind}"


def _told(catalogue: Catalogue, text: str) -> str:
    """Of a ward that is made up that first."""
    return " ".join(part for part in (catalogue.notice, text) if part)


def _vi(text: str) -> Json:
    return {"@value": text, "@language": "vi"}


def _id(address: str) -> Json:
    return {"@id": address}


def _moment(moment: Any) -> Json:
    return {"@value": timezone.localtime(moment).isoformat(timespec="seconds"), "@type": "xsd:dateTime"}


def catalogue_for_search_engines(catalogue: Catalogue) -> Json:
    """The same in the words of schema.org, for the page itself."""
    return {
        "@context": "https://schema.org",
        "@type": "DataCatalog",
        "name": catalogue.title,
        "url": catalogue.address,
        "description": _told(catalogue, catalogue.page.intro or catalogue.page.title),
        "inLanguage": "vi",
        "license": catalogue.licence_address,
        "publisher": {"@type": "GovernmentOrganization", "name": catalogue.office, "url": f"{catalogue.root}/"},
        "dataset": [_for_search_engines(catalogue, one) for one in catalogue.datasets],
    }


def _for_search_engines(catalogue: Catalogue, dataset: Dataset) -> Json:
    said: Json = {
        "@type": "Dataset",
        "name": f"{dataset.title}, {catalogue.office}",
        "url": f"{catalogue.root}{dataset.index.url}",
        "identifier": dataset.kind,
        "description": _told(catalogue, f"{dataset.title}. {dataset.description} Do {catalogue.office} công khai."),
        "license": catalogue.licence_address,
        "isAccessibleForFree": True,
        "creator": {"@type": "GovernmentOrganization", "name": catalogue.office},
        "distribution": [
            {
                "@type": "DataDownload",
                "encodingFormat": one.format.media_type.partition(";")[0],
                "contentUrl": f"{catalogue.root}{one.path}",
            }
            for one in dataset.distributions
        ],
    }
    if dataset.changed_at:
        said["dateModified"] = timezone.localtime(dataset.changed_at).isoformat(timespec="seconds")
    return said
