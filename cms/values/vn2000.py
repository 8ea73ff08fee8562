"""VN-2000, the coordinate system of Vietnam's cadastral maps, turned into WGS 84.

Cadastral maps are drawn in zones of 3° around the meridian of their province, other maps in zones of 6°. EPSG numbers
every one of them; PROJ shifts the datum by the seven parameters that EPSG keeps for it ("VN-2000 to WGS 84 (2)",
accuracy about 1 m). The shift is looked up once per zone and process.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from cms.values.mistakes import ValueMistake
from cms.values.shape import GRID, Point

WGS84 = "wgs84"
_ZONES_OF_3_DEGREES = {
    5896: "102°00′",
    9205: "103°00′",
    9206: "104°00′",
    9207: "104°30′",
    9208: "104°45′",
    5897: "105°00′",
    9209: "105°30′",
    9210: "105°45′",
    9211: "106°00′",
    9212: "106°15′",
    9213: "106°30′",
    9214: "107°00′",
    9215: "107°15′",
    9216: "107°30′",
    5899: "107°45′",
    5898: "108°00′",
    9217: "108°15′",
    9218: "108°30′",
}
_ZONES_OF_6_DEGREES = {3405: "105°00′", 3406: "111°00′"}


@dataclass(frozen=True)
class Zone:
    """One zone of VN-2000: number of EPSG, central meridian as "105°30′", width in degrees."""

    epsg: int
    meridian: str
    width: int

    @property
    def code(self) -> str:
        """How it is stored: "vn2000-9209"."""
        return f"vn2000-{self.epsg}"

    @property
    def label(self) -> str:
        """As people choose it."""
        return f"VN-2000, kinh tuyến trục {self.meridian}, múi {self.width}°"


ZONES = {
    zone.code: zone
    for numbers, width in ((_ZONES_OF_3_DEGREES, 3), (_ZONES_OF_6_DEGREES, 6))
    for zone in (Zone(epsg, meridian, width) for epsg, meridian in numbers.items())
}
CHOICES: Sequence[tuple[str, str]] = (
    (WGS84, "WGS 84 (kinh độ, vĩ độ)"),
    *((zone.code, zone.label) for zone in ZONES.values()),
)


def to_wgs84(code: str, points: Iterable[tuple[Decimal, Decimal]]) -> list[Point]:
    """Longitude and latitude of points given as x (north) and y (east) in metres of the zone `code`.

    Raises KeyError for an unknown code, ValueMistake where the projection knows no such point.
    """
    change = _transformer(ZONES[code].epsg)
    found = []
    for number, (north, east) in enumerate(points, start=1):
        longitude, latitude = change.transform(float(east), float(north), errcheck=False)
        if not (-180 <= longitude <= 180 and -90 <= latitude <= 90):
            raise ValueMistake(f"Điểm {number} không có trong múi chiếu này: kiểm tra kinh tuyến trục.")
        found.append((Decimal(longitude).quantize(GRID), Decimal(latitude).quantize(GRID)))
    return found


def from_wgs84(code: str, points: Iterable[Point]) -> list[tuple[Decimal, Decimal]]:
    """x (north) and y (east) in metres, to the centimetre, of points given as longitude and latitude.

    Raises KeyError for an unknown code.
    """
    change = _transformer(ZONES[code].epsg)
    found = []
    for longitude, latitude in points:
        east, north = change.transform(float(longitude), float(latitude), direction="INVERSE")
        found.append((Decimal(north).quantize(Decimal("0.01")), Decimal(east).quantize(Decimal("0.01"))))
    return found


@lru_cache(maxsize=len(ZONES))
def _transformer(epsg: int):  # type: ignore[no-untyped-def] # pyproj is loaded when somebody types VN-2000, not before
    from pyproj import Transformer

    return Transformer.from_crs(epsg, 4326, always_xy=True, allow_ballpark=False, only_best=False)
