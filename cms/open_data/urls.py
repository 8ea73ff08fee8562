"""Addresses of open data."""

from __future__ import annotations

from django.urls import path, re_path
from wagtail.utils.urlpatterns import decorate_urlpatterns

from cms.open_data import files, views
from cms.open_data.api import make_api

app_name = "open-data"
api = make_api()
_patterns, _app, _namespace = api.urls

urlpatterns = [
    path("api/v1/", views.open_to_all(views.only_read(views.api_page)), name="api-page"),
    path("api/v1/openapi.json", views.open_to_all(views.only_read(views.description_of(api))), name="openapi"),
    path("api/v1/", (decorate_urlpatterns(_patterns, views.open_to_all), _app, _namespace)),
    re_path(r"^api/(?P<rest>.*)$", views.open_to_all(views.nowhere)),
    path("du-lieu-mo/dcat.jsonld", files.dcat, name="dcat"),
    path("du-lieu-mo/tu-dien.json", files.dictionary_json, name="dictionary-json"),
    path("du-lieu-mo/tu-dien.csv", files.dictionary_csv, name="dictionary-csv"),
    path("du-lieu-mo/tu-dien/<slug:kind>/", files.dictionary_page, name="dictionary"),
]
