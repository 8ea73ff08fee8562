"""Filters of lists that would name people, sites and tags of other wards."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from wagtail.admin.filters import BaseMediaFilterSet
from wagtail.admin.views.pages.listing import GenericPageFilterSet, PageFilterSet
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
    stock = BaseMediaFilterSet.__init__

    def without_tags(self: Any, *args: Any, request: HttpRequest, **kwargs: Any) -> None:
        stock(self, *args, request=request, **kwargs)
        if scope_of(request.user) is not None:
            self.filters.pop("tag", None)

    BaseMediaFilterSet.__init__ = without_tags


def _people(stock: Any) -> Any:
    def people(request: HttpRequest) -> Any:
        scope = scope_of(request.user)
        return stock(request) if scope is None else stock(request).filter(pk__in=scope.staff.values("pk"))

    return people


def _sites(request: HttpRequest) -> Any:
    scope = scope_of(request.user)
    return Site.objects.all() if scope is None else Site.objects.filter(pk__in=scope.site_ids)
