"""Prices as their own page, the project's page and the answers to citizens show them."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.apps import apps
from wagtail.models import Page

from cms.disclosure.cited import Chip, Cited, cite
from cms.disclosure.history import known_on
from cms.disclosure.uses import uses_by_kind
from cms.values.dates import FIRST_YEAR, LAST_YEAR, format_date
from cms.values.money import format_price_per_m2
from cms.values.number import format_integer
from projects_pages.price_table import Table, table
from projects_pages.prices import (
    Line,
    Price,
    PriceStatus,
    Standing,
    Transaction,
    in_force,
    in_order,
    last_day,
    price_of,
    prices_of,
    standing,
)
from search.models import PublicRecord

if TYPE_CHECKING:
    from projects_pages.models import PricePage

KIND = "gia"
STATUS_TONES = {PriceStatus.PROVISIONAL: "warn", PriceStatus.APPRAISED: "ok", PriceStatus.FINAL: "ok"}


@dataclass(frozen=True)
class Version:
    """One price in the history of a project's prices."""

    title: str
    url: str
    period: str
    standing: str
    price: str
    change: str
    status: str
    decision: Chip | None
    here: bool = False


@dataclass(frozen=True)
class Known:
    """What was public on a day that somebody asks for."""

    day: str
    iso: str
    problem: str = ""
    title: str = ""
    url: str = ""
    status: str = ""
    table: Table | None = None


@dataclass(frozen=True)
class Checked:
    """The price against what it may not exceed."""

    label: str
    fits: bool
    verdict: str
    text: str


@dataclass(frozen=True)
class PriceView:
    """Everything the page of a price shows beyond its single facts."""

    table: Table
    standing: str
    in_force: bool
    status_tone: str
    project: Cited | None
    checked: Checked | None
    newest_url: str = ""
    newest_title: str = ""
    history: list[Version] = field(default_factory=list)
    compared: str = ""
    """The type of home whose price the history compares; empty for the span of all."""
    known: Known | None = None


@dataclass(frozen=True)
class CurrentPrice:
    """The price of a project for one transaction as its page shows it."""

    what: str
    text: str
    status: str
    tone: str
    period: str
    title: str
    url: str
    decision: Chip | None
    transaction: str


def price_view(page: PricePage, asked: str, today: datetime.date) -> PriceView:
    """The page's price among all public prices for the same transaction of its project."""
    own = price_of_page(page)
    siblings = _siblings(page)
    prices = [price for price in siblings if price.record != own.record] + [own]
    now = in_force(prices, today)
    compared = _compared(prices)
    chips = decisions(prices)
    state = standing(own, prices, today)
    return PriceView(
        table=table(own),
        standing=state,
        in_force=state is Standing.IN_FORCE,
        status_tone=STATUS_TONES.get(PriceStatus(page.status), "") if page.status else "",
        project=page.cited.get(page.project_id) if page.project_id else None,
        checked=_checked(page, own),
        newest_url=now.url if now and now.record != own.record else "",
        newest_title=now.title if now else "",
        history=_history(prices, own, compared, chips, today),
        compared=compared,
        known=_known(asked, prices, own.transaction, today) if asked else None,
    )


def standings(records: Iterable[PublicRecord], day: datetime.date) -> dict[uuid.UUID, str]:
    """How public prices stand on `day` among those of their projects, by permanent id; two queries."""
    shown = list(records)
    rows = apps.get_model("projects_pages", "PricePage")._base_manager
    projects = rows.filter(pk__in=[record.page_id for record in shown], project__isnull=False).values("project")
    others = PublicRecord.objects.of_kind(KIND).filter(page_id__in=rows.filter(project__in=projects).values("pk"))
    found = cite([*others.defer("body", "files_text", "keys"), *shown])
    groups: dict[tuple[str, str], list[Price]] = {}
    for one in found.values():
        price = price_of(one.facts, str(one.record.record), one.title, one.url)
        groups.setdefault(_group(one, price), []).append(price)
    return {
        uuid.UUID(price.record): str(standing(price, prices, day)) for prices in groups.values() for price in prices
    }


