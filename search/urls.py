"""Address of the search page; the wiring mounts it at `tim-kiem/`."""

from __future__ import annotations

from django.urls import path

from search.views import SearchView

app_name = "search"
urlpatterns = [path("", SearchView.as_view(), name="search")]
