"""Wiring of the wards' isolation."""

from __future__ import annotations

from django.urls import path
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from cms.tenancy import files, menus, people, receivers
from cms.tenancy.national_viewsets import NationalRegisters
from cms.tenancy.viewsets import Registers

register_snippet(Registers)
register_snippet(NationalRegisters)

hooks.register(
    "register_admin_urls",
    lambda: [
        path("tep/<int:document_id>/", files.staff_file, name="ward_file"),
        path("anh/<int:image_id>/<str:name>", files.staff_rendition, name="ward_image"),
    ],
)
hooks.register("before_serve_document", files.refuse_unless_public)
hooks.register("construct_page_chooser_queryset", menus.own_pages)
hooks.register("after_copy_page", receivers.refuse_copy_elsewhere)
for menu in ("main", "settings", "reports", "help"):
    hooks.register(f"construct_{menu}_menu", menus.only_open)
for event in ("create", "edit", "delete"):
    hooks.register(f"before_{event}_user", people.refuse_escalation)
