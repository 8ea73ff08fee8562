"""Nobody deletes a file that a public record or a draft names; the screen says which page does."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse
from wagtail.models import Page

from cms.models import Attachment, PortalDocument, PortalImage, Role
from cms.publishing.errors import FileIsNamed
from cms.publishing.named_files import pages_naming
from home.models import HomePage
from tests.factories import LegalDocumentPageFactory, PortalDocumentFactory, PortalImageFactory
from tests.tenancy.conftest import SignIn, Two
from tests.tenancy.crawler import body


def in_a_draft_of_a_public_record(two: Two) -> tuple[Any, Page]:
    """A document that only the draft of a public record carries."""
    document = PortalDocumentFactory(ward=two.a.made)
    page = Page.objects.get(pk=two.a.public.pk).specific
    page.attachments.add(Attachment(title="Phụ lục nháp", document=document))
    page.save_revision(user=two.a.staff[Role.EDITOR])
    return document, page


def in_a_new_draft(two: Two) -> tuple[Any, Page]:
    """A document of a page that never was public."""
    document = PortalDocumentFactory(ward=two.a.made)
    attachments = [Attachment(title="Phụ lục", document=document)]
    return document, LegalDocumentPageFactory(ward=two.a.made, attachments=attachments)


def as_an_emblem_to_come(two: Two) -> tuple[Any, Page]:
    """An image that the draft of the home page names."""
    image, home = PortalImageFactory(ward=two.a.made), HomePage.objects.get(pk=two.a.made.home.pk)
    home.emblem = image
    home.save_revision(user=two.a.staff[Role.EDITOR])
    return image, home


NAMED = [in_a_draft_of_a_public_record, in_a_new_draft, as_an_emblem_to_come]


def delete_screen(file: Any) -> str:
    """Where a file is deleted."""
    name = "wagtailimages" if isinstance(file, PortalImage) else "wagtaildocs"
    return reverse(f"{name}:delete", args=[file.pk])


@pytest.mark.parametrize("who", ["editor", "superuser"])
@pytest.mark.parametrize("make", NAMED)
def test_what_a_draft_names_is_not_deleted_and_the_screen_says_who(
    make: Any, who: str, two: Two, sign_in: SignIn
) -> None:
    file, page = make(two)
    client = sign_in(Role.EDITOR if who == "editor" else two.shared["superuser"])
    shown = body(client.get(delete_screen(file)))
    assert "Không xóa được" in shown
    assert page.title in shown
    assert reverse("wagtailadmin_pages:edit", args=[page.pk]) in shown
    assert 'type="submit" class="button serious"' not in shown
    client.post(delete_screen(file))
    assert type(file).objects.filter(pk=file.pk).exists()
    if make is not in_a_new_draft:  # the database itself refuses there
        with pytest.raises(FileIsNamed, match=page.title):
            file.delete()


def test_a_scheduled_revision_keeps_its_files_though_a_later_draft_leaves_them_out(two: Two) -> None:
    document, page = in_a_draft_of_a_public_record(two)
    revision = page.specific.get_latest_revision()
    type(revision).objects.filter(pk=revision.pk).update(approved_go_live_at="2099-01-01T00:00Z")
    Page.objects.get(pk=page.pk).specific.save_revision()
    assert [found.pk for found in pages_naming(document)] == [page.pk]
    type(revision).objects.filter(pk=revision.pk).update(approved_go_live_at=None)
    assert pages_naming(document) == []


@pytest.mark.parametrize("factory", [PortalDocumentFactory, PortalImageFactory])
def test_what_nothing_names_is_deleted(factory: Any, two: Two, sign_in: SignIn) -> None:
    file, client = factory(ward=two.a.made), sign_in(Role.EDITOR)
    assert "Không xóa được" not in body(client.get(delete_screen(file)))
    assert client.post(delete_screen(file)).status_code == 302
    assert not type(file).objects.filter(pk=file.pk).exists()


def test_other_screens_for_deleting_are_as_they_were(two: Two, sign_in: SignIn) -> None:
    page = reverse("wagtailadmin_pages:delete", args=[two.a.text.pk])
    assert "Không xóa được" not in body(sign_in(Role.EDITOR).get(page))
    assert PortalDocument.objects.exists()


@pytest.mark.parametrize(
    "address", ["pages/{home}/", "documents/", "images/", "images/?layout=list", "pages/search/?q=a"]
)
def test_nothing_can_be_ticked_that_the_gate_would_refuse(address: str, two: Two, sign_in: SignIn) -> None:
    shown = body(sign_in(Role.EDITOR).get("/quan-tri/" + address.format(home=two.a.made.home.pk)))
    assert "data-bulk-action-checkbox" not in shown
    assert "data-bulk-action-select-all-checkbox" not in shown
    assert "/quan-tri/bulk/" not in shown
    assert "data-bulk-action-button" not in shown
