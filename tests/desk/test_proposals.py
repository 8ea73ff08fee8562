"""Asking for an act, and deciding as the second person."""

from __future__ import annotations

from typing import Any

import pytest
from wagtail.models import Page

from cms.disclosure.models import Act, LogEntry, RecordHead, RecordState
from cms.models import Proposal, ProposalState
from tests.desk.office import Office
from tests.factories import StandardPageFactory, publish

pytestmark = pytest.mark.django_db


def acts(page: Any) -> list[str]:
    return list(LogEntry.objects.filter(record=page.record).order_by("version").values_list("act", flat=True))


def state(page: Any) -> str:
    return str(RecordHead.objects.get(record=page.record).state)


def propose(office: Office, who: str, act: str, **data: Any) -> Any:
    return office.post(who, "desk:propose", office.project.pk, act, **{"reason": "lý do thử", **data})


def waiting() -> Proposal:
    return Proposal.objects.get(state=ProposalState.OPEN)


@pytest.mark.parametrize(("act", "done"), [("go", Act.WITHDRAWN), ("gioi-han", Act.WITHDRAWN)])
def test_what_is_proposed_happens_when_another_agrees(office: Office, act: str, done: Act) -> None:
    assert propose(office, "editor", act, decision="12/QĐ-UBND").status_code == 302
    assert office.anonymous().status_code == 200
    proposal = waiting()
    told = office.get("approver", "desk:decide", proposal.pk).content.decode()
    assert "lý do thử" in told
    assert "12/QĐ-UBND" in told
    assert "Điều sẽ xảy ra" in told
    assert office.post("approver", "desk:decide", proposal.pk, agree="1").status_code == 302
    assert acts(office.project)[-1] == done
    assert office.anonymous().status_code != 200


def test_a_restriction_is_taken_back_by_two_people_too(office: Office) -> None:
    propose(office, "editor", "gioi-han")
    office.post("approver", "desk:decide", waiting().pk, agree="1")
    assert "Bỏ giới hạn" in office.get("editor", "desk:acts", office.project.pk).content.decode()
    assert propose(office, "editor", "bo-gioi-han").status_code == 302
    office.post("approver", "desk:decide", waiting().pk, agree="1")
    assert office.anonymous().status_code == 200


def test_a_page_moves_only_where_its_type_may_stand(office: Office, neighbour: Office) -> None:
    here = publish(StandardPageFactory(ward=office.ward, title="Hỏi đáp"))
    there = publish(StandardPageFactory(ward=office.ward, title="Hướng dẫn"))
    foreign = publish(StandardPageFactory(ward=neighbour.ward, title="Trang xã bên"))
    told = office.get("editor", "desk:propose", here.pk, "chuyen").content.decode()
    assert "Hướng dẫn" in told
    assert "Trang xã bên" not in told
    for target in (foreign.pk, here.pk, office.ward.projects.pk, ""):
        response = office.post("editor", "desk:propose", here.pk, "chuyen", reason="sắp lại", target=target)
        assert response.status_code in {403, 422}
    assert (
        office.post("editor", "desk:propose", here.pk, "chuyen", reason="sắp lại", target=there.pk).status_code == 302
    )
    response = office.post("approver", "desk:decide", waiting().pk, agree="1")
    assert response.status_code == 302
    assert Page.objects.get(pk=here.pk).get_parent() == Page.objects.get(pk=there.pk)
    assert acts(here)[-1] == Act.MOVED


def test_a_move_whose_place_was_taken_meanwhile_is_refused_and_nothing_is_written(office: Office) -> None:
    here = publish(StandardPageFactory(ward=office.ward, title="Hỏi đáp"))
    there = publish(StandardPageFactory(ward=office.ward, title="Hướng dẫn"))
    office.post("editor", "desk:propose", here.pk, "chuyen", reason="sắp lại", target=there.pk)
    StandardPageFactory(parent=there, title="Trang khác", slug=here.slug)
    response = office.post("approver", "desk:decide", waiting().pk, agree="1")
    assert response.status_code == 422
    assert "không nhận trang này" in response.content.decode()
    assert waiting().state == ProposalState.OPEN
    assert not Page.objects.get(pk=here.pk).is_child_of(there)


