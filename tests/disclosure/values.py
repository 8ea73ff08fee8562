"""Another value for any field, so that every fact of every type can be changed."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

from django.db import models
from wagtail.fields import StreamField
from wagtail.models import Page

from cms.models import PortalDocument, PortalImage
from cms.values.dates import PartialDate
from cms.values.fields import PartialDateField
from cms.values.shape import Shape
from cms.values.shape_field import ShapeField
from projects_pages.models import LandSitePage, PlanPage
from tests.factories import LegalDocumentPageFactory, PlanPageFactory, PortalDocumentFactory, publish
from tests.factories.land import LandSitePageFactory
from tests.factories.law import (
    EligibleGroupFactory,
    FormTemplateFactory,
    LegalFigureFactory,
    LegalReferenceFactory,
    TermFactory,
)
from tests.factories.registers import (
    OrganisationFactory,
    PlaceFactory,
    PortalImageFactory,
    TargetAreaFactory,
    UnitFactory,
)

REGISTERS = {
    factory._meta.model: factory
    for factory in (
        EligibleGroupFactory,
        FormTemplateFactory,
        LegalFigureFactory,
        LegalReferenceFactory,
        OrganisationFactory,
        PlaceFactory,
        TargetAreaFactory,
        TermFactory,
        UnitFactory,
    )
}


def another(field: Any, value: Any, ward: Any) -> Any:
    """A value of `field` that differs from `value`. Raises NotImplementedError for a type of field not known here."""
    if isinstance(field, StreamField):
        return [("text", "<p>Một đoạn khác.</p>")]
    if field.many_to_many:
        return [*value.all(), related(field.related_model, ward)]
    if field.is_relation:
        return related(field.related_model, ward)
    if field.choices:
        return next(key for key, _ in field.choices if key != value)
    if isinstance(field, PartialDateField):
        return PartialDate(2031, 12, 31)
    if isinstance(field, ShapeField):
        return Shape.from_wkt("POINT (105.85 21.03)")
    if isinstance(field, models.DateField):
        return value + datetime.timedelta(days=1)
    if isinstance(field, models.BooleanField):
        return not value
    if isinstance(field, models.DecimalField):
        return value - Decimal(1)
    if isinstance(field, models.IntegerField):
        return value + 1
    if isinstance(field, models.URLField):
        return "https://khac.vi-du.vn/"
    if isinstance(field, models.EmailField):
        return "khac@vi-du.vn"
    if isinstance(field, models.SlugField):
        return "summary_en"
    if isinstance(field, (models.CharField, models.TextField)):
        return f"{value} khác"
    raise NotImplementedError(f"no other value for {field!r}")


def related(model: type[models.Model], ward: Any) -> Any:
    """A new row that a relation to `model` may point to."""
    if model in REGISTERS:
        return REGISTERS[model](ward=ward)
    if issubclass(model, LandSitePage):
        return publish(LandSitePageFactory(ward=ward))
    if issubclass(model, PlanPage):
        return publish(PlanPageFactory(ward=ward))
    if issubclass(model, Page):
        return publish(LegalDocumentPageFactory(ward=ward)).disclosurepage_ptr
    if issubclass(model, PortalDocument):
        return PortalDocumentFactory(ward=ward)
    if issubclass(model, PortalImage):
        return PortalImageFactory(ward=ward)
    raise NotImplementedError(f"no row of {model!r}")
