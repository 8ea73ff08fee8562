"""What no form sends is answered in Vietnamese, not by an error of the server."""

from __future__ import annotations

from typing import Any

import pytest
from django.http import QueryDict
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import querydict_from_html

from tests.desk.office import Office
from tests.factories import StandardPageFactory

BLOCK = {"body-count": "1", "body-0-deleted": "", "body-0-order": "0", "body-0-type": "text", "body-0-id": ""}
MILESTONE = {
    "milestones-TOTAL_FORMS": "1",
    "milestones-0-id": "",
    "milestones-0-ORDER": "1",
    "milestones-0-title": "Khởi công",
    "milestones-0-document": "",
}
WHOLE = {"body-count": "0"}
"""What the editor's script adds to the form of a page of text."""

UNREADABLE: dict[str, tuple[str, dict[str, str]]] = {
    "how many blocks": ("text", {"body-count": "abc"}),
    "a block that is not there": ("text", {"body-count": "1"}),
    "a block's place": ("text", {**BLOCK, "body-0-order": "x", "body-0-value": "{}"}),
    "a block's text, no JSON": ("text", {**BLOCK, "body-0-value": "abc"}),
    "a block's text, other JSON": ("text", {**BLOCK, "body-0-value": "[]"}),
    "a chosen page": ("text", {**WHOLE, "change_decision": "abc"}),
    "a chosen page, NUL": ("text", {**WHOLE, "change_decision": "\x00"}),
    "a chosen row": ("project", {"unit": "abc"}),
    "a chosen image": ("home", {"emblem": "abc"}),
    "a child's number": ("project", {**MILESTONE, "milestones-0-id": "abc"}),
    "a child's document": ("project", {**MILESTONE, "milestones-0-document": "abc"}),
}
AT_THE_FORM: dict[str, tuple[str, dict[str, str]]] = {
    "how many children": ("project", {"milestones-TOTAL_FORMS": "abc"}),
    "a child's place": ("project", {**MILESTONE, "milestones-0-ORDER": "x"}),
    "a number that no row has": ("project", {"unit": "9" * 25}),
    "an hour": ("project", {"go_live_at": "abc"}),
}


_forms: dict[str, QueryDict] = {}
"""What the form of each page sends: it is opened once, for every test finds the ward as it was made."""


def sent(office: Office, which: str, values: dict[str, str]) -> tuple[Client, str, dict[str, Any]]:
    """The editor, the address and the whole form of a page with forged values."""
    page = {"project": lambda: office.project, "home": lambda: office.ward.home}.get(
        which, lambda: StandardPageFactory(ward=office.ward)
    )()
    client, address = office.clients["editor"], reverse("wagtailadmin_pages:edit", args=[page.pk])
    if which not in _forms:
        _forms[which] = querydict_from_html(client.get(address).content.decode(), form_id="page-edit-form")
    data = _forms[which].copy()
    for name, value in values.items():
        data[name] = value
    return client, address, dict(data.lists())


@pytest.mark.parametrize("case", UNREADABLE)
def test_what_cannot_be_read_is_refused_in_vietnamese(case: str, office: Office) -> None:
    client, address, data = sent(office, *UNREADABLE[case])
    for place in (address, address.replace("/edit/", "/edit/preview/")):
        answer = client.post(place, data)
        assert answer.status_code == 400
        assert "Mở lại trang rồi thử lần nữa" in answer.content.decode()


@pytest.mark.parametrize("case", AT_THE_FORM)
def test_what_can_be_read_and_is_wrong_is_told_at_the_form(case: str, office: Office) -> None:
    client, address, data = sent(office, *AT_THE_FORM[case])
    assert client.post(address, data).status_code == 200


def test_a_new_page_is_asked_in_the_same_way(office: Office) -> None:
    address = reverse("wagtailadmin_pages:add", args=["home", "standardpage", office.ward.home.pk])
    assert office.clients["editor"].post(address, {"title": "Trang", "body-count": "abc"}).status_code == 400


def test_a_registers_form_too(office: Office) -> None:
    address = reverse("wagtailsnippets_registers_place:add")
    sent = {"name": "Tổ mới", "kind": "to-dan-pho", "aliases": "", "parent": "abc"}
    assert office.clients["editor"].post(address, sent).status_code == 400


def test_what_the_forms_themselves_send_is_saved(office: Office) -> None:
    client, address, data = sent(office, "text", WHOLE)
    assert client.post(address, data).status_code == 302


def test_wagtails_login_for_readers_leads_nowhere(office: Office) -> None:
    for address in ("/_util/login/", "/_util/authenticate_with_password/1/1/"):
        answer = office.anonymous(address)
        assert answer.status_code == 404
        assert "Không" in answer.content.decode()
