"""Parts of public pages are kept exactly as long as nothing they show has changed."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from django.apps import apps
from django.core.cache import caches
from django.db import connection, transaction
from django.db.models import Model
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from modelcluster.models import get_all_child_relations
from wagtail.models import Page, PageViewRestriction, Site

from cms import serving
from cms.disclosure import generations
from cms.disclosure.models import Generation
from cms.models import BasePage, PortalImage, PortalRendition, Ward
from cms.publishing.showing import NOT_SHOWN, SHOWN
from cms.registers.models import LegalFigure, Unit
from search.models import PublicRecord
from tests.factories import MadeWard, make_ward, publish
from tests.factories.projects import ProjectPageFactory
from tests.factories.wards import again

pytestmark = pytest.mark.django_db

OURS = ("search", "registers", "disclosure", "cms", "open_data", "home", "projects_pages")
PROJECT = "/du-an/du-an-thu/"
KEPT = 1
"""Queries of a visit whose parts are kept: whether they still hold."""


def visit(ward: MadeWard, address: str) -> tuple[str, int]:
    """What everybody reads at an address, and how many queries it took."""
    with CaptureQueriesContext(connection) as captured:
        answer = Client().get(address, HTTP_HOST=ward.host)
    assert answer.status_code == 200, address
    return answer.content.decode(), len(captured)


def addresses(ward: MadeWard) -> list[str]:
    """Of every public record of the ward."""
    return list(PublicRecord.objects.on_site(ward.site.pk).order_by("pk").values_list("url", flat=True))


def test_the_page_of_every_kind_is_kept_as_it_was_rendered_until_its_record_changes(portal: MadeWard) -> None:
    for record in PublicRecord.objects.on_site(portal.site.pk).order_by("pk"):
        rendered, _ = visit(portal, record.url)
        kept, queries = visit(portal, record.url)
        assert kept == rendered, record.url
        assert queries == KEPT, record.url
        if record.kind == "trang-chu":
            continue
        page: Any = Page.objects.get(pk=record.page_id).specific
        page.title, page.change_reason = "Tên đã sửa", "Sửa tên"
        publish(page)
        assert "Tên đã sửa" in visit(portal, record.url)[0], record.kind


def shown_row(model: type[Model], ward: MadeWard) -> Any:
    """A row of a model that a page of the ward shows."""
    if model is Site:
        return ward.site
    if model is Ward:
        return ward.ward
    if hasattr(model, "site_id"):
        return model._default_manager.filter(site_id=ward.site.pk).first()
    return model._default_manager.order_by("-pk").first()


AN_ACT: set[type[Model]] = {PageViewRestriction}
"""Saving one conceals records, or is refused without authority: tests/publishing."""


@pytest.mark.parametrize("model", sorted(set(SHOWN) - AN_ACT, key=str))
def test_saving_a_row_that_pages_show_ends_what_was_kept(portal: MadeWard, model: type[Model]) -> None:
    row = shown_row(model, portal)
    assert row is not None, "the full records of the tests show no such row"
    before = generations.present(portal.site.pk)
    row.save()
    assert generations.present(portal.site.pk) != before


def test_what_is_saved_elsewhere_leaves_a_ward_alone(portal: MadeWard) -> None:
    elsewhere = make_ward("phuong-khac")
    before = generations.present(portal.site.pk)
    publish(ProjectPageFactory(ward=elsewhere))
    Unit.objects.create(site=elsewhere.site, name="Phòng mới")
    again(portal.projects).save_revision()
    assert generations.present(portal.site.pk) == before


def test_every_model_of_ours_is_shown_or_says_why_not() -> None:
    pages = {model for model in apps.get_models() if issubclass(model, BasePage)}
    children = {relation.related_model for page in pages for relation in get_all_child_relations(page)}
    children |= {relation.related_model for child in children for relation in get_all_child_relations(child)}
    known = set(SHOWN) | pages | children
    ours = {model for label in OURS for model in apps.get_app_config(label).get_models(include_auto_created=True)}
    ours = {model for model in ours if not model._meta.proxy}  # without a table of their own
    assert {model._meta.label for model in ours - known} == set(NOT_SHOWN)


def test_a_row_of_law_is_seen_at_once_by_all_wards(portal: MadeWard) -> None:
    address = next(one for one in addresses(portal) if one.endswith("huong-dan-thu/"))
    visit(portal, address)
    before = generations.present(portal.site.pk)
    figure = LegalFigure.objects.order_by("pk").first()
    assert figure is not None
    figure.save()
    after = generations.present(portal.site.pk)
    assert before is not None
    assert after is not None
    assert before[0] != after[0]
    assert visit(portal, address)[1] > KEPT


def test_what_was_rendered_in_a_transaction_that_is_undone_is_never_shown(portal: MadeWard) -> None:
    page = Page.objects.get(slug="du-an-thu").specific
    rendered, _ = visit(portal, PROJECT)
    sid = transaction.savepoint()
    page.title, page.change_reason = "Tên bị bỏ", "Sửa tên"
    publish(page)
    assert "Tên bị bỏ" in visit(portal, PROJECT)[0]
    transaction.savepoint_rollback(sid)
    assert visit(portal, PROJECT)[0] == rendered
    page = Page.objects.get(slug="du-an-thu").specific
    page.title, page.change_reason = "Tên sau cùng", "Sửa tên"
    publish(page)
    assert "Tên sau cùng" in visit(portal, PROJECT)[0]


def test_what_iswith_each_kind_while_a_page_is_rendered_is_seen_by_the_next_visit(
    portal: MadeWard, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The reader asked for the tokens before the act; what it kept is kept under those that are over."""
    page = Page.objects.get(slug="du-an-thu").specific
    found = serving._public_route

    def late(request: Any) -> Any:
        route = found(request)
        monkeypatch.setattr(serving, "_public_route", found)
        page.title, page.change_reason = "Tên vừa sửa", "Sửa tên"
        publish(page)
        return route

    monkeypatch.setattr(serving, "_public_route", late)
    generations.renew(portal.site.pk)
    visit(portal, PROJECT)
    shown, queries = visit(portal, PROJECT)
    assert "Tên vừa sửa" in shown
    assert queries > KEPT


