"""Documents: everybody gets what a public record carries now, a ward's staff its own, nobody anything else."""

from __future__ import annotations

from django.http import FileResponse, Http404, HttpRequest
from django.shortcuts import get_object_or_404
from wagtail.models import ReferenceIndex, Site

from cms.disclosure.models import PublicFile, RecordHead
from cms.models import PortalDocument, PortalImage
from cms.publishing.guards import is_carried
from cms.tenancy.scope import scope_of


def refuse_unless_public(document: PortalDocument, request: HttpRequest) -> None:
    """Raise Http404 unless a public record of the request's site carries the very content that is stored."""
    site = Site.find_for_request(request)
    carried = PublicFile.objects.filter(document_id=document.pk, sha256=document.sha256)
    if site is None or not carried.filter(site_id=site.pk).exists():
        raise Http404("Không có tệp này.")


def is_shown(image: PortalImage) -> bool:
    """Whether a public record shows the image."""
    if not image.pk:
        return False
    pages = [
        int(reference.object_id)
        for reference in ReferenceIndex.get_references_to(image)
        if str(reference.object_id).isdigit()
    ]
    return RecordHead.objects.visible().filter(page_id__in=pages).exists()


def staff_file(request: HttpRequest, document_id: int) -> FileResponse:
    """A document for those who may see drafts: the ward's writers and superusers; 404 for others.

    The public address has no session (its cookie stays below the administration), so a draft's file has this one. The
    gate has asked before whose the document is; asking again costs a query and does not depend on the order of wiring.
    """
    document = get_object_or_404(PortalDocument, pk=document_id)
    scope = scope_of(request.user)
    if not (scope.has_document(document.pk) if scope else request.user.is_superuser or is_carried(document)):
        raise Http404("Không có tệp này.")
    response = FileResponse(document.file.open("rb"), as_attachment=True, filename=document.filename)
    response["Content-Security-Policy"] = "default-src 'none'"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response
