"""Wiring of the wards' isolation."""

from __future__ import annotations

from django.urls import path
from wagtail import hooks
from wagtail.contrib.search_promotions.models import SearchPromotion
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from cms.models import MissedSearch
from cms.tenancy import files, menus, people, receivers
from cms.tenancy.missed_report import MissedPolicy, MissedViewSet
from cms.tenancy.national_viewsets import NationalRegisters
from cms.tenancy.promotions import PromotionPolicy, PromotionViewSet
from cms.tenancy.viewsets import Registers

register_snippet(Registers)
register_snippet(NationalRegisters)
register_permission_policy(MissedSearch, MissedPolicy(MissedSearch))
register_permission_policy(SearchPromotion, PromotionPolicy(SearchPromotion))
SearchPromotion._meta.verbose_name_plural = "gợi ý của cổng"  # Django makes an English plural of the translated name
hooks.register("register_admin_viewset", lambda: [PromotionViewSet(), MissedViewSet()])

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
