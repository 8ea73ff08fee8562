"""What a project's page says beyond its facts one by one: answers, milestones against their plan, infrastructure."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cms.disclosure.cited import Chip, chip_of
from cms.disclosure.figures import figure
from cms.disclosure.missing import Missing, MissingKind
from cms.values.dates import PartialDate, format_date, format_long_date, iso_datetime_attr
from cms.values.money import format_price_per_m2
from cms.values.number import format_area, format_decimal, format_integer, format_percent
from projects_pages.price_presentation import CurrentPrice, summary_of_prices
from projects_pages.prices import Transaction
from projects_pages.round_presentation import RoundView, when
from projects_pages.rounds import RoundState
from projects_pages.stages import Stage

if TYPE_CHECKING:
    from projects_pages.models import HomeType, InfrastructureItem, Milestone, ProjectPage

UNKNOWN = Missing(MissingKind.UNKNOWN)
NOTHING_RECEIVED_HERE = ". Trang này không nhận hồ sơ."
STAGE_TONES = {
    "dang-nhan-ho-so": "ok",
    "da-giao-cdt": "ok",
    "hoan-thanh": "ok",
    "con-can": "ok",
    "dang-thi-cong": "link",
    "sap-nhan-ho-so": "link",
    "ban-giao": "link",
    "tam-dung": "bad",
    "huy": "bad",
}
STATE_TONES = {"xong": "ok", "da-dung": "ok", "dang-lam": "link"}


@dataclass(frozen=True)
class Answer:
    """A citizen's question and its answer: what matters most, the rest of the sentence, where to read on."""

    question: str
    strong: str = ""
    text: str = ""
    missing: Missing | None = None
    link: str = ""
    link_text: str = ""


@dataclass(frozen=True)
class Day:
    """A date of a milestone under its label; `missing` where there is none."""

    label: str
    text: str = ""
    attribute: str = ""
    missing: Missing | None = None


@dataclass(frozen=True)
class Step:
    """A milestone (mốc) as the timeline shows it."""

    title: str
    done: bool
    days: list[Day]
    verdict: str = ""
    """"Đúng hạn", "Chậm": the actual date against the first plan; empty where they cannot be compared."""
    late: bool = False
    reason: str = ""
    source: Chip | None = None
    short: str = ""
    """One line for the short track: when it was, or when it is planned."""


def steps(project: ProjectPage, today: datetime.date) -> list[Step]:
    """The project's milestones in their order."""
    return [_step(project, row, today) for row in project.milestones.all()]


def _step(project: ProjectPage, row: Milestone, today: datetime.date) -> Step:
    planned = row.planned_now or row.planned_first
    days = []
    if row.planned_first and row.planned_now:
        days = [_day("Kế hoạch ban đầu", row.planned_first), _day("Kế hoạch hiện nay", row.planned_now)]
    elif planned:
        days = [_day("Kế hoạch", planned)]
    if row.actual:
        days.append(_day("Thực tế", row.actual))
    elif planned and planned.first_day > today:
        why = f"chưa đến {format_long_date(planned)}"
        days.append(Day("Thực tế", missing=Missing(MissingKind.NOT_APPLICABLE, why=why)))
    else:
        days.append(Day("Thực tế", missing=UNKNOWN))
    verdict, late = _verdict(row)
    short = format_date(row.actual) if row.actual else f"Kế hoạch: {format_date(planned)}" if planned else str(UNKNOWN)
    source = chip_of(project.cited, row.document_id, row.passage)
    return Step(row.title, row.actual is not None, days, verdict, late, row.reason, source, short)


def _day(label: str, date: PartialDate) -> Day:
    return Day(label, format_date(date), iso_datetime_attr(date) or "")


def _verdict(row: Milestone) -> tuple[str, bool]:
    """The actual date against the first plan, or the present plan against the first."""
    first = row.planned_first
    if first is None:
        return "", False
    if row.actual:
        late = row.actual.first_day > first.last_day
        return ("Chậm so với kế hoạch ban đầu", True) if late else ("Đúng hạn", False)
    if row.planned_now and row.planned_now.first_day > first.last_day:
        return "Lùi so với kế hoạch ban đầu", True
    return "", False


def overdue(project: ProjectPage, today: datetime.date) -> list[str]:
    """Milestones whose planned time has passed without anybody saying what happened."""
    return [
        f"Thực tế của mốc «{row.title}» (kế hoạch: {format_date(planned)})"
        for row in project.milestones.all()
        if not row.actual and (planned := row.planned_now or row.planned_first) and planned.last_day < today
    ]


@dataclass(frozen=True)
class Item:
    """Infrastructure that has to come with the homes, as the checklist shows it."""

    name: str
    category: str
    requirement: str
    state: str
    tone: str
    notes: list[str]


