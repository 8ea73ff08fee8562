"""Drawing a ward's own shapes as SVG: no map of others behind them, no script, no tile.

The drawing is flat: metres east and north of its middle, true to a few metres in ten kilometres, which is less than a
line's width. Everything is a frozen value; the template writes it down.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from cms.values.number import format_decimal, format_integer
from cms.values.shape import Shape, ShapeKind, metres_per_degree

WIDTH = 560
LOWEST, HIGHEST = 260, 460
MARGIN = 44
SMALLEST_SPAN = 240
"""Metres that a map shows at least: a single point needs some land around it."""
PIN = 15
"""Radius of a pin; two of them stay so far apart that both can be read."""
SCALE_SHARE = 0.22
_Spot = tuple[float, float]


@dataclass(frozen=True)
class Pin:
    """A site to be drawn: its number in the list (0 for the only one), its shape, the class of its state."""

    number: int
    shape: Shape
    tone: str = ""
    title: str = ""


@dataclass(frozen=True)
class Landmark:
    """A shape around the sites: `feature` is the class it is drawn in."""

    name: str
    feature: str
    shape: Shape


@dataclass(frozen=True)
class Drawn:
    """One path of the drawing."""

    path: str
    tone: str


@dataclass(frozen=True)
class Label:
    """A word or number of the drawing, and from where a thin line leads to it when it had to give way."""

    text: str
    x: str
    y: str
    tone: str = ""
    from_x: str = ""
    from_y: str = ""


@dataclass(frozen=True)
class MapDrawing:
    """Everything that the template writes."""

    height: int
    grid: str
    landmarks: list[Drawn]
    sites: list[Drawn]
    names: list[Label]
    pins: list[Label]
    scale_width: str
    scale_text: str
    description: str
    legend: list[str]

    @property
    def width(self) -> int:
        """Of the view box."""
        return WIDTH

    @property
    def radius(self) -> int:
        """Of a pin."""
        return PIN

    @property
    def scale_y(self) -> int:
        """Where the bar of the scale lies."""
        return self.height - 18


class _Frame:
    """Turns degrees into units of the drawing."""

    def __init__(self, shapes: Sequence[Shape]) -> None:
        west, south, east, north = _bounds(shapes)
        self.middle = ((west + east) / 2, (south + north) / 2)
        east_metre, north_metre = metres_per_degree(self.middle[1])
        self.metres = (east_metre, north_metre)
        wide = max((east - west) * east_metre, SMALLEST_SPAN)
        high = max((north - south) * north_metre, SMALLEST_SPAN * 0.6)
        inside = WIDTH - 2 * MARGIN
        self.height = round(min(HIGHEST, max(LOWEST, inside * high / wide + 2 * MARGIN)))
        self.scale = min(inside / wide, (self.height - 2 * MARGIN) / high)
        """Units a metre."""

    def spot(self, point: tuple[Decimal, Decimal]) -> _Spot:
        x = (float(point[0]) - self.middle[0]) * self.metres[0] * self.scale + WIDTH / 2
        y = self.height / 2 - (float(point[1]) - self.middle[1]) * self.metres[1] * self.scale
        return x, y

    def path(self, shape: Shape) -> str:
        steps = [f"{_n(x)} {_n(y)}" for x, y in map(self.spot, shape.points)]
        return f"M{'L'.join(steps)}{'Z' if shape.kind is ShapeKind.POLYGON else ''}"


def draw(pins: Sequence[Pin], landmarks: Sequence[Landmark] = ()) -> MapDrawing | None:
    """The drawing of the sites with the landmarks near them; None when there is no site to draw.

    Landmarks do not widen the view beyond twice the extent of the sites, except a border that the ward itself drew.
    """
    if not pins:
        return None
    borders = [mark.shape for mark in landmarks if mark.feature == "ranh-gioi"]
    frame = _Frame([*(pin.shape for pin in pins), *borders])
    step = _nice(WIDTH * SCALE_SHARE / frame.scale)
    shown = [mark for mark in landmarks if _touches(frame, mark.shape)]
    return MapDrawing(
        height=frame.height,
        grid=_grid(frame, step),
        landmarks=[
            Drawn(frame.path(mark.shape), mark.feature) for mark in shown if mark.shape.kind is not ShapeKind.POINT
        ],
        sites=[Drawn(frame.path(pin.shape), pin.tone) for pin in pins if pin.shape.kind is ShapeKind.POLYGON],
        names=_names(frame, shown),
        pins=_pins(frame, pins),
        scale_width=_n(step * frame.scale),
        scale_text=_distance(step),
        description=_description(pins, step),
        legend=[mark.name for mark in shown],
    )


def _bounds(shapes: Iterable[Shape]) -> tuple[float, float, float, float]:
    corners = [shape.bounds for shape in shapes]
    return (
        float(min(low[0] for low, _ in corners)),
        float(min(low[1] for low, _ in corners)),
        float(max(high[0] for _, high in corners)),
        float(max(high[1] for _, high in corners)),
    )


def _touches(frame: _Frame, shape: Shape) -> bool:
    """Whether a shape's box and the drawing overlap: what is far away is left out, not squeezed in."""
    (left, bottom), (right, top) = (frame.spot(corner) for corner in shape.bounds)
    return right >= 0 and left <= WIDTH and bottom >= 0 and top <= frame.height


