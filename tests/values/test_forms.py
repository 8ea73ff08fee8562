"""Form fields take Vietnamese spellings, show them again, and see no change where only the spelling differs."""

from __future__ import annotations

import datetime
import unicodedata
from decimal import Decimal
from typing import Any

import pytest
from django import forms
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from cms.values.dates import PartialDate
from cms.values.forms import (
    AreaFormField,
    DecimalFormField,
    LineFormField,
    MoneyFormField,
    PartialDateFormField,
    ProseFormField,
    ShareFormField,
    VietnameseIntegerField,
    YearFormField,
)

TYPED_FIELDS: list[type[forms.Field]] = [
    AreaFormField,
    DecimalFormField,
    MoneyFormField,
    PartialDateFormField,
    ShareFormField,
    VietnameseIntegerField,
    YearFormField,
]


class RecordForm(forms.Form):
    """One of each, as a page's form has them."""

    price = MoneyFormField(required=False, min_value=0)
    area = AreaFormField(required=False, max_digits=14, decimal_places=2)
    opens = PartialDateFormField(required=False)


@pytest.mark.parametrize(
    ("field", "typed", "value", "shown"),
    [
        (MoneyFormField(), "16,2 triệu", 16_200_000, "16.200.000"),
        (MoneyFormField(per_m2=True), "16.207.395 đồng/m²", 16_207_395, "16.207.395"),
        (AreaFormField(max_digits=14, decimal_places=2), "32056,8 m2", Decimal("32056.8"), "32.056,8"),
        (AreaFormField(max_digits=14, decimal_places=2), "3,2 ha", Decimal(32000), "32.000"),
        (DecimalFormField(max_digits=6, decimal_places=2), "1,50", Decimal("1.5"), "1,5"),
        (ShareFormField(max_digits=5, decimal_places=2), "20 %", Decimal(20), "20"),
        (VietnameseIntegerField(), "1.587", 1587, "1.587"),
        (YearFormField(), "năm 2026", 2026, "2026"),
        (PartialDateFormField(), "quý 2/2026", PartialDate(2026, quarter=2), "quý II/2026"),
        (PartialDateFormField(), "2/4/2026", PartialDate(2026, 4, 2), "02/4/2026"),
    ],
)
def test_a_typed_value_is_taken_and_shown_again(field: forms.Field, typed: str, value: Any, shown: str) -> None:
    assert field.clean(typed) == value
    assert field.prepare_value(value) == shown
    assert field.clean(shown) == value
    assert field.has_changed(value, shown) is False
    assert field.has_changed(value, typed) is False
    assert field.has_changed(None, typed) is True
    assert field.has_changed(value, "") is True


@pytest.mark.parametrize(
    ("field", "typed", "says"),
    [
        (MoneyFormField(), "16,2", "thiếu đơn vị"),
        (MoneyFormField(), "32,056.8", "dấu chấm ngăn hàng nghìn"),
        (MoneyFormField(), "16.207.395 đồng/m²", "Không hiểu đơn vị tiền"),
        (AreaFormField(), "32,056.8", "dấu chấm ngăn hàng nghìn"),
        (AreaFormField(), "1.5", "không rõ nghĩa"),
        (DecimalFormField(), "1.5", "không rõ nghĩa"),
        (DecimalFormField(), "1,5 m²", "Không hiểu"),
        (ShareFormField(max_value=100), "120%", "100"),
        (VietnameseIntegerField(min_value=0), "-1", "0"),
        (AreaFormField(max_digits=14, decimal_places=2), "1,234", "2"),
        (YearFormField(), "5/2026", "Chỉ ghi năm"),
        (YearFormField(), "26", "bốn chữ số"),
        (PartialDateFormField(), "03/04", "bốn chữ số"),
        (PartialDateFormField(), "31/2/2026", "không có ngày 31"),
    ],
)
def test_what_is_not_sure_is_refused_at_the_field(field: forms.Field, typed: str, says: str) -> None:
    with pytest.raises(ValidationError) as caught:
        field.clean(typed)
    assert says in " ".join(caught.value.messages)
    assert field.prepare_value(typed) == typed
    assert field.has_changed(None, typed) is True


