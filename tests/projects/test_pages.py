"""Pages of projects, prices and results say one thing each day, and no name where none may stand."""

from __future__ import annotations

import datetime
import html
import re
from typing import Any

import html5lib
import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone
from wagtail.models import ReferenceIndex

from cms.disclosure.models import LogEntry, PublishedFacts
from cms.publishing.renewal import renew_states
from projects_pages.models import (
    ApplicationRound,
    HomeType,
    ListedName,
    PriceRow,
    PriceStatus,
    ResultGroup,
    RoundResult,
    Stage,
)
from projects_pages.result_presentation import name_rows
from search.models import PublicRecord
from tests.factories import (
    LegalDocumentPageFactory,
    MadeWard,
    PricePageFactory,
    ProjectPageFactory,
    ResultListPageFactory,
    publish,
)

pytestmark = pytest.mark.django_db

DAY = datetime.timedelta(1)


def read(client: Client, ward: MadeWard, path: str) -> tuple[str, str]:
    """The page at `path`, valid HTML, and the words of its main part."""
    response = client.get(path, headers={"host": ward.host})
    assert response.status_code == 200, path
    text = response.content.decode()
    html5lib.HTMLParser(strict=True).parse(text)
    main = text[text.index("<main") : text.index("</main>")]
    return text, " ".join(html.unescape(re.sub(r"<[^>]+>", " ", main)).split())


def known(*pages: Any) -> None:
    """Enter the pages into the index of references, which tests leave out otherwise."""
    for page in pages:
        ReferenceIndex.create_or_update_for_object(page)


def open_round(today: datetime.date, **values: Any) -> ApplicationRound:
    """A round that began ten days ago and ends in five."""
    defaults: dict[str, Any] = {
        "name": "Đợt 1",
        "homes_for_sale": 120,
        "opens_on": today - 10 * DAY,
        "closes_on": today + 5 * DAY,
        "apply_at": "Nhà điều hành dự án",
    }
    return ApplicationRound(**{**defaults, **values})


def test_an_open_round_is_told_alike_on_the_project_the_list_and_the_home_page(ward: MadeWard, client: Client) -> None:
    today = timezone.localdate()
    page = ProjectPageFactory(ward=ward, slug="du-an-thu", title="Khu nhà thử", stage=Stage.BUILDING)
    page.rounds = [open_round(today)]
    page = publish(page)
    assert PublicRecord.objects.get(page_id=page.pk).state_label == "Đang nhận hồ sơ"
    _, told = read(client, ward, "/du-an/du-an-thu/")
    assert "Đang thi công" not in told
    assert "Đến bao giờ? Đến hết" in told
    assert "còn 5 ngày" in told
    assert "Còn 5 ngày Đợt 1: đăng ký mua" in told
    assert "Nộp đơn ở đâu? Nhà điều hành dự án" in told
    _, told = read(client, ward, "/")
    assert "Còn 5 ngày Khu nhà thử, Đợt 1: đăng ký mua Đang nhận hồ sơ" in told
    _, told = read(client, ward, "/du-an/")
    assert "Đang nhận hồ sơ Khu nhà thử" in told
    _, told = read(client, ward, "/du-an/?xem=bang")
    assert re.search(r"Khu nhà thử Nhận hồ sơ đến hết [\d/]+ Đang nhận hồ sơ", told)
    assert "Đang thi công" not in told
    answer = client.get("/du-an/tai-ve.csv", headers={"host": ward.host})
    told = b"".join(answer.streaming_content).decode()  # type: ignore[attr-defined] # a file that is sent in parts
    assert told.count("Đang nhận hồ sơ") == 2
    assert "Đang thi công" not in told


