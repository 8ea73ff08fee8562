"""On no programmatic way does something become public, change its address or disappear without an act."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import ProtectedError
from pytest_django import DjangoDbBlocker
from wagtail.models import Page, PageViewRestriction

from cms.disclosure.models import LogEntry, PublicFile, RecordHead
from cms.models import Attachment, DisclosurePage, Ward, WardGroup
from cms.publishing.errors import WasPublic
from cms.publishing.projections import problems
from home.models import StandardPage
from projects_pages.models import LegalDocumentPage
from search.models import PublicRecord
from tests.factories import LegalDocumentPageFactory, MadeWard, PortalDocumentFactory, StandardPageFactory, publish
from tests.quiet import without_admin_indexes

pytestmark = pytest.mark.django_db

Try = Callable[[Any, MadeWard], object]


def state() -> tuple[Any, ...]:
    """Everything that the public can see."""
    return (
        list(Page.objects.order_by("pk").values_list("pk", "live", "url_path", "title")),
        list(LogEntry.objects.order_by("pk").values_list("leaf_hash")),
        list(PublicRecord.objects.order_by("pk").values_list("record", "title", "body", "url", "version")),
        list(RecordHead.objects.order_by("pk").values_list("record", "state", "address", "version")),
        list(PublicFile.objects.order_by("pk").values_list("document_id", "sha256")),
        PageViewRestriction.objects.count(),
    )


def saved(page: Any, **values: Any) -> None:
    """Save a page with other values, as any code might."""
    for name, value in values.items():
        setattr(page, name, value)
    page.save()


def changed_revision(page: Any) -> Any:
    """A revision of a live page with another title."""
    page.title = "Sửa lén"
    return page.save_revision()


UNAUTHORISED: dict[str, Try] = {
    "revision.publish() of a draft": lambda page, ward: draft(ward).save_revision().publish(),
    "revision.publish() of a live page": lambda page, ward: changed_revision(page).publish(),
    "page.unpublish()": lambda page, ward: page.unpublish(),
    "save with live=True": lambda page, ward: saved(draft(ward), live=True),
    "save with live=False": lambda page, ward: saved(page, live=False),
    "save as a base page": lambda page, ward: saved(Page.objects.get(pk=page.pk), live=False),
    "save with another slug": lambda page, ward: saved(page, slug="dia-chi-khac"),
    "save of a parent with another slug": lambda page, ward: saved(ward.documents, slug="dia-chi-khac"),
    "add_child of a live page": lambda page, ward: ward.home.add_child(instance=StandardPage(title="Mới")),
    "copy(keep_live=True)": lambda page, ward: page.copy(update_attrs={"slug": "ban-sao"}, keep_live=True),
    "recursive copy": lambda page, ward: ward.documents.copy(recursive=True, update_attrs={"slug": "ban-sao"}),
    "create_alias": lambda page, ward: page.create_alias(update_slug="bi-danh"),
    "alias of a draft": lambda page, ward: draft(ward).create_alias(update_slug="bi-danh"),
    "restriction": lambda page, ward: PageViewRestriction.objects.create(page=page, restriction_type="login"),
    "restriction above": lambda page, ward: PageViewRestriction.objects.create(page=ward.home),
    "move": lambda page, ward: page.move(ward.plans, pos="last-child"),
    "move of a parent": lambda page, ward: ward.documents.move(ward.plans, pos="last-child"),
}


def draft(ward: MadeWard) -> Any:
    """A document that never was public."""
    return LegalDocumentPageFactory(ward=ward)


@pytest.fixture(scope="module")
def _published(_made_once: Ward, django_db_blocker: DjangoDbBlocker) -> Iterator[int]:
    """The number of a public document, the same for all tests of the module."""
    with django_db_blocker.unblock(), transaction.atomic():
        with without_admin_indexes():
            page = publish(LegalDocumentPageFactory(ward=MadeWard(_made_once)))
        yield page.pk
        transaction.set_rollback(True)


@pytest.fixture
def page(_published: int, ward: MadeWard) -> LegalDocumentPage:
    """A public document as the database has it."""
    return LegalDocumentPage.objects.get(pk=_published)


@pytest.mark.parametrize("way", UNAUTHORISED)
def test_without_an_act_nothing_public_changes(way: str, page: LegalDocumentPage, ward: MadeWard) -> None:
    before = state()
    with pytest.raises(PermissionDenied), transaction.atomic():
        UNAUTHORISED[way](page, ward)
    assert state() == before


def test_content_that_is_saved_without_an_act_is_reported(page: LegalDocumentPage) -> None:
    assert problems() == []
    saved(page, scope="sửa lén")
    assert ["khác với lần công bố cuối: Phạm vi" in problem for problem in problems()] == [True]


DELETIONS: dict[str, Try] = {
    "page.delete()": lambda page, ward: page.delete(),
    "base page.delete()": lambda page, ward: Page.objects.get(pk=page.pk).delete(),
    "middle page.delete()": lambda page, ward: DisclosurePage.objects.get(pk=page.pk).delete(),
    "query set": lambda page, ward: LegalDocumentPage.objects.filter(pk=page.pk).delete(),
    "base query set": lambda page, ward: Page.objects.filter(pk=page.pk).delete(),
    "parent": lambda page, ward: ward.documents.delete(),
    "home page": lambda page, ward: ward.home.delete(),
    "site": lambda page, ward: ward.site.delete(),
}


@pytest.mark.parametrize("withdrawn", [False, True])
@pytest.mark.parametrize("way", DELETIONS)
def test_what_was_public_is_deleted_on_no_way(
    way: str, withdrawn: bool, page: LegalDocumentPage, ward: MadeWard
) -> None:
    if withdrawn:
        from tests.publishing.test_acts import withdraw

        withdraw(page)
        page = LegalDocumentPage.objects.get(pk=page.pk)
    before = state()
    with pytest.raises((PermissionDenied, ProtectedError)), transaction.atomic():
        DELETIONS[way](page, ward)
    assert state() == before


def test_a_site_that_published_is_not_deleted_without_a_ward_either(ward: MadeWard) -> None:
    site = ward.site
    WardGroup.objects.all().delete()
    Ward.objects.all().delete()
    with pytest.raises(WasPublic):
        site.delete()


def test_a_site_keeps_its_root_page(ward: MadeWard) -> None:
    ward.site.root_page = ward.documents
    with pytest.raises(PermissionDenied):
        ward.site.save()


def test_a_draft_that_never_was_public_can_be_deleted_moved_and_renamed(ward: MadeWard) -> None:
    page = StandardPageFactory(ward=ward)
    parent = StandardPageFactory(ward=ward)
    page.move(parent, pos="last-child")
    page = StandardPage.objects.get(pk=page.pk)
    saved(page, slug="ten-khac")
    page.delete()
    assert not StandardPage.objects.filter(pk=page.pk).exists()


def test_a_public_file_is_neither_replaced_nor_deleted(ward: MadeWard) -> None:
    document = PortalDocumentFactory(ward=ward)
    page = LegalDocumentPageFactory(ward=ward)
    page.attachments = [Attachment(title="Bản chính", document=document)]
    publish(page)
    before = document.sha256
    document.title = "Tên khác trong kho"
    document.save()
    document.file = ContentFile(b"%PDF khac", name="khac.pdf")
    with pytest.raises(PermissionDenied):
        document.save()
    with pytest.raises((PermissionDenied, ProtectedError)):
        document.delete()
    assert PublicFile.objects.get().sha256 == before
    free = PortalDocumentFactory(ward=ward)
    free.file = ContentFile(b"%PDF khac", name="khac.pdf")
    free.save()
    free.delete()
