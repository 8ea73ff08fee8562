"""Pages that list the public records of one kind."""

from __future__ import annotations

from typing import Any, ClassVar

from django.http import HttpRequest
from wagtail.admin.panels import FieldPanel, ObjectList, TabbedInterface

from cms.disclosure.cited import cite
from cms.disclosure.facts import Facts, may
from cms.listing.pages import page_of_records
from cms.models import BasePage
from cms.values.fields import ProseField


class IndexPage(BasePage):
    """An introduction, and the records of `lists_kind` that are public on this site; abstract."""

    lists_kind: ClassVar[str]
    template = "cms/index_page.html"

    intro = ProseField("Lời dẫn", blank=True)

    facts = Facts(may("intro"))

    content_panels: ClassVar = [*BasePage.content_panels, FieldPanel("intro")]
    edit_handler = TabbedInterface(
        [
            ObjectList(content_panels, heading="Nội dung"),
            ObjectList(BasePage.settings_panels, heading="Công bố"),
        ]
    )

    class Meta:
        abstract = True

    @property
    def public_summary(self) -> str:
        """The introduction."""
        return self.intro

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds the page of the listing that the query string asks for."""
        context = super().get_context(request, *args, **kwargs)
        listing = page_of_records(request, self.get_site().pk, self.lists_kind)
        records = list(listing.page.object_list)
        cited = cite(records)
        context.update(listing=listing, rows=[cited[record.page_id] for record in records])
        return context
