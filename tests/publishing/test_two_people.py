"""Wagtail's own ways to change what the public sees do nothing for one person, whoever it is."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction, Revision, TaskState

from cms.disclosure.models import LogEntry, RecordHead
from cms.models import Approval
from search.models import PublicRecord
from tests.desk.office import NEW_TITLE, PUBLIC_TITLE, Office, lasting
from tests.factories import StandardPageFactory, publish
from tests.quiet import without_rendering

pytestmark = pytest.mark.django_db

ALONE = ("root", "editor", "approver")
"""Each way is tried by a superuser, an editor and an approver."""


@pytest.fixture(scope="module")
def made(django_db_setup: None, django_db_blocker: Any) -> Iterator[Office]:
    """A ward with a public project, and a superuser."""
    with lasting(django_db_blocker) as office:
        people = get_user_model().objects
        office.people["root"] = people.create_superuser("root", "root@example.vn", "mat-khau-thu-nghiem")
        office.clients["root"] = Client(HTTP_HOST=office.ward.host)
        office.clients["root"].force_login(office.people["root"])
        yield office


@pytest.fixture
def office(made: Office, db: None) -> Office:
    """The same as if just made."""
    made.refresh()
    return made


def public_state() -> dict[str, Any]:
    """Everything that a citizen can see or that the log says."""
    return {
        "log": list(LogEntry.objects.order_by("site_id", "number").values_list("leaf_hash", flat=True)),
        "heads": list(RecordHead.objects.order_by("page_id").values_list("page_id", "state", "address", "version")),
        "records": list(PublicRecord.objects.order_by("page_id").values_list("page_id", "title", "url", "version")),
        "live": list(Page.objects.filter(live=True).order_by("pk").values_list("pk", "title", "url_path", "path")),
        "scheduled": list(Revision.objects.filter(approved_go_live_at__isnull=False).values_list("pk", flat=True)),
        "private": PageViewRestriction.objects.count(),
        "approvals": Approval.objects.count(),
    }


class _Form(HTMLParser):
    """What a browser would send of the page form as it stands."""

    def __init__(self) -> None:
        super().__init__()
        self.fields: dict[str, Any] = {}
        self.within = False
        self.text: str | None = None
        """The name of the text area that is being read."""
        self.choice: tuple[str, bool] | None = None
        """The name of the list that is being read, and whether it takes several."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take what stands in the start tag."""
        node = dict(attrs)
        if tag == "form":
            self.within = "data-edit-form" in node
        name = node.get("name") or ""
        if tag == "option" and self.choice and "selected" in node:
            self._choose(*self.choice, node.get("value") or "")
        if not self.within or not name or "disabled" in node:
            return
        if tag == "textarea":
            self.text, self.fields[name] = name, ""
        elif tag == "select":
            self.choice = (name, "multiple" in node)
        elif tag == "input":
            kind = node.get("type")
            if kind not in {"checkbox", "radio", "file", "submit"}:
                self.fields[name] = node.get("value") or ""
            elif "checked" in node:
                self.fields[name] = node.get("value") or "on"

    def _choose(self, name: str, several: bool, value: str) -> None:
        if several:
            self.fields.setdefault(name, []).append(value)
        else:
            self.fields[name] = value

    def handle_data(self, data: str) -> None:
        """Take what stands in a text area."""
        if self.text is not None:
            self.fields[self.text] += data

    def handle_endtag(self, tag: str) -> None:
        """Leave the form, the list or the text area."""
        if tag == "form":
            self.within = False
        elif tag == "select":
            self.choice = None
        elif tag == "textarea" and self.text is not None:
            self.fields[self.text] = self.fields[self.text].removeprefix("\n")
            self.text = None


def fields_of(html: bytes) -> dict[str, Any]:
    """What a browser would send of the page form as it stands."""
    form = _Form()
    form.feed(html.decode())
    form.close()
    assert form.fields
    return form.fields


_forms: dict[tuple[Any, ...], dict[str, Any]] = {}


def edit_form(office: Office) -> dict[str, Any]:
    """The edit form as it stands, the same for whoever opens it; rendered once for each state of the page."""
    page = Page.objects.select_related("latest_revision").get(pk=office.project.pk)
    revision, task = page.latest_revision, page.specific.current_workflow_task_state
    key = (revision.pk, revision.created_at, task and (task.pk, task.started_at))
    if key not in _forms:
        _forms[key] = opened(office, "editor" if task is None else "approver2")
    return _forms[key]