def _nice(metres: float) -> int:
    """The largest of 10, 20, 50, 100 … that is not more than `metres`."""
    power = 10 ** math.floor(math.log10(max(metres, 10)))
    return int(next(factor * power for factor in (5, 2, 1) if factor * power <= max(metres, 10)))


def _distance(metres: int) -> str:
    if metres >= 1000:
        return f"{format_decimal(Decimal(metres) / 1000)}\N{NO-BREAK SPACE}km"
    return f"{format_integer(metres)}\N{NO-BREAK SPACE}m"


def _grid(frame: _Frame, step: int) -> str:
    """Thin lines a step of the scale apart, so that distances can be guessed anywhere on the drawing."""
    apart = step * frame.scale
    columns = range(-int(WIDTH / 2 / apart), int(WIDTH / 2 / apart) + 1)
    lines = range(-int(frame.height / 2 / apart), int(frame.height / 2 / apart) + 1)
    vertical = [f"M{_n(WIDTH / 2 + column * apart)} 0V{frame.height}" for column in columns]
    level = [f"M0 {_n(frame.height / 2 + line * apart)}H{WIDTH}" for line in lines]
    return "".join([*vertical, *level])


def _names(frame: _Frame, marks: Iterable[Landmark]) -> list[Label]:
    """The names of roads, waters and places, at their middle and within the drawing."""
    found = []
    for mark in marks:
        if mark.feature == "ranh-gioi":
            continue
        if mark.shape.kind is ShapeKind.LINE:
            x, y = _middle_of_longest([frame.spot(point) for point in mark.shape.points])
        else:
            x, y = frame.spot(mark.shape.centre)
        half = len(mark.name) * 3.6
        above = 20 if mark.shape.kind is ShapeKind.POINT else -9
        x, y = min(max(x, half + 6), WIDTH - half - 6), min(max(y + above, 18), frame.height - 40)
        found.append(Label(mark.name, _n(x), _n(y), mark.feature))
    return found


def _middle_of_longest(spots: Sequence[_Spot]) -> _Spot:
    """The middle of a line's longest stretch: there its name is least in the way."""
    start, end = max(itertools.pairwise(spots), key=lambda pair: math.dist(*pair))
    return (start[0] + end[0]) / 2, (start[1] + end[1]) / 2


def _pins(frame: _Frame, pins: Sequence[Pin]) -> list[Label]:
    """The numbers, moved apart where they would cover each other."""
    wanted = [_pin_spot(frame, pin) for pin in pins]
    placed = _apart(wanted, frame.height)
    found = []
    for pin, (x, y), (from_x, from_y) in zip(pins, placed, wanted, strict=True):
        moved = math.dist((x, y), (from_x, from_y)) > PIN
        start = (_n(from_x), _n(from_y)) if moved else ("", "")
        found.append(Label(str(pin.number or ""), _n(x), _n(y), pin.tone, *start))
    return found


def _pin_spot(frame: _Frame, pin: Pin) -> _Spot:
    """In the middle of a large site, above a small one, so that the pin does not hide it."""
    x, y = frame.spot(pin.shape.centre)
    top = frame.spot(pin.shape.bounds[1])[1]
    small = pin.number and pin.shape.kind is ShapeKind.POLYGON and y - top < 2 * PIN
    return (x, top - PIN - 2) if small else (x, y)


def _apart(spots: Sequence[_Spot], height: int) -> list[_Spot]:
    """The spots moved until no two pins overlap; a fixed number of rounds, so that it always ends the same way."""
    placed = [list(spot) for spot in spots]
    gap = 2 * PIN + 4
    for _ in range(60):
        moved = False
        for first in range(len(placed)):
            for second in range(first + 1, len(placed)):
                moved |= _push(placed[first], placed[second], gap, first + second)
        for spot in placed:
            spot[0] = min(max(spot[0], PIN + 2), WIDTH - PIN - 2)
            spot[1] = min(max(spot[1], PIN + 2), height - PIN - 2)
        if not moved:
            break
    return [(spot[0], spot[1]) for spot in placed]


def _push(one: list[float], other: list[float], gap: int, turn: int) -> bool:
    away = math.dist(one, other)
    if away >= gap:
        return False
    if away < 0.01:  # exactly on top of each other: any direction will do, as long as it is always the same
        angle = turn * 2.4
        dx, dy, away = math.cos(angle), math.sin(angle), 1.0
    else:
        dx, dy = other[0] - one[0], other[1] - one[1]
    shift = (gap - min(away, gap)) / 2 / away + 0.01
    one[0], one[1] = one[0] - dx * shift, one[1] - dy * shift
    other[0], other[1] = other[0] + dx * shift, other[1] + dy * shift
    return True


def _description(pins: Sequence[Pin], step: int) -> str:
    numbered = "; ".join(f"số {pin.number}: {pin.title}" if pin.number else pin.title for pin in pins if pin.title)
    north = f"Hướng Bắc ở trên. Mỗi ô lưới {_distance(step)}."
    return f"{numbered}. {north}" if numbered else north


def _n(number: float) -> str:
    """A number of the drawing: one decimal, no exponent."""
    return f"{number:.1f}".removesuffix(".0")