def _group(cited: Cited, price: Price) -> tuple[str, str]:
    """Prices of one project and transaction stand against each other; one without a project stands alone."""
    project = cited.facts.get("project")
    return (str(project["record"]) if project else price.record), price.transaction


def price_of_page(page: PricePage) -> Price:
    """The page's own price as it stands in memory; what it points to is known by its public record only."""
    return Price(
        record=str(page.record),
        title=page.title,
        url=page.public_links[page.pk].url if page.pk in page.public_links else "",
        transaction=page.transaction,
        status=page.status,
        valid_from=page.valid_from,
        valid_until=page.valid_until,
        ended_on=page.ended_on,
        replaces=_record_of(page, page.replaces_id),
        decision=_record_of(page, page.decision_id),
        lines=tuple(
            Line(
                row.home_type,
                row.price,
                row.floors,
                row.area_from,
                row.area_to,
                row.vat_included,
                row.maintenance_included,
                row.coefficient,
            )
            for row in page.price_rows.all()
        ),
    )


def _record_of(page: PricePage, ident: int | None) -> str:
    found = page.public_links.get(ident) if ident is not None else None
    return str(found.record) if found else ""


def _siblings(page: PricePage) -> list[Price]:
    if page.project_id is None:
        return []
    cited = uses_by_kind(Page(pk=page.project_id)).get(KIND, [])
    return [price for price in prices_of(cited) if price.transaction == page.transaction]


def _checked(page: PricePage, own: Price) -> Checked | None:
    span = own.span
    if span is None:
        return None
    low, high = span
    if own.transaction == Transaction.RENT:
        if page.frame_to is None:
            return None
        fits = high <= page.frame_to and (page.frame_from is None or low >= page.frame_from)
        frame = " đến ".join(
            format_price_per_m2(end) if end == page.frame_to else format_integer(end)
            for end in (page.frame_from, page.frame_to)
            if end is not None
        )
        verdict = "Trong khung" if fits else "Ngoài khung"
        return Checked("Đối chiếu khung giá của tỉnh", fits, verdict, f"{_spelled(span)}; khung: {frame} mỗi tháng")
    if page.appraised_price is None:
        return None
    fits = high <= page.appraised_price
    text = f"{format_integer(high)} so với {format_price_per_m2(page.appraised_price)}"
    return Checked("Đối chiếu giá thẩm định", fits, "Không vượt" if fits else "Vượt giá thẩm định", text)


def _spelled(span: tuple[int, int]) -> str:
    low, high = span
    return format_integer(low) if low == high else f"{format_integer(low)}–{format_integer(high)}"


def _compared(prices: Sequence[Price]) -> str:
    """The first type of home that all prices name once; empty when there is none."""
    if not prices:
        return ""
    for line in prices[0].lines:
        found = [[other for other in price.lines if other.home_type == line.home_type] for price in prices]
        if all(len(lines) == 1 and lines[0].price is not None for lines in found):
            return line.home_type
    return ""


def decisions(prices: Iterable[Price]) -> dict[str, Cited]:
    """The public documents among those by which prices were decided, by permanent id; two queries."""
    wanted = {price.decision for price in prices} - {""}
    if not wanted:
        return {}
    found = cite(PublicRecord.objects.filter(record__in=wanted).defer("body", "files_text", "keys"))
    return {str(one.record.record): one for one in found.values()}


def decision_chip(price: Price, chips: Mapping[str, Cited]) -> Chip | None:
    """The decision behind a price; None while it has none or that is not public."""
    found = chips.get(price.decision)
    return found.chip() if found else None


def _history(
    prices: Sequence[Price], own: Price, compared: str, chips: Mapping[str, Cited], today: datetime.date
) -> list[Version]:
    ordered = in_order(prices)
    told = []
    for place, price in enumerate(ordered):
        older = ordered[place + 1] if place + 1 < len(ordered) else None
        amount, before = _amount(price, compared), _amount(older, compared) if older else None
        told.append(
            Version(
                title=price.title,
                url=price.url,
                period=period(price, prices),
                standing=standing(price, prices, today),
                price=format_integer(amount) if amount is not None else _spelled(price.span) if price.span else "",
                change=_change(amount, before),
                status=PriceStatus(price.status).label if price.status else "",
                decision=decision_chip(price, chips),
                here=price.record == own.record,
            )
        )
    return told


