"""Wiring of the page types' screens."""

from __future__ import annotations

from django.urls import include, path
from wagtail import hooks

from projects_pages.views import from_file

hooks.register("register_admin_urls", lambda: [path("van-ban/", include("projects_pages.urls"))])
hooks.register("register_page_header_buttons", from_file.buttons)
hooks.register("register_page_listing_more_buttons", from_file.buttons)
