"""What ward A's staff sends about ward B's things is refused and changes nothing."""

from __future__ import annotations

import json
from contextlib import nullcontext
from typing import Any

import pytest
from django.db import transaction
from django.http import QueryDict
from django.test import Client
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import querydict_from_html

from cms.models import Role
from cms.registers.models import Place
from home.models import HomePage
from tests.quiet import without_rendering
from tests.tenancy.conftest import SignIn, Two
from tests.tenancy.crawler import addresses, body, fill
from tests.tenancy.world import MARK, snapshot

SENT = {
    "title": "Sửa trộm",
    "name": "Sửa trộm",
    "slug": "sua-trom",
    "email": "trom@vi-du.vn",
    "reason": "Sửa trộm",
    "comment": "Sửa trộm",
    "decision": "dong-y",
    "is_editing": "1",
    "is_superuser": "on",
    "action-publish": "action-publish",
    "root_page": "1",
}
ITS_OWN_CHECK = {
    "wagtailadmin_editing_sessions:release",  # Wagtail ends only the sender's own session
    "wagtailadmin_password_reset_confirm",  # a token nobody has
}


@pytest.mark.parametrize("role", list(Role))
def test_everything_sent_to_another_wards_things_is_refused(role: Role, two: Two, sign_in: SignIn) -> None:
    client = sign_in(role)
    asked, passed = 0, []
    for address in addresses():
        own = set(fill(address, two.a, most=2))
        for place in fill(address, two.b, most=2):
            if place in own or address.name in ITS_OWN_CHECK:
                continue
            asked += 1
            if (status := client.post(place, SENT).status_code) != 403:
                passed.append((place, status))
    assert asked > 100
    assert passed == []
    assert two.changed() == {}


def test_the_own_checks_hold(two: Two, sign_in: SignIn) -> None:
    session = two.b.session
    assert session is not None
    sign_in(Role.MANAGER).post(reverse("wagtailadmin_editing_sessions:release", args=[session.pk]))
    assert two.changed() == {}


Case = tuple[str, tuple[str, ...], dict[str, str]]
OWN_THING_FOREIGN_VALUE: list[Case] = [
    ("wagtailadmin_pages:move", ("a.text.pk",), {"new_parent_page": "b.made.home.pk"}),
    ("wagtailadmin_pages:move_confirm", ("a.text.pk", "b.made.home.pk"), {}),
    ("wagtailadmin_pages:copy", ("a.text.pk",), {"new_parent_page": "b.made.home.pk"}),
    ("wagtailadmin_pages:revisions_view", ("a.draft.pk", "b.revision.pk"), {}),
    ("wagtailadmin_pages:revisions_revert", ("a.draft.pk", "b.revision.pk"), {}),
    ("wagtailadmin_pages:edit", ("a.draft.pk",), {"overwrite_revision_id": "b.revision.pk"}),
    ("wagtailadmin_pages:workflow_history_detail", ("a.draft.pk", "b.workflow_state.pk"), {}),
    ("desk:propose", ("a.public.pk", "'chuyen'"), {"target": "b.made.projects.pk"}),
]


def _value(expression: str, two: Two) -> Any:
    if expression.startswith("'"):
        return expression.strip("'")
    value: Any = two
    for part in expression.split("."):
        value = getattr(value, part)
    return value


@pytest.mark.parametrize(("name", "args", "sent"), OWN_THING_FOREIGN_VALUE)
def test_an_own_page_with_something_foreign_is_refused(
    name: str, args: tuple[str, ...], sent: dict[str, str], two: Two, sign_in: SignIn
) -> None:
    before = snapshot()
    address = reverse(name, args=[_value(one, two) for one in args])
    response = sign_in(Role.MANAGER).post(address, {key: _value(one, two) for key, one in sent.items()})
    assert response.status_code == 403
    assert snapshot() == before


def editor_form(client: Client, page: Page) -> tuple[str, QueryDict]:
    """The address of a page's editor and what its form sends unchanged."""
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    return address, querydict_from_html(client.get(address).content.decode(), form_id="page-edit-form")


def with_link(page: Page) -> str:
    """A paragraph with a link to a page, as the editor sends it."""
    return json.dumps(
        {
            "blocks": [
                {
                    "key": "aaaaa",
                    "text": "xem",
                    "type": "unstyled",
                    "depth": 0,
                    "inlineStyleRanges": [],
                    "entityRanges": [{"offset": 0, "length": 3, "key": 0}],
                }
            ],
            "entityMap": {"0": {"type": "LINK", "mutability": "MUTABLE", "data": {"id": page.pk, "url": "/x/"}}},
        }
    )


def foreign_values(two: Two) -> list[tuple[Page, dict[str, Any]]]:
    """What somebody could put into an own page's form by hand."""
    b, public = two.b, two.a.public
    row = {
        "attachments-TOTAL_FORMS": "2",
        "attachments-1-title": "x",
        "attachments-1-id": "",
        "attachments-1-ORDER": "2",
    }
    block = {"body-count": "1", "body-0-deleted": "", "body-0-order": "0", "body-0-type": "text", "body-0-id": ""}
    return [
        (public, {"change_decision": b.public.pk}),
        (public, {"unit": b.rows["unit"].pk}),
        (public, {"investor": b.rows["organisation"].pk}),
        (public, {"places": [b.rows["place"].pk]}),
        (public, {**row, "attachments-1-document": b.document.pk}),
        (two.a.text, {**block, "body-0-value": with_link(b.draft)}),
    ]


