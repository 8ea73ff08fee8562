"""Places on the map (vị trí, ranh giới): a point, a line or a polygon in WGS 84, kept as text without rounding errors.

Coordinates are decimals of a degree, 8 places (about a millimetre). Only the outer ring of a polygon is known: a site
with a hole or in several parts is drawn by its outline or recorded as several sites.
"""

from __future__ import annotations

import enum
import json
import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any

from cms.values.mistakes import ValueMistake
from cms.values.number import format_decimal

MOST_POINTS = 300
SOUTH, NORTH, WEST, EAST = Decimal(6), Decimal("23.5"), Decimal(102), Decimal(118)
"""Vietnam with its islands, in degrees."""
GRID = Decimal("0.00000001")
SEMI_MAJOR, ECCENTRICITY_SQUARED = 6_378_137.0, 0.006_694_379_990_14
"""Of the ellipsoid of WGS 84 (m)."""

Point = tuple[Decimal, Decimal]
"""Longitude and latitude, as GeoJSON and WKT order them."""

_WKT = re.compile(r"(POINT|LINESTRING|POLYGON)\s*(\(\(.*\)\)|\(.*\))", re.IGNORECASE | re.DOTALL)


class ShapeKind(enum.StrEnum):
    """What a shape is, by its name in WKT."""

    POINT = "POINT"
    LINE = "LINESTRING"
    POLYGON = "POLYGON"


_LABELS = {ShapeKind.POINT: "điểm", ShapeKind.LINE: "đường", ShapeKind.POLYGON: "đa giác"}
_GEOJSON = {ShapeKind.POINT: "Point", ShapeKind.LINE: "LineString", ShapeKind.POLYGON: "Polygon"}


