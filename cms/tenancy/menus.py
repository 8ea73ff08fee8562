"""What the administration offers: nothing that the gate would refuse."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail.models import Page

from cms.tenancy.gate import may_open
from cms.tenancy.scope import scope_of


def only_open(request: HttpRequest, items: list[Any]) -> None:
    """Take from a menu what the person may not open; a group of entries goes when nothing is left in it."""
    items[:] = [item for item in items if _is_group(item) or may_open(request.user, item.url)]


def _is_group(item: Any) -> bool:
    return bool(getattr(item, "menu", None))


def own_pages(pages: QuerySet[Page], request: HttpRequest) -> QuerySet[Page]:
    """The page chooser, its search included, offers the ward's pages."""
    scope = scope_of(request.user)
    return pages if scope is None else pages.filter(pk__in=scope.pages.values("pk"))