Forms = dict[tuple[str, int], QueryDict]


@pytest.fixture(scope="module")
def forms() -> Forms:
    """What forms send unchanged, by person and page: each is opened once, for nothing changes in between."""
    return {}


@pytest.mark.parametrize("case", range(6))
@pytest.mark.parametrize(("who", "view"), [("editor", "edit"), ("editor", "preview_on_edit"), ("superuser", "edit")])
def test_a_form_takes_nothing_foreign(case: int, view: str, who: str, two: Two, sign_in: SignIn, forms: Forms) -> None:
    """Its name would be shown to A's staff, and a published record would carry it to the public."""
    page, values = foreign_values(two)[case]
    client = sign_in(Role.EDITOR if who == "editor" else two.shared["superuser"])
    if (who, page.pk) not in forms:
        forms[who, page.pk] = editor_form(client, page)[1]
    data = forms[who, page.pk].copy()
    for key, value in values.items():
        data.setlist(key, value if isinstance(value, list) else [value])
    data["change_reason"] = "Sửa"
    before = snapshot()
    # Editors are refused and read what they are told; a superuser has the form before him again, with another's names.
    with nullcontext() if who == "editor" else without_rendering():
        response = client.post(reverse(f"wagtailadmin_pages:{view}", args=[page.pk]), dict(data.lists()))
    if who == "editor":
        assert (response.status_code, response.headers["Location"]) == (302, "/quan-tri/")  # Wagtail's refusal
        assert MARK not in body(response).lower()
    else:
        assert response.status_code == 200
    now = snapshot()
    assert {key for key in now.keys() ^ before.keys() if key[0] in {"wagtailcore.Revision", "cms.Attachment"}} == set()
    assert two.changed() == {}


def test_the_same_form_takes_what_is_the_wards(two: Two, sign_in: SignIn) -> None:
    """The test above could pass because of some other mistake in what it sends."""
    a = two.a
    client = sign_in(Role.EDITOR)
    address, data = editor_form(client, a.public)
    data["change_reason"], data["unit"], data["change_decision"] = "Sửa", str(a.rows["unit"].pk), str(a.public.pk)
    data.setlist("places", [str(a.rows["place"].pk), str(two.shared["place"].pk)])
    assert client.post(address, dict(data.lists())).status_code == 302
    saved = Page.objects.get(pk=a.public.pk).get_latest_revision_as_object()
    assert {place.pk for place in saved.places.all()} == {a.rows["place"].pk, two.shared["place"].pk}
    address, data = editor_form(client, a.text)
    block = {"body-count": "1", "body-0-deleted": "", "body-0-order": "0", "body-0-type": "text", "body-0-id": ""}
    data.update({**block, "body-0-value": with_link(a.public)})
    assert client.post(address, dict(data.lists())).status_code == 302


def latest(page: Page) -> Any:
    """A page as its editor sees it now."""
    return Page.objects.get(pk=page.pk).specific.get_latest_revision_as_object()


@pytest.mark.parametrize(("name", "thing"), [("emblem", "image"), ("guide_unit", "unit")])
def test_the_portals_information_takes_nothing_foreign(name: str, thing: str, two: Two, sign_in: SignIn) -> None:
    client = sign_in(Role.EDITOR)
    home = HomePage.objects.get(pk=two.a.made.home.pk)
    address, data = editor_form(client, home)
    data[name] = str(two.b.image.pk if thing == "image" else two.b.rows[thing].pk)
    data["address"], data["change_reason"] = "Địa chỉ mới", "Thử"
    response = client.post(address, dict(data.lists()))
    assert (response.status_code, response.headers["Location"]) == (302, "/quan-tri/")
    assert MARK not in body(response).lower()
    assert latest(home).address != "Địa chỉ mới"
    data[name] = ""
    assert client.post(address, dict(data.lists())).status_code == 302
    assert latest(home).address == "Địa chỉ mới"


def test_a_place_belongs_to_no_foreign_place(two: Two, sign_in: SignIn) -> None:
    client = sign_in(Role.EDITOR)
    sent = {"name": "Tổ mới", "kind": "to-dan-pho", "parent": two.b.rows["place"].pk}
    assert client.post("/quan-tri/snippets/registers/place/add/", sent).status_code in {200, 302}
    assert not Place.objects.filter(name="Tổ mới").exists()
    sent["parent"] = two.shared["place"].pk
    assert client.post("/quan-tri/snippets/registers/place/add/", sent).status_code == 302
    assert Place.objects.get(name="Tổ mới").site == two.a.made.site


def test_a_refusal_undoes_what_was_begun(two: Two) -> None:
    """The fixture's snapshot sees a change, and what is rolled back is none."""
    with transaction.atomic():
        Page.objects.filter(pk=two.b.draft.pk).update(title="Sửa trộm")
        assert two.changed() != {}
        transaction.set_rollback(True)
    assert two.changed() == {}
