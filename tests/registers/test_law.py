"""Rows of law: what holds on a day and where, and what a correction leaves behind."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command

from cms.registers.figures import figure, figures
from cms.registers.law import ensure_law
from cms.registers.models import EligibleGroup, FormTemplate, LegalFigure, LegalReference, Term
from cms.registers.models.eligible_group import Permission
from cms.registers.models.legal_figure import Bound
from tests.factories.law import EligibleGroupFactory, FormTemplateFactory, LegalFigureFactory

pytestmark = pytest.mark.django_db
DAY = datetime.date


@pytest.fixture
def limits() -> None:
    """A limit that rose, one of a province, one that ended."""
    LegalFigureFactory(code="muc", money=15_000_000, valid_from=DAY(2024, 8, 1))
    LegalFigureFactory(code="muc", money=25_000_000, valid_from=DAY(2026, 4, 7))
    LegalFigureFactory(code="muc", money=20_000_000, valid_from=DAY(2026, 1, 1), province="tỉnh Lai Châu")
    LegalFigureFactory(code="het", money=1, valid_from=DAY(2026, 1, 1), valid_until=DAY(2026, 6, 30))


@pytest.mark.parametrize(
    ("code", "day", "province", "money"),
    [
        ("muc", DAY(2024, 7, 31), "", None),
        ("muc", DAY(2024, 8, 1), "", 15_000_000),
        ("muc", DAY(2026, 4, 6), "", 15_000_000),
        ("muc", DAY(2026, 4, 7), "", 25_000_000),
        ("muc", DAY(2026, 4, 7), "tỉnh Lai Châu", 20_000_000),
        ("muc", DAY(2026, 4, 7), "Tỉnh LAI CHÂU", 20_000_000),
        ("muc", DAY(2025, 4, 7), "tỉnh Lai Châu", 15_000_000),
        ("muc", DAY(2026, 4, 7), "thành phố Hải Phòng", 25_000_000),
        ("het", DAY(2026, 6, 30), "", 1),
        ("het", DAY(2026, 7, 1), "", None),
        ("khac", DAY(2026, 7, 1), "", None),
    ],
)
def test_the_value_of_a_day_and_a_province(
    limits: None, code: str, day: datetime.date, province: str, money: int | None
) -> None:
    found = figure(code, on=day, province=province)
    assert (found.money if found else None) == money


def test_all_figures_of_a_day_are_one_query(limits: None, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(1):
        found = figures(on=DAY(2026, 5, 1))
        assert [row.source_text for row in found.values()]
    assert set(found) == {"muc", "het"}


@pytest.mark.parametrize(
    ("values", "text"),
    [
        ({"money": 25_000_000, "unit": "tháng", "bound": Bound.AT_MOST}, "không quá 25 triệu đồng/tháng"),
        ({"money": 2_500_000_000, "unit": "", "bound": Bound.EXACTLY}, "2,5 tỷ đồng"),
        ({"money": 16_207_395, "unit": "", "bound": Bound.EXACTLY}, "16.207.395 đồng"),
        ({"number": Decimal("15"), "unit": "m² sàn/người", "bound": Bound.LESS}, "dưới 15 m² sàn/người"),
        ({"number": Decimal("5.40"), "unit": "%/năm", "bound": Bound.EXACTLY}, "5,4%/năm"),
        ({"number": Decimal("30"), "unit": "ngày", "bound": Bound.AT_LEAST}, "ít nhất 30 ngày"),
        ({"number": Decimal("5"), "unit": "", "bound": Bound.EXACTLY}, "5"),
    ],
)
def test_a_figure_reads_as_people_write_it(values: dict[str, Any], text: str) -> None:
    row = LegalFigureFactory(**{"money": None, **values})
    assert row.shown_text.replace("\N{NO-BREAK SPACE}", " ") == text


@pytest.mark.parametrize(
    ("bound", "value", "allowed"),
    [
        (Bound.AT_MOST, 25, True),
        (Bound.AT_MOST, 26, False),
        (Bound.LESS, 25, False),
        (Bound.LESS, 24, True),
        (Bound.AT_LEAST, 25, True),
        (Bound.AT_LEAST, 24, False),
        (Bound.EXACTLY, 25, True),
        (Bound.EXACTLY, 24, False),
    ],
)
def test_a_limit_is_kept_or_not(bound: Bound, value: int, allowed: bool) -> None:
    assert LegalFigureFactory(money=25, bound=bound).allows(value) is allowed


def test_a_row_without_a_value_allows_nothing_and_says_so() -> None:
    with pytest.raises(ValueError, match="trong"):
        LegalFigure(code="trong").allows(1)


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"valid_from": DAY(2026, 2, 1), "valid_until": DAY(2026, 1, 1)}, "valid_until"),
        ({"valid_from": DAY(2026, 4, 7)}, "valid_from"),
        ({"money": None}, "money"),
        ({"money": 1, "number": Decimal(1)}, "money"),
    ],
)
def test_a_contradiction_is_an_error_at_its_field(limits: None, values: dict[str, Any], field: str) -> None:
    row = LegalFigureFactory.build(**{"code": "muc", "source": None, "money": 1, **values})
    with pytest.raises(ValidationError) as error:
        row.clean()
    assert field in error.value.message_dict


def test_the_code_of_a_row_that_is_there_never_changes(limits: None) -> None:
    row = LegalFigure.objects.get(code="het")
    row.code = "moi"
    with pytest.raises(ValidationError) as error:
        row.clean()
    assert "code" in error.value.message_dict


def test_a_form_that_took_anothers_place_names_all_before_it_and_never_itself() -> None:
    first, second = FormTemplateFactory(), FormTemplateFactory()
    second.replaces = first
    second.save()
    third = FormTemplateFactory(replaces=second)
    assert third.chain == [second, first]
    first.replaces = third
    with pytest.raises(ValidationError):
        first.clean()


def test_the_schedule_names_every_value_and_does_not_depend_on_the_day(limits: None) -> None:
    text = LegalFigure.objects.filter(code="muc").first().schedule.replace("\N{NO-BREAK SPACE}", " ")  # type: ignore[union-attr] # made above
    for part in ("15 triệu", "từ 01/8/2024", "25 triệu", "từ 07/4/2026", "20 triệu", "tỉnh Lai Châu", "Luật Thử"):
        assert part in text


def test_a_group_shows_its_form_and_who_confirms() -> None:
    form = FormTemplateFactory(number="Mẫu số 01a")
    group = EligibleGroupFactory(form=form, confirmed_by="UBND cấp xã", may_rent=Permission.PROVINCE)
    for part in ("Mẫu số 01a", "UBND cấp xã", "thuê: Khi UBND cấp tỉnh quyết định"):
        assert part in group.schedule


MODELS = (LegalReference, LegalFigure, EligibleGroup, FormTemplate, Term)


def test_the_law_is_loaded_once_and_what_the_province_wrote_stays() -> None:
    call_command("load_law")
    before = [model._default_manager.count() for model in MODELS]
    assert all(before)
    LegalFigure.objects.filter(code="thu-nhap-doc-than").update(money=26_000_000)
    assert ensure_law() == 0
    assert [model._default_manager.count() for model in MODELS] == before
    assert LegalFigure.objects.get(code="thu-nhap-doc-than").money == 26_000_000