def checklist(project: ProjectPage) -> list[Item]:
    """The project's infrastructure in its order."""
    return [_item(row) for row in project.infrastructure.all()]


def _item(row: InfrastructureItem) -> Item:
    required = "" if row.required_share is None else format_percent(row.required_share)
    state = row.get_state_display() if row.state else ""
    if row.done_share is not None:
        share = format_percent(row.done_share)
        state = f"{state}: {share}" if state else f"Đã làm {share}"
    notes = [row.evidence] if row.evidence else []
    if row.required_by_planning is not None:
        notes.append("có trong quy hoạch được duyệt" if row.required_by_planning else "không có trong quy hoạch")
    requirement = " ".join(part for part in (row.requirement, required) if part)
    return Item(row.name, row.get_category_display(), requirement, state, STATE_TONES.get(row.state, ""), notes)


def checklist_sources(project: ProjectPage) -> list[Chip]:
    """Where the list of infrastructure comes from: the source of the whole, else those of its rows, each once."""
    whole = project.sources_by_fact.get("infrastructure")
    rows = [whole] if whole else project.infrastructure.all()
    chips = (chip_of(project.cited, row.document_id, row.passage) for row in rows)
    return list(dict.fromkeys(chip for chip in chips if chip))


def contacts_source(project: ProjectPage) -> Chip | None:
    """Which document says whom to ask."""
    source = project.sources_by_fact.get("contacts")
    return chip_of(project.cited, source.document_id, source.passage) if source else None


def contacts_unreachable(project: ProjectPage) -> bool:
    """Whether no unit that people should ask has told its address, telephone or hours."""
    return not any(row.unit.address or row.unit.phone or row.unit.hours for row in project.contacts.all())


def states_unknown(project: ProjectPage) -> bool:
    """Whether nobody has said of any item of infrastructure how far it is."""
    rows = project.infrastructure.all()
    return bool(rows) and not any(row.state or row.done_share is not None for row in rows)


@dataclass(frozen=True)
class HomeRow:
    """A type of home as the table shows it; empty texts where there is nothing."""

    name: str
    note: str
    count: str
    areas: str
    sale_price: str
    rent_price: str


@dataclass(frozen=True)
class HomesTable:
    """The types of homes; prices are left out where a published price says more, so that nothing contradicts it.

    A price that no type has is no column of gaps: `lacking` says it once, under its label.
    """

    rows: list[HomeRow]
    shows_sale: bool
    shows_rent: bool
    lacking: list[tuple[str, Missing]]


def homes_table(project: ProjectPage, priced: Collection[str]) -> HomesTable:
    """The project's types of homes; `priced` are the transactions for which a price is published."""
    types = list(project.home_types.all())
    told_sale, told_rent = (any(_prices(types, name)) for name in ("sale_price", "rent_price"))
    shows_sale = told_sale and Transaction.SALE not in priced
    shows_rent = told_rent and Transaction.RENT not in priced
    gap = UNKNOWN if priced or told_sale or told_rent else _owed_price(project)
    offered = (
        ("Giá bán tạm tính", told_sale or Transaction.SALE in priced, "homes_for_sale"),
        ("Giá thuê tạm tính mỗi tháng", told_rent or Transaction.RENT in priced, "homes_for_rent"),
    )
    lacking = [(label, gap) for label, told, count in offered if not told and _offers(project, count)]
    rows = [
        HomeRow(
            row.name,
            row.price_note if shows_sale or shows_rent else "",
            "" if row.count is None else format_integer(row.count),
            _areas(row),
            "" if row.sale_price is None or not shows_sale else format_price_per_m2(row.sale_price),
            "" if row.rent_price is None or not shows_rent else format_price_per_m2(row.rent_price),
        )
        for row in types
    ]
    return HomesTable(rows, shows_sale, shows_rent, lacking)


def _offers(project: ProjectPage, count: str) -> bool:
    """Whether the project has such homes, or may have: nobody said how many."""
    found = figure(project, count)
    ruled_out = found.missing is not None and found.missing.kind is MissingKind.NOT_APPLICABLE
    return not ruled_out and getattr(project, count) != 0


def _prices(types: Iterable[HomeType], name: str) -> Iterable[bool]:
    return (getattr(row, name) is not None for row in types)


def _owed_price(project: ProjectPage) -> Missing:
    item = type(project).facts.by_name["home_types"]
    return Missing(MissingKind.OWED, owed_by=item.owed_by, asked_by=item.asked_by)


def _areas(row: HomeType) -> str:
    if row.area_from is not None and row.area_to is not None and row.area_from != row.area_to:
        return f"{format_decimal(row.area_from)}–{format_area(row.area_to)}"
    one = row.area_from if row.area_from is not None else row.area_to
    return "" if one is None else format_area(one)


