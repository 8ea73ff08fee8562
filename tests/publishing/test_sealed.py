"""What went out before a confirmed hiding is never shown again, not even as the old side of a difference."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from cms.models import ProposalAct, Role
from cms.publishing.proposals import decide, propose
from tests.factories import LegalDocumentPageFactory, MadeWard, make_staff, publish
from tests.factories.wards import again

pytestmark = pytest.mark.django_db
LEAKED, CLEAN = "Ông A, điện thoại 0912345678", "Không có dữ liệu cá nhân"


def published_hidden_and_published_again(ward: MadeWard, *, confirmed: bool) -> Any:
    """A record whose second version carried personal data."""
    page = publish(LegalDocumentPageFactory(ward=ward, slug="ve-viec-thu"))
    page.summary = LEAKED
    page = publish(page)
    proposal = propose(page, ProposalAct.HIDE, by=make_staff(ward, Role.EDITOR), reason="lộ số điện thoại")
    decide(proposal, by=make_staff(ward, Role.APPROVER), agree=confirmed, answer="số của cơ quan")
    page = again(page)
    page.summary = CLEAN
    return publish(page)


@pytest.mark.parametrize("confirmed", [True, False])
def test_only_what_was_confirmed_as_a_mistake_is_sealed(ward: MadeWard, client: Client, confirmed: bool) -> None:
    published_hidden_and_published_again(ward, confirmed=confirmed)
    told = client.get("/van-ban/ve-viec-thu/lich-su/", HTTP_HOST=ward.host).content.decode()
    assert (LEAKED in told) is not confirmed
    assert ("không cho xem lại" in told) is confirmed
    assert ("?lan=2" in told) is not confirmed
    assert CLEAN in told
    for version, open_to_all in ((1, not confirmed), (2, not confirmed), (5, True)):
        answer = client.get(f"/van-ban/ve-viec-thu/du-lieu.json?lan={version}", HTTP_HOST=ward.host)
        assert (answer.status_code == 200) is open_to_all
