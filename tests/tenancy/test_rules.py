"""Every address of the administration is somebody's, and whoever belongs nowhere gets nowhere."""

from __future__ import annotations

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.test import Client

from cms.models import Role
from cms.tenancy.gate import CLOSED_TO_ALL, SUPERUSERS_ONLY
from cms.tenancy.rules import ALL, KEEPERS, NATIONAL_REGISTERS, RULES, WRITERS
from cms.tenancy.scope import roles_of, scope_of, ward_of
from cms.tenancy.wards import ensure_province_group
from tests.factories import make_staff
from tests.tenancy.conftest import SignIn, Two
from tests.tenancy.crawler import addresses

REFUSED_SPACES = {
    "wagtailadmin_workflows": "workflows and steps are made with the ward",
    "wagtailadmin_reports": "their filters name the people of all wards; the desk and the log say what a ward needs",
    "wagtailadmin_collections": "a ward has the collection that was made with it",
    "wagtailredirects": "a redirect changes what the public sees, by one person",
    "wagtailsites": "portals are made by create_ward",
    "wagtailusers_users": "people are the province's",
    "wagtailusers_groups": "groups are made with the ward",
    "wagtailembeds": "pages have no embeds",
    "wagtailadmin_api:documents": "lists the documents of all wards",
    "wagtailadmin_api:images": "lists the images of all wards",
}
REFUSED = {
    "wagtailadmin_error_test": "no use",
    "wagtailadmin_api:pages:find": "finds pages of all wards by address",
    "wagtailadmin_pages:type_use": "lists pages of all wards",
    "wagtailadmin_pages:type_use_results": "lists pages of all wards",
    "wagtailadmin_pages:choose_parent": "lists pages of all wards",
    "wagtailadmin_pages:unpublish": "proposed on the desk",
    "wagtailadmin_pages:set_privacy": "proposed on the desk; names the groups of all wards",
    "wagtailadmin_pages:set_page_position": "order shows nowhere",
    "wagtailadmin_pages:workflow_action": "decided on the desk",
    "wagtailadmin_pages:collect_workflow_action_data": "decided on the desk",
    "wagtailadmin_pages:workflow_preview": "seen on the desk",
    "goi-y:usage": "nothing points to a promotion",
    "wagtailsnippets:index": "the menu has the registers",
    "wagtailimages:url_generator": "renditions are made by templates",
    "wagtailimages:url_generator_output": "renditions are made by templates",
    "wagtailadmin_tag_autocomplete": "answers with no suggestion",
    "wagtailadmin_tag_model_autocomplete": "answers with no suggestion",
}
REFUSED_OF_REGISTERS = {"copy", "delete", "usage", "create", "preview_on_add", "preview_on_edit"}
READ_ONLY_REGISTER = {"add", "edit", "history", "history_results"}
SPACES_OF_REGISTERS = tuple(
    f"wagtailsnippet{part}_{place}_" for part in ("s", "choosers") for place in ("registers", "search")
)


def classified(name: str) -> bool:
    """Whether somebody decided who may open an address."""
    space, _, view = name.rpartition(":")
    if space.startswith(SPACES_OF_REGISTERS):
        national = space.rpartition("_")[2] in {model._meta.model_name for model in NATIONAL_REGISTERS}
        refused = REFUSED_OF_REGISTERS | (READ_ONLY_REGISTER if national else set())
        return name in RULES or view in refused
    return any(name in known for known in (RULES, CLOSED_TO_ALL, SUPERUSERS_ONLY, REFUSED)) or space in REFUSED_SPACES


def test_somebody_decided_about_every_address() -> None:
    assert [one.name for one in addresses() if not classified(one.name)] == []


@pytest.mark.parametrize("name", ["leak", "wagtailsnippets_home_secret:list", "wagtailadmin_pages:new_in_wagtail"])
def test_an_address_that_nobody_decided_about_is_noticed(name: str) -> None:
    assert not classified(name)


def test_no_rule_is_left_without_an_address() -> None:
    names = {one.name for one in addresses()}
    assert (set(RULES) | set(REFUSED) | set(CLOSED_TO_ALL) | set(SUPERUSERS_ONLY)) - names == set()
    assert {space for space in REFUSED_SPACES if not any(name.startswith(f"{space}:") for name in names)} == set()