def answers(
    project: ProjectPage, rounds: Sequence[RoundView], prices: Sequence[CurrentPrice], today: datetime.date
) -> list[Answer]:
    """What citizens ask first, as far as the record answers it; what the law owes them is named as owed."""
    found = [_what(project), _whom(project)]
    if project.needs_note and not halted(project):
        found.append(Answer("Tôi đang cần nhà?", text=project.needs_note))
    found.append(where_to_apply(project, rounds))
    question, strong, rest = when(rounds, list(project.rounds.all()), today)
    expected = figure(project, "applications_expected")
    if strong:
        found.append(Answer(question, strong=strong, text=rest, link="#dot-nhan", link_text="Các đợt"))
    elif expected.text and not halted(project) and not any(one.window for one in rounds):
        found.append(Answer("Khi nào nhận hồ sơ?", strong=expected.sentence, text=", theo dự kiến của chủ đầu tư."))
    found.append(price(project, prices))
    return [answer for answer in found if answer]


HALTED: dict[str, str] = {Stage.CANCELLED: "Dự án đã hủy", Stage.PAUSED: "Dự án đang tạm dừng"}
"""Stages in which nobody may apply."""


def halted(project: ProjectPage) -> str:
    """Why nobody can apply for any of its homes, whatever the record says of where and when; empty if they can."""
    if project.ended_on:
        return "Hồ sơ dự án đã kết thúc"
    return HALTED.get(project.stage, "")


def where_to_apply(project: ProjectPage, rounds: Sequence[RoundView]) -> Answer:
    """Where to apply: the place of the round that is open, else the project's; nowhere once it is halted."""
    if why := halted(project):
        return Answer("Nộp đơn ở đâu?", strong="Không nhận hồ sơ", text=f": {why[:1].lower()}{why[1:]}.")
    of_round = next((one.apply_at for one in rounds if one.state is RoundState.OPEN and one.apply_at), "")
    if of_round:
        return Answer("Nộp đơn ở đâu?", strong=of_round, text=NOTHING_RECEIVED_HERE)
    place = figure(project, "apply_at")
    return Answer("Nộp đơn ở đâu?", strong=place.text, text=NOTHING_RECEIVED_HERE, missing=place.missing)


def _what(project: ProjectPage) -> Answer | None:
    homes, land, done = (figure(project, name) for name in ("homes_total", "land_area", "completion_planned"))
    strong = f"{homes.sentence}\N{NO-BREAK SPACE}căn hộ" if homes.text else ""
    parts = []
    if land.text:
        parts.append(f"trên {land.text} đất" if strong else f"{land.text} đất")
    if project.completion_planned and done.text:
        parts.append(f"kế hoạch hoàn thành {format_long_date(project.completion_planned)}")
    text = ", ".join(parts)
    if not strong and not text:
        return None
    if not strong:
        return Answer("Dự án có gì?", text=text[:1].upper() + text[1:] + ".")
    joint = " " if land.text else ", "
    return Answer("Dự án có gì?", strong=strong, text=f"{joint}{text}." if text else ".")


def _whom(project: ProjectPage) -> Answer | None:
    contacts = list(project.contacts.all())
    if not contacts:
        return None
    first = contacts[0]
    more = "Các nơi khác" if len(contacts) > 1 else "Cách liên hệ"
    return Answer(
        "Hỏi ở đâu?",
        strong=first.unit.name,
        text=f". {first.matter or first.unit.duty}".rstrip(". ") + ".",
        link="#hoi-o-dau",
        link_text=more,
    )


def price(project: ProjectPage, prices: Sequence[CurrentPrice]) -> Answer:
    """Published prices win over the provisional ones that stand beside the types of homes."""
    question = "Giá bao nhiêu?"
    if prices:
        strong, rest = summary_of_prices(prices)
        return Answer(question, strong=strong, text=rest, link="#gia", link_text="Bảng giá")
    sale = _span(row.sale_price for row in project.home_types.all())
    rent = _span(row.rent_price for row in project.home_types.all())
    if not sale and not rent:
        return Answer(question, missing=_owed_price(project))
    told = [text for label, span in (("Bán", sale), ("Thuê mỗi tháng", rent)) if span for text in [f"{label}: {span}"]]
    return Answer(question, strong="; ".join(told), text=", tạm tính.", link="#loai-can", link_text="Từng loại căn")


def _span(prices: Iterable[int | None]) -> str:
    known = sorted(price for price in prices if price is not None)
    if not known:
        return ""
    if known[0] == known[-1]:
        return format_price_per_m2(known[0])
    return f"{format_integer(known[0])} – {format_price_per_m2(known[-1])}"
