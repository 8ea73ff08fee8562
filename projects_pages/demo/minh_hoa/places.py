"""Places of a ward that does not exist."""

from cms.registers.models.place import PlaceKind
from projects_pages.demo.shapes import PlaceData

PROVINCE, WARD = "Tỉnh Minh Họa", "Phường Minh Họa"
FIRST, SECOND, THIRD, FOURTH, FIFTH = (f"Tổ dân phố Mẫu {number}" for number in range(1, 6))
NORTH, SOUTH = "Phía Bắc phường", "Phía Nam phường"
PLACES = (
    PlaceData(PROVINCE, PlaceKind.PROVINCE),
    PlaceData(WARD, PlaceKind.WARD, parent=PROVINCE),
    *(
        PlaceData(name, PlaceKind.NEIGHBOURHOOD, parent=WARD, aliases=(name.replace("Tổ dân phố", "TDP"),))
        for name in (FIRST, SECOND, THIRD, FOURTH, FIFTH)
    ),
    PlaceData(NORTH, PlaceKind.TARGET_AREA, parent=WARD),
    PlaceData(SOUTH, PlaceKind.TARGET_AREA, parent=WARD),
)
