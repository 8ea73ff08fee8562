"""Application rounds as a project's page and the home page show them."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cms.disclosure.cited import Cited
from cms.disclosure.missing import Missing, MissingKind
from cms.values.dates import format_date
from cms.values.number import format_integer, with_unit
from projects_pages.rounds import RoundState, state_of

if TYPE_CHECKING:
    from projects_pages.models import ApplicationRound, ProjectPage, RoundResult
    from projects_pages.price_presentation import CurrentPrice
    from search.models import PublicRecord

TOLD_IN = ("thong-bao", "giam-sat", "nhu-cau", "tin-tuc", "hoi-dap")
"""Kinds of record that say something of a project, in the order in which its page lists them; the others follow."""
PRICES = "gia"
SOON = 7  # days left from which the leaf of the calendar calls for attention
OWED = Missing(MissingKind.OWED, owed_by="chủ đầu tư", asked_by="B1")
TONES = {
    RoundState.OPEN: "ok",
    RoundState.UPCOMING: "link",
    RoundState.CLOSED: "warn",
    RoundState.CANCELLED: "bad",
}
HOMES = (
    ("homes_for_sale", "mua", "bán"),
    ("homes_for_rent_to_buy", "thuê mua", "thuê mua"),
    ("homes_for_rent", "thuê", "thuê"),
)
"""Field, what the applicant does, what the homes are for."""


@dataclass(frozen=True)
class Leaf:
    """The leaf of a calendar beside a round: "Còn 24 ngày"; `tone` is a modifier of `.bloc`."""

    before: str
    number: str
    after: str
    tone: str = ""


@dataclass(frozen=True)
class ResultRow:
    """What became of one group's applications; empty texts where nobody has said."""

    group: str
    homes: str
    applications: str
    eligible: str
    chosen: str


@dataclass(frozen=True)
class RoundView:
    """One round on one day; everything that depends on the day comes from its state."""

    title: str
    state: RoundState
    leaf: Leaf
    homes: str = ""
    window: str = ""
    """ "từ 16/11/2026 đến hết 16/12/2026"; empty while it is not announced."""
    hours: str = ""
    apply_at: str = ""
    draw: str = ""
    cancelled: str = ""
    notice: Cited | None = None
    announced: str = ""
    results: list[ResultRow] = field(default_factory=list)
    lists: list[Cited] = field(default_factory=list)
    project: str = ""
    url: str = ""

    @property
    def tone(self) -> str:
        """Of the tag that names the state."""
        return TONES.get(self.state, "")

    @property
    def owed(self) -> Missing:
        """What is shown for a window or a place that the investor has not announced."""
        return OWED

    @property
    def takes_place(self) -> bool:
        """Whether where to apply still matters."""
        return self.state in {RoundState.UNDATED, RoundState.UPCOMING, RoundState.OPEN}


def linked(
    uses: Mapping[str, Sequence[Cited]],
    rounds: Sequence[RoundView],
    prices: Sequence[CurrentPrice],
) -> list[PublicRecord]:
    """Records that point to a project and that its page does not show elsewhere; one price leads to all of its kind."""
    shown = {cited.url for one in rounds for cited in one.lists}
    priced = {price.transaction for price in prices}
    ordered = [*TOLD_IN, *(kind for kind in sorted(uses) if kind not in TOLD_IN)]
    return [
        cited.record
        for kind in ordered
        for cited in uses.get(kind, [])
        if cited.url not in shown and not (kind == PRICES and cited.facts.get("transaction") in priced)
    ]


def rounds_of(project: ProjectPage, lists: Sequence[Cited], today: datetime.date) -> list[RoundView]:
    """The project's rounds in their order, each with its results and those of `lists` (kind "ket-qua") that name it."""
    results = list(project.round_results.all())
    return [
        view(
            row,
            today,
            apply_at=project.apply_at,
            cited=project.cited,
            results=[_result(result) for result in results if result.round_name == row.name],
            lists=[one for one in lists if one.facts.get("round_name") == row.name],
        )
        for row in project.rounds.all()
    ]


