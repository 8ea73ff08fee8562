"""What a portal says of itself passes the one way to the public: two people, an entry, a public history."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page, PageViewRestriction
from wagtail.test.utils.form_data import querydict_from_html

from cms.disclosure import log
from cms.disclosure.models import Act, LogEntry
from cms.models import ProposalAct, Role
from cms.models.identity import identity_of
from cms.models.images import ALL
from cms.publishing.approval import approve, digest_of
from cms.publishing.proposals import decide, propose
from home.models import HomePage
from tests.factories import MadeWard, PortalImageFactory, UnitFactory, make_staff, publish

pytestmark = pytest.mark.django_db

NOTICE = "Cổng bảo trì từ 22 giờ đến 23 giờ tối nay."


def read(ward: MadeWard, path: str = "/khong-co/") -> str:
    """What a citizen reads; an address that leads nowhere has the frame and nothing else."""
    return Client(HTTP_HOST=ward.host).get(path).content.decode()


def signed_in(ward: MadeWard, user: Any) -> Client:
    """A client of the administration."""
    client = Client(HTTP_HOST=ward.host)
    client.force_login(user)
    return client


def save(ward: MadeWard, user: Any, **values: str) -> int:
    """Save the home page's form with other values, pressing every button there is or was; the answer's status."""
    client = signed_in(ward, user)
    address = reverse("wagtailadmin_pages:edit", args=[ward.home.pk])
    data = querydict_from_html(client.get(address).content.decode(), form_id="page-edit-form")
    for name, value in {"change_reason": "bảo trì", **values}.items():
        data[name] = value
    return int(client.post(address, dict(data.lists())).status_code)


def test_two_people_put_up_a_notice_and_the_public_reads_why(ward: MadeWard) -> None:
    editor, approver = make_staff(ward, Role.EDITOR), make_staff(ward, Role.APPROVER)
    assert save(ward, editor, notice=NOTICE, **{"action-submit": "1"}) == 302
    assert NOTICE not in read(ward)
    home = HomePage.objects.get(pk=ward.home.pk)
    state = home.current_workflow_state.current_task_state
    shown = signed_in(ward, approver).get(reverse("desk:review", args=[state.pk])).content.decode()
    assert "Dải báo đầu trang" in shown
    assert NOTICE in shown
    approve(state, approver, seen_digest=digest_of(state.revision))
    for path in ("/", "/du-an/", "/khong-co/", "/tim-kiem/"):
        assert NOTICE in read(ward, path)
    history = read(ward, "/lich-su/")
    assert NOTICE in history
    assert "bảo trì" in history
    assert log.last_facts(home.record).facts["notice"] == NOTICE  # type: ignore[union-attr] # it was published
    assert NOTICE in read(ward, "/du-lieu.json")


@pytest.mark.parametrize("role", [Role.EDITOR, Role.APPROVER, Role.MANAGER, "superuser"])
def test_nobody_changes_it_alone(role: Any, ward: MadeWard, admin_user: Any) -> None:
    person = admin_user if role == "superuser" else make_staff(ward, role)
    before = LogEntry.objects.count()
    save(ward, person, notice=NOTICE, ward_name="phường Khác", **{"action-publish": "1", "action-submit": "1"})
    page = read(ward)
    assert NOTICE not in page
    assert "phường Khác" not in page
    assert LogEntry.objects.count() == before


def test_no_screen_is_left_on_which_one_person_could(ward: MadeWard, admin_client: Client) -> None:
    assert admin_client.get("/quan-tri/settings/cms/portalsettings/").status_code == 404


def test_it_is_told_like_any_fact(ward: MadeWard) -> None:
    ward.home.phone = "0213 000 000"
    publish(ward.home, reason="có số mới")
    entry = LogEntry.objects.latest("pk")
    assert (entry.act, entry.content["reason"]) == (Act.CHANGED, "có số mới")
    assert "Điện thoại: 0213 000 000" in read(ward)


def test_the_office_of_an_entry_is_the_published_one(ward: MadeWard) -> None:
    assert LogEntry.objects.earliest("pk").content["office"] == f"UBND {ward.ward.name}"
    ward.home.ward_name = "phường Nháp"
    ward.home.save_revision()
    publish(ward.documents, reason="không đổi gì")
    ward.documents.title = "Văn bản khác"
    publish(ward.documents)
    assert LogEntry.objects.latest("pk").content["office"] == f"UBND {ward.ward.name}"
    publish(ward.home)
    assert LogEntry.objects.latest("pk").content["office"] == "UBND phường Nháp"


def test_a_renamed_unit_is_a_change_of_the_portal(ward: MadeWard) -> None:
    ward.home.guide_unit = UnitFactory(ward=ward, name="Phòng Một")
    publish(ward.home)
    assert "Đơn vị hướng dẫn: Phòng Một." in read(ward)
    ward.home.guide_unit.name = "Phòng Hai"
    ward.home.guide_unit.save()
    assert "Đơn vị hướng dẫn: Phòng Hai." in read(ward)
    assert str(LogEntry.objects.latest("pk").record) == str(ward.home.record)


@pytest.mark.parametrize("act", [ProposalAct.WITHDRAW, ProposalAct.HIDE, ProposalAct.RESTRICT])
def test_while_the_home_page_is_hidden_the_frame_says_the_name_only(act: ProposalAct, ward: MadeWard) -> None:
    ward.home.notice = NOTICE
    publish(ward.home)
    asked = propose(Page.objects.get(pk=ward.home.pk).specific, act, by=make_staff(ward, Role.EDITOR), reason="thử")
    decide(asked, by=make_staff(ward, Role.APPROVER), agree=True)
    home = Page.objects.get(pk=ward.home.pk).specific
    home.notice, home.phone = "Nháp sau khi gỡ", "0213 111"
    if act is not ProposalAct.RESTRICT:
        home.save()  # as Wagtail's editor does with pages that are not live
    assert home.live is PageViewRestriction.objects.filter(page=home).exists()
    page = read(ward)
    assert identity_of(ward.site.pk) is None
    assert f"UBND {ward.ward.name}" in page
    assert NOTICE not in page
    assert "Nháp sau khi gỡ" not in page
    assert "Lịch sử thông tin của cổng" not in page


def test_a_preview_of_the_home_page_shows_its_own_frame(ward: MadeWard) -> None:
    editor = make_staff(ward, Role.EDITOR)
    save(ward, editor, notice=NOTICE)
    draft = signed_in(ward, editor).get(reverse("wagtailadmin_pages:view_draft", args=[ward.home.pk]))
    assert NOTICE in draft.content.decode()
    other = signed_in(ward, editor).get(reverse("wagtailadmin_pages:view_draft", args=[ward.projects.pk]))
    assert NOTICE not in other.content.decode()


def test_the_emblem_is_shown_on_every_page(ward: MadeWard) -> None:
    ward.home.emblem = PortalImageFactory(ward=ward)
    publish(ward.home)
    assert read(ward).count('src="/media/images/') == 1
    assert {one.filter_spec for one in ward.home.emblem.renditions.all()} == set(ALL)


def test_one_portal_says_nothing_of_another(ward: MadeWard) -> None:
    assert identity_of(ward.site.pk + 1) is None
