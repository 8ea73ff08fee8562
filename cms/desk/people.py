"""Who of a ward's staff may see and decide what on the desk."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from wagtail.models import Page

from cms.models import Role, Ward
from cms.tenancy.scope import scope_of

WRITERS = (Role.EDITOR, Role.APPROVER, Role.MANAGER)
"""Roles that see drafts and may ask for an act; inspectors see what was made public."""


def wards_of(user: Any, *roles: Role) -> QuerySet[Ward]:
    """The wards in which the person has one of `roles`, or any role when none is named.

    A superuser has every role in all wards; the province sees every ward's log and has no role in any.
    """
    wards = Ward.objects.select_related("site__root_page").order_by("name")
    scope = scope_of(user)
    if scope is None:
        return wards if user.is_superuser or not roles else wards.none()
    mine = scope.own if not roles or scope.has_role(roles) else None
    return wards.filter(pk=mine.ward_id) if mine else wards.none()


def works_in(user: Any, ward: Ward, *roles: Role) -> bool:
    """Whether `ward` is one of `wards_of`; asks nothing more than whom a ward confines."""
    scope = scope_of(user)
    if scope is None:
        return user.is_superuser or not roles
    return scope.own is not None and scope.own.ward_id == ward.pk and (not roles or scope.has_role(roles))


def works_somewhere(user: Any, *roles: Role) -> bool:
    """Whether the person has one of `roles` in a ward, or any role when none is named, as `wards_of` says it."""
    scope = scope_of(user)
    if scope is None:
        return user.is_superuser or (not roles and Ward.objects.exists())
    return scope.own is not None and (not roles or scope.has_role(roles))


def ward_of(page: Page) -> Ward | None:
    """The ward below whose first page `page` stands."""
    portal = page.path[: 2 * page.steplen]
    return Ward.objects.select_related("site__root_page").filter(site__root_page__path=portal).first()


def name_of(user: Any) -> str:
    """How colleagues know the person, family name first; empty for nobody (an act of the system)."""
    if user is None:
        return ""
    return " ".join(part for part in (user.last_name, user.first_name) if part) or str(user.get_username())
