"""What a procedure's page says: conditions, papers by case, ways to hand in, steps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest

from cms.disclosure.cited import Cited
from cms.disclosure.uses import uses_by_kind
from cms.values.money import format_money
from cms.values.number import format_integer, with_unit
from projects_pages.law_presentation import FormLine, Law, figure_line, form_line, related

if TYPE_CHECKING:
    from projects_pages.models import ProcedureChannel, ProcedurePage, ProcedurePaper

EVERYBODY = "Ai cũng cần"


@dataclass(frozen=True)
class Condition:
    """A condition: what about, when, what it says, by which provision."""

    subject: str
    applies_to: str
    text: str
    note: str
    source: str


@dataclass(frozen=True)
class Channel:
    """A way to hand in; empty texts where nobody has said."""

    form: str
    time: str
    fee: str
    note: str


@dataclass(frozen=True)
class Paper:
    """A paper: how many, who issues it, how long it holds, on which form."""

    name: str
    form: FormLine | None
    details: str


@dataclass
class PaperCase:
    """The papers of one case."""

    name: str
    papers: list[Paper] = field(default_factory=list)


@dataclass(frozen=True)
class Step:
    """A step and how long it may take."""

    title: str
    text: str
    time: str


@dataclass(frozen=True)
class Procedure:
    """Everything beyond single facts."""

    conditions: list[Condition]
    cases: list[PaperCase]
    channels: list[Channel]
    steps: list[Step]
    related: list[tuple[str, str, str]]
    used_by: list[Cited]
    """Public records that lead to the procedure: guides, projects, notices."""


def procedure(page: ProcedurePage, applies_to: Mapping[str, str], request: HttpRequest) -> Procedure:
    """The page as it stands today in its province."""
    law = Law.of(page, request)
    conditions, papers = page.conditions.all(), page.papers.all()
    steps, channels = page.steps.all(), page.channels.all()
    figures = law.current(row.figure for rows in (conditions, steps, channels) for row in rows)
    groups = law.current(row.group for row in conditions)
    forms = law.current(row.form for row in papers)
    cases: dict[str, PaperCase] = {}
    for paper in papers:
        name = paper.case or EVERYBODY
        cases.setdefault(name, PaperCase(name)).papers.append(_paper(paper, forms))
    return Procedure(
        [_condition(row, figures, groups, applies_to) for row in conditions],
        sorted(cases.values(), key=lambda case: case.name != EVERYBODY),
        [_channel(row, figures) for row in channels],
        [Step(row.title, row.text, figure_line(row.figure, figures).text if row.figure else "") for row in steps],
        related(page),
        _leading_here(page),
    )


def _leading_here(page: ProcedurePage) -> list[Cited]:
    named = {row.record_shown_id for row in page.related.all()}
    return [cited for records in uses_by_kind(page).values() for cited in records if cited.record.page_id not in named]


def _condition(row: Any, figures: dict[str, Any], groups: dict[str, Any], applies_to: Mapping[str, str]) -> Condition:
    parts, note = [row.text] if row.text else [], ""
    source = row.reference.provision if row.reference else ""
    if row.group is not None and (group := groups.get(row.group.code)) is not None:
        parts.insert(0, f"Khoản {group.clause}: {group.name}")
        source = source or group.source_text
    if row.figure is not None:
        line = figure_line(row.figure, figures)
        parts.insert(0, line.text)
        note = ", ".join(part for part in (line.note, line.validity) if part)
        source = source or line.source
    text = ". ".join(part for part in parts if part)
    return Condition(row.subject, applies_to.get(row.applies_to, ""), text, note, source)


def _channel(row: ProcedureChannel, figures: dict[str, Any]) -> Channel:
    time = ""
    if row.figure is not None:
        time = figure_line(row.figure, figures).text
    elif row.time_limit is not None:
        time = with_unit(format_integer(row.time_limit), row.get_time_unit_display())
    fee = "" if row.fee is None else (format_money(row.fee) if row.fee else "Không")
    return Channel(row.get_form_display(), time, fee, row.note)


def _paper(row: ProcedurePaper, forms: dict[str, Any]) -> Paper:
    counts = [
        with_unit(format_integer(count), word)
        for count, word in ((row.originals, "bản chính"), (row.copies, "bản sao"))
        if count
    ]
    details = [*counts, row.issued_by, f"có giá trị {row.validity}" if row.validity else ""]
    return Paper(
        row.name,
        form_line(row.form, forms) if row.form is not None else None,
        " · ".join(part for part in details if part),
    )
