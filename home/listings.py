"""How news and questions are found."""

from __future__ import annotations

from typing import ClassVar

from cms.listing.filters import Days, Places, Related, Spelled, State, Year
from cms.listing.listing import CHANGED, NEWEST, Listing, Order


class NewsListing(Listing):
    """News (tin tức)."""

    kind = "tin-tuc"
    noun = "tin"
    filters: ClassVar = (
        Related("don-vi", "Đơn vị viết tin", "author_unit"),
        Year("nam", "Năm đăng"),
        Days("ngay", "Ngày đăng"),
        Places(),
    )
    columns: ClassVar = ("dated_on", "author_unit", "source_credit")
    orders: ClassVar = (NEWEST, Order("cu-nhat", "Cũ nhất", "dated_on"), CHANGED)


class QuestionListing(Listing):
    """Questions and answers (hỏi đáp)."""

    kind = "hoi-dap"
    noun = "câu hỏi"
    filters: ClassVar = (
        State(),
        Spelled("linh-vuc", "Lĩnh vực", "field_of_work"),
        Related("don-vi", "Đơn vị trả lời", "answering_unit"),
        Year("nam", "Năm"),
        Days("ngay", "Ngày hỏi", "asked_on"),
        Places(),
    )
    columns: ClassVar = ("field_of_work", "asked_on", "answered_on", "answering_unit")
    orders: ClassVar = (NEWEST, Order("han-gan", "Hạn trả lời gần nhất", "due", ahead=True), CHANGED)