def test_wrong_text_is_shown_as_it_was_typed() -> None:
    form = RecordForm({"price": "16,2", "area": "32,056.8", "opens": "03/04"}, initial={"price": 5})
    assert not form.is_valid()
    assert set(form.errors) == {"price", "area", "opens"}
    html = form.as_p()
    for typed in ("16,2", "32,056.8", "03/04"):
        assert f'value="{typed}"' in html


def test_values_stand_in_the_form_in_vietnamese_spelling() -> None:
    html = RecordForm(
        initial={"price": 16_207_395, "area": Decimal("32056.80"), "opens": PartialDate(2026, quarter=2)}
    ).as_p()
    for shown in ("16.207.395", "32.056,8", "quý II/2026"):
        assert f'value="{shown}"' in html
    assert 'type="number"' not in html
    assert 'inputmode="decimal"' in html


def test_an_untouched_form_has_not_changed() -> None:
    initial = {"price": 5_000_000, "area": Decimal("32056.80"), "opens": PartialDate(2026, 5)}
    form = RecordForm({"price": "5.000.000", "area": "32056,80", "opens": "tháng 5 năm 2026"}, initial=initial)
    assert form.is_valid(), form.errors
    assert form.changed_data == []


@pytest.mark.parametrize("kind", TYPED_FIELDS)
@pytest.mark.parametrize("nothing", [None, "", "  ", "\u00a0"])
def test_nothing_typed_is_none(kind: type[forms.Field], nothing: str | None) -> None:
    assert kind(required=False).clean(nothing) is None
    assert kind(required=False).has_changed(None, nothing) is False
    with pytest.raises(ValidationError) as caught:
        kind(required=True).clean(nothing)
    assert caught.value.error_list[0].code == "required"


@pytest.mark.parametrize("kind", TYPED_FIELDS)
def test_a_disabled_field_never_changes(kind: type[forms.Field]) -> None:
    assert kind(disabled=True).has_changed(None, "2026") is False


def test_a_float_is_no_exact_number() -> None:
    with pytest.raises(ValidationError):
        DecimalFormField().clean(1.5)


def test_code_may_give_a_full_date() -> None:
    assert PartialDateFormField().clean(datetime.date(2026, 2, 10)) == PartialDate(2026, 2, 10)


@pytest.mark.parametrize("kind", TYPED_FIELDS)
@given(text=st.one_of(st.text(), st.text(alphabet="0123456789.,/- triệuđồngm²")))
def test_any_text_is_taken_or_refused(kind: type[forms.Field], text: str) -> None:
    field = kind(required=False)
    assert field.prepare_value(text) == text
    try:
        value = field.clean(text)
    except ValidationError:
        value = "refused"
    assert field.has_changed(value if value != "refused" else None, text) is (value == "refused")


def test_text_is_cleaned_before_it_is_measured() -> None:
    decomposed = unicodedata.normalize("NFD", "  Đoàn   Kết\u00a0")
    assert LineFormField(max_length=8).clean(decomposed) == "Đoàn Kết"
    assert LineFormField(required=False).clean("\x00 ") == ""
    assert LineFormField(required=False, empty_value=None).clean(" ") is None
    with pytest.raises(ValidationError):
        LineFormField(max_length=7).clean("Đoàn Kết")


def test_line_ends_of_a_browser_are_no_change() -> None:
    field = ProseFormField()
    assert field.clean("một\r\nhai") == "một\nhai"
    assert field.has_changed("một\nhai", "một\r\nhai") is False
    assert field.has_changed("một\nhai", "một\r\nba") is True
    assert field.has_changed(None, "") is False
    assert ProseFormField(disabled=True).has_changed("một", "hai") is False
    assert LineFormField().has_changed("Đoàn Kết", unicodedata.normalize("NFD", "Đoàn Kết ")) is False
