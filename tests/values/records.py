"""Small models that carry every kind of value; outside the registry of installed apps."""

from __future__ import annotations

from django.db import models
from django.test.utils import isolate_apps
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from cms.values.fields import (
    AreaField,
    CountField,
    LineField,
    MoneyField,
    PartialDateField,
    ProseField,
    RatioField,
    ShareField,
    YearField,
)

with isolate_apps("tests.values"):

    class Dated(models.Model):
        """An abstract base with a partial date, as mixins of ours have."""

        signed = PartialDateField("Ngày ký", null=True, blank=True)

        class Meta:
            abstract = True

    class Record(Dated, ClusterableModel):
        """One field of each kind."""

        name = LineField(max_length=20)
        note = ProseField(blank=True)
        price = MoneyField(null=True, blank=True, per_m2=True)
        area = AreaField(null=True, blank=True)
        share = ShareField(null=True, blank=True)
        ratio = RatioField(null=True, blank=True)
        homes = CountField(null=True, blank=True)
        year = YearField(null=True, blank=True)
        opens = PartialDateField("Ngày mở", blank=True)

        class Meta:
            app_label = "values"

        def __str__(self) -> str:
            return self.name

    class SpecialRecord(Record):
        """A child by multi-table inheritance with a date of its own."""

        closes = PartialDateField("Ngày đóng", null=True, blank=True)

        class Meta:
            app_label = "values"

    class Milestone(models.Model):
        """A child row of the cluster."""

        record = ParentalKey(Record, on_delete=models.CASCADE, related_name="milestones")
        due = PartialDateField(null=True, blank=True)
        cost = MoneyField(null=True, blank=True)

        class Meta:
            app_label = "values"

        def __str__(self) -> str:
            return f"{self.due}"
