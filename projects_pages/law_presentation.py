"""Rows of law as pages show them: what holds today in the portal's province, since when, by which provision."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils import timezone

from cms.models.identity import identity_for, identity_of
from cms.registers.models import FormTemplate, LegalFigure, NationalRow
from cms.registers.models.national import current


@dataclass(frozen=True)
class Law:
    """The day and the province for which rows are read; what the page's rows point to was read with them."""

    day: datetime.date
    province: str
    known: dict[type[models.Model], dict[str, list[Any]]] = field(default_factory=dict)

    @classmethod
    def of(cls, page: Any, request: HttpRequest) -> Law:
        """As the portal that is asked sees it today; the page's children are loaded."""
        identity = identity_for(request)
        return cls(timezone.localdate(), identity.province_name if identity else "", page.law_rows)

    def current(self, rows: Iterable[NationalRow | None]) -> dict[str, Any]:
        """For the code of each row given the row that counts now; codes of which none counts are left out.

        Codes that the page does not point to itself cost a query.
        """
        wanted = [row for row in rows if row is not None]
        if not wanted:
            return {}
        model, codes = type(wanted[0]), {row.code for row in wanted}
        known = self.known.get(model, {})
        found = [row for code in codes & known.keys() for row in known[code]]
        if others := codes - known.keys():
            found += model._default_manager.all_of(others, ())
        return current(found, self.day, self.province)


def province_of(page: Any) -> str:
    """The province of the page's portal, where nobody asks for a page: forms and findings; one query and the site's."""
    site = page.get_site()
    identity = identity_of(site.pk) if site else None
    return identity.province_name if identity else ""


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
