"""The report "Tìm mà không thấy": what people looked for on a ward's portal and did not find."""

from __future__ import annotations

from functools import cached_property
from typing import Any, ClassVar
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.urls import path, reverse
from django.utils.html import format_html_join
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.generic import IndexView
from wagtail.admin.viewsets.base import ViewSet
from wagtail.models import Site
from wagtail.permission_policies import ModelPermissionPolicy

from cms.models import MissedSearch
from cms.tenancy.finding import Folded
from cms.tenancy.gate import may_open
from cms.tenancy.rules import WRITERS
from cms.tenancy.scope import scope_of

FORMULA = ("=", "+", "-", "@")
"""What a spreadsheet takes for the beginning of a formula."""


def own_misses(user: Any) -> QuerySet[MissedSearch]:
    """Those of the person's portal; of all portals for whom no ward confines."""
    scope = scope_of(user)
    rows = MissedSearch.objects.all()
    return rows if scope is None else rows.filter(site_id__in=scope.site_ids)


class MissedPolicy(ModelPermissionPolicy):
    """Staff who write for the portal read it; nobody changes it."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        """Reading only."""
        scope = scope_of(user)
        return bool(action == "view" and user.is_active and (scope is None or scope.has_role(WRITERS)))

    def user_has_any_permission(self, user: Any, actions: Any) -> bool:
        """Whether one of the actions is reading."""
        return any(self.user_has_permission(user, action) for action in actions)


class MissedIndexView(Folded, IndexView):
    """Most frequent of the latest month first."""

    model = MissedSearch
    page_title = "Tìm mà không thấy"
    header_icon = "search"
    any_permission_required: ClassVar = ["view"]
    search_fields: ClassVar = ["words"]
    default_ordering: ClassVar = ["-month", "-times", "-last_at"]
    paginate_by = 50
    export_filename = "tim-ma-khong-thay"
    list_export: ClassVar = ["portal", "words", "month", "times", "last_at"]
    export_headings: ClassVar = {
        "portal": "Cổng",
        "words": "Người dân gõ",
        "month": "Tháng",
        "times": "Số lần",
        "last_at": "Lần cuối",
    }

    @cached_property
    def sites(self) -> dict[int, Site]:
        """The portals by number."""
        return Site.objects.in_bulk()

    @cached_property
    def columns(self) -> list[Column]:
        """The portal is named to whom no ward confines."""
        columns = [
            Column("words", label="Người dân gõ", sort_key="words"),
            Column("times", label="Số lần", sort_key="times"),
            Column("month_text", label="Tháng", sort_key="month"),
            DateColumn("last_at", label="Lần cuối", sort_key="last_at"),
            Column("to_do", label="Làm gì"),
        ]
        return columns if scope_of(self.request.user) else [Column("portal", label="Cổng"), *columns]

    def get_base_queryset(self) -> QuerySet[Any]:
        """Of the portals that the person may see."""
        return own_misses(self.request.user)

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Each row with what can be done about it."""
        context: dict[str, Any] = super().get_context_data(*args, **kwargs)
        for row in context["object_list"]:
            self.explain(row)
        return context

    def to_row_dict(self, item: Any) -> Any:
        """For the files; what people typed is no formula there."""
        self.explain(item)
        if item.words.startswith(FORMULA):
            item.words = f"'{item.words}"
        return super().to_row_dict(item)

    def explain(self, row: Any) -> None:
        """Put beside a row what is no column of its table."""
        site = self.sites.get(row.site_id)
        row.portal = site.site_name if site else ""
        row.month_text = f"{row.month:%m/%Y}"
        links = [(f"{self.host_of(site)}/tim-kiem/?{urlencode({'q': row.words})}", "Tìm lại trên cổng")] if site else []
        links += [
            (f"{address}?{urlencode({name: row.words})}", label)
            for address, name, label in (
                (reverse("goi-y:add"), "words", "Thêm gợi ý"),
                (reverse("wagtailsnippets_search_synonym:add"), "short", "Thêm từ đồng nghĩa"),
            )
            if may_open(self.request.user, address)
        ]
        row.to_do = format_html_join(" · ", '<a href="{}">{}</a>', links)

    def host_of(self, site: Site) -> str:
        """Where the portal is read; empty where the screen stands on it."""
        return "" if Site.find_for_request(self.request) == site else str(site.root_url)


class MissedViewSet(ViewSet):
    """The report's two addresses."""

    name = "tim-khong-thay"
    icon = "search"
    menu_label = "Tìm mà không thấy"
    menu_order = 330
    add_to_admin_menu = True

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """Names of the addresses."""
        return {
            **super().get_common_view_kwargs(**kwargs),
            "index_url_name": self.get_url_name("index"),
            "index_results_url_name": self.get_url_name("index_results"),
        }

    def get_urlpatterns(self) -> list[Any]:
        """The list and its results alone."""
        return [
            path("", self.construct_view(MissedIndexView), name="index"),
            path("results/", self.construct_view(MissedIndexView, results_only=True), name="index_results"),
        ]
