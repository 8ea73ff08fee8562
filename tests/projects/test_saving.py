"""Saving a page writes and looks up each thing once, and comes to what Wagtail and Django come to."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import ReferenceIndex
from wagtail.signal_handlers import reference_index_auto_update_disabled

from cms.registers.models import Unit
from projects_pages.models import Milestone, ProjectPage
from tests.factories import MadeWard, ProjectPageFactory, UnitFactory

pytestmark = pytest.mark.django_db
NO_UNIT = 987_654


@pytest.fixture
def project(ward: MadeWard) -> ProjectPage:
    """A saved project with three milestones."""
    rows = [Milestone(title=title) for title in ("Một", "Hai", "Ba")]
    page = ProjectPageFactory(ward=ward, unit=UnitFactory(ward=ward), milestones=rows)
    return ProjectPage.objects.get(pk=page.pk)


def writes(page: ProjectPage) -> list[str]:
    """Statements that change the milestones while the page is saved."""
    with CaptureQueriesContext(connection) as asked:
        page.save()
    table = Milestone._meta.db_table
    found = [one["sql"] for one in asked if table in one["sql"]]
    return [sql.split(" ", 1)[0] for sql in found if sql.startswith(("INSERT", "UPDATE", "DELETE"))]


def titles(page: ProjectPage) -> list[str]:
    """What the database has."""
    return list(Milestone.objects.filter(page=page).order_by("sort_order", "pk").values_list("title", flat=True))


def test_rows_that_did_not_change_are_not_written(project: ProjectPage) -> None:
    assert len(project.milestones.all()) == 3
    project.milestones = list(project.milestones.all())
    assert writes(project) == []
    assert titles(project) == ["Một", "Hai", "Ba"]


@pytest.mark.parametrize(
    ("change", "left"),
    [
        (lambda rows: [*rows[:2], Milestone(title="Bốn")], ["Một", "Hai", "Bốn"]),
        (lambda rows: rows[:1], ["Một"]),
        (lambda rows: [], []),
        (lambda rows: [*rows, Milestone(title="Bốn")], ["Một", "Hai", "Ba", "Bốn"]),
    ],
    ids=["one for another", "two fewer", "none", "one more"],
)
def test_rows_that_changed_are_written(project: ProjectPage, change: Any, left: list[str]) -> None:
    project.milestones = change(list(project.milestones.all()))
    assert writes(project)
    assert titles(project) == left


def test_a_row_whose_text_alone_changed_is_written(project: ProjectPage) -> None:
    rows = list(project.milestones.all())
    rows[1].title = "Hai, sửa"
    project.milestones = rows
    assert writes(project)
    assert titles(project) == ["Một", "Hai, sửa", "Ba"]


def test_what_is_not_there_is_refused_at_its_field(project: ProjectPage) -> None:
    project.clean_fields()
    project.unit_id = NO_UNIT
    with pytest.raises(ValidationError) as refused:
        project.clean_fields()
    assert list(refused.value.message_dict) == ["unit"]


def test_the_index_of_references_is_what_wagtail_makes_of_the_whole_page(project: ProjectPage, ward: MadeWard) -> None:
    other = UnitFactory(ward=ward)
    project.unit = other
    with indexed_at_once():
        project.save()
    ours = indexed(project)
    ReferenceIndex.create_or_update_for_object(project)
    assert ours == indexed(project)
    assert str(other.pk) in {number for _, number in ours}
    assert Unit in {model for model, _ in ours}


@contextmanager
def indexed_at_once() -> Iterator[None]:
    """With the index of references, which the tests of this folder do without."""
    reference_index_auto_update_disabled.value = False
    try:
        yield
    finally:
        reference_index_auto_update_disabled.value = True


def indexed(page: ProjectPage) -> set[tuple[Any, str]]:
    """What the page points to, as the index knows it."""
    rows = ReferenceIndex.get_references_for_object(page)
    return {(row.to_content_type.model_class(), row.to_object_id) for row in rows}