def test_every_variable_of_a_rule_is_one_of_the_address() -> None:
    variables: dict[str, set[str]] = {}
    for one in addresses():
        variables.setdefault(one.name, set()).update(one.variables)
    assert {name: rule.kwargs.keys() for name, rule in RULES.items() if set(rule.kwargs) != variables[name]} == {}


def test_inspectors_see_no_draft() -> None:
    """What they open beyond their own account: the first page and the log."""
    assert {name for name, rule in RULES.items() if rule.roles and Role.INSPECTOR in rule.roles} == {
        "wagtailadmin_home",
        "desk:log",
    }
    assert ALL > WRITERS > KEEPERS


def test_staff_belongs_to_its_ward(two: Two) -> None:
    for role in Role:
        user = two.a.staff[role]
        assert (ward_of(user), roles_of(user)) == (two.a.made.ward, frozenset({role}))


def test_a_scope_holds_its_own_and_nothing_else(two: Two) -> None:
    scope = scope_of(two.a.staff[Role.EDITOR])
    assert scope is not None
    for world, expected in ((two.a, True), (two.b, False)):
        assert [
            scope.has_page(world.draft.pk),
            scope.has_site(world.made.site.pk),
            scope.has_collection(world.made.ward.collection_id),
            scope.has_document(world.document.pk),
            scope.has_image(world.image.pk),
            scope.has_revision(world.revision.pk),
            scope.has_task_state(world.task_state.pk),
            scope.has_workflow_state(world.workflow_state.pk),
            scope.has_proposal(world.proposal.pk if world.proposal else 0),
            scope.has_row(type(world.rows["unit"]), world.rows["unit"].pk),
            scope.has_row(type(world.rows["place"]), world.rows["place"].pk, shared=True),
        ] == [expected] * 11
    place = two.shared["place"]
    assert scope.has_row(type(place), place.pk, shared=True)
    assert not scope.has_row(type(place), place.pk)


def test_who_is_in_no_ward_or_in_two_opens_nothing(two: Two) -> None:
    stranger = get_user_model().objects.create_user("nguoi-la")
    stranger.user_permissions.add(Permission.objects.get(codename="access_admin"))
    double = make_staff(two.a.made, Role.MANAGER)
    double.groups.add(*two.b.staff[Role.MANAGER].groups.all())
    for user in (stranger, double):
        scope = scope_of(user)
        assert scope is not None
        assert scope.ward is None
        assert scope.roles == frozenset()
        assert not scope.pages.exists()
        assert not scope.collections.exists()
        client = Client(headers={"host": two.a.made.host})
        client.force_login(user, "django.contrib.auth.backends.ModelBackend")
        for address in ("/quan-tri/", f"/quan-tri/pages/{two.a.draft.pk}/edit/", "/quan-tri/documents/"):
            assert client.get(address).status_code == 403


@pytest.mark.django_db
def test_the_province_is_confined_to_no_ward() -> None:
    province = get_user_model().objects.create_user("tinh")
    province.groups.add(ensure_province_group())
    assert scope_of(province) is None


def test_nobody_signed_in_meets_the_login(two: Two) -> None:
    client = Client(headers={"host": two.a.made.host})
    for address in ("/quan-tri/", f"/quan-tri/pages/{two.a.draft.pk}/edit/", f"/quan-tri/tep/{two.a.document.pk}/"):
        response = client.get(address)
        assert (response.status_code, response.headers["Location"].split("?")[0]) == (302, "/quan-tri/login/")


EVERYWHERE = (
    "cong-bo/nhat-ky/",
    "documents/",
    "images/",
    "snippets/registers/place/",
    "goi-y-tim-kiem/",
    "tim-khong-thay/",
)


@pytest.mark.parametrize(
    ("role", "shown"),
    [
        (Role.INSPECTOR, EVERYWHERE[:1]),
        (Role.EDITOR, EVERYWHERE),
        (Role.MANAGER, EVERYWHERE),
    ],
)
def test_the_menu_offers_what_the_gate_lets_through(
    role: Role, shown: tuple[str, ...], two: Two, sign_in: SignIn
) -> None:
    content = sign_in(role).get("/quan-tri/").content.decode()
    assert tuple(part for part in EVERYWHERE if f"/quan-tri/{part}" in content) == shown
    for part in ("reports/", "redirects/", "users/", "groups/", "sites/", "collections/", "workflows/"):
        assert f"/quan-tri/{part}" not in content
