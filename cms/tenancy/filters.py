"""Filters of lists that would name people, sites and tags of other wards."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from wagtail.admin import filters as admin_filters
from wagtail.admin.views.pages.listing import GenericPageFilterSet, PageFilterSet
from wagtail.images.views import chooser as image_chooser
from wagtail.models import Site

from cms.tenancy.scope import scope_of


def confine() -> None:
    """Let the page lists' filters offer the ward's people and site only; called once when the apps are ready.

    Wagtail's views name their filter sets themselves and have no setting for them, so the choices are changed there.
    """
    for filters in (PageFilterSet, GenericPageFilterSet):
        for name in ("owner", "edited_by"):
            filters.base_filters[name].queryset = _people(filters.base_filters[name].queryset)
        filters.base_filters["site"].queryset = _sites
    admin_filters.popular_tags_for_model = image_chooser.popular_tags_for_model = _no_tags


def _no_tags(model: type[Any], count: int = 10) -> list[Any]:
    """The most used tags would be those of all wards; a tag is found by searching for it."""
    return []


def _people(stock: Any) -> Any:
    def people(request: HttpRequest) -> Any:
        scope = scope_of(request.user)
        return stock(request) if scope is None else stock(request).filter(pk__in=scope.staff.values("pk"))

    return people


def _sites(request: HttpRequest) -> Any:
    scope = scope_of(request.user)
    return Site.objects.all() if scope is None else Site.objects.filter(pk__in=scope.site_ids)