def view(
    row: ApplicationRound,
    today: datetime.date,
    *,
    apply_at: str = "",
    cited: Mapping[int, Cited] | None = None,
    results: Sequence[ResultRow] = (),
    lists: Sequence[Cited] = (),
    project: str = "",
    url: str = "",
) -> RoundView:
    """A round as it stands on `today`; `apply_at` is the project's place, for rounds that name none."""
    state = state_of(row, today)
    verbs = [verb for name, verb, _ in HOMES if getattr(row, name)]
    return RoundView(
        title=f"{row.name}: đăng ký {', '.join(verbs)}" if verbs else row.name,
        state=state,
        leaf=_leaf(row, state, today),
        homes=_homes(row),
        window=f"từ {format_date(row.opens_on)} đến hết {format_date(row.closes_on)}"
        if row.opens_on and row.closes_on
        else "",
        hours=row.hours,
        apply_at=row.apply_at or apply_at,
        draw=_draw(row, state),
        cancelled=f"Hủy từ {format_date(row.cancelled_on)}: {row.cancelled_reason}"
        if state is RoundState.CANCELLED and row.cancelled_on
        else "",
        notice=(cited or {}).get(row.notice_id) if row.notice_id else None,
        announced=format_date(row.announced_on) if row.announced_on else "",
        results=list(results),
        lists=list(lists),
        project=project,
        url=url,
    )


def _leaf(row: ApplicationRound, state: RoundState, today: datetime.date) -> Leaf:
    if state is RoundState.OPEN and row.closes_on:
        left = (row.closes_on - today).days
        if left == 0:
            return Leaf("Hạn", "hôm", "nay", "soon")
        return Leaf("Còn", str(left), "ngày", "soon" if left <= SOON else "")
    if state is RoundState.UPCOMING and row.opens_on:
        return Leaf("Mở sau", str((row.opens_on - today).days), "ngày", "end")
    words = {
        RoundState.UNDATED: ("Chưa", "có", "ngày"),
        RoundState.CLOSED: ("Đã", "hết", "hạn"),
        RoundState.DRAWN: ("Đã", "bốc", "thăm"),
        RoundState.SETTLED: ("Đã", "chốt", "danh sách"),
        RoundState.CANCELLED: ("Đợt", "đã", "hủy"),
    }
    return Leaf(*words[state], "end")


def _homes(row: ApplicationRound) -> str:
    known = [(getattr(row, name), use) for name, _, use in HOMES if getattr(row, name)]
    if len(known) == 1:
        return with_unit(format_integer(known[0][0]), "căn")
    return ", ".join(f"{with_unit(format_integer(count), 'căn')} {use}" for count, use in known)


def _draw(row: ApplicationRound, state: RoundState) -> str:
    where = f", tại {row.draw_at}" if row.draw_at else ""
    if state is RoundState.DRAWN and row.drawn_on:
        return f"Đã bốc thăm ngày {format_date(row.drawn_on)}{where}."
    if state is RoundState.SETTLED and row.settled_on:
        return f"Chốt danh sách ngày {format_date(row.settled_on)}, không phải bốc thăm."
    if row.draw_on and state is not RoundState.CANCELLED:
        return f"Bốc thăm dự kiến {format_date(row.draw_on)}{where}, nếu hồ sơ đủ điều kiện nhiều hơn số căn."
    return ""


def _result(row: RoundResult) -> ResultRow:
    homes, applications, eligible, chosen = (
        "" if count is None else format_integer(count)
        for count in (row.homes, row.applications, row.eligible, row.chosen)
    )
    return ResultRow(row.group, homes, applications, eligible, chosen)


def when(rounds: Sequence[RoundView], rows: Sequence[ApplicationRound], today: datetime.date) -> tuple[str, str, str]:
    """Question, what matters most and the rest, of "by when"; empty texts when no round has dates that still matter.

    The round that closes first comes before those that open later; a closed one is told while nothing is open.
    """
    pairs = list(zip(rounds, rows, strict=True))
    for state in (RoundState.OPEN, RoundState.UPCOMING, RoundState.CLOSED):
        found = [(row, one) for one, row in pairs if one.state is state and row.opens_on and row.closes_on]
        if not found:
            continue
        row, one = min(found, key=lambda pair: (pair[0].closes_on, pair[0].opens_on))
        opens, closes = row.opens_on, row.closes_on
        if opens is None or closes is None:
            continue
        if state is RoundState.OPEN:
            left = (closes - today).days
            rest = f", còn {with_unit(str(left), 'ngày')}" if left else ", hôm nay là ngày cuối"
            return "Đến bao giờ?", f"Đến hết {format_date(closes)}", f"{rest} ({one.title})."
        if state is RoundState.UPCOMING:
            return "Khi nào nhận hồ sơ?", f"Từ {format_date(opens)}", f" đến hết {format_date(closes)} ({one.title})."
        return "Khi nào nhận hồ sơ?", f"Đã hết hạn từ {format_date(closes)}", f", đang xét duyệt ({one.title})."
    return "", "", ""
