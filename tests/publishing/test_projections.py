"""check_projections finds every disagreement, mends what only the tables have wrong, and leaves the rest to people."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Callable
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from cms.disclosure.models import PublicFile, RecordHead, RecordState
from cms.disclosure.verification import verify
from cms.models import Attachment
from cms.publishing.projections import check, problems, repair
from projects_pages.models import LegalDocumentPage
from search.models import PublicRecord
from tests.factories import (
    LegalDocumentPageFactory,
    MadeWard,
    PlaceFactory,
    PortalDocumentFactory,
    ProjectPageFactory,
    make_ward,
    publish,
)

pytestmark = pytest.mark.django_db

Spoil = Callable[[Any, MadeWard], object]


@pytest.fixture
def project(ward: MadeWard) -> Any:
    """A public project that has ended, with a place and a file."""
    return publish(
        ProjectPageFactory(
            ward=ward,
            location="Tổ dân phố số 12",
            places=[PlaceFactory(ward=ward)],
            attachments=[Attachment(title="Tệp", document=PortalDocumentFactory(ward=ward))],
            ended_on=datetime.date(2026, 6, 1),
            ended_reason="đã xong",
        )
    )


def row_of(page: Any) -> Any:
    """The page's public record as a query set."""
    return PublicRecord.objects.filter(record=page.record)


def as_foreign_row(page: Any, ward: MadeWard) -> object:
    return PublicRecord.objects.create(
        record=uuid.uuid4(),
        site_id=ward.site.pk,
        page_id=900_000,
        kind="van-ban",
        kind_label="Văn bản",
        title="lạ",
        disclosed_at=timezone.now(),
        changed_at=timezone.now(),
        url="/la/",
        version=1,
    )


IN_THE_TABLES: dict[str, tuple[Spoil, str]] = {
    "a public record is missing": (lambda page, ward: row_of(page).delete(), "thiếu bản ghi công khai"),
    "a title differs": (lambda page, ward: row_of(page).update(title="khác"), "sai ở Tiêu đề"),
    "text differs": (lambda page, ward: row_of(page).update(body=""), "sai ở Nội dung"),
    "an address differs": (lambda page, ward: row_of(page).update(url="/x/"), "sai ở Địa chỉ"),
    "places differ": (lambda page, ward: row_of(page).update(places=[]), "sai ở Địa bàn"),
    "a site differs": (lambda page, ward: row_of(page).update(site_id=99_999), "sai ở Cổng"),
    "a record is superfluous": (as_foreign_row, "Bản ghi công khai thừa"),
    "a file is missing": (lambda page, ward: PublicFile.objects.filter(record=page.record).delete(), "tệp công khai"),
    "a file is superfluous": (
        lambda page, ward: PublicFile.objects.create(
            site_id=ward.site.pk, record=uuid.uuid4(), document_id=1, sha256="0" * 64
        ),
        "Tệp công khai thừa",
    ),
    "a page went without an act": (
        lambda page, ward: Page.objects.filter(pk=page.pk).update(live=False),
        "nhật ký ghi đang công khai mà trang không còn công khai",
    ),
    "a page went private without an act": (
        lambda page, ward: PageViewRestriction.objects.bulk_create([PageViewRestriction(page=page)]),
        "nhật ký ghi đang công khai mà trang không còn công khai",
    ),
}
FOR_PEOPLE: dict[str, tuple[Spoil, str]] = {
    "content was saved without an act": (
        lambda page, ward: type(page).objects.filter(pk=page.pk).update(location="nơi khác"),
        "khác với lần công bố cuối: Địa điểm",
    ),
    "a slug was written without an act": (
        lambda page, ward: Page.objects.filter(pk=page.pk).update(url_path=page.url_path[:-1] + "-moi/"),
        "mà nhật ký ghi",
    ),
    "a withdrawn page is live": (
        lambda page, ward: RecordHead.objects.filter(pk=page.record).update(state=RecordState.WITHDRAWN),
        "mà nhật ký ghi «Đã gỡ»",
    ),
    "an ended record counts as open": (
        lambda page, ward: RecordHead.objects.filter(pk=page.record).update(state=RecordState.PUBLIC),
        "tình trạng kết thúc khác nhật ký",
    ),
    "a live page has no log entry": (
        lambda page, ward: Page.objects.filter(pk=LegalDocumentPageFactory(ward=ward).pk).update(live=True),
        "mà không có mục nhật ký nào",
    ),
    "two pages are one record": (
        lambda page, ward: LegalDocumentPage.objects.filter(pk=publish(LegalDocumentPageFactory(ward=ward)).pk).update(
            record=page.record
        ),
        "mang mã của hồ sơ khác",
    ),
}


def test_what_was_published_by_the_one_way_agrees(project: Any, ward: MadeWard) -> None:
    assert problems() == []
    assert problems(ward.site.pk) == []


@pytest.mark.parametrize("case", IN_THE_TABLES)
def test_what_only_the_tables_have_wrong_is_found_and_mended(case: str, project: Any, ward: MadeWard) -> None:
    spoil, sentence = IN_THE_TABLES[case]
    spoil(project, ward)
    assert any(sentence in problem for problem in problems()), problems()
    assert repair() == []
    assert problems() == []
    assert verify(ward.site.pk) == []


@pytest.mark.parametrize("case", FOR_PEOPLE)
def test_what_no_act_made_public_is_told_and_left_to_people(case: str, project: Any, ward: MadeWard) -> None:
    spoil, sentence = FOR_PEOPLE[case]
    spoil(project, ward)
    assert any(sentence in problem for problem in problems()), problems()
    assert any(sentence in str(problem) for problem in repair())


def test_another_ward_is_left_alone(project: Any) -> None:
    other = make_ward("phuong-khac")
    row_of(project).delete()
    assert problems(other.site.pk) == []
    assert repair(other.site.pk) == []
    assert not row_of(project).exists()


def test_a_check_costs_the_same_queries_for_few_pages_and_for_many(ward: MadeWard) -> None:
    counts = []
    for number in (1, 3):
        for _ in range(number):
            publish(ProjectPageFactory(ward=ward, full=True))
        with CaptureQueriesContext(
            connection,
        ) as captured:
            assert list(check()) == []
        counts.append(len(captured))
    assert counts[0] == counts[1]


def test_the_command_tells_by_sentence_and_exit_code(project: Any, ward: MadeWard) -> None:
    out = StringIO()
    call_command("check_projections", stdout=out)
    assert "khớp" in out.getvalue()
    row_of(project).update(title="khác")
    with pytest.raises(SystemExit) as ended:
        call_command("check_projections", ward=ward.ward.code, stdout=out)
    assert ended.value.code == 1
    assert "sai ở Tiêu đề" in out.getvalue()
    call_command("check_projections", repair=True, stdout=out)
    with pytest.raises(CommandError, match="Không có phường"):
        call_command("check_projections", ward="khong-co")
