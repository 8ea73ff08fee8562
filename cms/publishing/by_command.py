"""Publishing by commands of the installation: making a ward, loading demo content, imports."""

from __future__ import annotations

from django.db import transaction
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.models import Page

from cms.models import BasePage
from cms.models.held import holding
from cms.publishing.authority import Authority, acting


def add_and_publish(parent: Page, page: BasePage, authority: Authority) -> BasePage:
    """Add a new page below `parent` and make it public, in one transaction.

    The page is added as a draft and goes live by a revision, as any other: so history and revisions are whole.
    """
    page.live = False
    with transaction.atomic():
        parent.add_child(instance=page)
        return publish_saved(page, authority)


def publish_saved(page: BasePage, authority: Authority) -> BasePage:
    """Make the page's present content public, in one transaction; gives the page as it stands then."""
    with transaction.atomic(), acting(authority):
        with holding(page):
            number_rows(page)
            revision = page.save_revision(clean=True)
        PublishPageRevisionAction(revision).execute(skip_permission_checks=True)
    fresh: BasePage = type(page).objects.get(pk=page.pk)
    return fresh


def number_rows(page: BasePage) -> None:
    """Give rows that code added their places in the order of the list: only forms do so, and a database without
    places gives them back in any order.
    """
    for relation in type(page).facts.relations:
        rows = list(getattr(page, relation.name).all())
        if any(row.sort_order is None for row in rows):
            for place, row in enumerate(rows):
                row.sort_order = place
            setattr(page, relation.name, rows)
