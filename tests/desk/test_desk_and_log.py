"""What waits on the desk, and the log as staff search it."""

from __future__ import annotations

import datetime

import pytest
from django.utils import timezone
from wagtail.models import Page

from cms.models import Approval
from tests.desk.office import NEW_TITLE, PUBLIC_TITLE, Office
from tests.factories import ProjectPageFactory

pytestmark = pytest.mark.django_db


def desk(office: Office, who: str) -> str:
    return str(office.get(who, "desk:home").content.decode())


def test_an_empty_desk_says_so(office: Office) -> None:
    told = desk(office, "approver")
    assert "Không có gì chờ duyệt." in told
    assert "Không có đề nghị nào." in told


def test_what_waits_stands_on_the_approvers_desk_and_home(office: Office) -> None:
    office.submit()
    for told in (desk(office, "approver"), office.get("approver", "wagtailadmin_home").content.decode()):
        assert NEW_TITLE in told
        assert "đổi tên theo quyết định" in told
        assert office.people["editor"].username in told


def test_the_editor_sees_his_own_not_what_others_review(office: Office) -> None:
    office.submit()
    told = desk(office, "editor")
    assert "Chờ duyệt, chưa công khai" in told
    assert "Không có gì chờ duyệt." not in told
    assert NEW_TITLE not in desk(office, "manager")


def test_a_neighbour_sees_nothing_of_it(office: Office, neighbour: Office) -> None:
    office.submit()
    for who in ("approver", "editor", "manager"):
        assert NEW_TITLE not in desk(neighbour, who)


def test_a_draft_that_was_not_sent_is_remembered(office: Office) -> None:
    page = ProjectPageFactory(ward=office.ward, title="Bản nháp của tôi")
    page.save_revision(user=office.people["editor"])
    assert "Bản nháp của tôi" in desk(office, "editor")
    assert "Bản nháp của tôi" not in desk(office, "approver")


def test_what_is_scheduled_stands_apart_and_is_not_public(office: Office) -> None:
    state = office.submit(go_live_at=timezone.now() + datetime.timedelta(days=1))
    told = office.get("approver", "desk:review", state.pk).content.decode()
    assert "Duyệt, hẹn giờ công khai" in told
    assert office.approve("approver", state).status_code == 302
    assert office.shown() == PUBLIC_TITLE
    assert "Đã duyệt, chờ đến giờ công khai (1)" in desk(office, "approver")


def test_what_was_held_back_is_an_alarm(office: Office) -> None:
    state = office.submit(go_live_at=timezone.now() + datetime.timedelta(days=1))
    office.approve("approver", state)
    Approval.objects.update(problem="Thiếu tên.")
    told = desk(office, "approver")
    assert "Đã duyệt nhưng không công bố được (1)" in told
    assert "Thiếu tên." in told


def test_an_inspector_reads_the_log_but_no_desk_and_no_draft(office: Office) -> None:
    office.submit()
    assert office.get("inspector", "desk:home").status_code == 403
    home = office.get("inspector", "wagtailadmin_home").content.decode()
    log = office.get("inspector", "desk:log").content.decode()
    assert PUBLIC_TITLE in log
    assert "lich-su/" in log
    assert NEW_TITLE not in home + log


@pytest.mark.usefixtures("watched_templates")
@pytest.mark.parametrize("who", ["editor", "approver", "manager", "inspector"])
def test_every_role_of_the_ward_reads_its_log_only(office: Office, neighbour: Office, who: str) -> None:
    Page.objects.filter(pk=neighbour.project.pk).update(title="x")
    response = office.get(who, "desk:log", cong="xa-ben")
    assert response.status_code == 200
    assert response.context["ward"] == office.ward.ward


@pytest.mark.usefixtures("watched_templates")
@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"q": "khu nha o mot"}, True),
        ({"q": "KHU NHÀ Ở MỘT"}, True),
        ({"q": "không có tên này"}, False),
        ({"act": "published"}, True),
        ({"act": "withdrawn"}, False),
        ({"since": "2000-01-01", "until": "2100-01-01"}, True),
        ({"until": "2000-01-01"}, False),
        ({"since": "01/01/2000"}, True),
        ({"q": "\x00" + "a" * 10_000}, True),
        ({"since": "0001-01-01"}, True),
        ({"until": "9999-12-31"}, True),
        ({"since": "2026-13-45", "act": "lạ", "p": "không"}, True),
        ({"p": "99999999999"}, True),
    ],
)
def test_the_log_is_searched_by_title_act_and_day_and_broken_words_are_left_out(
    office: Office, query: dict[str, str], found: bool
) -> None:
    response = office.get("inspector", "desk:log", **query)
    assert response.status_code == 200
    titles = [line.title for line in response.context["lines"]]
    assert (PUBLIC_TITLE in titles) is found


def test_a_withdrawn_record_keeps_its_published_title_in_the_log_whatever_the_draft_says(office: Office) -> None:
    office.post("editor", "desk:propose", office.project.pk, "go", reason="lý do thử")
    proposal = office.project.proposals.get()
    office.post("approver", "desk:decide", proposal.pk, agree="1")
    Page.objects.filter(pk=office.project.pk).update(title="Tên nháp mới")
    told = office.get("inspector", "desk:log").content.decode()
    assert PUBLIC_TITLE in told
    assert "Tên nháp mới" not in told
