"""Wiring of the administration."""

from __future__ import annotations

from typing import Any

from django.urls import include, path
from wagtail import hooks

from cms.desk import menus
from cms.listing.explorer import explorers
from cms.models.links import PublicPageLinkHandler
from cms.views import refuse_private

hooks.register("register_admin_viewset", explorers)
hooks.register("register_admin_urls", lambda: [path("cong-bo/", include("cms.desk.urls"))])
hooks.register("register_admin_menu_item", menus.desk_item)
hooks.register("register_admin_menu_item", menus.log_item)
hooks.register("register_page_header_buttons", menus.page_buttons)
hooks.register("register_page_listing_more_buttons", menus.page_buttons)

hooks.register("before_serve_page", refuse_private, order=-1)  # before Wagtail's own


@hooks.register("register_rich_text_features", order=10)
def links_to_public_pages(features: Any) -> None:
    """After Wagtail's own, which it replaces."""
    features.register_link_type(PublicPageLinkHandler)


@hooks.register("construct_homepage_panels")
def desk_on_home(request: Any, panels: list[Any]) -> None:
    """What waits is seen at the first sight."""
    menus.put_on_home(panels)


@hooks.register("construct_page_action_menu")
def two_people_in_editor(items: list[Any], request: Any, context: Any) -> None:
    """Actions of one person only."""
    menus.only_two_people(items)
