"""Documents and images: everybody gets what a public record carries now, a ward's staff its own, nobody else any."""

from __future__ import annotations

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.static import serve
from wagtail.models import Site

from cms.disclosure.models import PublicFile, PublicImage
from cms.models import PortalDocument, PortalImage, PortalRendition
from cms.publishing.guards import is_carried
from cms.tenancy.scope import scope_of

ORIGINAL = "original"
"""The rendition of the administration that is the uploaded image as it came."""


def refuse_unless_public(document: PortalDocument, request: HttpRequest) -> None:
    """Raise Http404 unless a public record of the request's site carries the very content that is stored."""
    site = Site.find_for_request(request)
    carried = PublicFile.objects.filter(document_id=document.pk, sha256=document.sha256)
    if site is None or not carried.filter(site_id=site.pk).exists():
        raise Http404("Không có tệp này.")


def public_rendition(request: HttpRequest, name: str) -> HttpResponseBase:
    """The rendition stored under `name` while a public record of the request's site carries its image. Raises Http404.

    An original has no public address: it may be larger than anybody needs, and say where it was taken.
    """
    site = Site.find_for_request(request)
    rendition = _rendition(name)
    if rendition.filter_spec == ORIGINAL:
        raise Http404("Không có ảnh này.")
    carried = PublicImage.objects.filter(image_id=rendition.image_id, sha256=rendition.image.sha256)
    if site is None or not carried.filter(site_id=site.pk).exists():
        raise Http404("Không có ảnh này.")
    return serve(request, rendition.file.name, document_root=str(settings.MEDIA_ROOT))


def _rendition(name: str, **of: int) -> PortalRendition:
    if "\x00" in name:  # no database looks for it
        raise Http404("Không có ảnh này.")
    return get_object_or_404(PortalRendition.objects.select_related("image"), file=f"images/{name}", **of)


def staff_rendition(request: HttpRequest, image_id: int, name: str) -> HttpResponseBase:
    """A rendition for those who may see drafts, as `staff_file`: previews and lists of the administration show it."""
    rendition = _rendition(name, image_id=image_id)
    _refuse_foreign(request, rendition.image)
    response = serve(request, rendition.file.name, document_root=str(settings.MEDIA_ROOT))
    return _for_staff(response)


def staff_file(request: HttpRequest, document_id: int) -> HttpResponseBase:
    """A document for those who may see drafts: the ward's writers and superusers; 404 for others.

    The public address has no session (its cookie stays below the administration), so a draft's file has this one. The
    gate has asked before whose the document is; asking again costs a query and does not depend on the order of wiring.
    """
    document = get_object_or_404(PortalDocument, pk=document_id)
    _refuse_foreign(request, document)
    return _for_staff(FileResponse(document.file.open("rb"), as_attachment=True, filename=document.filename))


def _refuse_foreign(request: HttpRequest, file: PortalDocument | PortalImage) -> None:
    scope = scope_of(request.user)
    if scope is not None:
        mine = scope.has_image(file.pk) if isinstance(file, PortalImage) else scope.has_document(file.pk)
    else:
        mine = request.user.is_superuser or is_carried(file)
    if not mine:
        raise Http404("Không có tệp này.")


def _for_staff(response: HttpResponseBase) -> HttpResponseBase:
    response["Content-Security-Policy"] = "default-src 'none'"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response
