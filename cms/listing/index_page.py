"""Pages that list the public records of one kind."""

from __future__ import annotations

from typing import Any, ClassVar

from django.apps import apps
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils import timezone
from wagtail.admin.panels import FieldPanel, ObjectList, TabbedInterface

from cms.disclosure.facts import Facts, may
from cms.listing.listing import listing_of
from cms.listing.pages import page_of_listing
from cms.models import BasePage
from cms.values.fields import ProseField


class IndexPage(BasePage):
    """An introduction, and the records of the type `lists` that are public on this site; abstract."""

    lists: ClassVar[str]
    """Label of the model that is listed: "projects_pages.ProjectPage"."""
    icon: ClassVar = "doc"
    question: ClassVar = ""
    """What the door on the home page asks for the citizen."""
    row_template: ClassVar = "components/document_row.html"
    rows_class: ClassVar = "docs"
    above_template: ClassVar = ""
    """What stands above the rows when there are some: a map."""
    below_template: ClassVar = ""
    """What stands below the list, also of an empty one: criteria, what the plan says."""
    nothing_yet: ClassVar = "Khi có thông tin được công khai, thông tin hiện ở đây cùng nguồn và ngày."

    kind_label = "Mục lục"
    parent_page_types: ClassVar = ["home.HomePage"]
    max_count_per_parent = 1

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

    def __init_subclass__(cls, **kwargs: Any) -> None:
        """Only what is listed stands below."""
        super().__init_subclass__(**kwargs)
        if "lists" in cls.__dict__:
            cls.subpage_types = [cls.lists]

    def get_template(self, request: HttpRequest, *args: Any, **kwargs: Any) -> str:
        """One template for all; Wagtail would look for one by the name of each class."""
        return "cms/index_page.html"

    @classmethod
    def listed_kind(cls) -> str:
        """The kind of the records that are listed."""
        return str(apps.get_model(cls.lists).kind)

    @property
    def public_summary(self) -> str:
        """The introduction."""
        return self.intro

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> TemplateResponse:
        """As Wagtail; whoever filters without loading the page gets the address without empty parameters."""
        response: TemplateResponse = super().serve(request, *args, **kwargs)
        if response.context_data is not None:  # a preview may answer with something else
            response["HX-Push-Url"] = response.context_data["listing"].address
        return response

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds the page of the listing that the query string asks for."""
        context = super().get_context(request, *args, **kwargs)
        listing = page_of_listing(request, listing_of(self.listed_kind()), self.site_id_of_portal, timezone.localdate())
        context.update(listing=listing, rows=listing.rows)
        return context
