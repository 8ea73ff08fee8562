"""What the loaded rows of law say today: figures, groups, forms, each with where it comes from."""

from __future__ import annotations

import datetime

import pytest

from cms.registers.figures import figure
from cms.registers.models import EligibleGroup, FormTemplate, LegalFigure, Term
from cms.registers.models.eligible_group import Permission

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("law")]


@pytest.mark.parametrize(
    ("code", "text", "source"),
    [
        ("thu-nhap-doc-than", "không quá 25 triệu đồng/tháng", "136/2026/NĐ-CP"),
        ("thu-nhap-nuoi-con", "không quá 35 triệu đồng/tháng", "136/2026/NĐ-CP"),
        ("thu-nhap-vo-chong", "không quá 50 triệu đồng/tháng", "136/2026/NĐ-CP"),
        ("dien-tich-nha-chat", "dưới 15 m² sàn/người", "100/2024/NĐ-CP"),
        ("nhan-ho-so", "ít nhất 30 ngày", "54/2026/NĐ-CP"),
        ("cong-khai-trong", "không quá 5 ngày làm việc", "10/2022/QH15"),
        ("niem-yet", "ít nhất 30 ngày liên tục", "10/2022/QH15"),
        ("chua-ban-lai", "5 năm", "27/2023/QH15"),
        ("vay-lai-suat", "5,4%/năm", "261/2025/NĐ-CP"),
        ("vay-ty-le", "không quá 80% giá trị hợp đồng", "100/2024/NĐ-CP"),
    ],
)
def test_the_figures_that_citizens_ask_for_are_those_of_the_law_now(code: str, text: str, source: str) -> None:
    row = figure(code, on=datetime.date(2026, 11, 22))
    assert row is not None
    assert row.shown_text.replace("\N{NO-BREAK SPACE}", " ") == text
    assert source in row.source_text


def test_income_limits_are_not_known_before_they_were_set() -> None:
    assert figure("thu-nhap-doc-than", on=datetime.date(2026, 4, 6)) is None


def test_there_are_twelve_groups_each_with_its_article() -> None:
    groups = EligibleGroup.objects.current(datetime.date(2026, 11, 22))
    assert [group.clause for group in groups.values()] == list(range(1, 13))
    assert {group.source_text for group in groups.values()} == {"Điều 76 Luật Nhà ở số 27/2023/QH15"}
    assert [group.clause for group in groups.values() if group.may_buy == Permission.NO] == [11, 12]


def test_every_row_says_where_it_comes_from() -> None:
    for model in (LegalFigure, EligibleGroup, FormTemplate, Term):
        assert not model._default_manager.filter(source__isnull=True).exists()


def test_a_later_version_of_a_form_counts_from_its_day() -> None:
    before = FormTemplate.objects.current(datetime.date(2026, 1, 1))["tt05-mau-01a"]
    now = FormTemplate.objects.current(datetime.date(2026, 11, 22))["tt05-mau-01a"]
    assert (before.amended_by, now.amended_by, now.chain) == ("", "Thông tư 08/2026", [before])
