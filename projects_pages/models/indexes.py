"""Index pages of the record types."""

from __future__ import annotations

from typing import ClassVar

from cms.listing.index_page import IndexPage


class ProjectIndexPage(IndexPage):
    """All projects of the ward, at /du-an/."""

    kind = "muc-du-an"
    kind_label = "Mục lục"
    template = "cms/index_page.html"
    lists_kind = "du-an"
    parent_page_types: ClassVar = ["home.HomePage"]
    subpage_types: ClassVar = ["projects_pages.ProjectPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = "mục dự án"
        verbose_name_plural = "mục dự án"


class LegalDocumentIndexPage(IndexPage):
    """All documents of the ward, at /van-ban/."""

    kind = "muc-van-ban"
    kind_label = "Mục lục"
    template = "cms/index_page.html"
    lists_kind = "van-ban"
    parent_page_types: ClassVar = ["home.HomePage"]
    subpage_types: ClassVar = ["projects_pages.LegalDocumentPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = "mục văn bản"
        verbose_name_plural = "mục văn bản"


class PlanIndexPage(IndexPage):
    """All plans of the ward, at /ke-hoach/."""

    kind = "muc-ke-hoach"
    kind_label = "Mục lục"
    template = "cms/index_page.html"
    lists_kind = "ke-hoach"
    parent_page_types: ClassVar = ["home.HomePage"]
    subpage_types: ClassVar = ["projects_pages.PlanPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = "mục kế hoạch"
        verbose_name_plural = "mục kế hoạch"
