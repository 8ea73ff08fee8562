"""Places that the plan names; it does not say of what the two areas are the eastern and the western part."""

from cms.registers.models.place import PlaceKind
from projects_pages.demo.shapes import PlaceData

CITY, COMMUNE, EAST, WEST = "Hải Phòng", "Hà Bắc", "Khu vực phía Đông", "Khu vực phía Tây"
PLACES = (
    PlaceData(CITY, PlaceKind.CITY),
    PlaceData(COMMUNE, PlaceKind.COMMUNE, parent=CITY),
    PlaceData(EAST, PlaceKind.TARGET_AREA),
    PlaceData(WEST, PlaceKind.TARGET_AREA),
)
