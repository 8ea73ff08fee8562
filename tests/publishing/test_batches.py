"""Pages that are prepared together are written together, or not at all."""

from __future__ import annotations

import pytest
from wagtail.models import Page, Revision

from cms.disclosure.models import LogEntry
from cms.publishing.authority import Authority
from cms.publishing.bulk import Batch, ParentChanged, add_and_publish_many
from cms.publishing.projections import problems
from cms.publishing.rows import reserve
from tests.factories import LegalDocumentPageFactory, MadeWard, ProjectPageFactory, StandardPageFactory
from tests.factories.wards import make_ward

pytestmark = pytest.mark.django_db

TOLD = Authority(reason="Nhập lần đầu")


def test_numbers_that_were_taken_come_no_second_time(ward: MadeWard) -> None:
    first, second = (reserve({Page: 3, Revision: 2}) for _ in range(2))
    assert len({*first[Page], *second[Page]}) == 6
    assert len({*first[Revision], *second[Revision]}) == 4
    assert min(first[Page]) > max(Page.objects.values_list("pk", flat=True))
    page = StandardPageFactory(ward=ward)
    assert page.pk > max(second[Page])


def test_a_page_may_point_to_one_that_was_added_before_it(ward: MadeWard) -> None:
    document = LegalDocumentPageFactory.build(title="Quyết định giao đất", document_type="quyet-dinh")
    project = ProjectPageFactory.build(title="Dự án theo quyết định")
    batch = Batch(TOLD)
    batch.add(ward.documents, [document])
    project.change_decision = document
    batch.add(ward.projects, [project])
    assert len(batch.write()) == 2
    assert type(project).objects.get(pk=project.pk).change_decision_id == document.pk
    assert problems(ward.site.pk) == []
    assert Page.find_problems() == ([], [], [], [], [])


def test_whoever_added_below_the_same_page_meanwhile_stays_and_the_batch_is_not_written(ward: MadeWard) -> None:
    batch = Batch(TOLD)
    batch.add(ward.projects, [ProjectPageFactory.build(title="Đến sau")])
    add_and_publish_many(ward.projects, [ProjectPageFactory.build(title="Đến trước")], TOLD)
    count = LogEntry.objects.count()
    with pytest.raises(ParentChanged):
        batch.write()
    assert LogEntry.objects.count() == count
    assert not Page.objects.filter(title="Đến sau").exists()


def test_a_record_that_the_log_knows_is_refused(ward: MadeWard) -> None:
    known = ProjectPageFactory.build(title="Đã có")
    add_and_publish_many(ward.projects, [known], TOLD)
    count = LogEntry.objects.count()
    with pytest.raises(ValueError, match="the log knows"):
        add_and_publish_many(ward.projects, [ProjectPageFactory.build(title="Lần nữa", record=known.record)], TOLD)
    assert LogEntry.objects.count() == count


def test_pages_of_two_sites_do_not_go_together(ward: MadeWard) -> None:
    elsewhere = make_ward("phuong-khac")
    batch = Batch(TOLD)
    batch.add(ward.projects, [ProjectPageFactory.build(title="Ở đây")])
    with pytest.raises(ValueError, match="one site"):
        batch.add(elsewhere.projects, [ProjectPageFactory.build(title="Ở kia")])