def opened(office: Office, who: str) -> dict[str, Any]:
    """What a browser would send of the edit form that somebody opens."""
    return fields_of(office.get(who, "wagtailadmin_pages:edit", office.project.pk).content)


def edit(office: Office, who: str, **changes: Any) -> Any:
    """Send the edit form with changes."""
    data = edit_form(office) | {"title": "Sửa một mình", "change_reason": "thử một mình", **changes}
    with without_rendering():
        return office.post(who, "wagtailadmin_pages:edit", office.project.pk, **data)


def test_the_edit_form_sends_the_same_whoever_opens_it(office: Office) -> None:
    for who in set(ALONE) - {"editor"}:
        assert {**opened(office, who), "csrfmiddlewaretoken": ""} == {**edit_form(office), "csrfmiddlewaretoken": ""}


@pytest.mark.parametrize("who", ALONE)
@pytest.mark.parametrize(
    "way",
    [
        {"action-publish": "action-publish"},
        {"action-publish": "action-publish", "slug": "dia-chi-moi"},
        {"action-publish": "action-publish", "go_live_at": "2099-01-01 08:00"},
        {"action-submit": "action-submit", "action-publish": "action-publish"},
        {"action-workflow-action": "true", "workflow-action-name": "approve"},
        {"action-unpublish": "1"},
        {},
    ],
    ids=["publish", "slug", "schedule", "submit-and-publish", "workflow", "unpublish", "draft"],
)
def test_the_edit_form_saves_a_draft_at_most(office: Office, who: str, way: dict[str, str]) -> None:
    before = public_state()
    response = edit(office, who, **way)
    assert response.status_code in {200, 302, 403}
    assert public_state() == before
    assert PUBLIC_TITLE in office.anonymous().content.decode()


def test_the_create_form_makes_a_draft_at_most(office: Office) -> None:
    where = ("projects_pages", "projectpage", office.ward.projects.pk)
    before = public_state()
    for who in ALONE:
        data = fields_of(office.get(who, "wagtailadmin_pages:add", *where).content)
        for action in ("action-publish", "action-submit"):
            title = f"Mới {who} {action}"
            sent = {**data, "title": title, "slug": "", action: action}
            response = office.post(who, "wagtailadmin_pages:add", *where, **sent)
            assert response.status_code == 302
            made = Page.objects.get(draft_title=title)
            assert not made.live
            assert made.slug.startswith("moi-")
    assert public_state() == before


@pytest.mark.parametrize("action", ["publish", "unpublish", "move", "delete"])
def test_bulk_actions_change_nothing(office: Office, action: str) -> None:
    edit(office, "editor")
    before = public_state()
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
    sent = {"include_descendants": "on", "chooser": office.ward.home.pk, "move_applied": "on"}
    for who in ALONE:
        response = office.clients[who].post(f"{address}?id={office.project.pk}&next=/quan-tri/", sent)
        assert response.status_code in {200, 302, 403}
        assert public_state() == before
    assert Page.objects.filter(pk=office.project.pk).exists()


def test_the_stock_screens_of_the_workflow_decide_nothing(office: Office) -> None:
    state = office.submit()
    before = public_state()
    for who, action in itertools.product((*ALONE, "approver2"), ("approve", "reject")):
        args = (office.project.pk, action, state.pk)
        for name in ("workflow_action", "collect_workflow_action_data"):
            assert office.post(who, f"wagtailadmin_pages:{name}", *args, comment="x").status_code in {302, 403}
        edit(office, who, **{"action-workflow-action": "true", "workflow-action-name": action})
        state.refresh_from_db()
        assert state.status == TaskState.STATUS_IN_PROGRESS, (who, action)
        assert public_state() == before, (who, action)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("unpublish", {"include_descendants": "on"}),
        ("delete", {"next": "/quan-tri/"}),
        ("set_privacy", {"restriction_type": "login"}),
        ("convert_alias", {}),
        ("set_page_position", {}),
    ],
)
def test_one_persons_screens_are_refused(office: Office, name: str, data: dict[str, str]) -> None:
    before = public_state()
    for who in ALONE:
        response = office.clients[who].post(reverse(f"wagtailadmin_pages:{name}", args=[office.project.pk]), data)
        assert response.status_code in {302, 403, 404}, who
        assert public_state() == before
    assert Page.objects.filter(pk=office.project.pk).exists()


