"""What a portal's records may refer to: its own pages, its own files, its own rows and the shared ones.

The rule holds for whoever edits. A foreign page, file or row named in a form would show its name in the administration,
and a published record would carry another ward's draft to the public.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Q, QuerySet
from django.forms import BaseForm, ModelChoiceField
from wagtail.models import CollectionMember, Page, Site

from cms.models.ward import Ward
from cms.registers.models import WardRegister

LONGEST_KEY = 19
"""Digits beyond which a database has no such number."""

FOREIGN = "Nội dung dẫn tới trang hoặc tệp không thuộc cổng này."


@dataclass(frozen=True)
class Portal:
    """The tree, site and files that belong together."""

    home: Page
    site_id: int
    files: str | None
    """Path of the ward's collection; None for a site that is no ward's."""

    def usable(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """Of pages, files and register rows those that this portal's records may refer to; other rows unchanged."""
        model = rows.model
        if issubclass(model, Page):
            return rows.filter(path__startswith=self.home.path)
        if issubclass(model, CollectionMember) and self.files is not None:
            return rows.filter(collection__path__startswith=self.files)
        if issubclass(model, WardRegister):
            return rows.filter(Q(site_id=self.site_id) | Q(site__isnull=True))
        return rows

    def confine(self, form: BaseForm) -> None:
        """Let each choice of a form offer and accept only what the portal may refer to.

        Raises PermissionDenied for a foreign row that was sent by hand: the form would come back with its name. Only a
        superuser, whom the choosers offer all, gets an error at the field instead.
        """
        for one in with_children(form):
            for name, field in one.fields.items():
                if isinstance(field, ModelChoiceField) and field.queryset is not None:
                    everything, field.queryset = field.queryset, self.usable(field.queryset)
                    if (
                        one.is_bound
                        and not _sees_all(form)
                        and _sent(one, name, everything) - _sent(one, name, field.queryset)
                    ):
                        raise PermissionDenied(FOREIGN)

    def foreign(self, field: Any, value: Any) -> bool:
        """Whether rich text or a stream names what the portal may not refer to."""
        extract = getattr(field, "extract_references", None)
        if extract is None or not value:
            return False
        return any(
            not self.usable(model._default_manager.filter(pk=ident)).exists() for model, ident, *_ in extract(value)
        )

    def refuse_foreign(self, form: Any) -> None:
        """Add an error at each field of a model form whose text names something foreign; raises as `confine` does."""
        for name, value in list(form.cleaned_data.items()):
            field = _model_field(form, name)
            if field is not None and self.foreign(field, value):
                if not _sees_all(form):
                    raise PermissionDenied(FOREIGN)
                form.add_error(name, ValidationError(FOREIGN))


def with_children(form: Any) -> Iterator[Any]:
    """A form and the forms of its children, whole depth."""
    yield form
    for formset in getattr(form, "formsets", {}).values():
        for child in formset.forms:
            yield from with_children(child)


def _sees_all(form: Any) -> bool:
    return bool(getattr(getattr(form, "for_user", None), "is_superuser", False))


def _sent(form: Any, name: str, rows: QuerySet[Any]) -> set[int]:
    """Keys of the rows among `rows` that a form names as it came."""
    value = form.fields[name].widget.value_from_datadict(form.data, form.files, form.add_prefix(name))
    sent = [str(key) for key in (value if isinstance(value, list | tuple) else [value])]
    keys = {int(key) for key in sent if key.isascii() and key.isdigit() and len(key) < LONGEST_KEY}
    return set(rows.filter(pk__in=keys).values_list("pk", flat=True)) if keys else set()


def _model_field(form: Any, name: str) -> Any:
    return next((field for field in form._meta.model._meta.get_fields() if field.name == name), None)


def portal_of(page: Page) -> Portal | None:
    """The portal in which a saved page stands; None for the root and for a tree without a site."""
    home = Page.objects.filter(path=page.path[: 2 * page.steplen], depth=2).first() if page.path else None
    site = Site.objects.filter(root_page=home).first() if home else None
    return _portal(home, site) if home and site else None


def portal_of_site(site: Site) -> Portal:
    """The portal of a site."""
    return _portal(site.root_page, site)


def _portal(home: Page, site: Site) -> Portal:
    ward = Ward.objects.filter(site=site).select_related("collection").first()
    return Portal(home, site.pk, ward.collection.path if ward else None)


def same_portal(one: Page, other: Page) -> bool:
    """Whether two pages stand below the same home page."""
    end = 2 * one.steplen
    return bool(one.path[:end] == other.path[:end])