@dataclass(frozen=True)
class Shape:
    """A point, line or polygon; the ring of a polygon stands without its closing point."""

    kind: ShapeKind
    points: tuple[Point, ...]

    @classmethod
    def of(cls, kind: ShapeKind, points: Iterable[Sequence[Decimal]]) -> Shape:
        """A checked shape, on the grid of 8 decimals. Raises ValueMistake with a message for the form."""
        shape = cls(kind, tuple((point[0].quantize(GRID), point[1].quantize(GRID)) for point in points))
        _check(shape)
        return shape

    @classmethod
    def from_wkt(cls, text: str) -> Shape:
        """The shape of `POLYGON ((106.5 20.9, …))`. Raises ValueMistake."""
        match = _WKT.fullmatch(text.strip())
        if match is None:
            raise ValueMistake("Không đọc được hình: cần POINT, LINESTRING hoặc POLYGON có một vòng.")
        kind = ShapeKind(match[1].upper())
        pairs = [part.split() for part in match[2].strip("() \n").split(",")]
        return cls._of_parts(kind, pairs)

    @classmethod
    def from_geojson(cls, text: str) -> Shape:
        """The shape of a GeoJSON geometry or of a Feature around one. Raises ValueMistake."""
        try:
            data = json.loads(text, parse_float=Decimal, parse_int=Decimal)
            geometry = data.get("geometry") or data
            kind = next(kind for kind, name in _GEOJSON.items() if name == geometry["type"])
            coordinates = geometry["coordinates"]
            if kind is ShapeKind.POLYGON:
                (coordinates,) = coordinates
            pairs = [coordinates] if kind is ShapeKind.POINT else coordinates
            return cls._of_parts(kind, pairs)
        except (ValueError, TypeError, LookupError, AttributeError, StopIteration, RecursionError) as wrong:
            if isinstance(wrong, ValueMistake):
                raise
            raise ValueMistake(
                "Không đọc được GeoJSON: cần một hình kiểu Point, LineString hoặc Polygon có một vòng."
            ) from wrong

    @classmethod
    def _of_parts(cls, kind: ShapeKind, pairs: Sequence[Sequence[Any]]) -> Shape:
        try:
            points = [(Decimal(pair[0]), Decimal(pair[1])) for pair in pairs]
        except (ArithmeticError, LookupError, TypeError, ValueError) as wrong:
            raise ValueMistake("Mỗi điểm cần hai số: kinh độ và vĩ độ.") from wrong
        if not all(number.is_finite() and abs(number) <= 360 for point in points for number in point):
            raise ValueMistake("Kinh độ, vĩ độ phải tính bằng độ.")
        if kind is ShapeKind.POLYGON:
            if len(points) < 2 or points[0] != points[-1]:
                raise ValueMistake("Ranh giới chưa khép kín: điểm cuối phải trùng điểm đầu.")
            points = points[:-1]
        return cls.of(kind, points)

    @property
    def wkt(self) -> str:
        """Well-known text, as it is stored, hashed and logged; the ring is closed."""
        points = ", ".join(f"{_spell(longitude)} {_spell(latitude)}" for longitude, latitude in self._closed)
        return f"{self.kind} (({points}))" if self.kind is ShapeKind.POLYGON else f"{self.kind} ({points})"

    @property
    def geojson(self) -> dict[str, Any]:
        """A GeoJSON geometry (RFC 7946): the outer ring runs anticlockwise."""
        turned = self._closed[::-1] if self.kind is ShapeKind.POLYGON and self._signed_area < 0 else self._closed
        points = [[float(longitude), float(latitude)] for longitude, latitude in turned]
        coordinates = {ShapeKind.POINT: points[0], ShapeKind.LINE: points, ShapeKind.POLYGON: [points]}
        return {"type": _GEOJSON[self.kind], "coordinates": coordinates[self.kind]}

    def __str__(self) -> str:
        """As people read it in a history: the kind and each vertex, latitude first."""
        points = "; ".join(spell_point(point) for point in self.points)
        count = f" {len(self.points)} đỉnh" if self.kind is not ShapeKind.POINT else ""
        return f"{_LABELS[self.kind]}{count}: {points}"

    @cached_property
    def centre(self) -> Point:
        """Where a pin stands: the centroid of a polygon's area, else the mean of the points."""
        if self.kind is ShapeKind.POLYGON and abs(self._signed_area) > 0.01:
            return self._centroid
        count = len(self.points)
        return (
            (sum((point[0] for point in self.points), Decimal()) / count).quantize(GRID),
            (sum((point[1] for point in self.points), Decimal()) / count).quantize(GRID),
        )

    @property
    def area(self) -> Decimal | None:
        """Area of a polygon in m², to the square decimetre; None for others.

        Taken on the plane that touches the ellipsoid at the first vertex: exact to 0,01 % for a few kilometres.
        """
        if self.kind is not ShapeKind.POLYGON:
            return None
        return Decimal(abs(self._signed_area)).quantize(Decimal("0.01"))

    @property
    def bounds(self) -> tuple[Point, Point]:
        """South-western and north-eastern corner."""
        longitudes, latitudes = zip(*self.points, strict=True)
        return (min(longitudes), min(latitudes)), (max(longitudes), max(latitudes))

    @property
    def _closed(self) -> tuple[Point, ...]:
        return (*self.points, self.points[0]) if self.kind is ShapeKind.POLYGON else self.points

    @cached_property
    def _metres(self) -> list[tuple[float, float]]:
        """The points as metres east and north of the first."""
        west, south = self.points[0]
        east_metre, north_metre = metres_per_degree(float(south))
        return [(float(x - west) * east_metre, float(y - south) * north_metre) for x, y in self.points]

    @cached_property
    def _signed_area(self) -> float:
        return sum(ax * by - bx * ay for (ax, ay), (bx, by) in _edges(self._metres)) / 2

    @property
    def _centroid(self) -> Point:
        area = self._signed_area
        edges = [(a, b, a[0] * b[1] - b[0] * a[1]) for a, b in _edges(self._metres)]
        x = sum((a[0] + b[0]) * cross for a, b, cross in edges) / (6 * area)
        y = sum((a[1] + b[1]) * cross for a, b, cross in edges) / (6 * area)
        west, south = self.points[0]
        east_metre, north_metre = metres_per_degree(float(south))
        return (west + Decimal(x / east_metre)).quantize(GRID), (south + Decimal(y / north_metre)).quantize(GRID)


