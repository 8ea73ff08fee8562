"""Many pages at once become public as they would one by one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.test import Client
from pytest_django import DjangoDbBlocker
from wagtail.models import Page, ReferenceIndex

from cms.disclosure.models import LogEntry, PublicFile, PublishedFacts
from cms.disclosure.verification import verify
from cms.models import Ward
from cms.publishing.authority import Authority
from cms.publishing.bulk import add_and_publish_many
from cms.publishing.errors import NotReady
from cms.publishing.projections import problems
from search.models import PublicRecord
from tests.factories import LegalDocumentPageFactory, MadeWard, ProjectPageFactory, StandardPageFactory, publish
from tests.factories.kinds import FACTORIES, IN_EVERY_WARD
from tests.factories.wards import again
from tests.publishing.test_factories import lacking
from tests.quiet import without_admin_indexes

pytestmark = pytest.mark.django_db

TOLD = Authority(reason="Nhập lần đầu")
RECORDS = sorted(set(FACTORIES) - IN_EVERY_WARD)
BY_ITSELF = {"page_id", "record", "url", "title", "body", "disclosed_at", "changed_at", "indexed_at", "id"}


def unsaved(kind: str, ward: MadeWard, **values: Any) -> Any:
    """A page of the kind with every fact, not in the database."""
    factory = FACTORIES[kind]
    return factory._meta.model(**{"slug": "nhap", "title": "Trang nhập", **factory.full_values(ward), **values})


def row(model: Any, **wanted: Any) -> dict[str, Any]:
    found: dict[str, Any] = model.objects.filter(**wanted).values().get()
    return {name: value for name, value in found.items() if name not in BY_ITSELF}


@dataclass(frozen=True)
class Twice:
    """A full record that was published alone, and one that was published as many are."""

    alone: Any
    made: Any
    entry: LogEntry


@pytest.fixture(scope="module")
def each_kind(_made_once: Ward, django_db_blocker: DjangoDbBlocker) -> Iterator[dict[str, Twice]]:
    """Each kind on the ward of the module, both ways; made once, because the whole ward is checked in the end."""
    with django_db_blocker.unblock(), transaction.atomic():
        ward, found = MadeWard(_made_once), {}
        with without_admin_indexes():
            for kind in RECORDS:
                page = unsaved(kind, ward, slug=f"nhap-{kind}")
                alone = publish(FACTORIES[kind](ward=ward, title="Trang nhập", full=True), reason=TOLD.reason)
                (entry,) = add_and_publish_many(FACTORIES[kind].stands_under(ward), [page], TOLD)
                found[kind] = Twice(alone, again(page), entry)
        yield found
        transaction.set_rollback(True)


@pytest.mark.parametrize("kind", RECORDS)
def test_every_kind_has_the_same_rows_as_when_published_alone(
    each_kind: dict[str, Twice], ward: MadeWard, kind: str
) -> None:
    alone, made, entry = each_kind[kind].alone, each_kind[kind].made, each_kind[kind].entry
    assert made.live
    assert made.url_path == f"{FACTORIES[kind].stands_under(ward).url_path}nhap-{kind}/"
    assert made.live_revision.as_object().title == "Trang nhập"
    assert row(PublicRecord, page_id=made.pk).keys() == row(PublicRecord, page_id=alone.pk).keys()
    told = PublishedFacts.objects.get(record=made.record).facts
    assert told == type(made).facts.canonical(made)
    assert told.keys() == PublishedFacts.objects.get(record=alone.record).facts.keys()
    assert entry.content["reason"] == TOLD.reason
    carried = {document.pk for document in made.carried_files}
    assert set(PublicFile.objects.filter(record=made.record).values_list("document_id", flat=True)) == carried


@pytest.mark.parametrize("kind", RECORDS)
def test_a_full_record_can_be_published(each_kind: dict[str, Twice], ward: MadeWard, kind: str) -> None:
    alone = again(each_kind[kind].alone)
    assert alone.live
    assert lacking(alone) == []


def test_a_ward_with_every_kind_is_whole(each_kind: dict[str, Twice], ward: MadeWard) -> None:
    assert set(each_kind) == set(RECORDS)
    assert verify(ward.site.pk) == []
    assert problems(ward.site.pk) == []


def test_many_pages_of_two_kinds_are_read_by_the_public(ward: MadeWard, client: Client) -> None:
    source = LegalDocumentPageFactory.build(title="Quyết định làm căn cứ", document_type="quyet-dinh")
    add_and_publish_many(ward.documents, [source], TOLD)
    count = LogEntry.objects.count()
    pages = [ProjectPageFactory.build(title=f"Dự án nhập {number}", location="Tổ 1") for number in range(30)]
    add_and_publish_many(ward.projects, pages, TOLD)
    assert LogEntry.objects.count() == count + 30
    for number in (0, 29):
        answer = client.get(f"/du-an/du-an-nhap-{number}/", HTTP_HOST=ward.host)
        assert f"Dự án nhập {number}" in answer.content.decode()
    publish(ProjectPageFactory(ward=ward, title="Dự án đến sau"))
    assert Page.find_problems() == ([], [], [], [], [])
    assert problems(ward.site.pk) == []


def test_who_uses_what_is_known(ward: MadeWard) -> None:
    page = unsaved("du-an", ward)
    add_and_publish_many(ward.projects, [page], TOLD)
    known = set(ReferenceIndex.objects.filter(object_id=str(page.pk)).values_list("model_path", "to_object_id"))
    ReferenceIndex.create_or_update_for_object(again(page))
    assert known == set(ReferenceIndex.objects.filter(object_id=str(page.pk)).values_list("model_path", "to_object_id"))


def test_queries_do_not_grow_with_the_pages(ward: MadeWard, django_assert_max_num_queries: Any) -> None:
    pages = [ProjectPageFactory.build(title=f"Dự án {number}") for number in range(60)]
    with django_assert_max_num_queries(60):
        add_and_publish_many(ward.projects, pages, TOLD)


@pytest.mark.parametrize(
    ("titles", "error"),
    [(["Một", "Một"], ValueError), (["  "], NotReady), (["Đã có"], ValueError)],
)
def test_what_cannot_be_published_leaves_nothing(ward: MadeWard, titles: list[str], error: type[Exception]) -> None:
    publish(StandardPageFactory(ward=ward, title="Đã có"))
    before = (Page.objects.count(), LogEntry.objects.count())
    with pytest.raises(error):
        add_and_publish_many(ward.home, [StandardPageFactory.build(title=title) for title in titles], TOLD)
    assert (Page.objects.count(), LogEntry.objects.count()) == before


def test_what_a_form_would_have_refused_is_refused_where_that_is_asked_for(ward: MadeWard) -> None:
    page = unsaved("du-an", ward, stage="khong-co")
    before = (Page.objects.count(), LogEntry.objects.count())
    with pytest.raises(ValidationError, match="khong-co"):
        add_and_publish_many(ward.projects, [page], TOLD, clean=True)
    assert (Page.objects.count(), LogEntry.objects.count()) == before


def test_below_a_page_that_nobody_sees_nothing_becomes_public(ward: MadeWard) -> None:
    draft = StandardPageFactory(ward=ward)
    with pytest.raises(ValueError, match="nobody sees"):
        add_and_publish_many(draft, [StandardPageFactory.build()], TOLD)
