"""What no way of the installation may do: aliases, moves to another ward, deleting what the public sees."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models.signals import pre_delete, pre_save
from django.http import HttpRequest
from wagtail.models import Page
from wagtail.signals import pre_page_move

from cms.models import PortalDocument, PortalImage
from cms.models.portal import same_portal
from cms.tenancy.files import refuse_deleting


class AnotherWard(PermissionDenied):
    """A page stays in the ward that made it."""

    def __init__(self) -> None:
        super().__init__("Không chép, không chuyển trang sang cổng của phường, xã khác.")


class NoAlias(PermissionDenied):
    """An alias would be public without approval."""

    def __init__(self) -> None:
        super().__init__("Không dùng trang nhân bản (alias): mỗi hồ sơ có một trang.")


def connect() -> None:
    """Connect all receivers; called once when the apps are ready."""
    pre_save.connect(refuse_alias, dispatch_uid="tenancy-alias")
    pre_page_move.connect(refuse_move, dispatch_uid="tenancy-move")
    for model in (PortalDocument, PortalImage):
        pre_delete.connect(refuse_deleting, sender=model, dispatch_uid=f"tenancy-delete-{model.__name__}")


def refuse_alias(sender: type[Any], instance: Any, **_: Any) -> None:
    """Every way to an alias ends in saving one."""
    if isinstance(instance, Page) and instance.alias_of_id:
        raise NoAlias


def refuse_move(sender: type[Any], instance: Page, parent_page_before: Page, parent_page_after: Page, **_: Any) -> None:
    """Moving within the ward is fine."""
    if not same_portal(instance, parent_page_after):
        raise AnotherWard


def refuse_copy_elsewhere(request: HttpRequest, page: Page, copy: Page) -> None:
    """After copying, in the same transaction (which is undone). Raises AnotherWard."""
    if not same_portal(page, copy):
        raise AnotherWard