def metres_per_degree(latitude: float) -> tuple[float, float]:
    """How many metres a degree of longitude and a degree of latitude are at `latitude` (degrees), on WGS 84."""
    sine, cosine = math.sin(math.radians(latitude)), math.cos(math.radians(latitude))
    flattened = 1 - ECCENTRICITY_SQUARED * sine * sine
    east = math.radians(1) * SEMI_MAJOR * cosine / math.sqrt(flattened)
    north = math.radians(1) * SEMI_MAJOR * (1 - ECCENTRICITY_SQUARED) / flattened**1.5
    return east, north


def spell_point(point: Point) -> str:
    """Latitude and longitude as people read them: "20,94 106,55"."""
    return f"{format_decimal(point[1])} {format_decimal(point[0])}"


def _spell(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _check(shape: Shape) -> None:
    points = shape.points
    if len(points) > MOST_POINTS:
        raise ValueMistake(f"Hình có {len(points)} điểm; nhiều nhất {MOST_POINTS} điểm.")
    for number, (longitude, latitude) in enumerate(points, start=1):
        if not (SOUTH <= latitude <= NORTH and WEST <= longitude <= EAST):
            raise ValueMistake(
                f"Điểm {number} nằm ngoài phạm vi Việt Nam: kiểm tra thứ tự hai số, hệ tọa độ và kinh tuyến trục."
            )
    if shape.kind is ShapeKind.POINT:
        if len(points) != 1:
            raise ValueMistake("Một vị trí chỉ có một điểm.")
        return
    if shape.kind is ShapeKind.LINE:
        if len(points) < 2:
            raise ValueMistake("Một đường cần ít nhất hai điểm.")
        return
    if len(points) < 3:
        raise ValueMistake("Ranh giới cần ít nhất ba điểm khác nhau.")
    if len(set(points)) != len(points):
        raise ValueMistake("Ranh giới đi qua một điểm hai lần.")
    if crossing := _crossing(points):
        raise ValueMistake(f"Ranh giới tự cắt: cạnh sau điểm {crossing[0]} cắt cạnh sau điểm {crossing[1]}.")


def _edges(points: Sequence[Any]) -> list[tuple[Any, Any]]:
    return list(zip(points, [*points[1:], points[0]], strict=True))


def _crossing(points: Sequence[Point]) -> tuple[int, int] | None:
    """The numbers of the first two edges of a ring that meet and are no neighbours; counted from one."""
    edges = _edges(points)
    for first, (a, b) in enumerate(edges):
        for second in range(first + 2, len(edges)):
            if first == 0 and second == len(edges) - 1:
                continue
            c, d = edges[second]
            if _meet(a, b, c, d):
                return first + 1, second + 1
    return None


def _meet(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Whether two segments have a point in common."""
    sides = [_side(a, b, c), _side(a, b, d), _side(c, d, a), _side(c, d, b)]
    if sides[0] != sides[1] and sides[2] != sides[3]:
        return True
    return any(
        side == 0 and _within(start, end, point)
        for side, (start, end, point) in zip(sides, [(a, b, c), (a, b, d), (c, d, a), (c, d, b)], strict=True)
    )


def _side(a: Point, b: Point, c: Point) -> int:
    cross = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
    return (cross > 0) - (cross < 0)


def _within(a: Point, b: Point, c: Point) -> bool:
    return min(a[0], b[0]) <= c[0] <= max(a[0], b[0]) and min(a[1], b[1]) <= c[1] <= max(a[1], b[1])
