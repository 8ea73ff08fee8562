"""Any plain field has a Vietnamese text and one canonical spelling; filters and Django's formats agree with them."""

from __future__ import annotations

import datetime
import json
import uuid
from decimal import Decimal
from typing import Any

import pytest
from django.db import models
from django.template import Context, Template
from django.test import override_settings
from django.utils import formats, translation
from wagtail.fields import RichTextField

from cms.values.dates import PartialDate
from cms.values.fields import LineField, MoneyField, PartialDateField
from cms.values.render import canonical_value, display_canonical, display_value

NBSP = "\u00a0"
UTC = datetime.UTC
LATE = datetime.datetime(2026, 2, 9, 18, 30, tzinfo=UTC)
STATES = [("mo", "Đang mở"), ("dong", "Đã đóng")]


@pytest.mark.parametrize(
    ("field", "value", "shown", "canonical"),
    [
        (models.BooleanField(), True, "có", True),
        (models.BooleanField(null=True), False, "không", False),
        (models.CharField(choices=STATES), "mo", "Đang mở", "mo"),
        (models.CharField(choices=[("Nhóm", STATES)]), "dong", "Đã đóng", "dong"),
        (models.CharField(choices=STATES), "xoa", "xoa", "xoa"),
        (LineField(choices=STATES), "mo", "Đang mở", "mo"),
        (models.IntegerField(choices=[(1, "Một")]), 1, "Một", 1),
        (models.PositiveIntegerField(), 587, "587", 587),
        (models.IntegerField(), 1587, "1.587", 1587),
        (models.BigIntegerField(), -1587, "-1.587", -1587),
        (models.DecimalField(max_digits=9, decimal_places=6), Decimal("22.396200"), "22,3962", "22.3962"),
        (models.DecimalField(max_digits=9, decimal_places=2), Decimal("1E+3"), "1.000", "1000"),
        (models.DateField(), datetime.date(2026, 2, 10), "10/02/2026", "2026-02-10"),
        (models.DateTimeField(), LATE, "01:30, 10/02/2026", "2026-02-09T18:30:00Z"),
        (models.TimeField(), datetime.time(8, 5), "08:05", "08:05:00"),
        (models.CharField(), "Đoàn", "Đoàn", "Đoàn"),
        (models.TextField(), "", "", ""),
        (RichTextField(), "<p>Đoàn</p>", "<p>Đoàn</p>", "<p>Đoàn</p>"),
        (models.URLField(), "https://example.org/", "https://example.org/", "https://example.org/"),
        (models.EmailField(), "a@example.org", "a@example.org", "a@example.org"),
        (models.SlugField(), "doan-ket", "doan-ket", "doan-ket"),
        (models.UUIDField(), uuid.UUID(int=1), str(uuid.UUID(int=1)), str(uuid.UUID(int=1))),
        (MoneyField(), 5000, f"5.000{NBSP}đồng", 5000),
        (PartialDateField(), PartialDate(2026, quarter=2), "quý II/2026", "2026-34"),
    ],
)
def test_a_plain_value_is_shown_logged_and_shown_from_the_log(
    field: Any, value: Any, shown: str, canonical: Any
) -> None:
    assert display_value(field, value) == shown
    spelled = canonical_value(field, value)
    assert spelled == canonical
    assert type(spelled) is type(canonical)
    assert display_canonical(field, json.loads(json.dumps(spelled))) == shown


def test_text_is_normal_form_c_in_the_log() -> None:
    assert canonical_value(models.CharField(), "Đoàn Kết") == "Đoàn Kết"


@pytest.mark.parametrize("field", [models.BooleanField(null=True), models.CharField(), MoneyField(), LineField()])
def test_nothing_is_shown_as_nothing(field: Any) -> None:
    assert display_value(field, None) == ""
    assert canonical_value(field, None) is None
    assert display_canonical(field, None) == ""


def test_a_moment_without_zone_is_taken_as_vietnamese() -> None:
    naive = datetime.datetime(2026, 2, 10, 1, 30)
    assert canonical_value(models.DateTimeField(), naive) == "2026-02-09T18:30:00Z"


@pytest.mark.parametrize(("field", "old"), [(models.DateField(), "sắp tới"), (PartialDateField(), "Q2")])
def test_what_a_field_no_longer_takes_is_shown_as_it_was_logged(field: Any, old: str) -> None:
    assert display_canonical(field, old) == old


@pytest.mark.parametrize("field", [models.JSONField(), models.FloatField(), models.BinaryField(), models.FileField()])
def test_a_field_without_plain_value_is_refused(field: Any) -> None:
    for render in (display_value, canonical_value):
        with pytest.raises(TypeError, match=type(field).__name__):
            render(field, 1)


@pytest.mark.parametrize(
    ("source", "value", "shown"),
    [
        ("{{ v|money }}", 16_207_395, f"16.207.395{NBSP}đồng"),
        ("{{ v|price_per_m2 }}", 16_207_395, f"16.207.395{NBSP}đồng/m²"),
        ("{{ v|area }}", Decimal("32056.80"), f"32.056,8{NBSP}m²"),
        ("{{ v|decimal }}", Decimal("1.50"), "1,5"),
        ("{{ v|decimal:2 }}", Decimal("1.5"), "1,50"),
        ("{{ v|integer }}", 1587, "1.587"),
        ("{{ v|percent }}", Decimal("20.00"), "20%"),
        ('{{ v|nbsp_unit:"căn" }}', 1587, f"1.587{NBSP}căn"),
        ('{{ v|nbsp_unit:"căn"|approximately }}', 587, f"khoảng{NBSP}587{NBSP}căn"),
        ('{{ v|nbsp_unit:"căn"|approximately:False }}', 587, f"587{NBSP}căn"),
        ("{{ v|vn_date }}", PartialDate(2026, quarter=2), "quý II/2026"),
        ("{{ v|vn_date }}", datetime.date(2026, 3, 24), "24/3/2026"),
        ("{{ v|vn_date }}", LATE, "10/02/2026"),
        ("{{ v|vn_long_date }}", LATE, "ngày 10 tháng 02 năm 2026"),
        ("{{ v|vn_datetime }}", LATE, "01:30, 10/02/2026"),
        ("{{ v|iso }}", PartialDate(2026, 5), "2026-05"),
        ("{{ v|iso }}", PartialDate(2026, quarter=2), ""),
        ("{{ v|iso }}", LATE, "2026-02-10T01:30:00+07:00"),
    ],
)
def test_filters_write_vietnamese(source: str, value: Any, shown: str) -> None:
    assert Template("{% load values %}" + source).render(Context({"v": value})) == shown
    assert Template("{% load values %}" + source).render(Context({"v": None})) == ""


@override_settings(USE_THOUSAND_SEPARATOR=True)
def test_djangos_own_rendering_agrees() -> None:
    with translation.override("vi"):
        assert formats.date_format(datetime.date(2026, 2, 10)) == "10/02/2026"
        assert formats.date_format(LATE, "DATETIME_FORMAT") == "18:30, 09/02/2026"
        assert formats.localize(Decimal("32056.8")) == "32.056,8"
        assert formats.localize(587_000) == "587.000"
        assert not any("%y" in text for text in formats.get_format("DATE_INPUT_FORMATS"))
