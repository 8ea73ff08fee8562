"""Nobody outside gets an image that no public record carries, whatever its name; staff sees its own ward's."""

from __future__ import annotations

import io
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.files.images import ImageFile
from django.db.models import ProtectedError
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from cms.disclosure.models import LogEntry, PublicImage
from cms.models import BasePage, PortalImage, ProposalAct, Role
from cms.publishing import projections
from cms.publishing.errors import FileIsPublic
from cms.publishing.proposals import decide, propose
from home.models import HomePage
from tests.factories import PortalImageFactory, publish
from tests.factories.registers import picture
from tests.tenancy.conftest import SignIn, Two
from tests.tenancy.crawler import body
from tests.tenancy.test_files import anyone
from tests.tenancy.world import HOST_A, HOST_B, World

SPEC = "max-120x120"


def draft_image(world: World) -> PortalImage:
    """An image that a draft of the ward's home page names, with a rendition."""
    image: PortalImage = PortalImageFactory(ward=world.made, title=f"{world.mark} ảnh nháp")
    home = HomePage.objects.get(pk=world.made.home.pk)
    home.emblem = image
    home.save_revision(user=world.staff[Role.EDITOR])
    image.get_rendition(SPEC)
    return image


def status(address: str, host: str = HOST_A) -> int:
    """What a citizen is answered."""
    return int(anyone(host).get(address).status_code)


def public(image: PortalImage, spec: str = SPEC) -> str:
    """The public address of a rendition."""
    return image.get_rendition(spec).public_url


def test_an_image_is_served_while_a_public_record_carries_it(two: Two) -> None:
    response = anyone().get(public(two.a.image))
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "image/png"
    assert not response.cookies
    assert "s-maxage=60" in response.headers["Cache-Control"]
    assert status(public(two.a.image), HOST_B) == 404
    assert status(public(two.b.image), HOST_B) == 200


def test_a_drafts_image_is_not_until_it_is_published(two: Two) -> None:
    image = draft_image(two.a)
    assert (status(public(image)), status(public(image), HOST_B)) == (404, 404)
    publish(HomePage.objects.get(pk=two.a.made.home.pk).get_latest_revision_as_object())
    assert status(public(image)) == 200
    assert status(public(two.a.image)) == 404  # the emblem before


@pytest.mark.parametrize("act", [ProposalAct.WITHDRAW, ProposalAct.RESTRICT, ProposalAct.HIDE])
def test_the_image_goes_when_its_record_goes(act: ProposalAct, two: Two) -> None:
    a = two.a
    asked = propose(HomePage.objects.get(pk=a.made.home.pk), act, by=a.staff[Role.EDITOR], reason="Thử")
    decide(asked, by=a.staff[Role.APPROVER], agree=True)
    assert status(public(a.image)) == 404


@pytest.mark.parametrize("name", ["khong-co.png", "%00.png", "..%2Foriginal_images%2Fx.png", "a" * 300, "%F0%9F%98%80"])
def test_a_name_that_nothing_has_leads_nowhere(name: str, two: Two) -> None:
    assert status(f"/media/images/{name}") == 404


def test_the_original_has_no_public_address(two: Two) -> None:
    image = two.a.image
    for address in (f"/media/{image.file.name}", public(image, "original")):
        assert status(address) == 404


def test_other_content_than_the_published_is_not_served(two: Two) -> None:
    PortalImage.objects.filter(pk=two.a.image.pk).update(sha256="0" * 64)
    assert status(public(two.a.image)) == 404


def test_staff_sees_its_own_wards_images_in_the_administration(two: Two, sign_in: SignIn) -> None:
    image = draft_image(two.a)
    name = image.get_rendition(SPEC).file.name.rpartition("/")[2]
    address = reverse("ward_image", args=[image.pk, name])
    for role in (Role.EDITOR, Role.APPROVER, Role.MANAGER):
        response = sign_in(role).get(address)
        assert response.status_code == 200
        assert response.headers["Content-Type"] == "image/png"
        assert "no-store" in response.headers["Cache-Control"]
    assert sign_in(Role.INSPECTOR).get(address).status_code == 403
    assert sign_in(two.b.staff[Role.EDITOR]).get(address).status_code == 403
    assert sign_in(two.shared["superuser"]).get(address).status_code == 200
    under_another = reverse("ward_image", args=[two.a.image.pk, name])
    assert sign_in(Role.EDITOR).get(under_another).status_code == 404
    assert Client(headers={"host": HOST_A}).get(address).status_code == 302  # to the login


