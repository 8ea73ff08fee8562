"""What a guide's page says: its sections with the rows of law that hold today, and the self-check."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest

from cms.disclosure.uses import uses_by_kind
from cms.registers.models import EligibleGroup, LegalFigure
from cms.values.text import slugify_vi
from projects_pages.law_presentation import FigureLine, FormLine, Law, figure_line, form_line, related
from projects_pages.self_check import SelfCheck, self_check

if TYPE_CHECKING:
    from cms.disclosure.cited import Cited
    from projects_pages.models import GuidePage, GuideSection

FIGURES = "so-"
"""Begins what a section explains when it explains figures; their topic follows."""


@dataclass(frozen=True)
class GroupLine:
    """A group as the table shows it; `form` is the form in force."""

    clause: int
    name: str
    may_buy: str
    may_rent_to_buy: str
    may_rent: str
    rent_note: str
    housing: str
    income: str
    note: str
    confirmed_by: str
    form: str


@dataclass
class Section:
    """A section and, of each register, the rows that stand below it."""

    anchor: str
    heading: str
    text: str
    figures: list[FigureLine] = field(default_factory=list)
    groups: list[GroupLine] = field(default_factory=list)
    groups_source: str = ""
    forms: list[FormLine] = field(default_factory=list)
    terms: list[tuple[str, str, str]] = field(default_factory=list)
    shows_units: bool = False


@dataclass(frozen=True)
class Guide:
    """Everything beyond single facts."""

    sections: list[Section]
    check: SelfCheck | None
    related: list[tuple[str, str, str]]
    used_by: list[Cited]


def guide(page: GuidePage, request: HttpRequest) -> Guide:
    """The page as it stands today in its province; the query string holds the answers of the self-check."""
    law = Law.of(page, request)
    groups: dict[str, EligibleGroup] = law.current(row.group for row in page.groups.all())
    rows = [row.figure for row in page.figures.all()]
    figures: dict[str, LegalFigure] = law.current(rows)
    forms = law.current([*(row.form for row in page.forms.all()), *(group.form for group in groups.values())])
    terms = law.current(row.term for row in page.terms.all())
    named = {row.record_shown_id for row in page.related.all()}
    return Guide(
        [_section(page, section, groups, rows, figures, forms, terms) for section in page.sections.all()],
        self_check(groups, figures, request.GET) if page.self_check else None,
        related(page),
        [cited for found in uses_by_kind(page).values() for cited in found if cited.record.page_id not in named],
    )


def _section(
    page: GuidePage,
    section: GuideSection,
    groups: dict[str, EligibleGroup],
    rows: list[LegalFigure],
    figures: dict[str, LegalFigure],
    forms: dict[str, Any],
    terms: dict[str, Any],
) -> Section:
    made = Section(slugify_vi(section.heading), section.heading, section.text)
    if section.explains.startswith(FIGURES):
        topic = section.explains.removeprefix(FIGURES)
        made.figures = [figure_line(row, figures) for row in rows if row.topic == topic]
    elif section.explains == "nhom":
        made.groups = [_group_line(row, forms) for row in groups.values()]
        made.groups_source = next(
            (", ".join(part for part in (row.source_text, row.validity) if part) for row in groups.values()), ""
        )
    elif section.explains == "bieu-mau":
        made.forms = [form_line(row.form, forms) for row in page.forms.all()]
    elif section.explains == "thuat-ngu":
        made.terms = [(row.name, row.meaning, row.source_text) for row in terms.values()]
    made.shows_units = section.explains == "don-vi"
    return made


def _group_line(row: EligibleGroup, forms: Mapping[str, Any]) -> GroupLine:
    form = (forms.get(row.form.code) or row.form) if row.form_id is not None and row.form is not None else None
    return GroupLine(
        row.clause,
        row.name,
        row.get_may_buy_display(),
        row.get_may_rent_to_buy_display(),
        row.get_may_rent_display(),
        row.rent_note,
        row.get_housing_display(),
        row.get_income_display(),
        row.condition_note,
        row.confirmed_by,
        str(form) if form is not None else "",
    )
