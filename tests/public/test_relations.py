"""Every declared relation leads both ways while its target is public, and shows nothing of a target that is not."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from html import unescape
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, ReferenceIndex

from cms.disclosure import kinds
from cms.disclosure.uses import FRAMES, uses_of
from home.models import NewsRelation
from tests.factories import MadeWard, publish
from tests.factories.kinds import FACTORIES, IN_EVERY_WARD
from tests.factories.news import NewsPageFactory

pytestmark = pytest.mark.django_db

NOT_SHOWN: dict[str, str] = {"sources.document": "a chip stands where its figure stands (tests/public/test_pages.py)"}
"""Relations that no place of the page is for."""
TARGETS = {
    "headline": "du-an",
    "land_site": "khu-dat",
    "project": "du-an",
    "gia.replaces": "gia",
    "ke-hoach.replaces": "ke-hoach",
    "rounds.notice": "thong-bao",
    "subject": "du-an",
}
"""Kind of the records that a relation, or that of one kind, is for; of all others documents."""
_numbers = itertools.count(1)


def is_relation(field: Any) -> bool:
    """Whether a field names another record."""
    return bool(field.is_relation and field.many_to_one and issubclass(field.related_model, Page))


def relations(model: Any) -> Iterator[str]:
    """Names of a type's relations to other records: "project", "rounds.notice"."""
    bound = model.facts
    yield from (fact.name for fact in bound.singles if is_relation(bound.field(fact.name)))
    for relation in bound.relations:
        rows = bound.row_model(relation)
        for fact in relation.facts:
            if is_relation(rows._meta.get_field(fact.name)):
                yield f"{relation.name}.{fact.name}"


def point(page: Any, name: str, target: Any) -> None:
    """Let the record, or the first row of its relation, point to the target."""
    relation, _, of_row = name.partition(".")
    if not of_row:
        setattr(page, name, fitting(page, name, target))
        return
    rows = list(getattr(page, relation).all())
    assert rows, f"no full rows of {relation}"
    setattr(rows[0], of_row, fitting(rows[0], of_row, target))
    setattr(page, relation, rows)


def fitting(row: Any, name: str, target: Any) -> Any:
    """The target as the class that the relation points to."""
    wanted = row._meta.get_field(name).related_model
    return target if isinstance(target, wanted) else wanted.objects.get(pk=target.pk)


WITH_RELATIONS = sorted(kind for kind, model in kinds.all_kinds().items() if list(relations(model)))
COMMON = {"legal_bases.document", "sources.document"}


def full(kind: str, ward: MadeWard) -> Any:
    """A page of the kind with rows of every relation, nothing of it ended."""
    if kind in FRAMES or kind.startswith("muc-"):
        model = kinds.model_of(kind)
        page = model.objects.descendant_of(ward.home, inclusive=True).get()  # type: ignore[union-attr] # registered
        for name, value in FACTORIES[kind].full_values(ward).items():
            setattr(page, name, value)
        return page
    return FACTORIES[kind](ward=ward, full=True, ended_on=None, ended_reason="")


def kind_of_target(kind: str, name: str) -> str:
    """The kind of the records that a kind's relation is for."""
    return TARGETS.get(f"{kind}.{name}") or TARGETS.get(name, "van-ban")


def target_of(kind: str, name: str, ward: MadeWard) -> Any:
    """A draft that the relation may point to, with a title that nothing else has."""
    return FACTORIES[kind_of_target(kind, name)](ward=ward, title=f"Đích kiểm thử {next(_numbers):04d}")


def read(client: Client, ward: MadeWard, address: str) -> str:
    """The page as anybody gets it."""
    answer = client.get(address, headers={"host": ward.host})
    assert answer.status_code == 200, address
    return unescape(answer.content.decode())


@pytest.mark.parametrize("kind", WITH_RELATIONS)
def test_a_relation_leads_both_ways_once_its_target_is_public(kind: str, ward: MadeWard, client: Client) -> None:
    page, targets = full(kind, ward), {}
    # What all types have is tried on one of them.
    for name in relations(type(page)):
        if name not in COMMON or kind == "gia":
            targets[name] = target_of(kind, name, ward)
            point(page, name, targets[name])
    page = publish(page)
    ReferenceIndex.create_or_update_for_object(page)
    address = page.get_url_parts()[2]
    told = read(client, ward, address)
    assert [name for name, target in targets.items() if target.title in told] == []
    for name, target in targets.items():
        targets[name] = publish(target)
    told, urls = read(client, ward, address), {name: one.get_url_parts()[2] for name, one in targets.items()}
    missing = [name for name, url in urls.items() if f'href="{url}' not in told and name not in NOT_SHOWN]
    assert missing == []
    if kind in FRAMES:
        return
    tried = {kind_of_target(kind, name): url for name, url in urls.items()}
    assert [of for of, url in tried.items() if f'href="{address}"' not in read(client, ward, url)] == []


def test_who_points_to_a_record_is_looked_up_by_the_record_alone(ward: MadeWard) -> None:
    """Whatever a database knows of its tables: of a hundred thousand pages' pointers only this record's are read."""
    with CaptureQueriesContext(connection) as asked:
        uses_of(ward.home)
    (statement,) = (one["sql"] for one in asked if "referenceindex" in one["sql"])
    condition = statement[statement.index("referenceindex") :]
    assert '"to_content_type_id" =' in condition
    assert '"to_object_id" =' in condition
    assert '"base_content_type_id" =' not in condition


def test_every_type_of_record_shows_who_points_to_it(ward: MadeWard, client: Client) -> None:
    kinds_of_records = sorted(set(FACTORIES) - IN_EVERY_WARD - {"trang", "tin-tuc"})
    targets = {kind: publish(FACTORIES[kind](ward=ward, slug=f"{kind}-duoc-nhac")) for kind in kinds_of_records}
    article = NewsPageFactory(ward=ward, title="Tin nhắc tới mọi hồ sơ")
    article.related = [NewsRelation(document=target.disclosurepage_ptr) for target in targets.values()]
    draft = NewsPageFactory(ward=ward, title="Tin nháp")
    draft.related = [NewsRelation(document=target.disclosurepage_ptr) for target in targets.values()]
    draft.save()
    article = publish(article)
    for page in (article, draft):
        ReferenceIndex.create_or_update_for_object(page)
    address = article.get_url_parts()[2]
    told = read(client, ward, address)
    silent = []
    for kind, target in targets.items():
        url = target.get_url_parts()[2]
        assert f'href="{url}"' in told, kind
        shown = read(client, ward, url)
        assert "Tin nháp" not in shown, kind
        if f'href="{address}"' not in shown:
            silent.append(kind)
    assert silent == []
