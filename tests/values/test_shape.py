"""Shapes: what is drawn is kept exactly, what cannot be a place in Vietnam is refused with a sentence."""

from __future__ import annotations

import itertools
import json
from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.values.mistakes import ValueMistake
from cms.values.shape import MOST_POINTS, Shape, ShapeKind
from cms.values.shape_entry import ShapeFormField, parse_shape
from cms.values.shape_field import ShapeField
from cms.values.vn2000 import CHOICES, ZONES, from_wgs84, to_wgs84

SITE = (ShapeKind.POINT, ShapeKind.POLYGON)
SQUARE = "POLYGON ((106.55 20.94, 106.551 20.94, 106.551 20.941, 106.55 20.941, 106.55 20.94))"
CORNERS = "20.94 106.55\n20.94 106.551\n20.941 106.551\n20.941 106.55"


@pytest.mark.parametrize(
    "typed",
    [
        CORNERS,
        CORNERS.replace(".", ","),
        CORNERS + "\n20.94 106.55",
        CORNERS.replace(" ", ", "),
        CORNERS.replace(" ", ","),
        CORNERS.replace(" ", ";"),
        "\n".join(f"{number} {line}" for number, line in enumerate(CORNERS.splitlines(), start=1)),
        "\n".join(" ".join(reversed(line.split())) for line in CORNERS.splitlines()),
        "\n".join(f"{line.split()[0]}°N {line.split()[1]}°E" for line in CORNERS.splitlines()),
        json.dumps(Shape.from_wkt(SQUARE).geojson),
        json.dumps({"type": "Feature", "properties": {}, "geometry": Shape.from_wkt(SQUARE).geojson}),
        SQUARE,
        SQUARE.lower(),
    ],
)
def test_a_boundary_is_understood_as_people_write_it(typed: str) -> None:
    assert set(parse_shape(typed, SITE).points) == set(Shape.from_wkt(SQUARE).points)


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("20.94 106.55\n20.95 106.56", "ba điểm"),
        ("48.85 2.35", "ngoài phạm vi Việt Nam"),
        ("20.94 106.55 7 8", "Không đọc được dòng"),
        ("hai mươi 106", "Không đọc được dòng"),
        ("20.94", "Không đọc được dòng"),
        ("2316789.12 599999.34", "chọn kinh tuyến trục"),
        ("2316789.12 599999.34\n20.94 106.55\n20.95 106.55", "cùng một hệ tọa độ"),
        ("20.94 106.55\n20.941 106.551\n20.94 106.551\n20.941 106.55", "tự cắt"),
        ("20.94 106.55\n20.94 106.551\n20.94 106.55\n20.95 106.56", "hai lần"),
        ("POLYGON ((106.55 20.94, 106.551 20.94, 106.551 20.941))", "khép kín"),
        ('{"type": "Polygon", "coordinates": [[[106.55, 20.94], [106.56, 20.94], [106.56, 20.95]]]}', "khép kín"),
        ('{"type": "MultiPolygon", "coordinates": []}', "GeoJSON"),
        ('{"type": "Point", "coordinates": [NaN, 20.94]}', "độ"),
        ('{"type": "Point"}', "GeoJSON"),
        ("{", "GeoJSON"),
        ("[" * 5000, "Không đọc được dòng"),
        ("POINT (106.55)", "hai số"),
        ("POINT (1e999999 20)", "độ"),
        ("LINESTRING (106.55 20.94, 106.56 20.95)", "hình kiểu này"),
        ("\n".join(f"20.9 {106 + number / 1000}" for number in range(MOST_POINTS + 1)), "nhiều nhất"),
        ("1" * 30_000, "Quá dài"),
        ("20.94 106.55\x00", "Không đọc được dòng"),
    ],
)
def test_what_is_no_place_in_vietnam_is_refused_with_a_reason(typed: str, word: str) -> None:
    with pytest.raises(ValueMistake, match=word):
        parse_shape(typed, SITE)


@given(st.text(max_size=200))
def test_whatever_is_typed_is_a_shape_or_a_mistake(typed: str) -> None:
    with suppress(ValueMistake):
        assert parse_shape(typed, SITE).wkt


