"""What every screen of the desk has."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.urls import reverse
from django.views.generic import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page

from cms.desk.people import WRITERS, ward_of, works_in
from cms.models import BasePage, Ward


class DeskMixin(WagtailAdminTemplateMixin, View):
    """Wagtail's frame, with the desk as the way back."""

    header_icon = "clipboard-list"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Home, desk, this screen."""
        items = [*super().get_breadcrumbs_items(), {"url": reverse("desk:home"), "label": "Bàn công bố"}]
        here = self.get_page_title()
        return items if here == items[-1]["label"] else [*items, {"url": "", "label": here}]

    def ward_to_work_in(self, page: Page) -> Ward:
        """The page's ward.

        Raises Http404 when the person is nobody there (another ward's things do not exist for him), PermissionDenied
        when he only looks on.
        """
        ward = ward_of(page)
        if ward is None or not works_in(self.request.user, ward):
            raise Http404
        if not works_in(self.request.user, ward, *WRITERS):
            raise PermissionDenied
        return ward


def page_or_404(page_id: int) -> BasePage:
    """A portal's page by its id."""
    page = Page.objects.filter(pk=page_id).first()
    specific = page.specific if page else None
    if not isinstance(specific, BasePage):
        raise Http404
    return specific
