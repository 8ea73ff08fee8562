"""The administration finds what is called so however it is typed, and nothing of another ward."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.core.files.images import ImageFile
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from modelsearch.index import insert_or_update_object
from PIL import Image as Picture
from pytest_django import DjangoDbBlocker
from wagtail.models import Page
from wagtail.search import query as queries
from wagtail.search.backends import get_search_backend

from cms.models import PortalDocument, PortalImage, Role
from tests.factories import LegalDocumentPageFactory, OrganisationFactory, PlaceFactory, PortalDocumentFactory
from tests.factories.registers import TargetAreaFactory, UnitFactory
from tests.tenancy.conftest import SignIn, Two
from tests.tenancy.world import MARK, World

NAME = "Đặng Xá Hòa kỹ thuật 10/02/2026"
TYPED = (
    "đặng xá",
    "DANG XA",
    unicodedata.normalize("NFD", "Đặng Xá"),
    "dang x",
    "hoà",
    "hòa",
    "kĩ thuật",
    'xá "hòa"',
    "10/2/2026",
    "«Đặng Xá» - hoa'",
)
NUMBERS = ("258/QĐ-UBND", "258/qd-ubnd", "258 QD", '258"', "258-qđ")
NOT = ("tang xa", "2580/QĐ-UBND", "-", "\\", "NOT", "OR AND *")
WITHOUT_WORDS = ('"', '""', "   ")
"""They narrow nothing, or find nothing; either way the screen answers."""


def name_of(world: World) -> str:
    """What each thing of a ward is called here."""
    return f"{NAME} {world.mark}"


@pytest.fixture(scope="module")
def _things(both: Two, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """One of each thing of both wards, all called alike but for the ward's mark."""
    with django_db_blocker.unblock(), transaction.atomic():
        make_things(both)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def things(_things: None, two: Two) -> Two:
    """Both wards with them."""
    return two


def make_things(two: Two) -> None:
    """One of each thing of both wards."""
    for world in (two.a, two.b):
        name, made = name_of(world), world.made
        drawn = io.BytesIO()
        Picture.new("RGB", (20, 20), "red").save(drawn, "PNG")
        page = LegalDocumentPageFactory(ward=made, title=name, number="258/QĐ-UBND")
        document = PortalDocumentFactory(ward=made, title=name)
        image = PortalImage.objects.create(
            title=name,
            file=ImageFile(io.BytesIO(drawn.getvalue()), name=f"{world.mark}-x.png"),
            collection=made.ward.collection,
        )
        for factory in (PlaceFactory, OrganisationFactory, UnitFactory, TargetAreaFactory):
            factory(ward=made, name=name)
        for one in (page, document, image):
            insert_or_update_object(one)


PAGES = ("wagtailadmin_pages:search", "wagtailadmin_choose_page_search", "wagtailadmin_explore")
FILES = (
    "wagtaildocs:index",
    "wagtaildocs_chooser:choose_results",
    "wagtailimages:index",
    "wagtailimages_chooser:choose_results",
)
REGISTERS = tuple(
    f"{kind}_registers_{name}:{view}"
    for kind, view in (("wagtailsnippets", "list"), ("wagtailsnippetchoosers", "choose_results"))
    for name in ("place", "organisation", "unit", "targetarea")
)
WHILE_TYPING = ("wagtailadmin_pages:search", "wagtailadmin_explore", "wagtaildocs:index", "wagtailimages:index")
"""Screens that have, besides the whole screen, their list alone: the browser asks for it at each key."""


@pytest.mark.parametrize("view", [*PAGES, *FILES, *REGISTERS])
def test_everything_is_found_as_it_is_typed_and_nothing_foreign(view: str, things: Two, sign_in: SignIn) -> None:
    client = sign_in(Role.MANAGER)
    below = [things.a.made.documents.pk] if view == "wagtailadmin_explore" else []
    whole = reverse(view, args=below)
    listed = reverse(f"{view}_results", args=below) if view in WHILE_TYPING or view.endswith(":list") else whole

    def shown(typed: str, address: str = listed) -> str:
        response = client.get(address, {"q": typed})
        assert response.status_code == 200, typed
        return str(response.content.decode())

    if listed != whole:
        for typed in (TYPED[0], NOT[0]):
            text = shown(typed, whole)
            assert ((name_of(things.a) in text), MARK in text.lower()) == (typed in TYPED, False)
    texts = {typed: shown(typed) for typed in (*TYPED, *(NUMBERS if view in PAGES else ()), *NOT)}
    found = {typed for typed, text in texts.items() if name_of(things.a) in text}
    assert found == texts.keys() - set(NOT)
    assert [typed for typed, text in texts.items() if MARK in text.lower()] == []
    assert [MARK in shown(typed).lower() for typed in (*WITHOUT_WORDS, "đặng\x00 xá", "đ" * 10_000)] == [False] * 5


def test_people_are_found_by_their_names(two: Two, sign_in: SignIn) -> None:
    get_user_model().objects.create_user("dvh", first_name="Đặng Việt", last_name="Hùng")
    client = sign_in(two.shared["superuser"])
    for typed, found in (("dang viet hung", True), ("ĐẶNG", True), ("hung dang v", True), ("tang", False)):
        content = client.get(reverse("wagtailusers_users:index"), {"q": typed}).content.decode()
        assert ("Đặng Việt Hùng" in content) is found, typed


@pytest.mark.parametrize(
    "query",
    [
        queries.Phrase("ĐẶNG xá"),
        queries.PlainText("đặng xyz", operator="or"),
        queries.And([queries.PlainText("xá"), queries.PlainText('"'), queries.Not(queries.PlainText("tang"))]),
        queries.Or([queries.Phrase("không có"), queries.PlainText("kỹ")]),
        queries.Boost(queries.Fuzzy("hoà"), 2.0),
    ],
    ids=repr,
)
def test_queries_in_parts_are_folded_in_all_parts(query: Any, things: Two) -> None:
    found = get_search_backend().search(query, PortalDocument.objects.all())
    assert {one.title for one in found} == {name_of(things.a), name_of(things.b)}
    assert found.count() == 2


def test_best_comes_first_and_order_can_be_another(things: Two) -> None:
    made = things.a.made
    for title in ("A Đặng Xá", "Đặng Xá Đặng Xá"):
        insert_or_update_object(PortalDocumentFactory(ward=made, title=title))
    backend = get_search_backend()
    scored = backend.search("dang xa", PortalDocument.objects.all()).annotate_score("score")
    assert all(isinstance(one.score, float) for one in scored)
    assert scored[0].title == "Đặng Xá Đặng Xá"
    named = backend.search("dang xa", PortalDocument.objects.order_by("title"), order_by_relevance=False)
    assert named[0].title == "A Đặng Xá"
    assert [one.title for one in named[1:2]] == [sorted(one.title for one in named)[1]]


def test_saving_costs_the_same_at_any_size(things: Two) -> None:
    """Nothing is recomputed over the whole table."""
    with CaptureQueriesContext(
        connection,
    ) as seen:
        insert_or_update_object(Page.objects.get(pk=things.a.draft.pk))
    statements = [one["sql"] for one in seen if "indexentry" in one["sql"].lower()]
    assert statements
    assert [sql for sql in statements if "title_norm" in sql and "AVG" in sql.upper()] == []