@pytest.mark.parametrize("text", [SQUARE, "POINT (106.55 20.94)", "LINESTRING (106.55 20.94, 106.56 20.95)"])
def test_a_shape_is_the_same_after_text_form_json_and_log(text: str) -> None:
    field, form = ShapeField(), ShapeFormField()
    shape = Shape.from_wkt(text)
    assert shape.wkt == text
    assert field.to_python(field.canonical(shape)) == shape
    assert form.to_python(form.prepare_value(shape)) == shape
    assert not form.has_changed(shape, form.prepare_value(shape))
    assert Shape.from_geojson(json.dumps(shape.geojson)).kind is shape.kind


def test_the_area_is_that_of_the_ground() -> None:
    square = Shape.from_wkt(SQUARE)
    # 0,001° of latitude is 110,74 m here, of longitude 104,01 m (tables of the ellipsoid).
    assert square.area == pytest.approx(Decimal("11518"), abs=4)
    assert square.centre == (Decimal("106.5505"), Decimal("20.9405"))
    assert Shape.from_wkt("POINT (106.55 20.94)").area is None


def test_geojson_runs_anticlockwise_whichever_way_it_was_drawn() -> None:
    other_way = Shape.of(ShapeKind.POLYGON, Shape.from_wkt(SQUARE).points[::-1])

    def turn(ring: list[list[float]]) -> float:
        return sum(a[0] * b[1] - b[0] * a[1] for a, b in itertools.pairwise(ring))

    for shape in (Shape.from_wkt(SQUARE), other_way):
        assert turn(shape.geojson["coordinates"][0]) > 0


MERIDIANS = [code for code, zone in ZONES.items() if zone.width == 3]


@pytest.mark.parametrize("code", ZONES)
def test_each_zone_stands_on_the_meridian_that_it_is_called_by(code: str) -> None:
    zone = ZONES[code]
    degrees, minutes = zone.meridian.rstrip("′").split("°")
    ((longitude, latitude),) = to_wgs84(code, [(Decimal(2_300_000), Decimal(500_000))])
    # The datum lies about 190 m east of WGS 84's, and no more.
    assert float(longitude) == pytest.approx(int(degrees) + int(minutes) / 60, abs=0.003)
    assert float(latitude) == pytest.approx(20.8, abs=0.05)


@pytest.mark.parametrize("code", MERIDIANS)
def test_metres_become_degrees_as_the_definition_of_the_zone_says(code: str) -> None:
    """The zone written out by its parameters, not by its number in EPSG, gives the same place to the millimetre."""
    from pyproj import Transformer

    zone = ZONES[code]
    degrees, minutes = zone.meridian.rstrip("′").split("°")
    written_out = (
        f"+proj=tmerc +lat_0=0 +lon_0={int(degrees) + int(minutes) / 60} +k=0.9999 +x_0=500000 +y_0=0 +ellps=WGS84 "
        "+towgs84=-191.90441429,-39.30318279,-111.45032835,0.00928836,-0.01975479,0.00427372,0.252906278 +no_defs"
    )
    north, east = Decimal("2316789.12"), Decimal("549999.34")
    longitude, latitude = Transformer.from_crs(written_out, "EPSG:4326", always_xy=True).transform(
        float(east), float(north)
    )
    ((here_longitude, here_latitude),) = to_wgs84(code, [(north, east)])
    assert float(here_longitude) == pytest.approx(longitude, abs=2e-8)
    assert float(here_latitude) == pytest.approx(latitude, abs=2e-8)


@pytest.mark.parametrize("code", ZONES)
def test_metres_come_back_to_the_centimetre(code: str) -> None:
    there = [(Decimal("2316789.12"), Decimal("549999.34")), (Decimal("1150000.00"), Decimal("480000.50"))]
    assert from_wgs84(code, to_wgs84(code, there)) == there


def test_a_boundary_in_metres_is_read_in_the_zone_that_was_chosen() -> None:
    field = ShapeFormField(kinds=SITE)
    field.zone = "vn2000-9210"
    shape = field.clean("1 2.316.789,12 549.999,34\n2 2.316.789,12 550.099,34\n3 2.316.889,12 550.099,34")
    assert shape.kind is ShapeKind.POLYGON
    assert shape.area == pytest.approx(Decimal(5000), rel=Decimal("0.001"))


def test_metres_far_from_the_zone_are_no_error_of_the_server() -> None:
    for pair in (("9" * 12, "9" * 12), ("500", "9" * 300)):
        with pytest.raises(ValueMistake):
            parse_shape(" ".join(pair), SITE, "vn2000-9210")


def test_every_choice_of_a_system_has_its_own_name() -> None:
    assert len({label for _, label in CHOICES}) == len(CHOICES)