def _amount(price: Price, compared: str) -> int | None:
    return next((line.price for line in price.lines if compared and line.home_type == compared), None)


def _change(amount: int | None, before: int | None) -> str:
    if amount is None or before is None:
        return "–"
    if amount == before:
        return "không đổi"
    return f"{'tăng' if amount > before else 'giảm'} {format_integer(abs(amount - before))}"


def period(price: Price, prices: Sequence[Price]) -> str:
    """From when to when it holds: "từ 16/11/2026", "05/10/2026–15/11/2026"."""
    if price.valid_from is None:
        return ""
    end = last_day(price, prices)
    if end is None:
        return f"Từ {format_date(price.valid_from)}"
    if end < price.valid_from:
        return f"{format_date(price.valid_from)}, thay ngay trong ngày"
    return f"{format_date(price.valid_from)}–{format_date(end)}"


def _known(asked: str, prices: Sequence[Price], transaction: str, today: datetime.date) -> Known:
    try:
        day = datetime.date.fromisoformat(asked)
    except ValueError:
        return Known("", "", "Không đọc được ngày: hãy chọn lại, ví dụ 01/6/2026.")
    iso, spelled = day.isoformat(), format_date(day)
    if not FIRST_YEAR <= day.year <= LAST_YEAR or day > today:
        return Known(spelled, "" if day > today else iso, f"Ngày {spelled} nằm ngoài thời gian cổng có dữ liệu.")
    published = known_on([uuid.UUID(price.record) for price in prices], day)
    addresses = {price.record: price.url for price in prices}
    then = [price_of(one.facts, str(record), "", addresses[str(record)]) for record, one in published.items()]
    # A record may have been of another transaction when it was first published.
    found = in_force([price for price in then if price.transaction == transaction], day)
    if found is None:
        return Known(spelled, iso, f"Đến hết ngày {spelled} cổng chưa công bố giá nào đang áp dụng.")
    return Known(
        spelled,
        iso,
        title=found.title,
        url=found.url,
        status=PriceStatus(found.status).label if found.status else "",
        table=table(found),
    )


def current_prices(cited: Iterable[Cited], today: datetime.date) -> list[CurrentPrice]:
    """The price in force for each transaction of a project; where none is yet, the next one to come."""
    prices = prices_of(cited)
    chips = decisions(prices)
    told = []
    for transaction in Transaction:
        group = [price for price in prices if price.transaction == transaction]
        price = in_force(group, today) or min(
            (one for one in group if one.valid_from and one.valid_from > today),
            key=lambda one: one.valid_from or today,
            default=None,
        )
        if price is None or price.span is None:
            continue
        low, high = price.span
        text = format_price_per_m2(high) if low == high else f"{format_integer(low)} – {format_price_per_m2(high)}"
        state = standing(price, group, today)
        told.append(
            CurrentPrice(
                what=transaction.label,
                text=f"{text} mỗi tháng" if transaction == Transaction.RENT else text,
                status=PriceStatus(price.status).label if price.status else "",
                tone=STATUS_TONES.get(PriceStatus(price.status), "") if price.status else "",
                period=f"{period(price, group)}, {state}",
                title=price.title,
                url=price.url,
                decision=decision_chip(price, chips),
                transaction=transaction.value,
            )
        )
    return told


def summary_of_prices(prices: Sequence[CurrentPrice]) -> tuple[str, str]:
    """What matters most of a project's prices, and the rest of the sentence."""
    strong = "; ".join(f"{price.what.removeprefix('Giá ').capitalize()}: {price.text}" for price in prices)
    kinds: dict[str, Any] = dict.fromkeys(price.status.lower() for price in prices if price.status)
    return strong, f", {', '.join(kinds)}." if kinds else "."
