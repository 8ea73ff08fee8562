"""A ward as `manage.py create_ward` makes it, its staff, and publishing what a factory made."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import count
from typing import Any

from django.contrib.auth import get_user_model
from wagtail.models import Page

from cms.models import Role, Ward, WardGroup
from cms.publishing.authority import Authority
from cms.publishing.by_command import publish_saved
from cms.tenancy.wards import NewWard, create_ward

PASSWORD = "mat-khau-thu-nghiem"
_numbers = count(1)


@dataclass(frozen=True)
class MadeWard:
    """A ward and the pages that it has from the start."""

    ward: Ward

    @property
    def site(self) -> Any:
        """The ward's site."""
        return self.ward.site

    @property
    def host(self) -> str:
        """The host name for a test client: `client.get(path, HTTP_HOST=made.host)`."""
        return str(self.ward.site.hostname)

    @cached_property
    def home(self) -> Any:
        """The home page."""
        return self.ward.site.root_page.specific

    def index(self, slug: str) -> Any:
        """The index page at `/<slug>/`."""
        return self.home.get_children().get(slug=slug).specific

    @cached_property
    def projects(self) -> Any:
        """The index of projects."""
        return self.index("du-an")

    @cached_property
    def plans(self) -> Any:
        """The index of plans."""
        return self.index("ke-hoach")

    @cached_property
    def documents(self) -> Any:
        """The index of documents."""
        return self.index("van-ban")


def make_ward(code: str = "phuong-thu", **values: Any) -> MadeWard:
    """A new ward; its name comes from its code, its host is `<code>.localhost`."""
    name = "phường " + " ".join(part.capitalize() for part in code.split("-"))
    defaults: dict[str, Any] = {
        "ward_name": name,
        "province_name": "tỉnh Thử",
        "hostname": f"{code}.localhost",
    }
    return MadeWard(create_ward(NewWard(code=code, **{**defaults, **values})))


def make_staff(made: MadeWard, role: Role, **values: Any) -> Any:
    """A member of the ward's staff with `PASSWORD`."""
    name = f"{role.value}-{next(_numbers)}"
    user = get_user_model().objects.create_user(username=name, password=PASSWORD, **values)
    user.groups.add(WardGroup.objects.get(ward=made.ward, role=role).group)
    return user


def publish(page: Any, reason: str = "", **authority: Any) -> Any:
    """Save the page's content as a revision and make it public; gives the page as the database has it then."""
    return publish_saved(page, Authority(reason=reason, **authority))


def again(page: Page) -> Any:
    """The page as the database has it now, with its children."""
    return Page.objects.get(pk=page.pk).specific
