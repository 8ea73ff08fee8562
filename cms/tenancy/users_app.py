"""Wagtail's app of people with our list of them."""

from __future__ import annotations

from wagtail.users.apps import WagtailUsersAppConfig


class PeopleConfig(WagtailUsersAppConfig):
    """Stands in `INSTALLED_APPS` for `wagtail.users`."""

    user_viewset = "cms.tenancy.finding.PeopleViewSet"
