"""Rows of law by their codes, for pages that point to them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from cms.registers.models import EligibleGroup, FormTemplate, LegalFigure, LegalReference, NationalRow, Term
from projects_pages.models import (
    GuideFigure,
    GuideForm,
    GuideGroup,
    GuideRule,
    GuideTerm,
    ProcedureCondition,
    ProcedurePaper,
    ProcedureRule,
    ProcedureStep,
)


def latest(model: type[NationalRow], code: str) -> Any:
    """The last row of a code; pages show whichever row of the code holds. Raises IndexError for an unknown code."""
    return list(model._default_manager.filter(code=code).order_by("valid_from"))[-1]


def figure(code: str) -> LegalFigure | None:
    """A figure; none for no code."""
    found: LegalFigure | None = latest(LegalFigure, code) if code else None
    return found


def reference(code: str) -> LegalReference | None:
    """A provision; none for no code. Raises DoesNotExist for an unknown one."""
    return LegalReference.objects.get(code=code) if code else None


def paper(name: str, form: str = "", case: str = "", issued_by: str = "") -> ProcedurePaper:
    """A paper on a form."""
    return ProcedurePaper(name=name, form=latest(FormTemplate, form) if form else None, case=case, issued_by=issued_by)


def step(title: str, text: str = "", limit: str = "") -> ProcedureStep:
    """A step with the code of its time limit."""
    return ProcedureStep(title=title, text=text, figure=figure(limit))


def condition(subject: str, applies_to: str, text: str = "", *, limit: str = "", by: str = "") -> ProcedureCondition:
    """A condition by a figure of law or in words, with the code of the provision."""
    return ProcedureCondition(
        subject=subject, applies_to=applies_to, text=text, figure=figure(limit), reference=reference(by)
    )


def procedure_rules(codes: Iterable[str]) -> list[ProcedureRule]:
    """Provisions of a procedure."""
    return [ProcedureRule(reference=reference(code)) for code in codes]


def guide_rules(codes: Iterable[str]) -> list[GuideRule]:
    """Provisions of a guide."""
    return [GuideRule(reference=reference(code)) for code in codes]


def all_groups() -> list[GuideGroup]:
    """Every group in the order of the law."""
    codes = dict.fromkeys(EligibleGroup.objects.values_list("code", flat=True))
    return [GuideGroup(group=latest(EligibleGroup, code)) for code in codes]


def figures_about(topics: Iterable[str]) -> list[GuideFigure]:
    """Every figure of some topics."""
    rows = LegalFigure.objects.filter(topic__in=list(topics)).order_by("position")
    return [GuideFigure(figure=latest(LegalFigure, code)) for code in dict.fromkeys(row.code for row in rows)]


def figures_of(codes: Iterable[str]) -> list[GuideFigure]:
    """Some figures."""
    return [GuideFigure(figure=figure(code)) for code in codes]


def all_forms() -> list[GuideForm]:
    """Every form in its last version."""
    codes = dict.fromkeys(FormTemplate.objects.values_list("code", flat=True))
    return [GuideForm(form=latest(FormTemplate, code)) for code in codes]


def all_terms() -> list[GuideTerm]:
    """Every term."""
    return [GuideTerm(term=latest(Term, code)) for code in dict.fromkeys(Term.objects.values_list("code", flat=True))]
