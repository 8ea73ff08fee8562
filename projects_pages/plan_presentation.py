"""What a plan's page says of its targets and tasks."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cms.disclosure.cited import anchor_among
from cms.values.dates import format_date
from cms.values.number import approximately, format_integer, with_unit

if TYPE_CHECKING:
    from projects_pages.models import PlanPage, PlanTarget, PlanTask

STATE_TONES = {"xong": "ok", "dang-lam": "link", "thuong-xuyen": "link"}
NOBODY = "Đơn vị chủ trì: chưa có thông tin"


@dataclass(frozen=True)
class Target:
    """A target of one year: planned and achieved as text, empty where there is nothing."""

    indicator: str
    note: str
    year: str
    planned: str
    achieved: str
    passage: str
    anchor: str


@dataclass(frozen=True)
class Task:
    """A task: what, until when, with whom, how far."""

    duty: str
    due: str
    supporting_units: str
    state: str
    tone: str
    passage: str
    anchor: str


@dataclass
class TaskGroup:
    """The tasks of one unit."""

    unit: str
    tasks: list[Task] = field(default_factory=list)


def targets(plan: PlanPage) -> list[Target]:
    """The plan's targets in its order."""
    numbers = _numbers(plan)
    return [
        Target(
            row.indicator,
            row.note,
            str(row.year),
            _planned(row),
            "" if row.achieved is None else _with_unit(row.achieved, row.unit_of_measure),
            row.passage,
            anchor_among(numbers, row.passage),
        )
        for row in plan.targets.all()
    ]


def _planned(row: PlanTarget) -> str:
    if row.planned is None:
        return ""
    text = _with_unit(row.planned, row.unit_of_measure)
    return approximately(text) if row.planned_approximate else text


def _with_unit(count: int, unit: str) -> str:
    return with_unit(format_integer(count), unit) if unit else format_integer(count)


def task_groups(plan: PlanPage) -> list[TaskGroup]:
    """The plan's tasks by the unit that leads them, in the order in which the plan names the units; last nobody's."""
    numbers = _numbers(plan)
    groups: dict[str, TaskGroup] = {}
    for row in plan.tasks.all():
        unit = row.lead_unit.name if row.lead_unit else NOBODY
        groups.setdefault(unit, TaskGroup(unit)).tasks.append(_task(row, numbers))
    return sorted(groups.values(), key=lambda group: group.unit == NOBODY)


def _task(row: PlanTask, numbers: set[str]) -> Task:
    due = row.due_text or (format_date(row.due) if row.due else "")
    state = row.get_state_display() if row.state else ""
    tone = STATE_TONES.get(row.state, "")
    return Task(row.duty, due, row.supporting_units, state, tone, row.passage, anchor_among(numbers, row.passage))


def _numbers(plan: PlanPage) -> set[str]:
    return {section.number for section in plan.sections.all()}
