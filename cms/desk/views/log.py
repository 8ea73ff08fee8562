"""The ward's publication log for its staff: everything that was done in public, no draft."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse

from cms.desk import journal
from cms.desk.forms import LogFilterForm
from cms.desk.people import wards_of
from cms.desk.views.base import DeskMixin
from cms.models import Ward

ENTRIES_A_PAGE = 50


class LogView(DeskMixin):
    """Nhật ký công bố."""

    template_name = "desk/log.html"
    page_title = "Nhật ký công bố"
    header_icon = "history"

    def get(self, request: HttpRequest) -> HttpResponse:
        """The entries that the query string asks for; what cannot be read is told at its field and left out."""
        wards = list(wards_of(request.user))
        if not wards:
            raise PermissionDenied
        ward = self._asked_for(wards, request.GET.get("cong", ""))
        form = LogFilterForm(request.GET or None)
        form.is_valid()
        asked = getattr(form, "cleaned_data", {})
        found = journal.entries(
            ward.site_id,
            text=asked.get("q") or "",
            act=asked.get("act") or "",
            since=asked.get("since"),
            until=asked.get("until"),
        )
        paginator = Paginator(found, ENTRIES_A_PAGE)
        shown = paginator.get_page(request.GET.get("p"))
        kept = request.GET.copy()
        kept.pop("p", None)
        return self.render_to_response(
            self.get_context_data(
                form=form,
                ward=ward,
                wards=wards,
                shown=shown,
                total=paginator.count,
                lines=journal.lines(ward.site_id, shown.object_list),
                root=ward.site.root_url,
                query=kept.urlencode(),
            )
        )

    def _asked_for(self, wards: list[Ward], code: str) -> Ward:
        return next((ward for ward in wards if ward.code == code), wards[0])
