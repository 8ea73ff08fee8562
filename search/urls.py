"""Address of the search page; the wiring mounts it at `tim-kiem/`."""

from __future__ import annotations

from django.urls import path

from search.views import SearchView, SuggestView

app_name = "search"
urlpatterns = [
    path("", SearchView.as_view(), name="search"),
    path("goi-y/", SuggestView.as_view(), name="suggest"),
]
