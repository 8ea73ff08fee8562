"""Visits the administration: every address of the resolver with both wards' numbers, and every link found."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from html import unescape
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from django.apps import apps
from django.http import HttpResponse
from django.test import Client
from django.urls import NoReverseMatch, Resolver404, URLPattern, URLResolver, get_resolver, resolve, reverse

from cms.models import Role
from tests.tenancy.world import MARK, World

ADMIN = "/quan-tri/"
LINK = re.compile(r"""(?:["'(=]|&quot;)(/quan-tri/[^"'()<>\s\\]*)""")
EACH = 1
"""How many addresses of one view with the same kinds of parameters are followed."""


@dataclass(frozen=True)
class Address:
    """One pattern of the administration: its full name, its variables and how Django spells the whole."""

    name: str
    variables: tuple[str, ...]


def addresses() -> list[Address]:
    """Every named pattern below the administration."""
    found = dict.fromkeys(
        Address(name, variables) for name, variables, path in _walk(get_resolver()) if path.startswith("quan-tri/")
    )
    return list(found)


def _walk(
    resolver: URLResolver, space: tuple[str, ...] = (), variables: tuple[str, ...] = (), prefix: str = ""
) -> Iterator[tuple[str, tuple[str, ...], str]]:
    for pattern in resolver.url_patterns:
        mine = (*variables, *_variables(pattern))
        path = prefix + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            if pattern.name:
                yield ":".join((*space, pattern.name)), mine, path
        else:
            yield from _walk(pattern, (*space, pattern.namespace) if pattern.namespace else space, mine, path)


def _variables(pattern: URLPattern | URLResolver) -> tuple[str, ...]:
    regex = getattr(pattern.pattern, "regex", None)
    return tuple(regex.groupindex) if regex is not None else ()


@dataclass
class Crawl:
    """What was visited and where something of ward B was seen."""

    client: Client
    answered: dict[str, int] = field(default_factory=dict)
    leaks: list[str] = field(default_factory=list)
    opened: set[str] = field(default_factory=set)
    """Names of views that answered 200."""
    _kinds: Counter[tuple[str, ...]] = field(default_factory=Counter)

    def visit(self, address: str) -> HttpResponse | None:
        """Open an address once, look for B in all that comes back, and tell what it linked to."""
        if address in self.answered:
            return None
        response: Any = self.client.get(address)
        self.answered[address] = response.status_code
        seen = (body(response) + str(response.headers.items())).lower()
        for part in address.lower().split("/"):
            seen = seen.replace(part, "") if MARK in part else seen  # what was asked may be said again
        if MARK in seen:
            at = seen.index(MARK)
            self.leaks.append(f"{address}: …{seen[max(0, at - 60) : at + 40]}…")
        if response.status_code == 200:
            self.opened.add(resolve(urlsplit(address).path).view_name)
        return response

    def follow(self, starts: Iterable[str]) -> None:
        """Visit `starts` and every link found behind them, a few of each kind."""
        waiting = list(starts)
        while waiting:
            response = self.visit(waiting.pop())
            if response is None:
                continue
            if 300 <= response.status_code < 400:
                waiting += [link for link in [response.headers["Location"]] if self._wanted(link)]
            elif response.status_code == 200:
                waiting += [link for link in links(response) if self._wanted(link)]

    def _wanted(self, link: str) -> bool:
        parts = urlsplit(link)
        if not parts.path.startswith(ADMIN) or parts.netloc or link in self.answered:
            return False
        try:
            name = resolve(parts.path).view_name
        except Resolver404:
            return False
        if name == "wagtailadmin_logout":
            return False
        kind = (name, *sorted({key for key, _ in parse_qsl(parts.query)}))
        self._kinds[kind] += 1
        return self._kinds[kind] <= EACH


def body(response: Any) -> str:
    """All that a response carries; of files their bytes as Latin-1."""
    content = b"".join(response.streaming_content) if response.streaming else response.content
    text: str = content.decode("utf-8", "replace")
    return text


def links(response: Any) -> list[str]:
    """Addresses of the administration in a page or in JSON."""
    if response.streaming:
        return []
    return list(dict.fromkeys(unescape(found) for found in LINK.findall(unescape(body(response)))))


def fill(address: Address, world: World, other: World | None = None, *, most: int) -> list[str]:
    """The address with a ward's numbers; with `other`, one variable at a time has the other ward's."""
    worlds = [world, other] if other else [world]
    choices = [
        list(dict.fromkeys(value for one in worlds for value in _known(address.name, name, one)))
        for name in address.variables
    ]
    found = []
    for values in itertools.islice(itertools.product(*choices), most):
        try:
            found.append(reverse(address.name, kwargs=dict(zip(address.variables, values, strict=True))))
        except NoReverseMatch:
            continue
    return found


PAGE = {
    "page_id",
    "parent_page_id",
    "page_to_move_id",
    "destination_id",
    "page_pk",
    "page_view_restriction_id",
}
SNIPPET = re.compile(r"wagtailsnippet(?:choosers)?s?_(registers|search)_(\w+):")
WORDS: dict[str, list[Any]] = {
    "content_type_app_name": ["projects_pages"],
    "content_type_model_name": ["legaldocumentpage"],
    "uidb64": ["MQ"],
    "token": ["x-y"],
    "filter_spec": ["max-165x165"],
    "revision_id_a": ["earliest"],
    "revision_id_b": ["latest"],
    "object_id": [],
    "act": ["go"],
}


def _known(view: str, name: str, world: World) -> list[Any]:
    """As `_values`, looked up once: no test of the package makes or deletes what it finds."""
    if (view, name) not in world.numbers:
        world.numbers[view, name] = _values(view, name, world)
    return world.numbers[view, name]


def _values(view: str, name: str, world: World) -> list[Any]:
    """What a variable of a view may be for a ward."""
    snippet = SNIPPET.match(view)
    if snippet and name == "pk":
        if snippet[2] in world.rows:
            return [world.rows[snippet[2]].pk]
        return list(apps.get_model(snippet[1], snippet[2])._default_manager.values_list("pk", flat=True)[:1])
    if name == "parent_page_id" and view in {"wagtailadmin_pages:add", "wagtailadmin_pages:preview_on_add"}:
        return [world.made.documents.pk]
    if view == "from_file:new":
        return [world.made.documents.pk]
    if name in PAGE or (name == "pk" and view.startswith(("wagtailadmin_pages:", "wagtailadmin_api:pages"))):
        return [world.draft.pk, world.public.pk, world.in_review.pk]
    if name in {"app_label", "model_name", "action", "action_name"}:
        return _words_of(view, name)
    if name == "object_id":
        return [world.public.pk]
    if name in WORDS:
        return WORDS[name]
    return _number(view, name, world)


def _words_of(view: str, name: str) -> list[Any]:
    if view == "wagtail_bulk_action":
        return {
            "app_label": ["wagtailcore", "cms"],
            "model_name": ["page", "portaldocument", "portalimage"],
            "action": ["delete", "move", "publish", "unpublish", "add_to_collection", "add_tags"],
        }[name]
    if name in {"action", "action_name"}:
        return ["approve", "copy"]
    return {
        "app_label": ["projects_pages"],
        "model_name": ["projectpage"],
    }[name]


def _number(view: str, name: str, world: World) -> list[Any]:
    ward = world.made.ward
    # Each is asked for where it is wanted: several are a question to the database.
    by_view: dict[str, Callable[[], Any]] = {
        "wagtaildocs": lambda: world.document.pk,
        "wagtailimages": lambda: world.image.pk,
        "wagtailadmin_api:documents": lambda: world.document.pk,
        "wagtailadmin_api:images": lambda: world.image.pk,
        "wagtailadmin_collections": lambda: ward.collection_id,
        "goi-y": lambda: world.promotion.pk if world.promotion else 0,
        "wagtailsites": lambda: world.made.site.pk,
        "wagtailusers_users": lambda: world.staff[Role.EDITOR].pk,
        "wagtailusers_groups": lambda: ward.groups.get(role=Role.MANAGER).group_id,
        "wagtailadmin_workflows": lambda: world.workflow_state.workflow_id,
    }
    by_name: dict[str, Callable[[], Any]] = {
        "revision_id": lambda: world.revision.pk,
        "task_state_id": lambda: world.task_state.pk,
        "workflow_state_id": lambda: world.workflow_state.pk,
        "task_id": lambda: world.task_state.task_id,
        "workflow_pk": lambda: world.workflow_state.workflow_id,
        "collection_id": lambda: ward.collection_id,
        "document_id": lambda: world.document.pk,
        "doc_id": lambda: world.document.pk,
        "image_id": lambda: world.image.pk,
        "name": lambda: PurePosixPath(world.image.get_rendition("max-165x165").file.name).name,
        "redirect_id": lambda: world.redirect.pk if world.redirect else 0,
        "uploaded_file_id": lambda: world.upload.pk if world.upload else 0,
        "session_id": lambda: world.session.pk if world.session else 0,
        "proposal_id": lambda: world.proposal.pk if world.proposal else 0,
    }
    if name in by_name:
        return [by_name[name]()]
    return [value() for prefix, value in by_view.items() if view.startswith(prefix)][:1]
