"""What no way of the installation may do: taking pages to another ward."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from wagtail.models import Page
from wagtail.signals import pre_page_move

from cms.models.portal import same_portal


class LeavesItsWard(PermissionDenied):
    """A page, draft or not, stays in the ward that made it."""

    def __init__(self) -> None:
        super().__init__("Không chép, không chuyển trang sang cổng của phường, xã khác.")


def connect() -> None:
    """Connect all receivers; called once when the apps are ready."""
    pre_page_move.connect(refuse_move, dispatch_uid="tenancy-move")


def refuse_move(sender: type[Any], instance: Page, parent_page_before: Page, parent_page_after: Page, **_: Any) -> None:
    """Moving within the ward is fine. Raises LeavesItsWard."""
    if not same_portal(instance, parent_page_after):
        raise LeavesItsWard


def refuse_copy_elsewhere(request: HttpRequest, page: Page, copy: Page) -> None:
    """After copying, in the same transaction (which is undone). Raises LeavesItsWard."""
    if not same_portal(page, copy):
        raise LeavesItsWard