def test_hiding_is_done_at_once_and_confirmed_by_another(office: Office) -> None:
    response = propose(office, "editor", "go-khan-cap")
    assert response.status_code == 422  # not without having said that one is sure
    assert office.anonymous().status_code == 200
    assert propose(office, "editor", "go-khan-cap", sure="on").status_code == 302
    assert office.anonymous().status_code == 410
    assert state(office.project) == RecordState.HIDDEN
    told = office.get("approver", "desk:home").content.decode()
    assert "đã gỡ, chờ xác nhận" in told
    assert office.post("approver", "desk:decide", waiting().pk, agree="1").status_code == 302
    assert state(office.project) == RecordState.WITHDRAWN
    assert acts(office.project)[-2:] == [Act.HIDDEN, Act.HIDING_CONFIRMED]


def test_hiding_is_undone_when_another_refuses(office: Office) -> None:
    propose(office, "editor", "go-khan-cap", sure="on")
    assert office.post("approver", "desk:decide", waiting().pk, refuse="1").status_code == 422  # not without an answer
    assert office.anonymous().status_code == 410
    response = office.post("approver", "desk:decide", waiting().pk, refuse="1", answer="không có dữ liệu cá nhân")
    assert response.status_code == 302
    assert office.anonymous().status_code == 200
    assert acts(office.project)[-1] == Act.RESTORED


@pytest.mark.parametrize("act", ["go", "gioi-han", "go-khan-cap"])
def test_nobody_decides_his_own_proposal(office: Office, act: str) -> None:
    propose(office, "approver", act, sure="on")
    told = office.get("approver", "desk:decide", waiting().pk).content.decode()
    assert "nên người khác phải giải quyết" in told
    assert 'name="agree"' not in told
    response = office.post("approver", "desk:decide", waiting().pk, agree="1")
    assert response.status_code == 403
    assert "không tự duyệt được" in response.content.decode()
    assert waiting().state == ProposalState.OPEN


@pytest.mark.parametrize("who", ["manager", "editor"])
def test_only_approvers_decide(office: Office, who: str) -> None:
    asker = "editor" if who == "manager" else "manager"
    propose(office, asker, "go")
    assert 'name="agree"' not in office.get(who, "desk:decide", waiting().pk).content.decode()
    assert office.post(who, "desk:decide", waiting().pk, agree="1").status_code == 403
    assert waiting().state == ProposalState.OPEN
    assert office.anonymous().status_code == 200


def test_inspectors_and_neighbours_neither_ask_nor_decide(office: Office, neighbour: Office) -> None:
    assert propose(office, "inspector", "go").status_code == 403
    assert neighbour.post("approver", "desk:propose", office.project.pk, "go", reason="x").status_code in {403, 404}
    assert not Proposal.objects.exists()
    propose(office, "editor", "go")
    assert neighbour.get("approver", "desk:decide", waiting().pk).status_code in {403, 404}
    assert neighbour.post("approver", "desk:decide", waiting().pk, agree="1").status_code in {403, 404}
    assert office.anonymous().status_code == 200


def test_one_proposal_at_a_time_and_only_on_public_pages(office: Office) -> None:
    propose(office, "editor", "go")
    response = propose(office, "manager", "go-khan-cap", sure="on")
    assert response.status_code == 422
    assert "Đã có một đề nghị" in response.content.decode()
    office.post("approver", "desk:decide", waiting().pk, agree="1")
    assert propose(office, "editor", "go").status_code == 422
    assert "Gửi đề nghị" not in office.get("editor", "desk:propose", office.project.pk, "go").content.decode()


def test_a_reason_is_demanded(office: Office) -> None:
    response = propose(office, "editor", "go", reason="  ")
    assert response.status_code == 422
    assert not Proposal.objects.exists()


def test_a_hidden_record_does_not_come_back_by_an_approval(office: Office) -> None:
    waits = office.submit()
    propose(office, "editor", "go-khan-cap", sure="on")
    response = office.approve("approver", waits)
    assert response.status_code == 403
    assert "gỡ khẩn cấp" in response.content.decode()
    assert office.anonymous().status_code == 410


def test_an_unknown_act_is_no_address(office: Office) -> None:
    assert office.clients["editor"].get(f"/quan-tri/cong-bo/trang/{office.project.pk}/xoa/").status_code in {403, 404}
