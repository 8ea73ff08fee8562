"""The desk itself: everything that waits, on one screen."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

from cms.desk import waiting
from cms.desk.people import WRITERS, wards_of, works_in
from cms.desk.views.base import DeskMixin
from cms.models import Role
from search.health import health


def desk_of(user: Any) -> dict[str, Any]:
    """What the person finds on the desk; the lists of approvers only for the wards in which he approves."""
    wards = list(wards_of(user))
    writes = [ward for ward in wards if works_in(user, ward, *WRITERS)]
    approves = [ward for ward in wards if works_in(user, ward, Role.APPROVER)]
    context: dict[str, Any] = {"writes": bool(writes), "approves": bool(approves), "wards": wards}
    if approves:
        context |= {"reviews": waiting.reviews(approves), "searching": health()}
    if writes:
        context |= {
            "proposals": waiting.proposals(writes),
            "failed": waiting.failed(writes),
            "scheduled": waiting.scheduled(writes),
            "sent": waiting.sent_by(user, writes),
            "scans": waiting.scans(writes),
            "unsent": waiting.unsent_by(user, writes),
        }
    return context


class DeskView(DeskMixin):
    """Bàn công bố."""

    page_title = "Bàn công bố"
    template_name = "desk/home.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        """The lists that concern the person."""
        context = desk_of(request.user)
        if not context["wards"]:
            raise PermissionDenied
        return self.render_to_response(self.get_context_data(**context))
