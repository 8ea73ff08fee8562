"""Which price of a project holds on a given day: said once, for its page, the price's page and the answers."""

from __future__ import annotations

import datetime
import enum
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db import models

from cms.disclosure.cited import Cited


class Transaction(models.TextChoices):
    """What is paid for."""

    SALE = "ban", "Giá bán"
    RENT_TO_BUY = "thue-mua", "Giá thuê mua"
    RENT = "thue", "Giá thuê"


class PriceStatus(models.TextChoices):
    """How far a price is decided."""

    PROVISIONAL = "tam-tinh", "Tạm tính"
    APPRAISED = "da-tham-dinh", "Đã thẩm định"
    FINAL = "chinh-thuc", "Chính thức, sau kiểm toán"


RANK = {status: rank for rank, status in enumerate(PriceStatus.values)}


class Standing(enum.StrEnum):
    """How a price stands to a day."""

    IN_FORCE = "đang áp dụng"
    TO_COME = "chưa đến ngày áp dụng"
    REPLACED = "đã thay"
    EXPIRED = "đã hết hạn"
    UNDATED = "chưa công bố ngày áp dụng"


@dataclass(frozen=True)
class Line:
    """A row of a table of prices; `price` in đồng for each m², before the coefficient."""

    home_type: str
    price: int | None
    floors: str = ""
    area_from: Decimal | None = None
    area_to: Decimal | None = None
    vat: bool | None = None
    maintenance: bool | None = None
    coefficient: Decimal | None = None


@dataclass(frozen=True)
class Price:
    """A price as one version of its record published it."""

    record: str
    title: str
    url: str
    transaction: str
    status: str
    valid_from: datetime.date | None
    valid_until: datetime.date | None
    ended_on: datetime.date | None
    replaces: str
    decision: str
    lines: tuple[Line, ...]

    @property
    def span(self) -> tuple[int, int] | None:
        """Lowest and highest price; None without any."""
        known = [line.price for line in self.lines if line.price is not None]
        return (min(known), max(known)) if known else None


def price_of(facts: Mapping[str, Any], record: str, title: str = "", url: str = "") -> Price:
    """A price from the canonical facts of its record."""
    return Price(
        record=record,
        title=title or str(facts.get("title", "")),
        url=url,
        transaction=str(facts.get("transaction") or ""),
        status=str(facts.get("status") or ""),
        valid_from=_day(facts.get("valid_from")),
        valid_until=_day(facts.get("valid_until")),
        ended_on=_day(facts.get("ended_on")),
        replaces=_record(facts.get("replaces")),
        decision=_record(facts.get("decision")),
        lines=tuple(
            Line(
                home_type=str(row.get("home_type") or ""),
                price=row.get("price"),
                floors=str(row.get("floors") or ""),
                area_from=_decimal(row.get("area_from")),
                area_to=_decimal(row.get("area_to")),
                vat=row.get("vat_included"),
                maintenance=row.get("maintenance_included"),
                coefficient=_decimal(row.get("coefficient")),
            )
            for row in facts.get("price_rows") or []
        ),
    )


def prices_of(cited: Iterable[Cited]) -> list[Price]:
    """The prices among public records."""
    return [price_of(one.facts, str(one.record.record), one.title, one.url) for one in cited]


def in_force(prices: Iterable[Price], day: datetime.date) -> Price | None:
    """Of prices for one transaction of one project the one that holds on `day`: the newest, then the most final.

    One that another price in force names as replaced does not hold, whatever its own dates say.
    """
    valid = [price for price in prices if _valid_on(price, day)]
    replaced = {price.replaces for price in valid} - {""}
    standing = [price for price in valid if price.record not in replaced] or valid
    return max(standing, key=_order, default=None)


def standing(price: Price, prices: Sequence[Price], day: datetime.date) -> Standing:
    """How `price` stands among `prices` of the same transaction and project on `day`."""
    if price.valid_from is None:
        return Standing.UNDATED
    if in_force(prices, day) == price:
        return Standing.IN_FORCE
    if price.valid_from > day:
        return Standing.TO_COME
    return Standing.REPLACED if _valid_on(price, day) or _successor(price, prices, day) else Standing.EXPIRED


def last_day(price: Price, prices: Sequence[Price]) -> datetime.date | None:
    """The last day on which it holds: its own, or the day before the next one began; None while it is open."""
    later = [
        other.valid_from
        for other in prices
        if other.valid_from and price.valid_from and other.valid_from > price.valid_from
    ]
    ends = [day for day in (price.valid_until, price.ended_on, *(one - datetime.timedelta(1) for one in later)) if day]
    return min(ends, default=None)


def in_order(prices: Iterable[Price]) -> list[Price]:
    """The newest first; those without a date last."""
    return sorted(prices, key=_order, reverse=True)


def _order(price: Price) -> tuple[datetime.date, int, str]:
    return price.valid_from or datetime.date.min, RANK.get(price.status, -1), price.record


def _valid_on(price: Price, day: datetime.date) -> bool:
    if price.valid_from is None or price.valid_from > day:
        return False
    return not any(end and end < day for end in (price.valid_until, price.ended_on))


def _successor(price: Price, prices: Iterable[Price], day: datetime.date) -> bool:
    begun = [other for other in prices if other.valid_from and other.valid_from <= day]
    return any(other.replaces == price.record or _order(other) > _order(price) for other in begun if other != price)


def _day(value: Any) -> datetime.date | None:
    return datetime.date.fromisoformat(value) if value else None


def _decimal(value: Any) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def _record(value: Any) -> str:
    return str(value["record"]) if value else ""
