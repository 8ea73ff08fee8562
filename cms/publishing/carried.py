"""What hangs on a public record: documents and images that everybody gets as long as the record is public."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from cms.disclosure.models import PublicFile, PublicImage
from cms.models import BasePage
from cms.models.images import make_renditions
from cms.publishing.purge import purge_documents_after_commit, purge_images_after_commit


@dataclass(frozen=True)
class Carrying:
    """One table of what public records carry."""

    table: type[Any]
    column: str
    """Of the table: the id of what is carried."""
    of_page: Callable[[BasePage], list[Any]]
    purge: Callable[[int, list[int]], None]
    ready: Callable[[Iterable[int]], object] | None = None
    """Makes what the public needs of it, before it is public: a visit writes nothing."""

    def of(self, page: BasePage) -> dict[int, str]:
        """Checksums of what the page carries, by id."""
        return {one.pk: one.sha256 for one in self.of_page(page)}

    def close(self, site_id: int, record: UUID, *, but: dict[int, str] | None = None) -> None:
        """Let the public read nothing more of the record, except what `but` has."""
        gone = self.table._default_manager.filter(record=record).exclude(**{f"{self.column}__in": but or {}})
        if idents := list(gone.values_list(self.column, flat=True)):
            self.purge(site_id, idents)
            gone.delete()

    def make_ready(self, ids: Iterable[int]) -> None:
        """Make what the public needs of these, before their rows say that it may read them."""
        wanted = list(ids)
        if wanted and self.ready is not None:
            self.ready(wanted)

    def write(self, page: BasePage, site_id: int) -> None:
        """Let the public read what the page carries, and nothing else of it."""
        wanted = self.of(page)
        rows = self.table._default_manager.filter(record=page.record)
        present = {ident: told for ident, *told in rows.values_list(self.column, "site_id", "sha256")}
        if present.keys() - wanted.keys():
            self.close(site_id, page.record, but=wanted)
        self.make_ready(wanted)
        for ident, sha256 in wanted.items():
            if present.get(ident) != [site_id, sha256]:
                rows.update_or_create(
                    **{self.column: ident}, defaults={"record": page.record, "site_id": site_id, "sha256": sha256}
                )


CARRYING = (
    Carrying(PublicFile, "document_id", lambda page: page.carried_files, purge_documents_after_commit),
    Carrying(
        PublicImage, "image_id", lambda page: page.carried_images, purge_images_after_commit, ready=make_renditions
    ),
)


def checksums_of(page: BasePage) -> list[str]:
    """Checksums of all that the page carries, sorted, as its log entry has them."""
    return sorted(sha256 for carrying in CARRYING for sha256 in carrying.of(page).values())


def write_files(page: BasePage, site_id: int) -> None:
    """Let the public read the documents and images that the page carries, and no others of its."""
    for carrying in CARRYING:
        carrying.write(page, site_id)


def close_files(site_id: int, record: UUID) -> None:
    """Let the public read nothing more that the record carried."""
    for carrying in CARRYING:
        carrying.close(site_id, record)