def test_a_public_page_is_not_moved_by_one_person(office: Office) -> None:
    here = publish(StandardPageFactory(ward=office.ward, title="Hỏi đáp"))
    there = publish(StandardPageFactory(ward=office.ward, title="Hướng dẫn"))
    before = public_state()
    for who in ALONE:
        assert office.post(who, "wagtailadmin_pages:move_confirm", here.pk, there.pk).status_code in {302, 403}
        assert office.post(who, "wagtailadmin_pages:move", here.pk, new_parent_page=there.pk).status_code in {302, 403}
        assert public_state() == before


@pytest.mark.parametrize("extra", [{"publish_copies": "on"}, {"publish_copies": "on", "alias": "on"}])
def test_a_copy_is_a_draft(office: Office, extra: dict[str, str]) -> None:
    before = public_state()
    for who in ALONE:
        sent = {
            "new_title": f"Bản sao {who}",
            "new_slug": f"ban-sao-{who}",
            "new_parent_page": office.ward.projects.pk,
            "copy_subpages": "on",
            **extra,
        }
        response = office.post(who, "wagtailadmin_pages:copy", office.project.pk, **sent)
        assert response.status_code in {200, 302, 403}
        assert public_state() == before


def test_nobody_schedules_alone_and_taking_back_a_schedule_publishes_nothing(office: Office) -> None:
    state = office.submit(go_live_at=timezone.now() + datetime.timedelta(days=1))
    office.approve("approver", state)
    before = public_state()
    assert before["scheduled"] == [state.revision_id]
    args = (office.project.pk, state.revision_id)
    assert office.post("editor", "wagtailadmin_pages:revisions_unschedule", *args).status_code in {302, 403}
    assert public_state() == before
    assert office.post("approver2", "wagtailadmin_pages:revisions_unschedule", *args).status_code == 302
    assert public_state() == {**before, "scheduled": []}
    assert PUBLIC_TITLE in office.anonymous().content.decode()


@pytest.mark.parametrize("who", ALONE)
def test_a_revision_under_review_is_not_rewritten_by_autosave(office: Office, who: str) -> None:
    state = office.submit(by=who)
    seen = state.revision.content
    response = edit(office, who, overwrite_revision_id=state.revision_id)
    assert response.status_code in {200, 302, 403}
    assert Revision.objects.get(pk=state.revision_id).content == seen
    assert Page.objects.get(pk=office.project.pk).latest_revision_id == state.revision_id


def test_a_published_revision_is_not_rewritten_either_and_its_editor_counts_as_one(office: Office) -> None:
    state = office.submit(by="approver")
    office.approve("approver2", state)
    public = Revision.objects.get(pk=state.revision_id).content
    edit(office, "approver", overwrite_revision_id=state.revision_id)
    assert Revision.objects.get(pk=state.revision_id).content == public
    page = Page.objects.get(pk=office.project.pk).specific
    assert page.latest_revision_id != state.revision_id
    office.submit(by="editor", title="Sửa tiếp")
    again = Page.objects.get(pk=office.project.pk).specific.current_workflow_task_state
    assert office.approve("approver", again).status_code == 403
    assert office.shown() == NEW_TITLE


@pytest.mark.parametrize("who", ALONE)
def test_who_edits_does_not_approve_his_own_work(office: Office, who: str) -> None:
    state = office.submit(by=who)
    before = public_state()
    assert office.approve(who, state).status_code == 403
    assert public_state() == before


def test_an_old_version_comes_back_as_a_draft_only(office: Office) -> None:
    first = office.project.latest_revision_id
    office.approve("approver", office.submit())
    before = public_state()
    for who in ALONE:
        shown = office.get(who, "wagtailadmin_pages:revisions_revert", office.project.pk, first)
        data = fields_of(shown.content) | {"change_reason": "lấy lại", "revision": first}
        office.post(who, "wagtailadmin_pages:edit", office.project.pk, **data, **{"action-publish": "1"})
        assert public_state() == before


def test_two_people_do_what_one_cannot(office: Office) -> None:
    before = public_state()
    assert edit(office, "editor", **{"action-submit": "action-submit"}).status_code == 302
    assert public_state() == before
    state = Page.objects.get(pk=office.project.pk).specific.current_workflow_task_state
    assert office.approve("approver", state).status_code == 302
    assert office.shown() == "Sửa một mình"
    assert len(public_state()["log"]) == len(before["log"]) + 1
