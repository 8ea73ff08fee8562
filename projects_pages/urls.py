"""Addresses of the administration's screens, below /quan-tri/van-ban/."""

from __future__ import annotations

from django.urls import path

from projects_pages.views import from_file

app_name = "from_file"

urlpatterns = [
    path("<int:page_id>/tu-tep/", from_file.NewFromFileView.as_view(), name="new"),
    path("<int:page_id>/de-xuat/", from_file.ProposeView.as_view(), name="propose"),
]
