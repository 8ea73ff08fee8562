"""What the projects of the ward have in common: names, days from the day of loading, who builds and who answers."""

from __future__ import annotations

import datetime
from typing import Any

from projects_pages.demo.building import Built
from projects_pages.demo.minh_hoa.organisations import HOUSING_COMPANY
from projects_pages.demo.minh_hoa.units import CENTRE, ECONOMY
from projects_pages.models import ProjectContact, ProjectPage

MAIN = "Khu nhà ở xã hội Minh Họa 1"
LODGING = "Nhà lưu trú công nhân Minh Họa 2"
REVIEWED, DRAWN, COMPLETED = (f"Khu nhà ở xã hội Minh Họa {number}" for number in (3, 4, 5))
NOTICE, APPLICATIONS = "14/TB-MH", "Tiếp nhận hồ sơ đăng ký mua Khu nhà ở xã hội Minh Họa 1, đợt 1"
MAIN_ANNOUNCED, MAIN_OPENS, MAIN_CLOSES = -40, -6, 24
DRAWN_ON = -25
"""Days from the day of loading, in the rounds and wherever the ward tells of them."""
APPLY_HOURS = "7 giờ 30 đến 11 giờ 30 và 13 giờ 30 đến 17 giờ, trừ Chủ Nhật"
APPLY_AT = "Nhà điều hành dự án, số 1 đường Minh Họa, Tổ dân phố Mẫu 3"
GROUPS = ("Người có công với cách mạng", "Cán bộ, công chức, viên chức", "Người thu nhập thấp khu vực đô thị")


def day(today: datetime.date, offset: int) -> datetime.date:
    """So many days from the day of loading."""
    return today + datetime.timedelta(offset)


def project(built: Built, title: str, place: str, **values: Any) -> ProjectPage:
    """An unsaved project with what all of them say."""
    registers = built.registers
    unit = registers.units[ECONOMY]
    page = ProjectPage(
        **{
            "title": title,
            "unit": unit,
            "places": [registers.places[place]],
            "location": f"{place}, phường Minh Họa",
            "investor": registers.organisations[HOUSING_COMPANY],
            "contact_address": "Số 1 đường Minh Họa, Tổ dân phố Mẫu 3",
            "apply_at": APPLY_AT,
            **values,
        }
    )
    page.contacts = [ProjectContact(unit=registers.units[CENTRE]), ProjectContact(unit=unit)]
    return page
