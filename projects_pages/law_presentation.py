"""Rows of law as pages show them: what holds today in the portal's province, since when, by which provision."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from cms.models.identity import identity_of
from cms.registers.models import FormTemplate, LegalFigure, NationalRow


@dataclass(frozen=True)
class Law:
    """The day and the province for which rows are read; each register is one query at most."""

    day: datetime.date
    province: str

    @classmethod
    def of(cls, page: Any) -> Law:
        """As the page's portal sees it today."""
        site = page.get_site()
        identity = identity_of(site.pk) if site else None
        return cls(timezone.localdate(), identity.province_name if identity else "")

    def current(self, rows: Iterable[NationalRow | None]) -> dict[str, Any]:
        """For the code of each row given the row that counts now; codes of which none counts are left out."""
        wanted = [row for row in rows if row is not None]
        if not wanted:
            return {}
        return type(wanted[0])._default_manager.current(self.day, self.province, {row.code for row in wanted})


@dataclass(frozen=True)
class FigureLine:
    """A figure of law: `text` is empty when no row holds today."""

    name: str
    text: str
    note: str
    validity: str
    source: str


def figure_line(row: LegalFigure, current: dict[str, LegalFigure]) -> FigureLine:
    """The figure as it holds now; a code without a row that holds says nothing but its name."""
    now = current.get(row.code)
    if now is None:
        return FigureLine(row.name, "", "", "", "")
    return FigureLine(now.name, now.shown_text, now.note, now.validity, now.source_text)


@dataclass(frozen=True)
class FormLine:
    """A form: the version in force, and what it replaced."""

    number: str
    name: str
    use: str
    issued: str
    validity: str
    file: Any
    official_url: str
    replaced: str
    in_force: bool

    @property
    def heading(self) -> str:
        """Number and name as one line."""
        return f"{self.number}: {self.name}"


def form_line(row: FormTemplate, current: dict[str, FormTemplate]) -> FormLine:
    """The version in force; where none is, the one given, marked as not in force."""
    now = current.get(row.code)
    shown = now or row
    before = shown.replaces
    return FormLine(
        shown.number,
        shown.name,
        shown.use,
        shown.issued_text,
        shown.validity,
        shown.file,
        shown.official_url,
        f"{before.number} theo {before.issued_text}" if before else "",
        now is not None,
    )


def related(page: Any) -> list[tuple[str, str, str]]:
    """Address, title and note of the public records that `page.related` names, in their order."""
    found = []
    for row in page.related.all():
        cited = page.cited.get(row.record_shown_id)
        if cited is not None:
            found.append((cited.url, cited.title, row.note))
    return found
