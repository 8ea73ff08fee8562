"""Rows of law that the province keeps for all wards."""

from __future__ import annotations

import factory
from factory.django import DjangoModelFactory

from cms.registers.models import EligibleGroup, FormTemplate, LegalFigure, LegalReference, Term
from cms.registers.models.eligible_group import Condition, Permission
from cms.registers.models.legal_figure import Bound, Topic


class OfNation(DjangoModelFactory):
    """A row that the province keeps for all wards; the `ward` given says nothing of it."""

    class Meta:
        abstract = True

    class Params:
        ward = None


class LegalReferenceFactory(OfNation):
    """A provision."""

    class Meta:
        model = LegalReference

    code = factory.Sequence(lambda number: f"DK-{number + 1}")
    provision = factory.Sequence(lambda number: f"Điều {number + 1} Luật Thử")
    duty = "Công khai."


class LegalFigureFactory(OfNation):
    """A limit of income."""

    class Meta:
        model = LegalFigure

    code = factory.Sequence(lambda number: f"so-{number + 1}")
    name = factory.Sequence(lambda number: f"Mức thu nhập số {number + 1}")
    topic = Topic.INCOME
    bound = Bound.AT_MOST
    money = 25_000_000
    unit = "tháng"
    source = factory.SubFactory(LegalReferenceFactory)


class FormTemplateFactory(OfNation):
    """A form."""

    class Meta:
        model = FormTemplate

    code = factory.Sequence(lambda number: f"mau-{number + 1}")
    number = factory.Sequence(lambda number: f"Mẫu số {number + 1}")
    name = "Giấy xác nhận"
    issued_by = "Thông tư Thử"
    source = factory.SubFactory(LegalReferenceFactory)


class EligibleGroupFactory(OfNation):
    """A group that may buy and rent and whose housing and income are looked at."""

    class Meta:
        model = EligibleGroup

    code = factory.Sequence(lambda number: f"nhom-{number + 1}")
    clause = factory.Sequence(lambda number: number + 1)
    name = factory.Sequence(lambda number: f"Nhóm thử số {number + 1}")
    short_name = factory.LazyAttribute(lambda row: row.name)
    may_buy = Permission.YES
    may_rent_to_buy = Permission.YES
    may_rent = Permission.YES
    housing = Condition.REQUIRED
    income = Condition.REQUIRED
    source = factory.SubFactory(LegalReferenceFactory)


class TermFactory(OfNation):
    """A term."""

    class Meta:
        model = Term

    code = factory.Sequence(lambda number: f"tu-{number + 1}")
    name = factory.Sequence(lambda number: f"Từ số {number + 1}")
    meaning = "Nghĩa của từ."
    source = factory.SubFactory(LegalReferenceFactory)
