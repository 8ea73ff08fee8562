"""What is approved or brought back is what somebody saw, the bytes of its files included."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.base import ContentFile
from wagtail.models import Comment, CommentReply

from cms.disclosure.models import PublicFile, RecordHead, RecordState
from cms.models import Attachment, FigureSource, PortalDocument, ProposalAct, Role
from cms.publishing.errors import FileIsPublic
from cms.publishing.proposals import decide, propose
from tests.desk.office import NEW_TITLE, PUBLIC_TITLE, Office
from tests.factories import LegalDocumentPageFactory, OrganisationFactory, PortalDocumentFactory, make_staff, publish
from tests.factories.wards import again

pytestmark = pytest.mark.django_db


def replace(document: Any) -> None:
    """Other bytes under the same id."""
    document.file.save("khac.pdf", ContentFile(b"noi dung khac han"))


@pytest.mark.usefixtures("watched_templates")
def test_a_file_that_was_replaced_under_review_is_not_published(office: Office) -> None:
    document = PortalDocumentFactory(ward=office.ward)
    state = office.submit(attachments=[Attachment(title="Phụ lục", document=document)])
    seen = office.get("approver", "desk:review", state.pk).context["seen"].digest
    replace(document)
    assert office.approve("approver", state, seen).status_code == 409
    assert office.shown() == PUBLIC_TITLE
    assert not PublicFile.objects.filter(document_id=document.pk).exists()


@pytest.mark.usefixtures("watched_templates")
def test_a_register_row_that_was_renamed_under_review_is_seen_first(office: Office) -> None:
    provider = OrganisationFactory(ward=office.ward, name="Công ty Một")
    state = office.submit(provider=provider)
    seen = office.get("approver", "desk:review", state.pk).context["seen"].digest
    provider.name = "Công ty Hai"
    provider.save()
    response = office.approve("approver", state, seen)
    assert response.status_code == 409
    assert "Công ty Hai" in response.content.decode()


@pytest.mark.usefixtures("watched_templates")
@pytest.mark.parametrize("gone", ["file", "page"])
def test_a_draft_opens_after_what_it_names_was_deleted_and_is_seen_anew_before_approval(
    office: Office, gone: str
) -> None:
    named: Any
    if gone == "file":
        named = PortalDocumentFactory(ward=office.ward)
        state = office.submit(attachments=[Attachment(title="Phụ lục", document=named)])
    else:
        named = LegalDocumentPageFactory(ward=office.ward)
        state = office.submit(sources=[FigureSource(fact="summary", document=named)])
    seen = office.get("approver", "desk:review", state.pk).context["seen"].digest
    if gone == "file":  # past the guard, as a command of the database would
        PortalDocument.objects.filter(pk=named.pk)._raw_delete("default")
    else:
        named.delete()
    assert office.get("editor", "wagtailadmin_pages:edit", office.project.pk).status_code == 200
    assert office.approve("approver", state, seen).status_code == 409
    assert office.approve("approver", state).status_code == 302
    assert office.shown() == NEW_TITLE


def test_comments_and_replies_in_content_go_with_whoever_wrote_them(office: Office) -> None:
    leaving = make_staff(office.ward, Role.EDITOR)
    page = LegalDocumentPageFactory(ward=office.ward, owner=leaving)
    answered = Comment(user=office.people["editor"], text="ở lại", contentpath="title")
    answered.replies = [CommentReply(user=user, text=user.username) for user in (leaving, office.people["approver"])]
    page.wagtail_admin_comments = [answered, Comment(user=leaving, text="đi", contentpath="title")]
    content = page.serializable_data()
    leaving.delete()
    read: Any = type(page).from_serializable_data(content)
    assert read.owner_id is None
    (comment,) = read.wagtail_admin_comments.all()
    assert comment.text == "ở lại"
    assert [reply.user_id for reply in comment.replies.all()] == [office.people["approver"].pk]


def test_a_hidden_record_does_not_come_back_with_another_file(office: Office) -> None:
    document = PortalDocumentFactory(ward=office.ward)
    page = again(office.project)
    page.attachments = [Attachment(title="Phụ lục", document=document)]
    page = publish(page)
    proposal = propose(page, ProposalAct.HIDE, by=office.people["editor"], reason="lộ số điện thoại")
    replace(document)
    with pytest.raises(ValueError, match="bị thay hoặc xóa"):
        decide(proposal, by=office.people["approver"], agree=False, answer="không có gì")
    assert RecordHead.objects.get(page_id=page.pk).state == RecordState.HIDDEN


def test_a_record_that_only_staff_see_is_gone_for_citizens_and_asks_for_no_login(office: Office) -> None:
    proposal = propose(office.project, ProposalAct.RESTRICT, by=office.people["editor"], reason="rà soát")
    decide(proposal, by=office.people["approver"], agree=True)
    answer = office.anonymous()
    assert answer.status_code == 410
    assert PUBLIC_TITLE not in answer.content.decode()


def test_the_files_of_a_record_that_only_staff_see_stay_as_they_were(office: Office) -> None:
    document = PortalDocumentFactory(ward=office.ward)
    page = again(office.project)
    page.attachments = [Attachment(title="Phụ lục", document=document)]
    page = publish(page)
    proposal = propose(page, ProposalAct.RESTRICT, by=office.people["editor"], reason="rà soát")
    decide(proposal, by=office.people["approver"], agree=True)
    assert not PublicFile.objects.filter(document_id=document.pk).exists()
    with pytest.raises(FileIsPublic):
        replace(document)
