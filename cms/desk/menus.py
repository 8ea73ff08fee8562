"""Where the desk is reached from: main menu, home screen, buttons of a page, the editor's action menu."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.urls import reverse
from wagtail.admin.action_menu import (
    ActionMenuItem,
    CancelWorkflowMenuItem,
    PageLockedMenuItem,
    SaveDraftMenuItem,
    SubmitForModerationMenuItem,
)
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.views.home import UserObjectsInWorkflowModerationPanel, WorkflowObjectsToModeratePanel
from wagtail.admin.widgets.button import Button
from wagtail.models import Page, WorkflowState

from cms.desk.people import WRITERS, works_somewhere
from cms.desk.views.home import desk_of
from cms.models import BasePage

KEPT_ACTIONS = (SaveDraftMenuItem, CancelWorkflowMenuItem, SubmitForModerationMenuItem, PageLockedMenuItem)
"""Of the editor's stock actions; the others would publish alone and are refused anyway."""


class DeskMenuItem(MenuItem):
    """Shown to the staff of a ward."""

    def __init__(self, *args: Any, needs_writing: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.roles = WRITERS if needs_writing else ()

    def is_shown(self, request: Any) -> bool:
        """Asks nothing for staff and superusers: the gate has done so."""
        return works_somewhere(request.user, *self.roles)


def desk_item() -> MenuItem:
    """The desk in the main menu."""
    return DeskMenuItem(
        "Bàn công bố",
        reverse("desk:home"),
        name="desk",
        icon_name="clipboard-list",
        order=50,
        needs_writing=True,
    )


def log_item() -> MenuItem:
    """The log in the main menu."""
    return DeskMenuItem("Nhật ký công bố", reverse("desk:log"), name="desk-log", icon_name="history", order=60)


class DeskPanel(Component):
    """The desk on the home screen, in place of Wagtail's two lists of moderation."""

    order = 100
    template_name = "desk/panel.html"

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        """As the desk shows it."""
        return desk_of(parent_context["request"].user)


def put_on_home(panels: list[Any]) -> None:
    """The desk first; Wagtail's lists offer decisions without the difference."""
    stock = (UserObjectsInWorkflowModerationPanel, WorkflowObjectsToModeratePanel)
    panels[:] = [panel for panel in panels if not isinstance(panel, stock)]
    panels.append(DeskPanel())


def page_buttons(page: Page, user: Any, *args: Any, **kwargs: Any) -> Iterator[Button]:
    """The way from a page to the acts that need a second person."""
    if page.live and issubclass(page.specific_class or Page, BasePage) and page.permissions_for_user(user).can_edit():
        yield Button(
            "Thao tác công bố", url=reverse("desk:acts", args=[page.pk]), icon_name="clipboard-list", priority=45
        )


class SendForReview(SubmitForModerationMenuItem):
    """ "Gửi duyệt", whatever the ward's workflow is called."""

    order = 60

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        """Says whether it is sent again after it came back."""
        context: dict[str, Any] = super().get_context_data(parent_context)
        page = context.get("page")
        state = page.current_workflow_state if page else None
        again = state is not None and state.status == WorkflowState.STATUS_NEEDS_CHANGES
        context["label"] = "Gửi duyệt lại" if again else "Gửi duyệt"
        return context


def only_two_people(items: list[ActionMenuItem]) -> None:
    """Leave what one person may do: save, send for review, take back."""
    kept = [item for item in items if isinstance(item, KEPT_ACTIONS)]
    kept.sort(key=lambda item: not isinstance(item, PageLockedMenuItem))
    items[:] = [SendForReview() if isinstance(item, SubmitForModerationMenuItem) else item for item in kept]
