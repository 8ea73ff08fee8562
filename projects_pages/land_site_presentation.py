"""What the page and the list of land sites say beyond single facts: window of applying, readiness, planning, map."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError

from cms.disclosure import kinds
from cms.disclosure.cited import Chip, Cited, chip_of
from cms.disclosure.figures import Figure
from cms.values.dates import format_date
from cms.values.number import format_area, format_decimal, format_integer, format_percent
from cms.values.shape import Shape, spell_point
from cms.values.shape_field import ShapeField
from cms.values.vn2000 import ZONES, from_wgs84
from projects_pages.map_drawing import Landmark, MapDrawing, Pin, draw
from projects_pages.models.land_site_words import TAKEN, Met, SiteState

if TYPE_CHECKING:
    from cms.disclosure.facts import BoundFacts
    from projects_pages.models import LandSiteIndexPage, LandSitePage

STATE_TONES: Mapping[str, str] = {SiteState.READY: "ok", SiteState.PREPARING: "warn"}
MET_TONES: Mapping[str, str] = {Met.YES: "ok", Met.NO: "warn"}
IN_ENGLISH: Mapping[str, str] = {
    SiteState.READY: "Ready to start",
    SiteState.PREPARING: "Being prepared",
    SiteState.HAS_INVESTOR: "Investor chosen",
    SiteState.AUCTIONED: "Auctioned",
}
SOON_DAYS = 7
AREA_TOLERANCE = Decimal("0.02")
"""A drawn outline may differ from the stated area by so much before staff are told: sketches are not surveys."""


@dataclass(frozen=True)
class Window:
    """Until when investors apply, as one looks at it today."""

    heading: str
    days_left: int | None = None
    tone: str = ""


def window(site: LandSitePage, today: datetime.date) -> Window | None:
    """Whether applications are taken; None for a site that takes none, taken by an investor or no longer offered."""
    if site.ended_on:
        return None
    return _window(site.state, site.apply_from, site.apply_until, today)


def _window(
    state: str, opens: datetime.date | None, closes: datetime.date | None, today: datetime.date
) -> Window | None:
    if state in TAKEN or (closes is None and opens is None):
        return None
    if opens is not None and opens > today:
        return Window(f"Nhận hồ sơ từ {format_date(opens)}", (opens - today).days, "wait")
    if closes is None:
        return Window("Đang nhận hồ sơ")
    left = (closes - today).days
    if left < 0:
        return Window("Đã hết hạn nộp hồ sơ", None, "end")
    return Window("Đang nhận hồ sơ", left, "soon" if left <= SOON_DAYS else "")


@dataclass(frozen=True)
class Criterion:
    """A criterion of readiness."""

    name: str
    met: str
    tone: str
    note: str
    source: Chip | None


@dataclass(frozen=True)
class Readiness:
    """All criteria, and how many of them are met."""

    criteria: list[Criterion]

    @property
    def heading(self) -> str:
        """ "Mức sẵn sàng: đạt 5 trên 6 tiêu chí"."""
        met = sum(criterion.tone == "ok" for criterion in self.criteria)
        return f"Mức sẵn sàng: đạt {met} trên {len(self.criteria)} tiêu chí"


def readiness(site: LandSitePage) -> Readiness:
    """The site's criteria in their order."""
    return Readiness(
        [
            Criterion(
                row.criterion,
                row.get_met_display() if row.met else "",
                MET_TONES.get(row.met, ""),
                row.note,
                chip_of(site.cited, row.document_id, row.passage),
            )
            for row in site.readiness.all()
        ]
    )


@dataclass(frozen=True)
class PlanningRow:
    """One figure of the planning: before each change, and now."""

    label: str
    cells: list[tuple[str, str]]
    """Before each change, with the name of the planning that said so; empty where it says nothing."""
    now: str


@dataclass(frozen=True)
class Planning:
    """The planning in force beside what it replaced."""

    heads: list[tuple[str, Chip | None]]
    rows: list[PlanningRow] = field(default_factory=list)


def planning_rows(site: LandSitePage) -> Planning | None:
    """Former planning beside the present one, only figures that one of them has; None when nothing was changed."""
    former = list(site.former_planning.all())
    if not former:
        return None
    now = type(site).facts
    columns: tuple[tuple[str, str, Any], ...] = (
        ("function_planned", "function", str),
        ("storeys_planned", "storeys", format_integer),
        ("density_planned", "density", format_percent),
        ("ratio_planned", "ratio", format_decimal),
        ("homes_planned", "homes", format_integer),
    )
    found = []
    for present, past, spell in columns:
        before = [_told(getattr(row, past), spell) for row in former]
        after = _told(getattr(site, present), spell)
        if after and present == "homes_planned" and site.homes_planned_approximate:
            after = f"khoảng {after}"
        if after or any(before):
            cells = list(zip(before, (row.title for row in former), strict=True))
            found.append(PlanningRow(now.label(now.by_name[present]), cells, after))
    heads = [
        (
            f"{row.title} (thay {format_date(row.replaced_on)})" if row.replaced_on else row.title,
            chip_of(site.cited, row.document_id, row.passage),
        )
        for row in former
    ]
    return Planning(heads, found)


def _told(value: Any, spell: Any) -> str:
    return "" if value is None or value == "" else str(spell(value))


def groups(site: LandSitePage) -> list[str]:
    """For whom the site is meant first: its own groups, else those of its target area."""
    own = [line.strip() for line in site.target_groups.splitlines() if line.strip()]
    return own or (site.target_area.group_list if site.target_area else [])


@dataclass(frozen=True)
class AreaCheck:
    """The area inside the drawn boundary against the area that the papers state."""

    drawn: str
    share: str
    differs: bool
    """Whether they are farther apart than a sketch explains."""