def test_the_tokens_are_read_before_anything_that_is_shown(portal: MadeWard) -> None:
    visit(portal, PROJECT)
    generations.renew(portal.site.pk)
    with CaptureQueriesContext(connection) as captured:
        Client().get(PROJECT, HTTP_HOST=portal.host)
    assert Generation._meta.db_table in captured.captured_queries[0]["sql"]
    assert len(captured) > KEPT


def test_a_new_day_renders_anew(portal: MadeWard, monkeypatch: pytest.MonkeyPatch) -> None:
    visit(portal, PROJECT)
    tomorrow = timezone.localdate() + datetime.timedelta(1)
    monkeypatch.setattr(timezone, "localdate", lambda *_: tomorrow)
    shown, queries = visit(portal, PROJECT)
    assert f'datetime="{tomorrow.isoformat()}"' in shown
    assert queries > KEPT


def test_a_site_without_a_token_is_rendered_each_time(portal: MadeWard) -> None:
    Generation.objects.filter(pk=portal.site.pk).delete()
    visit(portal, PROJECT)
    assert visit(portal, PROJECT)[1] > KEPT


@pytest.mark.parametrize("query", ["?trang=2&trang=3", "?q=nha", "?trang=hai", "?trang=1234567", "?trang=1&q="])
def test_answers_to_what_people_ask_are_not_kept(portal: MadeWard, query: str) -> None:
    visit(portal, f"/du-an/{query}")
    assert visit(portal, f"/du-an/{query}")[1] > KEPT


def test_a_list_keeps_the_address_that_filtering_gives_it(portal: MadeWard) -> None:
    answers = [Client().get("/du-an/", HTTP_HOST=portal.host) for _ in range(2)]
    assert answers[0]["HX-Push-Url"] == answers[1]["HX-Push-Url"]


def test_a_page_that_lacks_an_image_is_not_kept(portal: MadeWard) -> None:
    address = next(one for one in addresses(portal) if one.endswith("khu-dat-thu/"))
    assert PortalImage.objects.exists()
    PortalRendition.objects.all().delete()
    visit(portal, address)
    assert visit(portal, address)[1] > KEPT


def test_pages_of_two_wards_are_kept_apart(portal: MadeWard) -> None:
    elsewhere = make_ward("phuong-khac")
    here, there = visit(portal, "/du-an/")[0], visit(elsewhere, "/du-an/")[0]
    assert here != there
    assert (visit(portal, "/du-an/")[0], visit(elsewhere, "/du-an/")[0]) == (here, there)


def test_a_preview_neither_reads_nor_fills(portal: MadeWard) -> None:
    page = Page.objects.get(slug="du-an-thu").specific
    caches["fragments"].clear()
    generations.renew(portal.site.pk)
    page.title = "Chỉ là bản nháp"
    preview = page.make_preview_request()
    preview.render()
    for said in ("Chỉ là bản nháp", 'class="strip strip--preview"', "Bản xem trước, chưa công khai</p>"):
        assert said in preview.content.decode()
        assert said not in visit(portal, PROJECT)[0]
