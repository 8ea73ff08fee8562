"""Shapes as staff type or paste them: a point a line, from a cadastral sheet, a phone or a GeoJSON file."""

from __future__ import annotations

import re
from collections.abc import Collection
from decimal import Decimal
from typing import Any

from django import forms

from cms.values.forms import TypedValueMixin
from cms.values.mistakes import ValueMistake, quoted
from cms.values.shape import EAST, NORTH, SOUTH, WEST, Point, Shape, ShapeKind
from cms.values.vn2000 import ZONES, to_wgs84

LONGEST_TEXT = 20_000
FARTHEST_DEGREE = 360
_PLAIN = re.compile(r"[0-9]+(?:[.,][0-9]+)?")
_GROUPED = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?")
_PAIR_WITHOUT_SPACE = re.compile(r"([0-9]+\.[0-9]+),([0-9]+\.[0-9]+)")
_LETTERS = str.maketrans("", "", "°NnEeBbĐđXxYy=:()[]")
EXAMPLE = "Mỗi dòng một điểm, ví dụ: 20,940123 106,551234 (vĩ độ, kinh độ) hoặc 2316789,12 599999,34 (x, y VN-2000)."


def parse_shape(text: str, kinds: Collection[ShapeKind], zone: str = "") -> Shape:
    """The shape of a typed text; `zone` is the code of the VN-2000 zone in which metres are read.

    One line is a point; several are the vertices of a polygon, or of a line where `kinds` has lines and the last point
    is not the first. Raises ValueMistake.
    """
    if len(text) > LONGEST_TEXT:
        raise ValueMistake("Quá dài: hãy bớt số điểm của ranh giới.")
    stripped = text.strip()
    if stripped.startswith("{"):
        shape = Shape.from_geojson(stripped)
    elif stripped[:1].isalpha() and stripped.upper().startswith(tuple(ShapeKind)):
        shape = Shape.from_wkt(stripped)
    else:
        shape = _of_lines(stripped, kinds, zone)
    if shape.kind not in kinds:
        raise ValueMistake("Ở đây không ghi được hình kiểu này.")
    return shape


def _of_lines(text: str, kinds: Collection[ShapeKind], zone: str) -> Shape:
    typed = [_pair(line) for line in text.splitlines() if line.strip()]
    points = _in_degrees(typed, zone)
    closed = len(points) > 1 and points[0] == points[-1]
    if closed:
        points = points[:-1]
    if len(points) == 1:
        return Shape.of(ShapeKind.POINT, points)
    if ShapeKind.LINE in kinds and not closed:
        return Shape.of(ShapeKind.LINE, points)
    return Shape.of(ShapeKind.POLYGON, points)


def _in_degrees(typed: list[tuple[Decimal, Decimal]], zone: str) -> list[Point]:
    metres = [max(pair) > FARTHEST_DEGREE for pair in typed]
    if not any(metres):
        return [_longitude_first(pair) for pair in typed]
    if not all(metres):
        raise ValueMistake("Có điểm tính bằng độ, có điểm tính bằng mét: hãy ghi cùng một hệ tọa độ.")
    if zone not in ZONES:
        raise ValueMistake(
            "Tọa độ tính bằng mét (VN-2000): hãy chọn kinh tuyến trục và múi chiếu ở ô «Hệ tọa độ của bản vẽ»."
        )
    return to_wgs84(zone, typed)


def _longitude_first(pair: tuple[Decimal, Decimal]) -> Point:
    """Vietnam's latitudes and longitudes never mix up, so either order is understood."""
    first, second = pair
    if WEST <= first <= EAST and SOUTH <= second <= NORTH:
        return first, second
    return second, first


def _pair(line: str) -> tuple[Decimal, Decimal]:
    """Two numbers of a line; a number of the point in front of them, as in cadastral tables, is left out."""
    bare = line.translate(_LETTERS).strip()
    if match := _PAIR_WITHOUT_SPACE.fullmatch(bare):
        bare = f"{match[1]} {match[2]}"
    parts = [part.rstrip(",") for part in re.split(r"[\s;|]+", bare) if part.strip(",")]
    if len(parts) == 3 and parts[0].isdecimal():
        parts = parts[1:]
    if len(parts) != 2:
        raise ValueMistake(f"Không đọc được dòng {quoted(line)}. {EXAMPLE}")
    return _number(parts[0], line), _number(parts[1], line)


def _number(text: str, line: str) -> Decimal:
    if _GROUPED.fullmatch(text) and len(text) > len("999.999"):
        return Decimal(text.replace(".", "").replace(",", "."))
    if _PLAIN.fullmatch(text):
        return Decimal(text.replace(",", "."))
    raise ValueMistake(f"Không đọc được dòng {quoted(line)}. {EXAMPLE}")


class ShapeFormField(TypedValueMixin, forms.Field):
    """A box for a point or the vertices of a polygon; `zone` says in which zone of VN-2000 metres are meant."""

    widget = forms.Textarea

    def __init__(self, *, kinds: Collection[ShapeKind] = tuple(ShapeKind), **kwargs: Any) -> None:
        self.kinds = tuple(kinds)
        self.zone = ""
        super().__init__(**kwargs)

    def parse(self, text: str) -> Shape:
        """A shape in WGS 84."""
        return parse_shape(text, self.kinds, self.zone)

    def spell(self, value: Any) -> str:
        """Latitude and longitude, a point a line."""
        return "\n".join(f"{point[1]:f} {point[0]:f}".replace(".", ",") for point in value.points + _closing(value))

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """No keyboard of digits only: lines are parted by the enter key."""
        return {"autocomplete": "off", "spellcheck": "false"}


def _closing(shape: Shape) -> tuple[Point, ...]:
    """The closing point says that a ring is no open line."""
    return shape.points[:1] if shape.kind is ShapeKind.POLYGON else ()