def test_a_round_of_a_draft_and_a_closed_one_are_not_on_the_home_page(
    ward: MadeWard, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    today = timezone.localdate()
    draft = ProjectPageFactory(ward=ward, title="Dự án kín")
    draft.rounds = [open_round(today)]
    draft.save()
    closed = ProjectPageFactory(ward=ward, title="Dự án đã đóng", stage=Stage.TAKING_APPLICATIONS)
    closed.rounds = [open_round(today)]
    closed = publish(closed)
    monkeypatch.setattr(timezone, "localdate", lambda *_: today + 30 * DAY)
    _, told = read(client, ward, "/")
    assert "Còn 5 ngày" not in told
    assert "đăng ký mua" not in told
    _, told = read(client, ward, PublicRecord.objects.get(page_id=closed.pk).url)
    assert "Đang nhận hồ sơ" not in told
    assert "Đã hết hạn nhận hồ sơ, đang xét duyệt" in told


def test_a_stopped_project_does_not_go_on_taking_applications(ward: MadeWard) -> None:
    page = ProjectPageFactory(ward=ward, stage=Stage.PAUSED)
    page.rounds = [open_round(timezone.localdate())]
    with pytest.raises(ValidationError) as refused:
        publish(page)
    assert set(refused.value.message_dict) == {"stage"}


def test_a_new_day_renews_what_lists_say_of_a_stage(ward: MadeWard) -> None:
    today = timezone.localdate()
    page = ProjectPageFactory(ward=ward, stage=Stage.BUILDING)
    page.rounds = [open_round(today, opens_on=today + DAY)]
    page = publish(page)
    entries = LogEntry.objects.count()
    assert renew_states(today) == 0
    assert PublicRecord.objects.get(page_id=page.pk).state == Stage.BUILDING
    ApplicationRound.objects.filter(page=page).update(opens_on=today)
    assert renew_states(today) == 1
    assert PublicRecord.objects.get(page_id=page.pk).state == Stage.TAKING_APPLICATIONS
    assert renew_states(today) == 0
    assert LogEntry.objects.count() == entries


def test_results_stand_with_their_round(ward: MadeWard, client: Client) -> None:
    today = timezone.localdate()
    page = ProjectPageFactory(ward=ward, slug="du-an-thu")
    page.rounds = [open_round(today, closes_on=today - 9 * DAY, drawn_on=today - DAY)]
    page.round_results = [RoundResult(round_name="Đợt 1", group="Người có công", homes=8, applications=20, eligible=10)]
    page = publish(page)
    result = ResultListPageFactory(ward=ward, title="Danh sách đợt 1", round_name="Đợt 1", project=page)
    known(publish(result))
    _, told = read(client, ward, "/du-an/du-an-thu/")
    assert "Đã bốc thăm ngày" in told
    assert "Người có công 8 20 10 chưa có thông tin Danh sách đợt 1" in told


def make_price(ward: MadeWard, project: Any, amount: int, **values: Any) -> Any:
    """A public price of one type of home."""
    page = PricePageFactory(ward=ward, project=project, **values)
    page.price_rows = [PriceRow(home_type="2 phòng ngủ", price=amount, vat_included=True)]
    page = publish(page)
    known(page)
    return page


def test_a_published_price_wins_over_the_provisional_one_of_the_types_of_homes(ward: MadeWard, client: Client) -> None:
    today = timezone.localdate()
    project = ProjectPageFactory(ward=ward, slug="du-an-thu")
    project.home_types = [HomeType(name="2 phòng ngủ", count=10, sale_price=15_000_000, rent_price=50_000)]
    project = publish(project)
    _, told = read(client, ward, "/du-an/du-an-thu/")
    assert "Bán: 15.000.000 đồng/m²; Thuê mỗi tháng: 50.000 đồng/m²" in told.replace("\N{NO-BREAK SPACE}", " ")
    decision = publish(LegalDocumentPageFactory(ward=ward, number="06/QĐ-THU"))
    old = make_price(ward, project, 14_450_000, title="Giá cũ", slug="cu", valid_from=today - 50 * DAY)
    make_price(
        ward,
        project,
        14_250_000,
        title="Giá mới",
        slug="moi",
        valid_from=today - 5 * DAY,
        status=PriceStatus.APPRAISED,
        decision=decision,
        replaces=old,
        appraised_price=14_000_000,
    )
    _, told = read(client, ward, "/du-an/du-an-thu/")
    told = told.replace("\N{NO-BREAK SPACE}", " ")
    assert "Giá bao nhiêu? Bán: 14.250.000 đồng/m² , đã thẩm định" in told
    assert "15.000.000" not in told
    assert "14.450.000" not in told
    assert "Nguồn: 06/QĐ-THU" in told
    assert "50.000 đồng/m²" in told
    _, told = read(client, ward, "/gia/moi/")
    assert "Đang áp dụng" in told
    assert "Thay cho Giá cũ" in told
    assert "Vượt giá thẩm định" in told
    assert "14.250.000 giảm 200.000 Đã thẩm định" in told
    _, told = read(client, ward, "/gia/cu/")
    assert "Giá này không phải giá đang áp dụng. Giá đang áp dụng: Giá mới" in told
    assert "Đã thay" in told


def test_the_price_of_a_day_is_what_was_public_on_that_day(
    ward: MadeWard, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    today, ten_days_ago = timezone.localdate(), timezone.now() - 10 * DAY
    project = publish(ProjectPageFactory(ward=ward))
    # The first version went out ten days ago; since then the row was corrected.
    with monkeypatch.context() as then:
        then.setattr(timezone, "now", lambda: ten_days_ago)
        page = make_price(ward, project, 14_450_000, title="Giá", slug="gia-thu", valid_from=today - 50 * DAY)
    page.price_rows = [PriceRow(home_type="2 phòng ngủ", price=14_250_000)]
    page = publish(page, reason="sửa")
    for ago, expected in ((11, "cổng chưa công bố giá nào"), (10, "14.450.000"), (1, "14.450.000"), (0, "14.250.000")):
        text, told = read(client, ward, f"/gia/gia-thu/?ngay={today - ago * DAY}")
        panel = told[told.index("Xem giá ngày này") : told.index("Các giá đã công bố")]
        assert expected in panel, ago
        assert 'name="robots" content="noindex"' in text
    for odd in ("x", "2026-13-40", "9999-01-01", "0001-01-01", str(today + DAY)):
        _, told = read(client, ward, f"/gia/gia-thu/?ngay={odd}")
        assert "Không đọc được ngày" in told or "nằm ngoài thời gian" in told


def named_list(ward: MadeWard, **values: Any) -> Any:
    """A result with three people, two of one name."""
    today = timezone.localdate()
    defaults: dict[str, Any] = {
        "slug": "danh-sach",
        "names_ground": "Khoản 9 Điều 9",
        "names_approver": "Chủ tịch",
        "names_as_of": today,
        "names_until": today + DAY,
        "total": 3,
    }
    page = ResultListPageFactory(ward=ward, **{**defaults, **values})
    page.groups = [ResultGroup(group="Người có công", count=3)]
    page.names = [
        ListedName(full_name="Trần Văn Riêng", place="Thôn Thử", last_digits="123"),
        ListedName(full_name="Lê Thị Trùng", last_digits="456"),
        ListedName(full_name="Lê Thị Trùng", last_digits="789"),
    ]
    return publish(page)


def switch_names(ward: MadeWard, *, on: bool) -> None:
    """Let the ward publish names, or not."""
    ward.home.names_allowed = on
    publish(ward.home, reason="đổi")


def test_names_stand_on_the_page_only_where_the_ward_allows_them_and_until_their_end(
    ward: MadeWard, client: Client
) -> None:
    page = named_list(ward)
    text, told = read(client, ward, "/ket-qua/danh-sach/")
    assert "Trần Văn Riêng" not in text
    assert "Người có công 3" in told
    assert "Chủ đầu tư lập và công bố danh sách" in told
    switch_names(ward, on=True)
    text, told = read(client, ward, "/ket-qua/danh-sach/")
    assert "Trần Văn Riêng · Thôn Thử" in told
    assert "123" not in told
    assert "Lê Thị Trùng (số căn cước *********456 )" in told.replace("456)", "456 )")
    assert 'name="robots" content="noindex' in text
    page.names_until = timezone.localdate() - DAY
    publish(page, reason="hết hạn")
    text, told = read(client, ward, "/ket-qua/danh-sach/")
    assert "Trần Văn Riêng" not in text
    assert "không còn trên trang" in told


def test_names_are_in_no_record_log_or_export(ward: MadeWard, client: Client) -> None:
    switch_names(ward, on=True)
    page = named_list(ward)
    record = PublicRecord.objects.get(page_id=page.pk)
    kept = [record.title, record.summary, record.keys, record.body, record.files_text]
    kept += [facts.body for facts in PublishedFacts.objects.filter(record=page.record)]
    kept += [entry.body for entry in LogEntry.objects.filter(record=page.record)]
    for path in ("/ket-qua/danh-sach/du-lieu.json", "/ket-qua/danh-sach/lich-su/", "/ket-qua/", "/tim-kiem/?q=rieng"):
        kept.append(client.get(path, headers={"host": ward.host}).content.decode())
    assert not [text for text in kept if "Riêng" in text or "Trùng" in text]


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"names_ground": ""}, "names_ground"),
        ({"names_approver": ""}, "names_approver"),
        ({"names_until": None}, "names_until"),
        ({"total": 2}, "total"),
        ({"note": "Hỏi anh Ba 0912 345 678"}, "note"),
        ({"summary": "CCCD 001234567890"}, "summary"),
    ],
)
def test_a_list_without_ground_or_with_personal_numbers_is_refused(
    ward: MadeWard, values: dict[str, Any], field: str
) -> None:
    with pytest.raises(ValidationError) as refused:
        named_list(ward, **values)
    assert set(refused.value.message_dict) == {field}


def test_three_digits_stand_only_beside_a_name_that_two_people_have() -> None:
    rows = [
        ListedName(full_name="A", last_digits="111"),
        ListedName(full_name="B", last_digits="222"),
        ListedName(full_name="b"),
    ]
    assert [row.mask for row in name_rows(rows)] == ["", "*********222", ""]


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"full_name": "Trần 001234567890"}, "full_name"),
        ({"full_name": "Trần Văn 1"}, "full_name"),
        ({"last_digits": "12"}, "last_digits"),
        ({"last_digits": "12a"}, "last_digits"),
        ({"place": "gọi 0912345678"}, "place"),
    ],
)
def test_a_row_of_a_person_holds_no_number(values: dict[str, str], field: str) -> None:
    row = ListedName(**{"full_name": "Trần Văn Thử", **values})
    with pytest.raises(ValidationError) as refused:
        row.full_clean(exclude=["page"])
    assert field in refused.value.message_dict
