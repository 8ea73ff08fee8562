"""The forms in which a listing can be had."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from cms.listing.files.as_atom import write_atom
from cms.listing.files.as_csv import write_csv
from cms.listing.files.as_json import write_geojson, write_json
from cms.listing.files.as_xlsx import write_xlsx
from cms.listing.files.contents import Contents
from cms.listing.listing import Listing

STEM = "tai-ve"
"""The files stand below the index as `tai-ve.csv`: no page can, since a slug has no dot."""


@dataclass(frozen=True)
class Format:
    """One form: ending, label, media type, writer, whether browsers should save it."""

    ending: str
    label: str
    media_type: str
    write: Callable[[Contents], Iterator[bytes]]
    save: bool = True
    icon: str = ""

    @property
    def file_name(self) -> str:
        """The last part of its address."""
        return f"{STEM}.{self.ending}"


FORMATS: dict[str, Format] = {
    one.ending: one
    for one in (
        Format("csv", "CSV", "text/csv; charset=utf-8", write_csv, icon="download"),
        Format("xlsx", "XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", write_xlsx),
        Format("json", "JSON", "application/json; charset=utf-8", write_json),
        Format("geojson", "GeoJSON", "application/geo+json; charset=utf-8", write_geojson),
        Format("atom", "Atom", "application/atom+xml; charset=utf-8", write_atom, save=False, icon="feed"),
    )
}


def formats_of(listing: type[Listing]) -> list[Format]:
    """The forms of a listing; GeoJSON where its type has a shape."""
    return [one for one in FORMATS.values() if one.ending != "geojson" or listing.has_shape()]
