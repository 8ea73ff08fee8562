"""Old apartment blocks in several states."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from cms.models import BasePage, Correction
from cms.values.dates import PartialDate
from projects_pages.demo.building import Built, section
from projects_pages.demo.minh_hoa.days import quarter_of, written_for
from projects_pages.demo.minh_hoa.land_documents import INSPECTION, MOVING
from projects_pages.demo.minh_hoa.places import FIRST, SECOND, THIRD
from projects_pages.demo.minh_hoa.project_base import day
from projects_pages.demo.minh_hoa.units import ECONOMY
from projects_pages.models import (
    BuildingDecision,
    BuildingState,
    Grade,
    OldBuildingPage,
    OwnerNotice,
    Plan,
    Relocation,
)


def old_buildings(built: Built) -> Iterator[tuple[str, BasePage]]:
    """One that is being emptied, one that is watched, one built anew, one of which little is known."""
    today = written_for(built.today)
    unit = built.registers.units[ECONOMY]
    inspection = built.published[INSPECTION]
    blocks = section(built, "chung-cu-cu")
    blocks.intro = "Các chung cư cũ trên địa bàn phường: mức độ nguy hiểm, phương án, việc di dời."
    blocks.contact = unit
    yield "chung-cu-cu", blocks

    moving = OldBuildingPage(
        title="Chung cư Mẫu A",
        summary="Năm tầng, xây năm 1978; nguy hiểm tổng thể, 46 trên 58 hộ đã dời đi.",
        reference_code="CC-MH-001",
        state=BuildingState.MOVING,
        address="Số 12 đường Mẫu, Tổ dân phố Mẫu 1",
        year_built=1978,
        storeys=5,
        homes=60,
        households=58,
        grade=Grade.D,
        inspected_on=PartialDate(2026, 3, 15),
        risk="Móng lún không đều, cột tầng một nứt, ban công phía Đông bong bê tông.",
        advice="Không đứng, không để xe dưới ban công phía Đông. Nhận chỗ ở tạm tại Phòng Kinh tế, Hạ tầng và Đô thị.",
        plan=Plan.REBUILD,
        plan_note="Phá dỡ, xây lại bảy tầng tại chỗ; hộ cũ được bố trí lại.",
        starts=quarter_of(day(today, 180)),
        ends=PartialDate(today.year + 3),
        relocation=Relocation.UNDER_WAY,
        households_moved=46,
        move_by=day(today, 38),
        moved_to="Khu nhà tạm Mẫu 2, miễn tiền thuê trong thời gian xây lại.",
        unit=unit,
        contact=unit,
        places=[built.registers.places[FIRST]],
    )
    moving.decisions = [BuildingDecision(title="Di dời các hộ", document=built.published[MOVING], passage="Điều 1")]
    moving.owner_notices = [
        OwnerNotice(
            notified_on=datetime.date(2026, 3, 20),
            text="Kết quả kiểm định: cấp D, phải di dời.",
            how="Niêm yết tại nhà sinh hoạt tổ dân phố, gửi từng hộ",
            document=inspection,
        ),
        OwnerNotice(
            notified_on=datetime.date(2026, 6, 15),
            text="Quyết định di dời và nơi nhận chỗ ở tạm.",
            how="Họp dân, gửi từng hộ",
            document=built.published[MOVING],
        ),
    ]
    yield "chung-cu-cu", moving

    watched = OldBuildingPage(
        title="Chung cư Mẫu B",
        summary="Bốn tầng, xây năm 1985; nguy hiểm cục bộ ở cầu thang, đang sửa.",
        reference_code="CC-MH-002",
        state=BuildingState.LIVED_IN,
        address="Số 30 đường Minh Họa, Tổ dân phố Mẫu 2",
        year_built=1985,
        storeys=4,
        homes=48,
        households=47,
        grade=Grade.C,
        inspected_on=PartialDate(2026, 3, 15),
        risk="Cầu thang số 2 nứt chiếu nghỉ.",
        plan=Plan.RENOVATE,
        starts=quarter_of(today),
        ends=quarter_of(day(today, 100)),
        relocation=Relocation.NOT_NEEDED,
        unit=unit,
        contact=unit,
        places=[built.registers.places[SECOND]],
    )
    watched.owner_notices = [
        OwnerNotice(notified_on=datetime.date(2026, 3, 22), text="Kết quả kiểm định: cấp C.", document=inspection)
    ]
    watched.corrections = [
        Correction(corrected_on=datetime.date(2026, 7, 2), text="Số hộ là 47, không phải 45 như đã ghi trước đây.")
    ]
    yield "chung-cu-cu", watched

    yield (
        "chung-cu-cu",
        OldBuildingPage(
            title="Chung cư Mẫu C",
            summary="Đã xây dựng lại xong, các hộ đã về nhà mới.",
            reference_code="CC-MH-003",
            state=BuildingState.DONE,
            address="Số 3 đường Mẫu, Tổ dân phố Mẫu 3",
            year_built=1972,
            households=32,
            grade=Grade.D,
            plan=Plan.REBUILD,
            ends=PartialDate(2026, 5),
            relocation=Relocation.DONE,
            households_moved=32,
            unit=unit,
            places=[built.registers.places[THIRD]],
        ),
    )
    yield "chung-cu-cu", OldBuildingPage(title="Nhà tập thể Mẫu D", address="Số 7 đường Mẫu", year_built=1980)
