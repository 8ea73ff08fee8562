"""What the page of an old apartment block answers first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cms.disclosure.figures import figure
from cms.values.dates import format_date
from cms.values.number import format_integer, with_unit
from projects_pages.presentation import Answer

if TYPE_CHECKING:
    from projects_pages.models import OldBuildingPage

GRADE_TONES = {"a": "ok", "b": "link", "c": "warn", "d": "bad"}


def answers(building: OldBuildingPage) -> list[Answer]:
    """What those who live there ask first."""
    grade, plan, relocation = (figure(building, name) for name in ("grade", "plan", "relocation"))
    found = [Answer("Nhà có nguy hiểm không?", strong=grade.text, text=_inspected(building), missing=grade.missing)]
    if building.advice:
        found.append(Answer("Người đang ở cần làm gì?", text=building.advice))
    found.append(Answer("Sẽ làm gì?", strong=plan.text, text=_when(building), missing=plan.missing))
    found.append(
        Answer("Có phải dời đi không?", strong=relocation.text, text=_moving(building), missing=relocation.missing)
    )
    if building.contact:
        found.append(Answer("Hỏi ở đâu?", strong=building.contact.name, link="#hoi", link_text="Cách liên hệ"))
    return found


def _inspected(building: OldBuildingPage) -> str:
    return f", theo kiểm định {format_date(building.inspected_on)}." if building.grade and building.inspected_on else ""


def _when(building: OldBuildingPage) -> str:
    parts = []
    if building.starts:
        parts.append(f"dự kiến bắt đầu {format_date(building.starts)}")
    if building.ends:
        parts.append(f"hoàn thành {format_date(building.ends)}")
    return f", {', '.join(parts)}." if parts and building.plan else ""


def _moving(building: OldBuildingPage) -> str:
    if not building.relocation:
        return ""
    parts = []
    if building.households_moved is not None:
        moved = with_unit(format_integer(building.households_moved), "hộ")
        of_all = f" trên {format_integer(building.households)}" if building.households is not None else ""
        parts.append(f"đã dời {moved}{of_all}")
    if building.move_by:
        parts.append(f"hạn {format_date(building.move_by)}")
    return f", {', '.join(parts)}." if parts else ""
