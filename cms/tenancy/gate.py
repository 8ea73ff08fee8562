"""The gate in front of every address of the administration: what a ward's staff is not allowed is refused."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse, QueryDict
from django.shortcuts import render
from django.urls import Resolver404, ResolverMatch, resolve
from wagtail.models import Collection

from cms.models import Ward, WardGroup
from cms.models.audience import answering_staff
from cms.tenancy.rules import EVERYWHERE, RULES, Check, Rule
from cms.tenancy.scope import Scope, scope_of

ADMIN_PREFIX = "/quan-tri/"
ROOT = "root"
"""How the administration's API calls the top of the tree; what it lists is the person's own."""

CLOSED_TO_ALL: Mapping[str, str] = {
    "wagtailadmin_api:pages:action": "a way to copy, move and publish past the desk",
    "wagtailadmin_pages:convert_alias": "there are no aliases: they would be public without approval",
    **{
        f"wagtailsearchpromotions:{name}": "names the words and pages of all wards: promotions have their own screen"
        for name in (
            "add",
            "chooser",
            "chooserresults",
            "delete",
            "edit",
            "index",
            "index_results",
            "search_terms",
            "search_terms_results",
        )
    },
}
"""Addresses that nobody needs and that would go past two people or across wards."""

SUPERUSERS_ONLY: Mapping[str, str] = {
    "wagtail_bulk_action": "its confirmations name whatever ids are asked for (measured: technical notes, §8)",
}


class WardGateMiddleware:
    """Refuses, before the view runs, what does not stand in the rules or names something of another ward."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path.startswith(ADMIN_PREFIX):
            return self.get_response(request)  # a preview asks for the page's own address from within the other case
        with answering_staff():
            return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> HttpResponseBase | None:
        """None lets the request pass; who is not signed in meets Wagtail's own login."""
        user = request.user
        if not request.path.startswith(ADMIN_PREFIX) or not user.is_authenticated:
            return None
        match = request.resolver_match
        assert match is not None
        name = match.view_name
        if name in CLOSED_TO_ALL or _of_ward_for_good(name, kwargs):
            return refuse(request)
        if name in SUPERUSERS_ONLY and not user.is_superuser:
            return refuse(request)
        scope = scope_of(user)
        if scope is None:
            return None
        if name.startswith("wagtailadmin_tag_"):
            return JsonResponse([], safe=False)  # suggestions would be the tags of all wards
        rule = RULES.get(name)
        if rule is None or args or not allows(rule, scope, request, kwargs):
            return refuse(request)
        return None


def refuse(request: HttpRequest) -> HttpResponse:
    """403 with a sentence; nothing in it tells whether the thing exists."""
    return render(request, "tenancy/refused.html", status=403)


def allows(rule: Rule, scope: Scope, request: HttpRequest, kwargs: Mapping[str, Any]) -> bool:
    """Whether the person has the role, the method is one of the rule's, and all that is named is the ward's."""
    return (
        _has_role(rule, scope)
        and request.method in rule.methods
        and kwargs.keys() <= rule.kwargs.keys()
        and all(_passes(check, scope, str(kwargs[key])) for key, check in rule.kwargs.items() if key in kwargs)
        and (rule.together is None or rule.together(scope, kwargs))
        and all(_passes(check, scope, value) for check, value in _named(rule, request))
    )


def _has_role(rule: Rule, scope: Scope) -> bool:
    return rule.roles is None or scope.has_role(rule.roles)


def _named(rule: Rule, request: HttpRequest) -> Iterator[tuple[Check, str]]:
    sent: list[QueryDict] = [request.GET]
    if request.method == "POST":
        sent.append(request.POST)
    for values in sent:
        for key, check in {**EVERYWHERE, **rule.parameters}.items():
            yield from ((check, value) for value in values.getlist(key) if value not in {"", ROOT})


def _passes(check: Check | None, scope: Scope, value: str) -> bool:
    if check is None:
        return True
    return value.isascii() and value.isdigit() and len(value) < 19 and check(scope, int(value))


def _of_ward_for_good(name: str, kwargs: Mapping[str, Any]) -> bool:
    """Whether the address deletes what `create_ward` made; a ward does not go, not even by a superuser's click."""
    ident: int = kwargs.get("pk", 0)
    if name == "wagtailsites:delete":
        return Ward.objects.filter(site_id=ident).exists()
    if name == "wagtailusers_groups:delete":
        return WardGroup.objects.filter(group_id=ident).exists()
    if name == "wagtailadmin_collections:delete":
        collection = Collection.objects.filter(pk=ident).first()
        return collection is not None and Ward.objects.filter(collection__path__startswith=collection.path).exists()
    return False


def may_open(user: Any, address: str) -> bool:
    """Whether a menu may offer an address: what the gate refuses anyway is not shown."""
    scope = scope_of(user)
    try:
        match: ResolverMatch = resolve(address.split("?")[0].split("#")[0])
    except Resolver404:
        return True  # another host, a public page
    if match.view_name in CLOSED_TO_ALL:
        return False
    if scope is None or not address.startswith(ADMIN_PREFIX):
        return True
    rule = RULES.get(match.view_name)
    return rule is not None and _has_role(rule, scope)
