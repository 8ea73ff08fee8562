"""The ward's register rows, made first because its records point to them."""

from __future__ import annotations

from wagtail.models import Site

from cms.registers.models import LegalReference, Organisation, Place, Unit
from projects_pages.demo.building import Registers
from projects_pages.demo.references import REFERENCES
from projects_pages.demo.shapes import WardData


def make_registers(site: Site, data: WardData) -> Registers:
    """Make places, units and organisations of a new ward. Raises KeyError for a parent that is not above its part."""
    places: dict[str, Place] = {}
    for place in data.places:
        places[place.name] = Place.objects.create(
            site=site,
            name=place.name,
            kind=place.kind,
            parent=places[place.parent] if place.parent else None,
            aliases="\n".join(place.aliases),
        )
    units = {
        unit.name: Unit.objects.create(
            site=site, name=unit.name, duty=unit.duty, aliases="\n".join(unit.aliases), **unit.reached
        )
        for unit in data.units
    }
    organisations = {
        body.name: Organisation.objects.create(
            site=site, name=body.name, kind=body.kind, aliases="\n".join(body.aliases), **body.reached
        )
        for body in data.organisations
    }
    return Registers(places, units, organisations)


def ensure_references() -> None:
    """Add the rules of law whose codes nobody keeps yet; what the province has written stays as it is."""
    known = set(LegalReference.objects.values_list("code", flat=True))
    for reference in REFERENCES:
        if reference.code not in known:
            LegalReference.objects.create(
                code=reference.code,
                provision=reference.provision,
                duty=reference.duty,
                valid_from=reference.valid_from,
                source=reference.source,
            )
