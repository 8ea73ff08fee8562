"""Each act leaves its entry, the record's state, and the public record where it belongs."""

from __future__ import annotations

import datetime
import hashlib
import json
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.test import Client
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.models import Page, PageViewRestriction

from cms.disclosure import canonical, history
from cms.disclosure.models import Act, LogEntry, PublicFile, PublishedFacts, RecordHead, RecordState
from cms.disclosure.verification import verify
from cms.models import Correction, LegalBasis, Proposal, ProposalAct, Role
from cms.publishing.authority import Authority, acting
from cms.publishing.disclose import disclose
from cms.publishing.errors import AnotherWard, AwaitsDecision
from cms.publishing.projections import problems
from cms.publishing.proposals import decide, propose
from home.models import StandardPage
from search.api import search
from search.indexing import rebuild
from search.models import PublicRecord
from tests.factories import (
    LegalDocumentPageFactory,
    MadeWard,
    ProjectPageFactory,
    StandardPageFactory,
    make_staff,
    make_ward,
    publish,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def record(ward: MadeWard) -> Any:
    """A public document."""
    return publish(LegalDocumentPageFactory(ward=ward, title="Về việc thử", slug="ve-viec-thu"))


def acts(page: Any) -> list[str]:
    """What the log says of a record, in order."""
    return list(LogEntry.objects.filter(record=page.record).order_by("version").values_list("act", flat=True))


def head(page: Any) -> RecordHead:
    """What is kept of the record."""
    return RecordHead.objects.get(record=page.record)


def row(page: Any) -> PublicRecord | None:
    """The record as search and lists have it."""
    return PublicRecord.objects.filter(record=page.record).first()


def withdraw(page: Any, **authority: Any) -> None:
    """Take a page from the public."""
    with acting(Authority(**authority)):
        UnpublishPageAction(type(page).objects.get(pk=page.pk)).execute(skip_permission_checks=True)


def hide(page: Any, ward: MadeWard) -> Proposal:
    """Hide a page at once."""
    return propose(page, ProposalAct.HIDE, by=make_staff(ward, Role.EDITOR), reason="lộ số điện thoại")


def test_the_first_publication(record: Any) -> None:
    entry = LogEntry.objects.get(record=record.record)
    assert (entry.act, entry.version) == (Act.PUBLISHED, 1)
    assert head(record).state == RecordState.PUBLIC
    shown = row(record)
    assert shown is not None
    assert (shown.url, shown.title, shown.version) == ("/van-ban/ve-viec-thu/", "Về việc thử", 1)


def test_publishing_again_without_a_change_adds_no_entry(record: Any) -> None:
    for act in (None, Act.CHANGED, Act.CORRECTED):
        publish(record, reason="không đổi gì", act=act)
    assert acts(record) == [Act.PUBLISHED]


def test_a_change_a_correction_an_end_and_a_reopening(record: Any) -> None:
    record.scope = "Toàn phường"
    record = publish(record, reason="thêm phạm vi", decision="12/QĐ-UBND")
    record.corrections.add(Correction(corrected_on=datetime.date(2026, 5, 1), text="sai số"))
    record = publish(record)
    record.ended_on, record.ended_reason = datetime.date(2026, 6, 1), "hết hạn"
    record = publish(record)
    ended = row(record)
    assert ended is not None
    assert not ended.is_open
    assert head(record).state == RecordState.ENDED
    record.ended_on, record.ended_reason = None, ""
    record = publish(record)
    reopened = row(record)
    assert reopened is not None
    assert reopened.is_open
    assert acts(record) == [Act.PUBLISHED, Act.CHANGED, Act.CORRECTED, Act.ENDED, Act.REOPENED]
    content = LogEntry.objects.get(record=record.record, version=2).content
    assert (content["reason"], content["decision"]) == ("thêm phạm vi", "12/QĐ-UBND")


def test_withdrawing_and_restoring(record: Any, ward: MadeWard) -> None:
    withdraw(record, reason="đăng nhầm")
    assert head(record).state == RecordState.WITHDRAWN
    assert row(record) is None
    record = publish(type(record).objects.get(pk=record.pk))
    assert head(record).state == RecordState.PUBLIC
    assert row(record) is not None
    assert acts(record) == [Act.PUBLISHED, Act.WITHDRAWN, Act.RESTORED]
    assert verify(ward.site.pk) == []


def test_hiding_confirmed(record: Any, ward: MadeWard) -> None:
    proposal = hide(record, ward)
    assert head(record).state == RecordState.HIDDEN
    assert row(record) is None
    decide(proposal, by=make_staff(ward, Role.APPROVER), agree=True)
    assert acts(record) == [Act.PUBLISHED, Act.HIDDEN, Act.HIDING_CONFIRMED]
    assert head(record).state == RecordState.WITHDRAWN
    assert problems() == []


def test_hiding_undone_brings_back_what_was_public(record: Any, ward: MadeWard) -> None:
    proposal = hide(record, ward)
    draft = type(record).objects.get(pk=record.pk)
    draft.title = "Bản nháp sửa trong lúc chờ"
    draft.save_revision()
    decide(proposal, by=make_staff(ward, Role.APPROVER), agree=False, answer="không có dữ liệu cá nhân")
    assert acts(record) == [Act.PUBLISHED, Act.HIDDEN, Act.RESTORED]
    shown = row(record)
    assert shown is not None
    assert shown.title == "Về việc thử"
    assert problems() == []


def test_a_hidden_record_comes_back_only_by_its_decision(record: Any, ward: MadeWard) -> None:
    hide(record, ward)
    with pytest.raises(AwaitsDecision):
        publish(type(record).objects.get(pk=record.pk))
    assert not Page.objects.get(pk=record.pk).live
    assert acts(record) == [Act.PUBLISHED, Act.HIDDEN]


def test_a_new_slug_of_an_index_moves_all_below_it(ward: MadeWard) -> None:
    children = [publish(LegalDocumentPageFactory(ward=ward, slug=f"so-{number}")) for number in range(3)]
    draft = LegalDocumentPageFactory(ward=ward, slug="nhap")
    index = ward.documents
    index.slug = "cong-van"
    publish(index, reason="đổi tên mục")
    for page in [index, *children]:
        assert acts(page) == [Act.PUBLISHED, Act.MOVED]
        assert "facts" not in LogEntry.objects.get(record=page.record, version=2).content
    assert [head(page).address for page in children] == [f"/cong-van/so-{number}/" for number in range(3)]
    assert {shown.url for page in children if (shown := row(page))} == {f"/cong-van/so-{n}/" for n in range(3)}
    assert acts(draft) == []
    assert problems() == []


def test_a_page_that_is_not_public_takes_the_records_below_it_to_its_new_address(ward: MadeWard) -> None:
    parent = publish(StandardPageFactory(ward=ward, slug="cha"))
    child = publish(StandardPageFactory(parent=parent, slug="con"))
    withdraw(parent)
    parent = StandardPage.objects.get(pk=parent.pk)
    parent.slug = "cha-moi"
    publish(parent)
    assert head(child).address == "/cha-moi/con/"
    assert problems() == []


def test_moving_logs_the_page_and_all_below_it(ward: MadeWard) -> None:
    parent = publish(StandardPageFactory(ward=ward, slug="cha"))
    child = publish(StandardPageFactory(parent=parent, slug="con"))
    other = publish(StandardPageFactory(ward=ward, slug="khac"))
    with acting(Authority(reason="xếp lại")):
        StandardPage.objects.get(pk=parent.pk).move(StandardPage.objects.get(pk=other.pk), pos="last-child")
    assert (head(parent).address, head(child).address) == ("/khac/cha/", "/khac/cha/con/")
    assert acts(child) == [Act.PUBLISHED, Act.MOVED]
    assert problems() == []


def test_a_record_stays_in_the_log_of_its_ward(record: Any) -> None:
    """So it is searched and counted where it was published, at every moment."""
    other = make_ward("phuong-khac")
    rebuild()
    found = {site: search(record.title, site_id=site).count for site in (head(record).site_id, other.site.pk)}
    assert found == {head(record).site_id: 1, other.site.pk: 0}
    with pytest.raises(PermissionDenied), acting(Authority()):
        type(record).objects.get(pk=record.pk).move(other.documents, pos="last-child")
    rebuild()
    assert {site: search(record.title, site_id=site).count for site in found} == found


def test_a_record_that_was_put_below_another_ward_by_hand_is_not_logged_there(record: Any) -> None:
    other = make_ward("phuong-khac")
    Page.objects.filter(pk=record.pk).update(url_path=f"{other.documents.url_path}ve-viec-thu/")
    with pytest.raises(AnotherWard), transaction.atomic():
        disclose(record, Authority())


def test_a_restriction_takes_all_below_it_from_the_public_and_back(record: Any, ward: MadeWard) -> None:
    with acting(Authority(reason="rà soát")):
        restriction = PageViewRestriction.objects.create(page=ward.documents, restriction_type="login")
    assert row(record) is None
    assert row(ward.documents) is None
    with acting(Authority(reason="xong")):
        restriction.delete()
    assert acts(record) == [Act.PUBLISHED, Act.WITHDRAWN, Act.RESTORED]
    assert problems() == []


def test_the_history_of_a_hidden_record_tells_acts_without_facts(record: Any, ward: MadeWard, client: Client) -> None:
    hide(record, ward)
    entries = list(LogEntry.objects.filter(record=record.record).order_by("-version"))
    told = history.publications(head(record), entries, {})
    assert [(publication.act_label, publication.changes) for publication in told] == [
        ("Gỡ khẩn cấp", []),
        ("Công bố lần đầu", []),
    ]
    for query in ("", "?lan=1"):
        answer = client.get(f"/van-ban/ve-viec-thu/du-lieu.json{query}", HTTP_HOST=ward.host)
        assert answer.status_code == 404


def test_the_history_compares_across_acts_that_change_no_fact(record: Any) -> None:
    for number in range(8):
        record.slug = f"so-{number}"
        record = publish(record)
    record.scope = "Toàn phường"
    record = publish(record)
    newest = list(LogEntry.objects.filter(record=record.record).order_by("-version")[:1])
    assert [change.path for change in history.publications(head(record), newest, {})[0].changes] == ["scope"]


def test_the_json_is_served_as_it_was_hashed(record: Any, ward: MadeWard, client: Client) -> None:
    answer = client.get("/van-ban/ve-viec-thu/du-lieu.json", HTTP_HOST=ward.host)
    entry = LogEntry.objects.get(record=record.record)
    assert hashlib.sha256(answer.content).hexdigest() == entry.content["facts"]
    assert answer.headers["X-Content-SHA256"] == entry.content["facts"]
    assert "ETag" not in answer.headers
    content = json.loads(answer.content)
    assert answer.content.decode() == canonical.dumps(content)
    assert len(bytes.fromhex(content["nonce"])) == 16
    assert content["record"] == str(record.record)


def test_the_nonce_differs_between_versions_and_records(record: Any, ward: MadeWard) -> None:
    publish(LegalDocumentPageFactory(ward=ward))
    nonces = [facts.content["nonce"] for facts in PublishedFacts.objects.all()]
    assert len(nonces) == len(set(nonces)) > 2


def test_a_draft_is_referred_to_by_its_id_alone(record: Any, ward: MadeWard, client: Client) -> None:
    draft = LegalDocumentPageFactory(ward=ward, title="Tuyệt mật chưa ký", number="99/MAT")
    record.legal_bases.add(LegalBasis(document=draft.disclosurepage_ptr))
    record = publish(record)
    answer = client.get("/van-ban/ve-viec-thu/du-lieu.json", HTTP_HOST=ward.host).content.decode()
    assert str(draft.record) in answer
    shown = row(record)
    assert shown is not None
    everything = answer + shown.body + shown.keys + "".join(LogEntry.objects.values_list("body", flat=True))
    assert "Tuyệt mật" not in everything
    assert "99/MAT" not in everything


def test_the_name_of_a_record_that_goes_from_the_public_goes_from_other_records(record: Any, ward: MadeWard) -> None:
    cited = publish(LegalDocumentPageFactory(ward=ward, title="Có tên người dân"))
    record.legal_bases.add(LegalBasis(document=cited.disclosurepage_ptr))
    record = publish(record)
    before = row(record)
    assert before is not None
    assert "Có tên người dân" in before.body
    hide(cited, ward)
    after = row(record)
    assert after is not None
    assert "Có tên người dân" not in after.body
    assert acts(record) == [Act.PUBLISHED, Act.CHANGED]
    assert problems() == []


def test_entries_name_the_office_and_no_person(record: Any, ward: MadeWard) -> None:
    editor = make_staff(ward, Role.EDITOR, first_name="Lò", last_name="Thị Mẫu")
    approver = make_staff(ward, Role.APPROVER, first_name="Giàng", last_name="A Thử")
    proposal = propose(record, ProposalAct.HIDE, by=editor, reason="lý do")
    decide(proposal, by=approver, agree=False, answer="không")
    entries = LogEntry.objects.filter(record=record.record)
    assert {entry.content["office"] for entry in entries} == {"UBND phường Phuong Thu"}
    for person in (editor, approver):
        for word in (person.username, person.first_name, person.last_name):
            assert not [entry for entry in entries if word in entry.body]


def test_files_are_public_with_their_record_and_no_longer(ward: MadeWard) -> None:
    project = publish(ProjectPageFactory(ward=ward, full=True))
    documents = {attachment.document_id for attachment in project.attachments.all()}
    assert set(PublicFile.objects.values_list("document_id", flat=True)) == documents
    entry = LogEntry.objects.get(record=project.record)
    assert entry.content["files"] == sorted(PublicFile.objects.values_list("sha256", flat=True))
    withdraw(project)
    assert not PublicFile.objects.exists()
