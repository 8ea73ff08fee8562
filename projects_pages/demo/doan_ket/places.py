"""Places that the plan names."""

from cms.registers.models.place import PlaceKind
from projects_pages.demo.shapes import PlaceData

PROVINCE, WARD, FIRST, SECOND = "Lai Châu", "Đoàn Kết", "Tổ dân phố số 12", "Quyết Tiến 3"
PLACES = (
    PlaceData(PROVINCE, PlaceKind.PROVINCE),
    PlaceData(WARD, PlaceKind.WARD, parent=PROVINCE),
    PlaceData(FIRST, PlaceKind.NEIGHBOURHOOD, parent=WARD, aliases=("Tổ dân phố 12", "TDP 12")),
    PlaceData(SECOND, PlaceKind.NEIGHBOURHOOD, parent=WARD, aliases=("Tổ dân phố Quyết Tiến 3",)),
)
