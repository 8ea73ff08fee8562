"""Shapes and pictures of a ward that does not exist: its land lies in the open sea, where it can be nobody's."""

from __future__ import annotations

import io
import math
from collections.abc import Sequence
from decimal import Decimal

from django.core.files.images import ImageFile
from PIL import Image, ImageDraw

from cms.models import PortalImage, Ward
from cms.values.shape import Shape, ShapeKind, metres_per_degree

ORIGIN = (Decimal("107.5"), Decimal(19))
"""Longitude and latitude of the south-western corner, in the Gulf of Tonkin."""
Spot = tuple[float, float]
"""Metres east and north of the corner."""


def at(spot: Spot) -> tuple[Decimal, Decimal]:
    """Longitude and latitude of a spot."""
    east, north = metres_per_degree(float(ORIGIN[1]))
    return ORIGIN[0] + Decimal(spot[0] / east), ORIGIN[1] + Decimal(spot[1] / north)


def point(spot: Spot) -> Shape:
    """A single place."""
    return Shape.of(ShapeKind.POINT, [at(spot)])


def line(*spots: Spot) -> Shape:
    """A road or a river."""
    return Shape.of(ShapeKind.LINE, [at(spot) for spot in spots])


def outline(*spots: Spot) -> Shape:
    """An area by its corners."""
    return Shape.of(ShapeKind.POLYGON, [at(spot) for spot in spots])


def lot(middle: Spot, wide: float, deep: float, turned: float = 0) -> Shape:
    """A lot of land: a rectangle of so many metres, turned by so many degrees."""
    angle = math.radians(turned)
    corners = [(-wide / 2, -deep / 2), (wide / 2, -deep / 2), (wide / 2, deep / 2), (-wide / 2, deep / 2)]
    return outline(
        *(
            (
                middle[0] + x * math.cos(angle) - y * math.sin(angle),
                middle[1] + x * math.sin(angle) + y * math.cos(angle),
            )
            for x, y in corners
        )
    )


def picture(ward: Ward, title: str, ground: str, roofs: Sequence[str]) -> PortalImage:
    """A drawn view of land: sky, ground and as many houses as `roofs` has colours."""
    drawn = Image.new("RGB", (1280, 800), "#dfe9ef")
    pen = ImageDraw.Draw(drawn)
    pen.polygon([(0, 430), (320, 360), (700, 410), (1280, 340), (1280, 800), (0, 800)], fill="#b9c9a5")
    pen.polygon([(0, 520), (1280, 470), (1280, 800), (0, 800)], fill=ground)
    for number, roof in enumerate(roofs):
        left = 120 + number * 1040 // max(len(roofs), 1)
        pen.rectangle([left, 400, left + 130, 500], fill="#f4efe4", outline="#80776c")
        pen.polygon([(left - 14, 400), (left + 65, 340), (left + 144, 400)], fill=roof)
    data = io.BytesIO()
    drawn.save(data, "PNG")
    return PortalImage.objects.create(
        title=title,
        credit="hình vẽ minh họa",
        file=ImageFile(io.BytesIO(data.getvalue()), name="khu-dat-minh-hoa.png"),
        collection=ward.collection,
    )
