"""Many pages at once become public as they would one by one."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from wagtail.models import Page, ReferenceIndex

from cms.disclosure.models import LogEntry, PublicFile, PublishedFacts
from cms.disclosure.verification import verify
from cms.publishing.authority import Authority
from cms.publishing.bulk import add_and_publish_many
from cms.publishing.errors import NotReady
from cms.publishing.projections import problems
from search.models import PublicRecord
from tests.factories import LegalDocumentPageFactory, MadeWard, ProjectPageFactory, StandardPageFactory, publish
from tests.factories.kinds import FACTORIES, IN_EVERY_WARD
from tests.factories.wards import again

pytestmark = pytest.mark.django_db

TOLD = Authority(reason="Nhập lần đầu")
BY_ITSELF = {"page_id", "record", "url", "title", "body", "disclosed_at", "changed_at", "indexed_at", "id"}


def unsaved(kind: str, ward: MadeWard, **values: Any) -> Any:
    """A page of the kind with every fact, not in the database."""
    factory = FACTORIES[kind]
    return factory._meta.model(slug="nhap", **{"title": "Trang nhập", **factory.full_values(ward), **values})


def row(model: Any, **wanted: Any) -> dict[str, Any]:
    found: dict[str, Any] = model.objects.filter(**wanted).values().get()
    return {name: value for name, value in found.items() if name not in BY_ITSELF}


@pytest.mark.parametrize("kind", sorted(set(FACTORIES) - IN_EVERY_WARD))
def test_every_kind_has_the_same_rows_as_when_published_alone(ward: MadeWard, kind: str) -> None:
    page = unsaved(kind, ward)
    alone = publish(FACTORIES[kind](ward=ward, title="Trang nhập", full=True), reason=TOLD.reason)
    parent = FACTORIES[kind].stands_under(ward)
    (entry,) = add_and_publish_many(parent, [page], TOLD)
    made = again(page)
    assert made.live
    assert made.url_path == f"{parent.url_path}{page.slug}/"
    assert made.live_revision.as_object().title == "Trang nhập"
    assert row(PublicRecord, page_id=made.pk).keys() == row(PublicRecord, page_id=alone.pk).keys()
    told = PublishedFacts.objects.get(record=made.record).facts
    assert told == type(made).facts.canonical(made)
    assert told.keys() == PublishedFacts.objects.get(record=alone.record).facts.keys()
    assert entry.content["reason"] == TOLD.reason
    carried = {document.pk for document in made.carried_files}
    assert set(PublicFile.objects.filter(record=made.record).values_list("document_id", flat=True)) == carried
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
