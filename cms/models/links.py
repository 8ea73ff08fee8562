"""Links to pages within text: only what is public now has an address."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.utils.html import escape
from wagtail.rich_text.pages import PageLinkHandler

from search.models import PublicRecord


class PublicPageLinkHandler(PageLinkHandler):
    """In place of Wagtail's, which gives the address of a draft, and with it what the draft is called."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: Sequence[Mapping[str, str]]) -> list[str]:
        """The opening tag of each link, without an address where the page is not public; one query."""
        idents = [attrs.get("id", "") for attrs in attrs_list]
        known = PublicRecord.objects.filter(page_id__in=[ident for ident in idents if ident.isdecimal()])
        addresses = {str(page_id): url for page_id, url in known.values_list("page_id", "url")}
        return [f'<a href="{escape(addresses[ident])}">' if ident in addresses else "<a>" for ident in idents]
