"""A ward at work: staff with clients of their own, a public project, and a change that waits for review."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.test import Client
from django.urls import reverse
from wagtail.models import Page, TaskState

from cms.models import Role
from cms.publishing.approval import digest_of
from tests.factories import MadeWard, ProjectPageFactory, make_staff, make_ward, publish
from tests.quiet import without_admin_indexes

PUBLIC_TITLE, NEW_TITLE = "Khu nhà ở Một", "Khu nhà ở Hai"


@dataclass
class Office:
    """One ward and its people."""

    ward: MadeWard
    people: dict[str, Any] = field(default_factory=dict)
    clients: dict[str, Client] = field(default_factory=dict)
    project: Any = None

    def __post_init__(self) -> None:
        for name, role in (
            ("editor", Role.EDITOR),
            ("approver", Role.APPROVER),
            ("approver2", Role.APPROVER),
            ("manager", Role.MANAGER),
            ("inspector", Role.INSPECTOR),
        ):
            self.people[name] = make_staff(self.ward, role)
            self.clients[name] = Client(HTTP_HOST=self.ward.host)
            self.clients[name].force_login(self.people[name])
        self.project = publish(ProjectPageFactory(ward=self.ward, title=PUBLIC_TITLE), reason="lập hồ sơ")

    def refresh(self) -> None:
        """Forget what an earlier test left in the objects."""
        self.project = Page.objects.get(pk=self.project.pk).specific

    def get(self, who: str, name: str, *args: Any, **query: Any) -> Any:
        """GET one of the administration's addresses."""
        return self.clients[who].get(reverse(name, args=args), query)

    def post(self, who: str, name: str, *args: Any, **data: Any) -> Any:
        """POST to one of the administration's addresses."""
        return self.clients[who].post(reverse(name, args=args), data)

    def anonymous(self, path: str | None = None) -> Any:
        """What a citizen gets."""
        return Client(HTTP_HOST=self.ward.host).get(path or self.project.get_url_parts()[2])

    def submit(self, by: str = "editor", title: str = NEW_TITLE, **changes: Any) -> TaskState:
        """Somebody changes the project and sends it for review."""
        page = Page.objects.get(pk=self.project.pk).specific.get_latest_revision_as_object()
        page.title, page.change_reason = title, "đổi tên theo quyết định"
        for name, value in changes.items():
            setattr(page, name, value)
        page.save_revision(user=self.people[by], log_action=True)
        state = page.get_workflow().start(Page.objects.get(pk=page.pk).specific, self.people[by])
        found: TaskState = state.current_task_state
        return found

    def approve(self, who: str, state: TaskState, digest: str | None = None) -> Any:
        """Press the approver's button."""
        seen = digest_of(state.revision) if digest is None else digest
        return self.post(who, "desk:review", state.pk, digest=seen, approve="1")

    def shown(self) -> str:
        """The title that a citizen reads now."""
        return str(Page.objects.get(pk=self.project.pk).title)


@contextmanager
def lasting(blocker: Any, code: str = "phuong-thu") -> Iterator[Office]:
    """An office for all tests of a module: making a ward takes seconds. What a test writes is rolled back to it."""
    with blocker.unblock(), transaction.atomic():
        with without_admin_indexes():
            made = make_office(code)
        yield made
        transaction.set_rollback(True)


def make_office(code: str = "phuong-thu") -> Office:
    """A ward with staff and one public project."""
    return Office(make_ward(code))
