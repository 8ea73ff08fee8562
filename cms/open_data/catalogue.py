"""The datasets of a ward (bộ dữ liệu): one for each public listing, with its forms, size and last change."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.db.models import Count, Max, Min
from django.urls import reverse
from wagtail.models import Site

from cms.disclosure import kinds
from cms.listing.files.formats import Format, formats_of
from cms.listing.index_page import IndexPage
from cms.listing.listing import Listing, listing_of
from cms.models.identity import PortalIdentity, identity_of, office_called
from cms.open_data.models import OpenDataPage
from search.illustrative import illustrative
from search.models import PublicRecord


@dataclass(frozen=True)
class Distribution:
    """A dataset in one form; the address is a path."""

    format: Format
    path: str


@dataclass(frozen=True)
class Dataset:
    """What is public of one kind on one site."""

    listing: type[Listing]
    index: PublicRecord
    """The public record of the page that lists it."""
    count: int = 0
    first_at: datetime.datetime | None = None
    changed_at: datetime.datetime | None = None

    @property
    def kind(self) -> str:
        """Its name in addresses."""
        return self.listing.kind

    @property
    def title(self) -> str:
        """As its listing is called."""
        return self.index.title

    @property
    def description(self) -> str:
        """What its listing says it holds."""
        return self.index.summary

    @property
    def distributions(self) -> list[Distribution]:
        """Each form in which it can be had."""
        return [Distribution(one, f"{self.index.url}{one.file_name}") for one in formats_of(self.listing)]

    @property
    def api_path(self) -> str:
        """Where the API lists it."""
        return f"{reverse('open-data:api-page')}{self.kind}"

    @property
    def dictionary_path(self) -> str:
        """Where its columns are told."""
        return reverse("open-data:dictionary", args=[self.kind])


@dataclass(frozen=True)
class Catalogue:
    """All datasets of a ward, and who publishes them under which licence."""

    site: Site
    page: OpenDataPage
    datasets: Sequence[Dataset] = field(default_factory=tuple)

    @property
    def root(self) -> str:
        """Address of the portal without a slash at its end."""
        return str(self.site.root_url)

    @property
    def address(self) -> str:
        """Of the page of open data."""
        return str(self.page.full_url or self.root)

    @property
    def licence_address(self) -> str:
        """Where the licence can be read."""
        return self.page.licence_url or f"{self.address}#giay-phep"

    @cached_property
    def identity(self) -> PortalIdentity | None:
        """What the portal says of itself; one query."""
        return identity_of(self.site.pk)

    @property
    def office(self) -> str:
        """In whose name the data are published."""
        return self.identity.office if self.identity else office_called(self.site.site_name)

    @cached_property
    def notice(self) -> str:
        """What a ward that is made up has to say; one query."""
        return illustrative(self.site.pk)

    @property
    def title(self) -> str:
        """Of the catalogue as a whole."""
        return f"{self.page.title}, {self.office}"

    @property
    def changed_at(self) -> datetime.datetime | None:
        """When any of the records changed last."""
        return max((one.changed_at for one in self.datasets if one.changed_at), default=None)


def open_data_page(site: Site) -> OpenDataPage | None:
    """The page of open data of a site while it is public; one query."""
    public = PublicRecord.objects.on_site(site.pk).of_kind(OpenDataPage.kind).values("page_id")
    found: OpenDataPage | None = OpenDataPage._default_manager.filter(pk__in=public, live=True).first()
    return found


def catalogue_of(site: Site, page: OpenDataPage) -> Catalogue:
    """The datasets of a site in the order of its sections; two queries."""
    return Catalogue(site, page, tuple(datasets_of(site.pk)))


def datasets_of(site_id: int) -> list[Dataset]:
    """A dataset for each public listing, an empty one too; two queries."""
    shown = PublicRecord.objects.on_site(site_id)
    told = shown.order_by().values_list("kind").annotate(Count("pk"), Min("disclosed_at"), Max("changed_at"))
    known: dict[str, list[Any]] = {kind: rest for kind, *rest in told}
    indexes = indexes_by_kind()
    sections = shown.of_kind(*indexes).order_by("pk").defer("body", "files_text", "keys")
    found = []
    for section in sections:
        listing = listing_of(indexes[section.kind].listed_kind())
        found.append(Dataset(listing, section, *known.get(listing.kind, [])))
    return found


def indexes_by_kind() -> dict[str, type[IndexPage]]:
    """The types of page that list records, by their own kind."""
    return {kind: model for kind, model in kinds.all_kinds().items() if issubclass(model, IndexPage)}


def index_of(site_id: int, listed: str) -> PublicRecord | None:
    """The public record of the page that lists a kind on a site; one query."""
    of_kind = [kind for kind, model in indexes_by_kind().items() if model.listed_kind() == listed]
    shown = PublicRecord.objects.on_site(site_id).of_kind(*of_kind).defer("body", "files_text", "keys")
    return shown.first() if of_kind else None
