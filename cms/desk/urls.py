"""Addresses of the desk, below /quan-tri/cong-bo/."""

from __future__ import annotations

from django.urls import path, register_converter

from cms.desk import views
from cms.models import ProposalAct

app_name = "desk"


class ActConverter:
    """An act that can be proposed, by its key."""

    regex = "|".join(sorted(ProposalAct.values, key=len, reverse=True))

    def to_python(self, value: str) -> ProposalAct:
        """The act."""
        return ProposalAct(value)

    def to_url(self, value: str) -> str:
        """The key."""
        return str(value)


register_converter(ActConverter, "act")

urlpatterns = [
    path("", views.DeskView.as_view(), name="home"),
    path("duyet/<int:task_state_id>/", views.ReviewView.as_view(), name="review"),
    path("trang/<int:page_id>/", views.ActsView.as_view(), name="acts"),
    path("trang/<int:page_id>/<act:act>/", views.ProposeView.as_view(), name="propose"),
    path("de-nghi/<int:proposal_id>/", views.DecideView.as_view(), name="decide"),
    path("nhat-ky/", views.LogView.as_view(), name="log"),
]
