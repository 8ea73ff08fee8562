"""Adding the rows that nobody keeps yet."""

from __future__ import annotations

from django.db import transaction

from cms.registers.law.figures import FIGURES
from cms.registers.law.forms import FORMS
from cms.registers.law.groups import GROUPS
from cms.registers.law.references import PROVISIONS
from cms.registers.law.terms import TERMS
from cms.registers.models import EligibleGroup, FormTemplate, LegalFigure, LegalReference, NationalRow, Term


@transaction.atomic
def ensure_law() -> int:
    """Add references, figures, groups, forms and terms whose code is not there yet; gives how many rows were added.

    What the province has written, corrected or ended stays as it is.
    """
    return sum((_references(), _figures(), _forms(), _groups(), _terms()))


def _known(model: type[NationalRow]) -> set[str]:
    return set(model._default_manager.values_list("code", flat=True))


def _sources() -> dict[str, LegalReference]:
    return {row.code: row for row in LegalReference.objects.all()}


def _references() -> int:
    known = set(LegalReference.objects.values_list("code", flat=True))
    new = [row for row in PROVISIONS if row.code not in known]
    for row in new:
        LegalReference.objects.create(
            code=row.code, provision=row.provision, duty=row.duty, valid_from=row.valid_from, source=row.provision
        )
    return len(new)


def _figures() -> int:
    known = _known(LegalFigure)
    new = [(place, row) for place, row in enumerate(FIGURES, 1) if row.code not in known]
    sources = _sources() if new else {}
    for place, row in new:
        LegalFigure.objects.create(
            code=row.code,
            name=row.name,
            topic=row.topic,
            bound=row.bound,
            money=row.money,
            number=row.exact,
            unit=row.unit,
            valid_from=row.valid_from,
            source=sources[row.source],
            note=row.note,
            position=place,
        )
    return len(new)


def _forms() -> int:
    known = _known(FormTemplate)
    new = [(place, row) for place, row in enumerate(FORMS, 1) if row.code not in known]
    sources = _sources() if new else {}
    before: dict[str, FormTemplate] = {}
    for place, row in new:
        before[row.code] = FormTemplate.objects.create(
            code=row.code,
            number=row.number,
            name=row.name,
            use=row.use,
            issued_by=row.issued_by,
            amended_by=row.amended_by,
            valid_from=row.valid_from,
            source=sources[row.source],
            note=row.note,
            replaces=before.get(row.code),
            position=place,
        )
    return len(new)


def _groups() -> int:
    known = _known(EligibleGroup)
    new = [row for row in GROUPS if f"khoan-{row.clause}" not in known]
    source = _sources()["LNO-76"] if new else None
    forms = {form.code: form for form in FormTemplate.objects.order_by("valid_from")} if new else {}
    for row in new:
        EligibleGroup.objects.create(
            code=f"khoan-{row.clause}",
            clause=row.clause,
            name=row.name,
            short_name=row.short_name,
            may_buy=row.buys,
            may_rent_to_buy=row.buys,
            may_rent=row.rents,
            rent_note=row.rent_note,
            housing=row.housing or "",
            income=row.income or "",
            condition_note=row.condition_note,
            confirmed_by=row.confirmed_by,
            form=forms[row.form] if row.form else None,
            aliases="\n".join(row.aliases),
            source=source,
            position=row.clause,
        )
    return len(new)


def _terms() -> int:
    known = _known(Term)
    new = [row for row in TERMS if row.code not in known]
    sources = _sources() if new else {}
    for row in new:
        Term.objects.create(
            code=row.code,
            name=row.name,
            meaning=row.meaning,
            aliases="\n".join(row.aliases),
            valid_from=row.valid_from,
            source=sources[row.source],
        )
    return len(new)
