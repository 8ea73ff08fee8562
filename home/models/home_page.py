"""The first page of a ward's portal."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import F
from django.http import HttpRequest
from django.utils import timezone
from wagtail.admin.panels import FieldPanel, ObjectList, PageChooserPanel, TabbedInterface

from cms.disclosure.cited import cite
from cms.disclosure.facts import Facts, may
from cms.models import BasePage, DisclosurePage, PortalIdentity
from cms.models.children import load_children
from cms.values.fields import LineField, ProseField
from home.doors import doors
from projects_pages.open_rounds import open_rounds
from search.models import PublicRecord

LATEST_DOCUMENTS = 4
LATEST_CHANGES = 5
DOCUMENTS = "/van-ban/"


class HomePage(PortalIdentity):
    """One door, one destination ("một cửa, một điểm đến"): search first, then what people ask most.

    Its record carries what the portal says of itself on every page.
    """

    kind = "trang-chu"
    kind_label = "Trang chủ"
    template = "home/home_page.html"
    parent_page_types: ClassVar[list[str]] = []  # made by `manage.py create_ward` only
    question = LineField("Câu hỏi đầu trang", max_length=160, default="Ông, bà cần biết gì về nhà ở xã hội?")
    intro = ProseField("Lời dẫn", blank=True)
    headline = models.ForeignKey(
        DisclosurePage,
        verbose_name="Hồ sơ nêu bật",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    facts = Facts(may("question"), may("intro"), may("headline"))

    content_panels: ClassVar = [
        *BasePage.content_panels,
        FieldPanel("question"),
        FieldPanel("intro"),
        PageChooserPanel("headline", ["projects_pages.ProjectPage", "projects_pages.PlanPage"]),
    ]
    edit_handler = TabbedInterface(
        [
            ObjectList(content_panels, heading="Nội dung"),
            ObjectList(PortalIdentity.identity_panels, heading="Thông tin cổng"),
            ObjectList(BasePage.settings_panels, heading="Công bố"),
        ]
    )

    class Meta:
        verbose_name = "trang chủ"
        verbose_name_plural = "trang chủ"

    @property
    def public_summary(self) -> str:
        """The introduction."""
        return self.intro

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds the headline record while it is public, the latest documents and the latest changes of the site."""
        context = super().get_context(request, *args, **kwargs)
        site_id = self.site_id_of_portal
        shown = PublicRecord.objects.on_site(site_id).defer("body", "files_text", "keys")
        documents = shown.of_kind("van-ban", "ke-hoach").order_by(F("dated_on").desc(nulls_last=True), "-pk")
        changed = shown.exclude(kind__startswith="muc-").exclude(kind=self.kind).order_by("-changed_at", "-pk")
        latest, changes = list(documents[:LATEST_DOCUMENTS]), list(changed[:LATEST_CHANGES])
        cited = cite(latest)
        context["latest_documents"] = [cited[record.page_id] for record in latest]
        context["latest_changes"] = changes
        front, others = doors(site_id)
        every = [*front, *others]
        context.update(doors=front, other_doors=others)
        context["documents_url"] = next((door.url for door in every if door.url == DOCUMENTS), "")
        context["open_rounds"] = open_rounds(site_id, timezone.localdate())
        if headline := self._headline():
            context.update(
                headline=headline,
                headline_url=self.public_links[headline.pk].url,
                headline_steps=getattr(headline, "track", []),
            )
        return context

    def _headline(self) -> DisclosurePage | None:
        """The record that stands out, while it is public, read with its children."""
        if self.headline_id not in self.public_links:
            return None
        page: DisclosurePage = DisclosurePage.objects.get(pk=self.headline_id).specific
        load_children(page)
        return page
