"""Records of social housing: projects, documents, plans."""

from __future__ import annotations

from django.apps import AppConfig


class ProjectsPagesConfig(AppConfig):
    """Page types of social housing (nhà ở xã hội)."""

    name = "projects_pages"
    verbose_name = "Nhà ở xã hội"

    def ready(self) -> None:
        """Make the listings of the types known, and what a search for a project is answered with."""
        from projects_pages import listings  # noqa: F401 - needs the models
        from projects_pages.answering import answer_of
        from search.answers import register

        register("du-an", answer_of)
