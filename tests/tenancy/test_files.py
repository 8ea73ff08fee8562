"""Nobody outside gets a file that no public record carries, and what the public has stays as it was approved."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from cms.disclosure.models import PublicFile
from cms.models import PortalDocument, PortalImage, ProposalAct, Role
from cms.publishing.errors import FileIsPublic
from cms.publishing.proposals import decide, propose
from tests.tenancy.conftest import SignIn, Two
from tests.tenancy.crawler import body
from tests.tenancy.world import HOST_A, HOST_B

RANGE = {"range": "bytes=0-3"}


def anyone(host: str = HOST_A) -> Client:
    """A visitor without an account."""
    return Client(headers={"host": host})


def test_a_public_records_file_is_served(two: Two) -> None:
    response = anyone().get(two.a.carried.url)
    assert response.status_code == 200
    assert body(response) == "%PDF warda carried"
    assert not response.cookies


@pytest.mark.parametrize("headers", [{}, RANGE, {"if-none-match": "*"}, {"cookie": "sessionid=x"}])
@pytest.mark.parametrize("method", ["get", "head"])
def test_a_drafts_file_is_not(method: str, headers: dict[str, str], two: Two) -> None:
    for world, host in ((two.a, HOST_A), (two.b, HOST_B), (two.b, HOST_A)):
        assert getattr(anyone(host), method)(world.document.url, headers=headers).status_code == 404


def test_not_by_guessing_numbers_either(two: Two) -> None:
    served = set()
    last = PortalDocument.objects.order_by("-pk")[0].pk
    names = [document.filename for document in PortalDocument.objects.all()]
    for number in range(last + 2):
        for name in [*names, "", "a.pdf", "../db.sqlite3"]:
            response = anyone().get(f"/tai-lieu/{number}/{name}")
            if response.status_code == 200:
                served.add((number, name))
    assert served == {(two.a.carried.pk, two.a.carried.filename)}


def test_nor_on_another_portals_host(two: Two) -> None:
    assert anyone(HOST_B).get(two.a.carried.url).status_code == 404
    assert anyone(HOST_A).get(two.b.carried.url).status_code == 404
    assert anyone(HOST_B).get(two.b.carried.url).status_code == 200


def test_nor_by_the_address_of_the_stored_file(two: Two) -> None:
    for document in (two.a.document, two.a.carried):
        assert anyone().get(f"/media/{document.file.name}").status_code == 404


@pytest.mark.parametrize("act", [ProposalAct.WITHDRAW, ProposalAct.RESTRICT])
def test_the_file_goes_when_its_record_goes(act: ProposalAct, two: Two) -> None:
    a = two.a
    proposal = propose(a.public, act, by=a.staff[Role.EDITOR], reason="Thử")
    assert anyone().get(a.carried.url).status_code == 200
    decide(proposal, by=a.staff[Role.APPROVER], agree=True)
    assert anyone().get(a.carried.url).status_code == 404


def test_other_content_than_the_published_is_not_served(two: Two) -> None:
    """Whoever replaces the file past forms and guards: the public record vouches for the checksum."""
    PortalDocument.objects.filter(pk=two.a.carried.pk).update(sha256="0" * 64)
    assert anyone().get(two.a.carried.url).status_code == 404


def test_staff_opens_a_drafts_file_in_the_administration(two: Two, sign_in: SignIn) -> None:
    address = f"/quan-tri/tep/{two.a.document.pk}/"
    for role in (Role.EDITOR, Role.APPROVER, Role.MANAGER):
        response = sign_in(role).get(address)
        assert body(response) == "%PDF warda document"
        assert "no-store" in response.headers["Cache-Control"]
        assert response.headers["Content-Disposition"].startswith("attachment")
    assert sign_in(Role.INSPECTOR).get(address).status_code == 403
    assert sign_in(Role.EDITOR).get(f"/quan-tri/tep/{two.b.document.pk}/").status_code == 403
    assert sign_in(two.shared["superuser"]).get(f"/quan-tri/tep/{two.b.document.pk}/").status_code == 200


def test_the_administration_links_to_it(two: Two, sign_in: SignIn) -> None:
    client = sign_in(Role.EDITOR)
    address = f"/quan-tri/tep/{two.a.document.pk}/"
    for place in ("/quan-tri/documents/", f"/quan-tri/documents/edit/{two.a.document.pk}/"):
        content = client.get(place).content.decode()
        assert address in content
        assert "/tai-lieu/" not in content


def send_document(client: Client, document: PortalDocument, **values: object) -> object:
    """Save the form of a document."""
    kept = {"title": document.title, "collection": document.collection_id, "tags": ""}
    return client.post(reverse("wagtaildocs:edit", args=[document.pk]), {**kept, **values})


@pytest.mark.usefixtures("watched_templates")
@pytest.mark.parametrize("who", ["editor", "superuser"])
@pytest.mark.parametrize(
    ("values", "field"),
    [({"title": "Tên khác"}, "title"), ({"file": b"%PDF x"}, "file")],
)
def test_one_person_does_not_replace_or_rename_a_public_file(
    values: dict[str, object], field: str, who: str, two: Two, sign_in: SignIn
) -> None:
    client = sign_in(Role.EDITOR if who == "editor" else two.shared["superuser"])
    before = PortalDocument.objects.get(pk=two.a.carried.pk)
    if field == "file":
        values = {"file": SimpleUploadedFile("x.pdf", b"%PDF x")}
    response = send_document(client, before, **values)
    assert response.status_code == 200  # type: ignore[attr-defined] # the test client's response
    assert response.context["form"].errors[field] == [str(FileIsPublic())]  # type: ignore[attr-defined] # as above
    after = PortalDocument.objects.get(pk=two.a.carried.pk)
    assert (after.title, after.file.name, after.sha256) == (before.title, before.file.name, before.sha256)


def test_a_drafts_file_is_replaced_and_a_public_one_gets_tags(two: Two, sign_in: SignIn) -> None:
    client = sign_in(Role.EDITOR)
    send_document(client, two.a.document, title="Tên khác", file=SimpleUploadedFile("x.pdf", b"%PDF x"))
    assert PortalDocument.objects.get(pk=two.a.document.pk).title == "Tên khác"
    send_document(client, two.a.carried, tags="nhãn")
    assert [tag.name for tag in PortalDocument.objects.get(pk=two.a.carried.pk).tags.all()] == ["nhãn"]


@pytest.mark.parametrize("who", ["editor", "superuser"])
def test_one_person_does_not_delete_what_the_public_sees(who: str, two: Two, sign_in: SignIn) -> None:
    client = sign_in(Role.EDITOR if who == "editor" else two.shared["superuser"])
    client.post(reverse("wagtaildocs:delete", args=[two.a.carried.pk]))
    client.post(reverse("wagtailimages:delete", args=[two.a.image.pk]))
    client.post(f"/quan-tri/bulk/cms/portaldocument/delete/?id={two.a.carried.pk}", {"confirm": "1"})
    assert PortalDocument.objects.filter(pk=two.a.carried.pk).exists()
    assert PortalImage.objects.filter(pk=two.a.image.pk).exists()
    client.post(reverse("wagtaildocs:delete", args=[two.a.document.pk]))
    assert not PortalDocument.objects.filter(pk=two.a.document.pk).exists()


@pytest.mark.usefixtures("watched_templates")
def test_the_portals_emblem_keeps_its_text_and_file(two: Two, sign_in: SignIn) -> None:
    image = two.a.image
    sent = {"title": "Tên khác", "collection": image.collection_id, "tags": "", "credit": "", "description": ""}
    response = sign_in(Role.EDITOR).post(reverse("wagtailimages:edit", args=[image.pk]), sent)
    assert response.context["form"].errors["title"] == [str(FileIsPublic())]
    assert PortalImage.objects.get(pk=image.pk).title == image.title


def test_a_file_belongs_to_the_site_whose_record_carries_it(two: Two) -> None:
    assert {file.site_id for file in PublicFile.objects.filter(document_id=two.a.carried.pk)} == {two.a.made.site.pk}
