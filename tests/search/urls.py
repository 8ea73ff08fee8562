"""The search page alone, where the wiring mounts it."""

from django.urls import include, path

urlpatterns = [path("tim-kiem/", include("search.urls"))]