def test_the_administration_shows_images_by_the_address_of_staff(two: Two, sign_in: SignIn) -> None:
    draft_image(two.a)
    client, pages = sign_in(Role.EDITOR), reverse("wagtailadmin_pages:view_draft", args=[two.a.made.home.pk])
    for place in ("/quan-tri/images/", f"/quan-tri/images/{two.a.image.pk}/", "/quan-tri/images/chooser/", pages):
        content = body(client.get(place))
        assert "/quan-tri/anh/" in content
        assert "/media/images/" not in content
    assert "/quan-tri/anh/" not in body(anyone().get("/"))


@pytest.mark.parametrize("change", ["replace", "delete"])
def test_no_code_replaces_or_deletes_what_the_public_sees(change: str, two: Two) -> None:
    image = PortalImage.objects.get(pk=two.a.image.pk)
    image.file = ImageFile(io.BytesIO(picture(77)), name="khac.png")
    with pytest.raises((FileIsPublic, ProtectedError)):
        image.save() if change == "replace" else image.delete()


def test_an_entry_and_the_facts_know_the_image_by_its_checksum(two: Two) -> None:
    home, image = two.a.made.home, two.a.image
    entry = LogEntry.objects.filter(record=home.record).latest("pk")
    assert entry.content["files"] == [image.sha256]
    assert PublicImage.objects.get(record=home.record).sha256 == image.sha256
    facts = HomePage.facts.canonical(HomePage.objects.get(pk=home.pk))
    assert (facts["emblem"]["sha256"], facts["emblem"]["size"]) == (image.sha256, image.file.size)


def test_what_comes_back_after_a_hiding_carries_the_same_image(two: Two) -> None:
    a = two.a
    home = HomePage.objects.get(pk=a.made.home.pk)
    asked = propose(home, ProposalAct.HIDE, by=a.staff[Role.EDITOR], reason="Thử")
    image = PortalImage.objects.get(pk=a.image.pk)
    image.file = ImageFile(io.BytesIO(picture(78)), name="khac.png")
    image.save()
    with pytest.raises(ValueError, match="thay hoặc xóa"):
        decide(asked, by=a.staff[Role.APPROVER], agree=False)


def test_the_check_finds_what_the_table_has_wrong_and_mends_it(two: Two) -> None:
    site_id, home = two.a.made.site.pk, two.a.made.home
    assert projections.problems(site_id) == []
    PublicImage.objects.filter(record=home.record).delete()
    PublicImage.objects.create(site_id=site_id, record=two.a.draft.record, image_id=1, sha256="0" * 64)
    found = " ".join(projections.problems(site_id))
    assert "tệp công khai khác tệp của trang" in found
    assert "Ảnh công khai thừa" in found
    assert projections.repair(site_id) == []
    assert status(public(two.a.image)) == 200


def test_images_of_a_records_rows_are_carried_as_well(two: Two) -> None:
    """No type has rows with images yet; the base asks whatever facts a type declares."""
    fact, relation = (
        SimpleNamespace(name="photo"),
        SimpleNamespace(name="photos", facts=[SimpleNamespace(name="photo")]),
    )
    field: Any = HomePage._meta.get_field("emblem")
    row = SimpleNamespace(_meta=SimpleNamespace(get_field=lambda name: field))
    bound = SimpleNamespace(singles=[fact], relations=[relation], field=lambda name: field, row_model=lambda item: row)
    one, other = two.a.image, two.b.image
    photos = SimpleNamespace(all=lambda: [SimpleNamespace(photo=picked) for picked in (other, None, one)])
    record = type("Album", (), {"facts": bound, "photo": one, "photos": photos})()
    assert BasePage.carried_images.fget(record) == [one, other]  # type: ignore[attr-defined] # a property of the class


def test_types_without_images_carry_none(two: Two) -> None:
    assert Page.objects.get(pk=two.a.public.pk).specific.carried_images == []
