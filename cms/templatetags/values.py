"""Filters that show values in Vietnamese; nothing for None, so that the template says what is missing."""

from __future__ import annotations

import datetime
from decimal import Decimal

from django import template

from cms.values import dates, number
from cms.values.dates import PartialDate
from cms.values.money import format_money, format_price_per_m2
from cms.values.render import local_time

register = template.Library()

AnyDate = PartialDate | datetime.date


@register.filter
def money(dong: int | None) -> str:
    """`16207395` as "16.207.395 đồng"."""
    return "" if dong is None else format_money(dong)


@register.filter
def price_per_m2(dong: int | None) -> str:
    """`16207395` as "16.207.395 đồng/m²"."""
    return "" if dong is None else format_price_per_m2(dong)


@register.filter
def area(square_metres: Decimal | int | None) -> str:
    """An area in m² as "32.056,8 m²"."""
    return "" if square_metres is None else number.format_area(Decimal(square_metres))


@register.filter
def decimal(value: Decimal | int | None, places: int | None = None) -> str:
    """A number as "32.056,8"; `places` fixes the decimals."""
    return "" if value is None else number.format_decimal(Decimal(value), places)


@register.filter
def integer(value: int | None) -> str:
    """`1587` as "1.587"."""
    return "" if value is None else number.format_integer(value)


@register.filter
def percent(value: Decimal | int | None) -> str:
    """A share in percent as "12,5%"."""
    return "" if value is None else number.format_percent(Decimal(value))


@register.filter
def nbsp_unit(value: Decimal | int | None, unit: str) -> str:
    """A number bound to its unit: `{{ homes|nbsp_unit:"căn" }}` gives "587 căn"."""
    return "" if value is None else number.with_unit(number.format_decimal(Decimal(value)), unit)


@register.filter
def approximately(text: str, approximate: bool = True) -> str:
    """`{{ homes|nbsp_unit:"căn"|approximately:page.homes_approximate }}` gives "khoảng 587 căn"."""
    return number.approximately(text) if text and approximate else text


@register.filter
def vn_date(date: AnyDate | None) -> str:
    """A date or partial date as "24/3/2026", "quý II/2026"; a moment by Vietnam's clock."""
    return "" if date is None else dates.format_date(_local(date))


@register.filter
def vn_long_date(date: AnyDate | None) -> str:
    """As "ngày 10 tháng 02 năm 2026"."""
    return "" if date is None else dates.format_long_date(_local(date))


@register.filter
def vn_datetime(moment: datetime.datetime | None) -> str:
    """A moment by Vietnam's clock as "08:30, 24/3/2026"."""
    return "" if moment is None else dates.format_datetime(local_time(moment))


@register.filter
def iso(date: AnyDate | None) -> str:
    """The attribute of `<time datetime>`; empty for a quarter, which HTML cannot say: then use no `<time>`."""
    return "" if date is None else dates.iso_datetime_attr(_local(date)) or ""


def _local(date: AnyDate) -> AnyDate:
    return local_time(date) if isinstance(date, datetime.datetime) else date


@register.filter
def vn_edtf(text: str) -> str:
    """A date as precise as it is known: "2026-05" as "tháng 5/2026", "2026-02-10" as "ngày 10/02/2026"."""
    if not text:
        return ""
    known = PartialDate.from_edtf(text)
    return {"day": "ngày ", "year": "năm "}.get(known.precision, "") + dates.format_date(known)
