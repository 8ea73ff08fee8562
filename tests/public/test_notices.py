"""Notices, supervision, news and questions as citizens see them."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone
from wagtail.models import ReferenceIndex

from projects_pages.models import PostedAt
from tests.factories import MadeWard, ProjectPageFactory, publish
from tests.factories.news import NewsPageFactory, QuestionPageFactory
from tests.factories.notices import NoticePageFactory
from tests.factories.supervision import SupervisionPageFactory

pytestmark = pytest.mark.django_db


def read(client: Client, ward: MadeWard, address: str) -> str:
    answer = client.get(address, HTTP_HOST=ward.host)
    assert answer.status_code == 200
    return str(answer.content.decode())


@pytest.mark.parametrize(
    ("first", "last", "state", "banner"),
    [
        (5, 35, "Sắp niêm yết", False),
        (-5, 25, "Còn 25 ngày", False),
        (-5, 0, "Hôm nay là ngày cuối", False),
        (-35, -5, "Đã hết thời hạn niêm yết", True),
    ],
)
def test_a_notice_tells_its_state_and_stays_readable(
    ward: MadeWard, client: Client, first: int, last: int, state: str, banner: bool
) -> None:
    today = timezone.localdate()
    days = [today + datetime.timedelta(days=number) for number in (first, last)]
    publish(
        NoticePageFactory(
            ward=ward, slug="tb", text="Nhận hồ sơ tại trụ sở.", posted_from=days[0], posted_until=days[1]
        )
    )
    page = read(client, ward, "/thong-bao/tb/")
    assert state in page
    assert "Nhận hồ sơ tại trụ sở." in page
    assert ("banner--ended" in page) is banner


def test_a_notice_and_its_project_show_each_other_while_both_are_public(ward: MadeWard, client: Client) -> None:
    project = ProjectPageFactory(ward=ward, slug="du-an-thu", title="Khu nhà thử")
    notice = publish(NoticePageFactory(ward=ward, slug="tb", title="Thông báo về khu nhà", subject=project))
    ReferenceIndex.create_or_update_for_object(notice)
    assert "Khu nhà thử" not in read(client, ward, "/thong-bao/tb/")
    publish(project)
    assert '<a href="/du-an/du-an-thu/">Khu nhà thử</a>' in read(client, ward, "/thong-bao/tb/")
    assert "Thông báo về khu nhà" in read(client, ward, "/du-an/du-an-thu/")


def test_supervision_without_results_says_so_and_claims_no_board(ward: MadeWard, client: Client) -> None:
    publish(SupervisionPageFactory(ward=ward, slug="gs"))
    page = read(client, ward, "/giam-sat/gs/")
    assert "Kết quả giám sát: <span" in page
    assert "Đã lập" not in page
    assert "Nơi nhận phản ánh: <span" in page


def test_pictures_of_news_are_renditions_with_a_text(ward: MadeWard, client: Client) -> None:
    news = publish(NewsPageFactory(ward=ward, slug="tin", full=True))
    page = read(client, ward, "/tin-tuc/tin/")
    original = news.body[2].value["image"].file.url
    assert 'alt="Một khu nhà"' in page
    assert original not in page
    facts = type(news).facts.canonical(news)
    assert set(facts["body"][2]["value"]["image"]) == {"name", "sha256", "size"}


@pytest.mark.parametrize("field", ["title", "question", "answer"])
def test_a_question_takes_no_number_of_a_person(ward: MadeWard, field: str) -> None:
    page = QuestionPageFactory(ward=ward, answer="Được.", answered_on=datetime.date(2026, 3, 25))
    setattr(page, field, "Tôi là 001088012345, có được mua không?")
    with pytest.raises(ValidationError) as refused:
        page.full_clean()
    assert list(refused.value.message_dict) == [field]


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"answer": "Được."}, "answered_on"),
        ({"answered_on": datetime.date(2026, 3, 25)}, "answer"),
        ({"answer": "Được.", "answered_on": datetime.date(2026, 3, 1)}, "answered_on"),
        ({"due": datetime.date(2026, 3, 1)}, "due"),
    ],
)
def test_days_of_a_question_agree(ward: MadeWard, values: dict[str, Any], field: str) -> None:
    page = QuestionPageFactory(ward=ward)
    for name, value in values.items():
        setattr(page, name, value)
    with pytest.raises(ValidationError) as refused:
        page.full_clean()
    assert list(refused.value.message_dict) == [field]


def test_a_place_of_posting_is_named(ward: MadeWard) -> None:
    page = NoticePageFactory(ward=ward)
    page.posted_at = [PostedAt(note="cửa chính")]
    with pytest.raises(ValidationError, match="Nơi niêm yết"):
        page.full_clean()
