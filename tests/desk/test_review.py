"""Approving and sending back on the desk."""

from __future__ import annotations

import datetime

import pytest
from wagtail.models import Page, TaskState

from cms.disclosure.models import LogEntry
from cms.models import Approval
from projects_pages.models import ApplicationRound
from tests.desk.office import NEW_TITLE, PUBLIC_TITLE, Office
from tests.factories.law import LegalFigureFactory

pytestmark = pytest.mark.django_db


def entries(office: Office) -> int:
    return LogEntry.objects.filter(record=office.project.record).count()


def test_the_difference_shows_old_and_new_reason_and_editor(office: Office) -> None:
    state = office.submit(slug="khu-nha-o-hai")
    told = office.get("approver", "desk:review", state.pk).content.decode()
    assert f"<del>{PUBLIC_TITLE}</del>" in told
    assert f"<ins>{NEW_TITLE}</ins>" in told
    assert "đổi tên theo quyết định" in told
    assert "/du-an/khu-nha-o-mot/" in told
    assert "/du-an/khu-nha-o-hai/" in told
    assert office.people["editor"].username in told
    assert 'name="approve"' in told


def test_the_checklist_names_what_is_owed_before_what_is_wanted(office: Office) -> None:
    told = office.get("approver", "desk:review", office.submit().pk).content.decode()
    assert "Bắt buộc" in told
    assert "Nên có" in told
    assert told.index("Bắt buộc") < told.index("Nên có")
    assert "phải công bố: chủ đầu tư" in told


def test_a_number_like_a_persons_is_shown_to_the_approver_and_not_in_full(office: Office) -> None:
    state = office.submit(summary="Ai cần mua gọi 0912 345 678 gặp chị Hoa.")
    told = office.get("approver", "desk:review", state.pk).content.decode()
    assert "Cần xem lại" in told
    assert "có số giống số căn cước hoặc điện thoại (091…)" in told


def test_what_is_approved_with_the_digest_that_was_seen_goes_live(office: Office) -> None:
    state = office.submit()
    response = office.approve("approver", state)
    assert response.status_code == 302
    assert office.shown() == NEW_TITLE
    assert entries(office) == 2
    assert NEW_TITLE in office.anonymous().content.decode()


@pytest.mark.parametrize("digest", ["0" * 64, "x"])
def test_another_digest_publishes_nothing_and_says_so(office: Office, digest: str) -> None:
    state = office.submit()
    response = office.approve("approver", state, digest)
    assert response.status_code == 409
    assert "Nội dung đã đổi" in response.content.decode()
    assert office.shown() == PUBLIC_TITLE
    assert entries(office) == 1
    assert not Approval.objects.exists()


def test_without_a_digest_nothing_is_published(office: Office) -> None:
    state = office.submit()
    response = office.post("approver", "desk:review", state.pk, approve="1")
    assert response.status_code == 422
    assert "tải lại trang" in response.content.decode()
    assert office.shown() == PUBLIC_TITLE


@pytest.mark.usefixtures("watched_templates")
def test_a_revision_that_was_rewritten_under_review_is_not_published_by_the_old_page(office: Office) -> None:
    state = office.submit()
    seen = office.get("approver", "desk:review", state.pk).context["seen"].digest
    revision = state.revision
    revision.content["title"] = "Nội dung lén đổi"
    revision.save(update_fields=["content"])
    response = office.approve("approver", state, seen)
    assert response.status_code == 409
    assert "Nội dung lén đổi" in response.content.decode()
    assert office.shown() == PUBLIC_TITLE


def test_an_approver_who_edited_has_no_button_and_is_refused(office: Office) -> None:
    state = office.submit(by="approver")
    told = office.get("approver", "desk:review", state.pk).content.decode()
    assert 'name="approve"' not in told
    assert "nên người khác phải duyệt" in told
    response = office.approve("approver", state)
    assert response.status_code == 403
    assert "nên người khác phải duyệt" in response.content.decode()
    assert office.shown() == PUBLIC_TITLE
    assert entries(office) == 1
    assert office.approve("approver2", state).status_code == 302
    assert office.shown() == NEW_TITLE


@pytest.mark.parametrize("who", ["editor", "manager"])
def test_who_does_not_approve_sees_the_difference_without_buttons_and_is_refused(office: Office, who: str) -> None:
    state = office.submit()
    told = office.get(who, "desk:review", state.pk).content.decode()
    assert NEW_TITLE in told
    assert 'name="approve"' not in told
    response = office.approve(who, state)
    assert response.status_code == 403
    assert "Chỉ người duyệt" in response.content.decode()
    assert office.shown() == PUBLIC_TITLE