def area_check(site: LandSitePage) -> AreaCheck | None:
    """The comparison; None while one of the two is missing."""
    drawn = site.boundary.area if site.boundary else None
    if drawn is None or not site.area:
        return None
    share = abs(drawn - site.area) / site.area
    percent = format_percent((share * 100).quantize(Decimal("0.1")))
    return AreaCheck(format_area(drawn.quantize(Decimal(1))), percent, share > AREA_TOLERANCE)


def site_map(site: LandSitePage, landmarks: Sequence[Landmark] = ()) -> MapDrawing | None:
    """The site alone, among the ward's landmarks; None without a boundary."""
    if site.boundary is None:
        return None
    return draw([Pin(0, site.boundary, _pin_tone(site.state), site.title)], landmarks)


@dataclass(frozen=True)
class English:
    """What an investor reads in English: texts that were written so, figures that were not."""

    title: str
    texts: list[str]
    figures: list[tuple[str, str]]


def english(site: LandSitePage) -> English | None:
    """The summary in English; None while nobody has written one."""
    texts = [text for text in (site.summary_en, site.planning_en, site.apply_en) if text]
    if not texts and not site.title_en:
        return None
    about = "about " if site.homes_planned_approximate else ""
    figures = [
        ("State", IN_ENGLISH.get(site.state, "")),
        ("Area", "" if site.area is None else f"{site.area.normalize():,f} m²"),
        ("Homes planned", "" if site.homes_planned is None else f"{about}{site.homes_planned:,}"),
        ("Storeys, at most", "" if site.storeys_planned is None else f"{site.storeys_planned}"),
        ("Site coverage, at most", "" if site.density_planned is None else f"{site.density_planned.normalize():f}%"),
        ("Apply until", f"{site.apply_until:%-d %B %Y}" if site.apply_until and site.state not in TAKEN else ""),
    ]
    return English(site.title_en or site.title, texts, [(label, text) for label, text in figures if text])


@dataclass(frozen=True)
class Vertices:
    """The vertices of a boundary as a table: in degrees, and in metres of the zone that the drawing was made in."""

    zone: str
    rows: list[tuple[int, str, str, str, str]]


def vertices(site: LandSitePage) -> Vertices | None:
    """The table; None without a boundary."""
    if site.boundary is None:
        return None
    zone = ZONES.get(site.surveyed_in)
    metres = from_wgs84(zone.code, site.boundary.points) if zone else []
    rows = []
    for number, point in enumerate(site.boundary.points, start=1):
        latitude, longitude = spell_point(point).split()
        x, y = (format_decimal(part, 2) for part in metres[number - 1]) if metres else ("", "")
        rows.append((number, latitude, longitude, x, y))
    return Vertices(zone.label if zone else "", rows)


@dataclass(frozen=True)
class SiteRow:
    """A site in the list, made of what it last published."""

    cited: Cited
    number: int
    shape: Shape | None
    tone: str
    pin: str
    area_name: str
    window: Window | None
    figures: list[Figure]


ROW_FACTS = ("area", "homes_planned", "site_kind", "apply_until", "apply_at")


def site_row(cited: Cited, number: int, today: datetime.date) -> SiteRow:
    """A line of the list; what is missing says which kind of missing it is."""
    model = kinds.model_of(cited.record.kind)
    if model is None:
        raise LookupError(f"no type of kind {cited.record.kind!r}")
    bound: BoundFacts = model.facts
    state, ended = str(cited.facts.get("state") or ""), bool(cited.facts.get("ended_on"))
    blank = model(
        state=state,
        site_kind=cited.facts.get("site_kind") or "",
        built_as_noxh=cited.facts.get("built_as_noxh"),
    )
    figures = []
    for name in ROW_FACTS:
        item = bound.by_name[name]
        text = cited.text(name)
        figures.append(Figure(name, bound.label(item), text, None if text else bound.missing(blank, item)))
    area = cited.facts.get("target_area") or {}
    opens, closes = (_day(cited.facts, name) for name in ("apply_from", "apply_until"))
    return SiteRow(
        cited,
        number,
        shape_of(cited.facts.get("boundary")),
        "" if ended else STATE_TONES.get(state, ""),
        "taken" if ended else _pin_tone(state),
        str(area.get("text", "")) if isinstance(area, Mapping) else "",
        None if ended else _window(state, opens, closes, today),
        figures,
    )


def _day(facts: Mapping[str, Any], name: str) -> datetime.date | None:
    value = facts.get(name)
    return datetime.date.fromisoformat(value) if isinstance(value, str) and value else None


def _pin_tone(state: str) -> str:
    return "taken" if state in TAKEN else STATE_TONES.get(state, "")


def shape_of(text: Any) -> Shape | None:
    """A published boundary; None for none, and for what today's code cannot read."""
    try:
        return ShapeField().to_python(text)
    except ValidationError:
        return None


def sites_map(index: LandSiteIndexPage, rows: Iterable[SiteRow]) -> MapDrawing | None:
    """The sites of one page of the list among the landmarks that the ward has drawn."""
    pins = [Pin(row.number, row.shape, row.pin, row.cited.title) for row in rows if row.shape]
    return draw(pins, [Landmark(mark.name, mark.feature, mark.shape) for mark in index.landmarks.all()])


def landmarks_of(indexes: Iterable[Cited]) -> list[Landmark]:
    """The landmarks that published lists of land sites draw."""
    found = []
    for index in indexes:
        for mark in index.facts.get("landmarks", []):
            if shape := shape_of(mark.get("shape")):
                found.append(Landmark(str(mark.get("name", "")), str(mark.get("feature", "")), shape))
    return found
