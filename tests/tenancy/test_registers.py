"""Rows of registers: a ward keeps its own, reads the shared, and nobody deletes; people are the province's."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

from cms.models import Role
from cms.registers.models import LegalReference, Organisation, Place, Unit
from cms.tenancy.rules import NATIONAL_REGISTERS
from cms.tenancy.wards import ensure_province_group
from tests.tenancy.conftest import SignIn, Two
from tests.tenancy.crawler import body

PLACE = "/quan-tri/snippets/registers/place/"
LAW = "/quan-tri/snippets/registers/legalreference/"


@pytest.fixture
def province(two: Two, sign_in: SignIn) -> Client:
    """A member of the group that runs the installation."""
    user = get_user_model().objects.create_user("tinh")
    user.groups.add(ensure_province_group())
    return sign_in(user)


@pytest.mark.parametrize(
    "name", ["wagtailsnippets_registers_place:list", "wagtailsnippetchoosers_registers_place:choose"]
)
def test_lists_show_the_own_and_the_shared(name: str, two: Two, sign_in: SignIn) -> None:
    content = body(sign_in(Role.EDITOR).get(reverse(name)))
    content = json.loads(content)["html"] if content.startswith("{") else content
    assert two.a.rows["place"].name in content
    assert two.shared["place"].name in content
    assert two.b.rows["place"].name not in content


@pytest.mark.parametrize(
    ("role", "may"), [(Role.EDITOR, True), (Role.MANAGER, True), (Role.APPROVER, False), (Role.INSPECTOR, False)]
)
def test_editors_and_managers_keep_the_wards_rows(role: Role, may: bool, two: Two, sign_in: SignIn) -> None:
    client, row = sign_in(role), two.a.rows["place"]
    sent = {"name": "Tổ dân phố số 99", "kind": "to-dan-pho", "aliases": "", "change_reason": "sắp xếp lại"}
    client.post(f"{PLACE}edit/{row.pk}/", sent)
    assert (Place.objects.get(pk=row.pk).name == "Tổ dân phố số 99") == may
    client.post(f"{PLACE}add/", {**sent, "name": "Tổ dân phố mới"})
    made = Place.objects.filter(name="Tổ dân phố mới").first()
    assert (made is not None and made.site_id == two.a.made.site.pk) == may


def test_a_number_that_no_row_can_have_is_an_error_at_the_field(two: Two, sign_in: SignIn) -> None:
    sent = {"name": "Tổ dân phố lạ", "kind": "to-dan-pho", "aliases": "", "parent": "9" * 25}
    assert sign_in(Role.EDITOR).post(f"{PLACE}add/", sent).status_code == 200
    assert not Place.objects.filter(name="Tổ dân phố lạ").exists()


@pytest.mark.parametrize("name", ["!!!", "漢字"])
def test_a_name_without_a_latin_letter_has_a_key_that_stays(name: str, two: Two) -> None:
    first, second = (Place.objects.create(name=name, kind="thon", site=two.a.made.site) for _ in range(2))
    keys = (first.key, second.key)
    assert all(keys)
    assert len(set(keys)) == 2
    first.save()
    assert (first.key, second.key) == keys


def test_a_ward_changes_no_shared_row(two: Two, sign_in: SignIn) -> None:
    client, row = sign_in(Role.MANAGER), two.shared["place"]
    assert client.get(f"{PLACE}edit/{row.pk}/").status_code == 403
    assert client.post(f"{PLACE}edit/{row.pk}/", {"name": "x", "kind": "tinh"}).status_code == 403
    assert f"{PLACE}edit/{row.pk}/" not in client.get(PLACE).content.decode()


def test_a_ward_reads_the_law_and_does_not_write_it(two: Two, sign_in: SignIn) -> None:
    client, law = sign_in(Role.MANAGER), two.shared["legal_reference"]
    assert law.provision in client.get(LAW).content.decode()
    assert law.provision in client.get(f"{LAW}inspect/{law.pk}/").content.decode()
    for address in (f"{LAW}add/", f"{LAW}edit/{law.pk}/", f"{LAW}delete/{law.pk}/"):
        assert client.get(address).status_code == 403


NATIONAL = {
    "legalfigure": {
        "code": "muc-moi",
        "name": "Mức mới",
        "topic": "thu-nhap",
        "bound": "khong-qua",
        "money": "30 triệu",
        "unit": "tháng",
        "valid_from": "1/1/2027",
        "position": "0",
    },
    "eligiblegroup": {
        "code": "khoan-13",
        "clause": "13",
        "name": "Nhóm mới",
        "short_name": "Nhóm mới",
        "may_buy": "co",
        "may_rent_to_buy": "co",
        "may_rent": "co",
        "position": "0",
    },
    "formtemplate": {
        "code": "mau-moi",
        "number": "Mẫu số 9",
        "name": "Đơn mới",
        "issued_by": "Thông tư",
        "position": "0",
    },
    "term": {"code": "tu-moi", "name": "Từ mới", "meaning": "Nghĩa mới", "position": "0"},
    "synonym": {"short": "NOXHM", "full": "nhà ở xã hội mới", "relation": "→", "active": "on"},
}


@pytest.mark.parametrize("name", NATIONAL)
def test_the_province_adds_rows_of_law_and_words_that_wards_only_read(
    name: str, two: Two, sign_in: SignIn, province: Client
) -> None:
    model = next(one for one in NATIONAL_REGISTERS if one._meta.model_name == name)
    place = f"/quan-tri/snippets/{model._meta.app_label}/{name}/"
    before = model._default_manager.count()
    row = model._default_manager.first()
    assert row is not None
    for role in Role:
        assert sign_in(role).post(f"{place}add/", NATIONAL[name]).status_code == 403
        assert sign_in(role).get(f"{place}edit/{row.pk}/").status_code == 403
        assert sign_in(role).get(place).status_code == (403 if role is Role.INSPECTOR else 200)
    assert province.get(f"{place}add/").status_code == 200
    assert province.post(f"{place}add/", NATIONAL[name]).status_code == 302
    assert model._default_manager.count() == before + 1
    province.post(f"{place}delete/{row.pk}/")
    assert model._default_manager.count() == before + 1


def test_the_province_keeps_the_shared_and_the_national(two: Two, province: Client) -> None:
    law = two.shared["legal_reference"]
    sent = {"code": "A1", "provision": "Điều 2", "duty": "Công khai."}
    assert province.post(f"{LAW}edit/{law.pk}/", sent).status_code == 302
    assert LegalReference.objects.get(pk=law.pk).provision == "Điều 2"
    assert province.post(f"{PLACE}add/", {"name": "tỉnh mới", "kind": "tinh"}).status_code == 302
    assert Place.objects.get(name="tỉnh mới").site is None


@pytest.mark.parametrize("who", ["manager", "province", "superuser"])
def test_nobody_deletes_a_row(who: str, two: Two, sign_in: SignIn, province: Client) -> None:
    clients: dict[str, Any] = {
        "manager": sign_in(Role.MANAGER),
        "province": province,
        "superuser": sign_in(two.shared["superuser"]),
    }
    before = [model.objects.count() for model in (Place, Organisation, Unit, LegalReference)]
    for name, row in [*two.a.rows.items(), ("legalreference", two.shared["legal_reference"])]:
        clients[who].post(f"/quan-tri/snippets/registers/{name}/delete/{row.pk}/")
        clients[who].post(f"/quan-tri/bulk/registers/{name}/delete/?id={row.pk}", {"confirm": "1"})
    assert [model.objects.count() for model in (Place, Organisation, Unit, LegalReference)] == before


def test_the_province_makes_people_and_no_superuser(two: Two, province: Client) -> None:
    users = get_user_model().objects
    sent = {
        "username": "nguoi-moi",
        "email": "moi@vi-du.vn",
        "first_name": "Người",
        "last_name": "Mới",
        "password1": "mat-khau-thu-nghiem",
        "password2": "mat-khau-thu-nghiem",
    }
    province.post("/quan-tri/users/new/", {**sent, "is_superuser": "on"})
    assert not users.filter(username="nguoi-moi").exists()
    assert province.post("/quan-tri/users/new/", sent).status_code == 302
    made = users.get(username="nguoi-moi")
    assert not made.is_superuser
    province.post(f"/quan-tri/users/edit/{made.pk}/", {**sent, "is_active": "on", "is_superuser": "on"})
    assert not users.get(pk=made.pk).is_superuser


def test_the_province_touches_no_superuser(two: Two, province: Client) -> None:
    root = two.shared["superuser"]
    sent = {
        "username": "goc",
        "email": "trom@vi-du.vn",
        "first_name": "x",
        "last_name": "x",
        "is_active": "on",
        "password1": "mat-khau-trom-duoc",
        "password2": "mat-khau-trom-duoc",
    }
    province.post(f"/quan-tri/users/edit/{root.pk}/", sent)
    assert get_user_model().objects.get(pk=root.pk).email == root.email


def test_the_province_changes_no_group(two: Two, province: Client) -> None:
    group = two.a.made.ward.groups.all()[0].group
    before = set(group.permissions.values_list("pk", flat=True))
    province.post(f"/quan-tri/groups/edit/{group.pk}/", {"name": "Quản trị tỉnh"})
    group.refresh_from_db()
    assert (group.name.startswith("Quản trị tỉnh"), set(group.permissions.values_list("pk", flat=True))) == (
        False,
        before,
    )
