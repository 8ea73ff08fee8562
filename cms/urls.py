"""Addresses of a portal."""

from __future__ import annotations

from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls
from wagtail.utils.urlpatterns import decorate_urlpatterns

from cms import site_map
from cms.disclosure import views as disclosure_views
from cms.listing.files.formats import FORMATS, STEM
from cms.listing.geojson import BoundaryView
from cms.listing.views import ListingFileView
from cms.missed import MissedView
from cms.serving import serve
from cms.tenancy.files import public_rendition
from cms.transactions import atomic_writes, undo_what_is_refused
from cms.views import nothing_here

decorate_urlpatterns(wagtailadmin_urls.urlpatterns, atomic_writes)
undo_what_is_refused()

urlpatterns = [
    path("quan-tri/", include(wagtailadmin_urls)),
    path("tai-lieu/", include(wagtaildocs_urls)),
    path("tim-kiem/khong-thay/", MissedView.as_view(), name="missed"),
    path("tim-kiem/", include("search.urls")),
    path("", include("cms.open_data.urls")),
    path("so-do-cong/", site_map.site_tree, name="site-tree"),
    path("sitemap.xml", site_map.sitemap, name="sitemap"),
    path("sitemap-<int:number>.xml", site_map.sitemap, name="sitemap-file"),
    path("robots.txt", site_map.robots),
    # Renditions only, and only of images that a public record carries; originals and documents have other addresses.
    path("media/images/<str:name>", public_rendition, name="rendition"),
    re_path(r"^(?P<address>(?:[\w-]+/)*)lich-su/$", disclosure_views.HistoryView.as_view(), name="history"),
    re_path(r"^(?P<address>(?:[\w-]+/)*)du-lieu\.json$", disclosure_views.RecordJsonView.as_view(), name="record-json"),
    re_path(
        rf"^(?P<address>(?:[\w-]+/)+){STEM}\.(?P<ending>{'|'.join(FORMATS)})$",
        ListingFileView.as_view(),
        name="listing-file",
    ),
    path("_util/<path:rest>", nothing_here),
    re_path(r"^(?P<address>(?:[\w-]+/)*)ranh-gioi\.geojson$", BoundaryView.as_view(), name="boundary"),
    re_path(wagtail_urls.serve_pattern, serve),
    path("", include(wagtail_urls)),
]

handler400 = "cms.views.bad_request"
handler404 = "cms.views.not_found"
handler500 = "cms.views.server_error"
