"""Building the demonstration: a ward that exists already is never touched again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, cast

from django.apps import apps
from django.db import transaction
from django.utils import timezone
from wagtail.models import Page, Site
from wagtail.search.index import insert_or_update_object

from cms.models import BasePage, DisclosurePage, Ward
from cms.publishing.authority import Authority
from cms.publishing.bulk import add_and_publish_many
from cms.publishing.by_command import publish_saved
from cms.registers.law import ensure_law
from cms.tenancy.wards import create_ward
from projects_pages.demo.accounts import NewAccount, make_province_account, make_ward_accounts
from projects_pages.demo.building import Built, Registers
from projects_pages.demo.records import document_page, plan_page, project_page
from projects_pages.demo.registers import ensure_references, make_registers
from projects_pages.demo.shapes import PLAN, WardData
from projects_pages.demo.wards import WARDS
from projects_pages.models import LegalDocumentPage
from search.indexing import index_waiting
from search.synonyms import ensure_default_synonyms


def load() -> Iterator[NewAccount]:
    """Make what is not there yet, each ward as a whole or not at all; gives each account once its ward stands.

    Raises ValueError when another portal has the host name of a ward that is missing.
    """
    with transaction.atomic():
        ensure_default_synonyms()
        ensure_references()
        ensure_law()
    missing = [data for data in WARDS if not Ward.objects.filter(code=data.new.code).exists()]
    for data in missing:
        yield from load_ward(data)
    if missing:
        index_waiting()
        yield from make_province_account()


@transaction.atomic
def load_ward(data: WardData) -> list[NewAccount]:
    """Make one ward with all its records public, each after those that it points to."""
    ensure_law()  # builders point to its rows
    today = timezone.localdate()
    data = data.carried_on(data, today) if data.carried_on else data
    taken = Site.objects.filter(is_default_site=True, ward__isnull=False).exists()
    ward = create_ward(replace(data.new, is_default=data.new.is_default and not taken))
    home = cast(BasePage, ward.site.root_page.specific)
    authority = Authority(reason=data.reason)
    registers = make_registers(ward.site, data)
    published = _publish_records(data, home, registers, authority)
    _run_builders(data, home, Built(ward, registers, published, today), published)
    _publish_portal(data, home, registers, published, authority)
    return make_ward_accounts(ward)


def _publish_records(
    data: WardData, home: Page, registers: Registers, authority: Authority
) -> dict[str, DisclosurePage]:
    documents, plans, projects = (_below(home, slug) for slug in ("van-ban", "ke-hoach", "du-an"))
    published: dict[str, DisclosurePage] = {}
    for document in data.documents:
        published[document.number] = _publish(documents, document_page(document, registers, published), authority)
    if data.plan is not None:
        published[PLAN] = _publish(plans, plan_page(data.plan, registers, published), authority)
    for project in data.projects:
        published[project.title] = _publish(projects, project_page(project, registers, published), authority)
    return published


def _run_builders(data: WardData, home: Page, built: Built, published: dict[str, DisclosurePage]) -> None:
    """Raises ValueError when two records of a ward have the same name: the second would hide the first."""
    for builder in data.builders:
        for slug, page in builder(built):
            authority = Authority(reason=page.change_reason or data.reason)
            known = page.pk is not None
            page.change_reason = authority.reason
            fresh = publish_saved(page, authority) if known else _add(_below(home, slug), page, authority)
            if isinstance(fresh, DisclosurePage):
                name = fresh.number if isinstance(fresh, LegalDocumentPage) and fresh.number else fresh.title
                if name in published and not known:
                    raise ValueError(f"Hai hồ sơ cùng tên «{name}».")
                published[name] = fresh


def _publish_portal(
    data: WardData,
    home: BasePage,
    registers: Registers,
    published: dict[str, DisclosurePage],
    authority: Authority,
) -> None:
    for slug, intro in data.portal.index_intros.items():
        _change(_below(home, slug), authority, intro=intro)
    headline = published.get(data.portal.headline or (data.projects[0].title if data.projects else PLAN))
    _change(
        home,
        authority,
        intro=data.portal.home_intro,
        headline=DisclosurePage.objects.get(pk=headline.pk) if headline else None,
        guide_unit=registers.units[data.portal.guide_unit],
        search_examples=data.portal.search_examples,
        notice=data.portal.notice,
        **data.portal.reached,
    )
    about = apps.get_model("home.StandardPage")(
        title="Giới thiệu",
        slug="gioi-thieu",
        intro=data.portal.about_intro,
        body=[
            block for heading, text in data.portal.about for block in (("heading", heading), ("text", f"<p>{text}</p>"))
        ],
        change_reason=authority.reason,
    )
    _add(home, about, authority)


def _below(home: Page, slug: str) -> BasePage:
    return cast(BasePage, home.get_children().get(slug=slug).specific)


def _add(parent: BasePage, page: BasePage, authority: Authority) -> BasePage:
    """Add a page and make it public in the bulk form, which asks a fifth of the statements; staff's search knows it."""
    add_and_publish_many(parent, [page], authority, clean=True)
    insert_or_update_object(page)
    fresh: BasePage = type(page).objects.get(pk=page.pk)
    return fresh


def _publish(parent: BasePage, page: DisclosurePage, authority: Authority) -> DisclosurePage:
    page.change_reason = authority.reason
    return cast(DisclosurePage, _add(parent, page, authority))


def _change(page: BasePage, authority: Authority, **values: Any) -> None:
    for name, value in values.items():
        setattr(page, name, value)
    page.change_reason = authority.reason
    publish_saved(page, authority)
