"""Public history and public JSON of a record, by its address."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views import View
from wagtail.models import Site

from cms.disclosure import history, kinds
from cms.disclosure.models import LogEntry, PublishedFacts, RecordHead
from search.models import PublicRecord

PUBLICATIONS_A_PAGE = 20


class RecordView(View):
    """Finds the record whose page is at `address` on the request's site; of two, the one that is public."""

    http_method_names = ("get", "head", "options")

    def find(self, request: HttpRequest, address: str) -> RecordHead:
        """Raises Http404 where no record was ever public."""
        site = Site.find_for_request(request)
        if site is None:
            raise Http404
        heads = RecordHead.objects.filter(site_id=site.pk, address=f"/{address}"[:1000])
        head = heads.visible().first() or heads.order_by("-last_at").first()
        if head is None:
            raise Http404
        return head


class HistoryView(RecordView):
    """Lịch sử công bố: when, which office, old → new, reason, decision."""

    def get(self, request: HttpRequest, address: str) -> HttpResponse:
        """The page of the history that `?trang=` asks for."""
        head = self.find(request, address)
        record = PublicRecord.objects.filter(record=head.record).defer("body", "files_text", "keys").first()
        paginator = Paginator(LogEntry.objects.filter(record=head.record).order_by("-version"), PUBLICATIONS_A_PAGE)
        page = paginator.get_page(request.GET.get("trang"))
        entries = list(page.object_list)
        context: dict[str, Any] = {
            "head": head,
            "record": record,
            "page_obj": page,
            "total": paginator.count,
            "publications": self._told(head, entries),
            "kind_label": getattr(kinds.model_of(head.kind), "kind_label", ""),
        }
        return render(request, "disclosure/history.html", context)

    def _told(self, head: RecordHead, entries: list[LogEntry]) -> list[history.Publication]:
        names = {
            str(row.record): " ".join(part for part in (row.number, row.title) if part)
            for row in PublicRecord.objects.filter(record__in=history.references(head, entries)).only(
                "record", "number", "title"
            )
        }
        return history.publications(head, entries, names)


class RecordJsonView(RecordView):
    """The facts of a record exactly as hashed in the log; `?lan=` asks for an earlier version."""

    def get(self, request: HttpRequest, address: str) -> HttpResponse:
        """The canonical JSON; 404 for a hidden or withdrawn record, a sealed version and one without facts."""
        head = self.find(request, address)
        asked = request.GET.get("lan", str(head.facts_version))
        if not head.visible or not (asked.isascii() and asked.isdigit() and len(asked) < 10):
            raise Http404
        if int(asked) < history.sealed_before(head):
            raise Http404
        facts = get_object_or_404(PublishedFacts, record=head.record, version=int(asked))
        response = HttpResponse(facts.body, content_type="application/json; charset=utf-8")
        response["X-Content-SHA256"] = facts.sha256
        response["Access-Control-Allow-Origin"] = "*"
        return response