def test_an_inspector_sees_no_draft(office: Office) -> None:
    state = office.submit()
    assert office.get("inspector", "desk:review", state.pk).status_code == 403
    assert office.approve("inspector", state).status_code == 403
    assert office.shown() == PUBLIC_TITLE


def test_the_neighbours_approver_is_refused_and_told_nothing(office: Office, neighbour: Office) -> None:
    state = office.submit()
    for response in (
        neighbour.get("approver", "desk:review", state.pk),
        neighbour.approve("approver", state),
        neighbour.get("approver", "desk:acts", office.project.pk),
        neighbour.get("approver", "desk:propose", office.project.pk, "go"),
    ):
        assert response.status_code in {403, 404}
        assert NEW_TITLE not in response.content.decode()
    assert office.shown() == PUBLIC_TITLE


def test_sending_back_needs_a_comment_and_changes_nothing_in_public(office: Office) -> None:
    state = office.submit()
    response = office.post("approver", "desk:review", state.pk, digest="x", reject="1", comment="  ")
    assert response.status_code == 422
    assert "Ghi cần sửa gì" in response.content.decode()
    state.refresh_from_db()
    assert state.status == TaskState.STATUS_IN_PROGRESS

    response = office.post("approver", "desk:review", state.pk, digest="x", reject="1", comment="Thiếu số quyết định")
    assert response.status_code == 302
    state.refresh_from_db()
    assert state.status == TaskState.STATUS_REJECTED
    assert office.shown() == PUBLIC_TITLE
    told = office.get("editor", "desk:home").content.decode()
    assert "Trả lại để sửa" in told
    assert "Thiếu số quyết định" in told


def test_a_page_without_a_title_is_said_to_be_not_ready_and_nothing_is_written(office: Office) -> None:
    state = office.submit()
    state.revision.content["title"] = "  "
    state.revision.save(update_fields=["content"])
    response = office.approve("approver", state)
    assert response.status_code == 422
    assert "Chưa công bố được" in response.content.decode()
    assert office.shown() == PUBLIC_TITLE
    assert not Approval.objects.exists()
    state.refresh_from_db()
    assert state.status == TaskState.STATUS_IN_PROGRESS


def test_what_was_decided_is_not_decided_twice(office: Office) -> None:
    state = office.submit()
    office.approve("approver", state)
    response = office.approve("approver2", state)
    assert response.status_code == 302
    assert entries(office) == 2


def test_neither_button_is_no_decision(office: Office) -> None:
    state = office.submit()
    response = office.post("approver", "desk:review", state.pk, digest="x")
    assert response.status_code == 422
    assert "Chọn duyệt hoặc trả lại" in response.content.decode()


@pytest.mark.parametrize("number", [0, 999_999])
def test_a_review_that_does_not_exist_is_refused(office: Office, number: int) -> None:
    assert office.get("approver", "desk:review", number).status_code in {403, 404}


def test_a_first_publication_shows_all_of_it_as_new(office: Office) -> None:
    from tests.factories import ProjectPageFactory

    page = ProjectPageFactory(ward=office.ward, title="Dự án mới")
    page.change_reason = "công bố lần đầu"
    page.save_revision(user=office.people["editor"], log_action=True)
    state = page.get_workflow().start(page, office.people["editor"]).current_task_state
    told = office.get("approver", "desk:review", state.pk).content.decode()
    assert "Nội dung sẽ công khai lần đầu" in told
    assert "Chưa từng công khai" in told
    assert office.approve("approver", state).status_code == 302
    assert Page.objects.get(pk=page.pk).live


def test_the_approver_reads_what_does_not_fit_together(office: Office) -> None:
    LegalFigureFactory(code="thong-bao-truoc", bound="it-nhat", money=None, number=20, unit="ngày", name="Báo trước")
    day = datetime.date(2026, 6, 1)
    late = [ApplicationRound(name="Đợt gấp", announced_on=day, opens_on=day, closes_on=day)]
    told = office.get("approver", "desk:review", office.submit(rounds=late).pk).content.decode()
    assert "Cần xem lại" in told
    assert "Báo trước: 0 ngày, luật quy định ít nhất 20" in told
    assert 'name="approve"' in told
