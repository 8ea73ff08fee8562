"""What the made-up ward says of one thing on several pages agrees: a round, its notice, what is supervised."""

from __future__ import annotations

import pytest

from cms.values.dates import format_date
from projects_pages.demo.minh_hoa.posted import CORRECTION
from projects_pages.demo.minh_hoa.project_base import APPLICATIONS, DRAWN, MAIN, NOTICE
from projects_pages.models import LegalDocumentPage, NoticePage, ProjectPage, SupervisionPage
from tests.demo.conftest import Demo
from tests.demo.reading import MADE_UP, main_text


def test_a_round_and_its_notice_name_the_same_days(demo: Demo) -> None:
    project = ProjectPage.objects.get(title=MAIN)
    first = project.rounds.get(name="Đợt 1")
    notice = NoticePage.objects.get(title=APPLICATIONS)
    paper = LegalDocumentPage.objects.get(number=NOTICE)
    assert (notice.number, notice.issued_on, notice.posted_until) == (paper.number, paper.issued_on, first.closes_on)
    for day in (first.opens_on, first.closes_on):
        assert format_date(day) in notice.summary
    assert first.hours == notice.hours
    assert CORRECTION in notice.corrections.get().text


@pytest.mark.parametrize(
    ("title", "kinds"),
    [(MAIN, ("thong-bao", "giam-sat", "tin-tuc", "hoi-dap")), (DRAWN, ("thong-bao", "ket-qua"))],
)
def test_a_project_leads_to_what_is_about_it(demo: Demo, title: str, kinds: tuple[str, ...]) -> None:
    project = next(record for record in demo.records(MADE_UP) if record.title == title)
    text = demo.opened(MADE_UP, project.url).text
    about = [record for record in demo.records(MADE_UP) if record.kind in kinds and f'href="{record.url}"' in text]
    assert {record.kind for record in about} == set(kinds)
    for record in about:
        assert title in main_text(demo.opened(MADE_UP, record.url).text), record.url


def test_what_is_supervised_is_the_project(demo: Demo) -> None:
    assert SupervisionPage.objects.get(title__contains=MAIN).subject.title == MAIN
