"""The fullest record of each kind in the demonstration's made-up ward, from which generated records are varied."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models
from modelcluster.models import get_all_child_m2m_relations, get_all_child_relations
from wagtail.models import Page

from cms.disclosure import kinds
from cms.listing.index_page import IndexPage
from cms.models import BasePage, PortalDocument, PortalImage, Ward
from cms.registers.models import WardRegister

OF_THE_TREE = frozenset(field.name for field in Page._meta.concrete_fields)
NEVER_COPIED = OF_THE_TREE | {"record", "change_decision"}
COMMENTS = "wagtail_admin_comments"


@dataclass(frozen=True)
class Template:
    """A record to vary: its own fields, its rows by relation, what its many-to-many fields hold."""

    page: BasePage
    fields: tuple[Any, ...]
    rows: dict[str, list[models.Model]]
    many: dict[str, list[models.Model]]

    @property
    def size(self) -> int:
        """Rows of all relations together."""
        return sum(map(len, self.rows.values())) + sum(map(len, self.many.values()))


@dataclass(frozen=True)
class Source:
    """The ward that generated wards are like: its templates in the order of publication, its registers and files."""

    templates: tuple[Template, ...]
    registers: tuple[WardRegister, ...]
    documents: tuple[PortalDocument, ...]
    images: tuple[PortalImage, ...]


def read_source(ward: Ward) -> Source:
    """Read a ward once. Raises ValueError when it has no record to vary."""
    home = ward.site.root_page
    templates = [found for model in kinds.all_kinds().values() if (found := _fullest(model, home)) is not None]
    if not templates:
        raise ValueError(f"{ward.name} chưa có hồ sơ nào để làm mẫu")
    return Source(
        tuple(sorted(templates, key=lambda template: template.page.pk)),
        tuple(row for model in _registers() for row in model._default_manager.filter(site=ward.site).order_by("pk")),
        tuple(PortalDocument.objects.filter(collection=ward.collection).order_by("pk")),
        tuple(PortalImage.objects.filter(collection=ward.collection).order_by("pk")),
    )


def _registers() -> list[type[WardRegister]]:
    """Registers, those first that others of them point to."""
    found = sorted(WardRegister.__subclasses__(), key=lambda model: model.__name__)
    return sorted(found, key=lambda model: any(_points_to(model, other) for other in found if other is not model))


def _points_to(model: type[models.Model], other: type[models.Model]) -> bool:
    return any(field.related_model is other for field in model._meta.concrete_fields)


def _fullest(model: type[BasePage], home: Page) -> Template | None:
    """The public record of a kind with the most rows; of equal ones the first."""
    if issubclass(model, IndexPage) or not model.parent_page_types:
        return None
    pages = model._default_manager.filter(live=True).descendant_of(home).order_by("pk")
    return max(map(_template, pages), key=lambda template: template.size, default=None)


def _template(page: BasePage) -> Template:
    fields: Sequence[Any] = type(page)._meta.concrete_fields
    return Template(
        page,
        tuple(field for field in fields if field.name not in NEVER_COPIED and not field.primary_key),
        {
            name: list(getattr(page, name).all())
            for relation in get_all_child_relations(type(page))
            if (name := relation.get_accessor_name()) != COMMENTS
        },
        {field.name: list(getattr(page, field.name).all()) for field in get_all_child_m2m_relations(type(page))},
    )
